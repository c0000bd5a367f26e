/**
 * A reporter of the browser tests: a line for each file, and the counts of single tests, written to the file named by TEST_COUNTS. What failed is
 * shown by the runner's own reporter.
 * A file that doesn't load, has no tests, never finishes or errs outside a test counts as one failed test, as else
 * a broken file would look like a green one.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './paths.mjs';
import { fileLine, noCounts } from './test-lines.mjs';

function* testsOf(suite, around = []) {
  for (const test of suite?.tests ?? [])
    yield { ...test, name: [...around, test.name].join(' > ') };
  for (const inner of suite?.suites ?? []) yield* testsOf(inner, [...around, inner.name]);
}

function countsOf(session) {
  const counts = noCounts();
  const tests = [...testsOf(session.testResults)];
  for (const { passed, skipped } of tests)
    counts[skipped ? 'skipped' : passed ? 'passed' : 'failed'] += 1;
  if (tests.length === 0) counts.failed += 1;
  else if (counts.failed === 0 && (!session.passed || session.errors.length > 0))
    counts.failed += 1;
  return counts;
}

export function fileReporter() {
  return {
    onTestRunFinished({ sessions }) {
      const total = noCounts();
      for (const session of sessions) {
        const counts = countsOf(session);
        for (const kind of Object.keys(total)) total[kind] += counts[kind];
      }
      if (process.env.TEST_COUNTS) writeFileSync(process.env.TEST_COUNTS, JSON.stringify(total));
    },
    reportTestFileResults({ logger, sessionsForTestFile, testFile }) {
      for (const session of sessionsForTestFile) {
        const tests = [...testsOf(session.testResults)];
        const time = tests.reduce((sum, { duration = 0 }) => sum + duration, 0);
        logger.log(fileLine(path.relative(ROOT, testFile), countsOf(session), time));
        if (tests.length === 0) logger.log('  ✖ No test ran.');
        for (const { name, skipped } of tests) if (skipped) logger.log(`  ﹣ ${name}`);
      }
    },
  };
}
