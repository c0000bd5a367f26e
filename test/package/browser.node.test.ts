/** Where no browser can be had, one sentence says what to do. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { fromRoot } from '../../scripts/paths.mjs';

const run = promisify(execFile);

/** Looks for a browser in a process of its own, as on a machine of the kind that the packaged one is not made for. */
const look = async (env: Record<string, string>): Promise<string> => {
  const script = `
    Object.defineProperty(process, 'arch', { value: 'none' });
    const { findBrowser } = await import('./scripts/browser.mjs');
    await findBrowser().then(() => console.log('found'), (error) => console.log(error.message));`;
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
