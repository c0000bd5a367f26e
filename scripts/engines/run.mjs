/**
 * `npm run test:firefox`, `npm run test:webkit` [-- part/of/a/path ...]: the browser tests in another engine than Chromium, then one
 * line that sums them up. Where the engine is not installed, one sentence says what is missing, and nothing fails.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { CACHE, ROOT, fromRoot } from '../paths.mjs';
import { browserTests } from '../test-files.mjs';
import { ENGINES } from './engines.mjs';

const [engine, ...wanted] = process.argv.slice(2);
const { name, missing } = ENGINES[engine];

/** Runs the test runner with its output shown, and reads the counts that its reporter wrote. */
async function run(files) {
  mkdirSync(CACHE, { recursive: true });
  const countsFile = path.join(CACHE, `${engine}-${process.pid}.json`);
  const args = [
    fromRoot('node_modules', '@web', 'test-runner', 'dist', 'bin.js'),
    ...['--config', fromRoot('scripts', 'engines', 'config.mjs'), '--static-logging'],
    ...['--files', ...files],
  ];
  const env = { ...process.env, ENGINE: engine, TEST_COUNTS: countsFile };
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env,
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.once(signal, () => child.kill(signal));
  const [code, signal] = await once(child, 'close');
  try {
    const counts = JSON.parse(readFileSync(countsFile, 'utf8'));
    // What failed is counted, unless it is of no single test.
    if (code !== 0 && counts.failed === 0) counts.failed = 1;
    return counts;
  } catch {
    console.error(
      `The tests in ${name} ended without a result (${signal ?? `exit code ${code}`}).`,
    );
    return { passed: 0, failed: 1, skipped: 0 };
  } finally {
    rmSync(countsFile, { force: true });
  }
}

const lacking = missing();
const files = browserTests(wanted);
let counts = { passed: 0, failed: 0, skipped: 1 };
if (lacking) console.log(`Skipped in ${name}: ${lacking}`);
else if (files.length > 0) counts = await run(files);
else {
  console.error(`No test in a browser for: ${wanted.join(' ')}`);
  counts = { passed: 0, failed: 1, skipped: 0 };
}
process.exitCode = counts.failed > 0 ? 1 : 0;
const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
console.log(`${counts.passed} passed, ${counts.failed} failed${skipped}`);
