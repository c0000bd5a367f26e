/** Which browser tests run in; where none can be had, one sentence says what to do. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { CACHE, fromRoot } from '../../scripts/paths.mjs';

const run = promisify(execFile);

/** Looks for a browser in a process of its own; `arch: none` is a machine that the packaged one is not made for. */
const look = async (env: Record<string, string>, arch = 'none'): Promise<string> => {
  const script = `
    Object.defineProperty(process, 'arch', { value: '${arch}' });
    const { findBrowser } = await import('./scripts/browser.mjs');
    await findBrowser().then(
      ({ executablePath }) => console.log(executablePath),
      (error) => console.log(error.message),
    );`;
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script], {
    cwd: fromRoot(),
    env,
  });
  return stdout.trim();
};

test('says what to install where there is none', async () => {
  assert.match(await look({ PATH: '' }), /install Chrome or Chromium, or set CHROME_PATH/);
});

test('says so where CHROME_PATH is not a browser', async () => {
  assert.match(await look({ PATH: '', CHROME_PATH: '/nowhere' }), /CHROME_PATH \(\/nowhere\)/);
});

/** A folder with what looks like an installed browser. */
let folder: string;

before(async () => {
  folder = await mkdtemp(path.join(CACHE, 'installed-'));
  const browser = path.join(folder, 'chromium');
  await writeFile(browser, '#!/bin/sh\necho "Chromium 999.0.1"\n');
  await chmod(browser, 0o755);
});

after(() => rm(folder, { recursive: true }));

const isLinux = process.platform === 'linux' && process.arch === 'x64';
const skip = !isLinux && 'the packaged browser is made for Linux x64';

test('takes an installed browser first', { skip }, async () => {
  assert.equal(await look({ PATH: folder }, 'x64'), path.join(folder, 'chromium'));
});

test(
  'takes the packaged one where CHROME_PATH asks for it, whatever is installed',
  { skip },
  async () => {
    const found = await look({ PATH: folder, CHROME_PATH: 'packaged' }, 'x64');
    assert.match(found, /ocean-integrations\/chromium-[\d.]+\/chromium$/);
  },
);

test('says what to install where the packaged one is asked for and is not made for the machine', async () => {
  assert.match(await look({ PATH: folder, CHROME_PATH: 'packaged' }), /install Chrome or Chromium/);
});
