/**
 * `npm test [-- part/of/a/path ...]`: the Node tests, then the browser tests, then one line that sums them up.
 * Nothing that ran, or a runner that ended without counts, is a failure.
 *
 * `npm run test:watch [-- part/of/a/path ...]`: the same files again whenever they or what they import changes, both kinds at once.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { runNodeTests } from './node-tests.mjs';
import { CACHE, ROOT, fromRoot } from './paths.mjs';
import { browserTests, nodeTests } from './test-files.mjs';
import { countsLine, noCounts } from './test-lines.mjs';

mkdirSync(CACHE, { recursive: true });

/** What test files build for each other (test/support/built.ts) is of one run. */
process.env.TEST_RUN = String(process.pid);

const start = (args, env = {}, stdin = 'ignore') =>
  spawn(process.execPath, args, {
    cwd: ROOT,
    stdio: [stdin, 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });

const browserRunner = (files, ...options) => [
  fromRoot('node_modules', '@web', 'test-runner', 'dist', 'bin.js'),
  ...['--config', fromRoot('scripts', 'web-test-runner.config.mjs')],
  ...options,
  ...['--files', ...files],
];

/** Runs the browser tests with their output shown, and reads the counts that their reporter wrote. */
function runBrowserTests(files) {
  const countsFile = path.join(CACHE, `browser-${process.pid}.json`);
  const child = start(browserRunner(files, '--static-logging'), { TEST_COUNTS: countsFile });
  return new Promise((resolve) => {
    child.on('close', (code, signal) => {
      let counts = noCounts();
      try {
        counts = JSON.parse(readFileSync(countsFile, 'utf8'));
      } catch {
        console.error(
          `The browser tests ended without a result (${signal ?? `exit code ${code}`}).`,
        );
        counts.failed += 1;
      }
      if (code !== 0 && counts.failed === 0) {
        console.error(`The browser test runner failed (${signal ?? `exit code ${code}`}).`);
        counts.failed += 1;
      }
      rmSync(countsFile, { force: true });
      resolve(counts);
    });
  });
}

async function runOnce(wanted) {
  const total = noCounts();
  for (const [files, run] of [
    [nodeTests(wanted), runNodeTests],
    [browserTests(wanted), runBrowserTests],
  ]) {
    if (files.length === 0) continue;
    const counts = await run(files);
    for (const kind of Object.keys(total)) total[kind] += counts[kind];
  }
  rmSync(path.join(CACHE, 'built', process.env.TEST_RUN), { recursive: true, force: true });
  if (total.passed + total.failed === 0) {
    console.error(wanted.length ? `No test ran for: ${wanted.join(' ')}` : 'No test ran.');
    total.failed = 1;
  }
  process.exitCode = total.failed > 0 ? 1 : 0;
  console.log(countsLine(total));
}

/** The keys that are pressed are the browser runner's. */
function watch(wanted) {
  const [ofNode, ofBrowser] = [nodeTests(wanted), browserTests(wanted)];
  if (ofNode.length + ofBrowser.length === 0) {
    console.error(`There is no test file for: ${wanted.join(' ')}`);
    process.exitCode = 1;
  }
  if (ofNode.length > 0) start(['--import', 'tsx', '--test', '--watch', ...ofNode]);
  if (ofBrowser.length > 0) start(browserRunner(ofBrowser, '--watch'), {}, 'inherit');
}

const [first, ...others] = process.argv.slice(2);
if (first === '--watch') watch(others);
else await runOnce(process.argv.slice(2));
