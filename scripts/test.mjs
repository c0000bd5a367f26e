/**
 * `npm test [-- part/of/a/path ...]`: the Node tests, then the browser tests, then one line that sums them up.
 * Nothing that ran, or a runner that ended without counts, is a failure.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { CACHE, ROOT, fromRoot } from './paths.mjs';
import { browserTests, nodeTests } from './test-files.mjs';

const KINDS = ['passed', 'failed', 'skipped'];

mkdirSync(CACHE, { recursive: true });

/** Runs one test runner with its output shown, and reads the counts that its reporter wrote. */
function runTests(name, args, countsFile) {
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, TEST_COUNTS: countsFile },
  });
  return new Promise((resolve) => {
    child.on('close', (code, signal) => {
      let counts = { passed: 0, failed: 0, skipped: 0 };
      try {
        counts = JSON.parse(readFileSync(countsFile, 'utf8'));
      } catch {
        console.error(
          `The ${name} tests ended without a result (${signal ?? `exit code ${code}`}).`,
        );
        counts.failed += 1;
      }
      if (code !== 0 && counts.failed === 0) {
        console.error(`The ${name} test runner failed (${signal ?? `exit code ${code}`}).`);
        counts.failed += 1;
      }
      rmSync(countsFile, { force: true });
      resolve(counts);
    });
  });
}

function runNodeTests(files) {
  const countsFile = path.join(CACHE, `node-${process.pid}.json`);
  const reporter = new URL('./counting-node-reporter.mjs', import.meta.url).href;
  return runTests(
    'Node',
    [
      ...['--import', 'tsx', '--test', '--test-timeout=300000'],
      ...['--test-reporter=spec', '--test-reporter-destination=stdout'],
      ...[`--test-reporter=${reporter}`, `--test-reporter-destination=${countsFile}`],
      ...files,
    ],
    countsFile,
  );
}

function runBrowserTests(files) {
  const countsFile = path.join(CACHE, `browser-${process.pid}.json`);
  return runTests(
    'browser',
    [
      fromRoot('node_modules', '@web', 'test-runner', 'dist', 'bin.js'),
      ...['--config', fromRoot('scripts', 'web-test-runner.config.mjs')],
      '--static-logging',
      ...['--files', ...files],
    ],
    countsFile,
  );
}

const wanted = process.argv.slice(2);
const total = { passed: 0, failed: 0, skipped: 0 };
for (const [files, run] of [
  [nodeTests(wanted), runNodeTests],
  [browserTests(wanted), runBrowserTests],
]) {
  if (files.length === 0) continue;
  const counts = await run(files);
  for (const kind of KINDS) total[kind] += counts[kind];
}
if (total.passed + total.failed === 0) {
  console.error(wanted.length ? `No test ran for: ${wanted.join(' ')}` : 'No test ran.');
  total.failed = 1;
}
process.exitCode = total.failed > 0 ? 1 : 0;
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
