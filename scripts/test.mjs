/**
 * `npm test [-- part/of/a/path ...]`: the Node tests, then the browser tests, then one line that sums them up.
 * Nothing that ran, or a runner that ended without counts, is a failure.
 *
 * `npm run test:watch [-- part/of/a/path ...]`: the same files again whenever they or what they import changes, both kinds at once.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { browserRunner, runBrowserTests } from './browser-tests.mjs';
import { runNodeTests } from './node-tests.mjs';
import { CACHE, ROOT } from './paths.mjs';
import { browserTests, nodeTests } from './test-files.mjs';
import { countsLine, noCounts } from './test-lines.mjs';

mkdirSync(CACHE, { recursive: true });

/** What test files build for each other (test/support/built.ts) is of one run. */
process.env.TEST_RUN = String(process.pid);

const start = (args, stdin = 'ignore') =>
  spawn(process.execPath, args, { cwd: ROOT, stdio: [stdin, 'inherit', 'inherit'] });

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
  if (ofBrowser.length > 0) start(browserRunner(ofBrowser, undefined, '--watch'), 'inherit');
}

const [first, ...others] = process.argv.slice(2);
if (first === '--watch') watch(others);
else await runOnce(process.argv.slice(2));
