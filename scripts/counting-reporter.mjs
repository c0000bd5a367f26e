/**
 * A reporter of the browser tests that counts single tests, and writes the counts to the file named by TEST_COUNTS.
 * A file that doesn't load, has no tests, never finishes or errs outside a test counts as one failed test, as else
 * a broken file would look like a green one.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './paths.mjs';

function* testsOf(suite) {
  yield* suite?.tests ?? [];
  for (const inner of suite?.suites ?? []) yield* testsOf(inner);
}

export function countingReporter() {
  return {
    onTestRunFinished({ sessions }) {
      const counts = { passed: 0, failed: 0, skipped: 0 };
      for (const session of sessions) {
        const file = path.relative(ROOT, session.testFile);
        const tests = [...testsOf(session.testResults)];
        for (const { passed, skipped } of tests)
          counts[skipped ? 'skipped' : passed ? 'passed' : 'failed'] += 1;
        if (tests.length === 0) console.log(`${file}: no test ran`);
        const explained = tests.some(({ passed, skipped }) => !passed && !skipped);
        if (tests.length === 0 || (!explained && (!session.passed || session.errors.length > 0)))
          counts.failed += 1;
      }
      if (process.env.TEST_COUNTS) writeFileSync(process.env.TEST_COUNTS, JSON.stringify(counts));
    },
  };
}
