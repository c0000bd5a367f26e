/**
 * Makes the table of what an engine cannot do hold in a run of the test runner: its tests are skipped where they fail, and
 * the end of the run names each reason, and each row whose tests pass. A row that no test belongs to is a failure.
 */
import path from 'node:path';
import { ROOT } from '../paths.mjs';
import { browserTests } from '../test-files.mjs';
import { rowOf } from './listed.mjs';
import { rowsOf } from './table.mjs';

function* testsOf(suite, titles = []) {
  for (const test of suite?.tests ?? []) yield { ...test, titles: [...titles, test.name] };
  for (const inner of suite?.suites ?? []) yield* testsOf(inner, [...titles, inner.name]);
}

const fileOf = (session) => path.relative(ROOT, session.testFile).split(path.sep).join('/');

/**
 * @param {string} engine as the table names it
 * @returns what a configuration of the test runner takes: the page of each test file, and a reporter
 */
export function listedTests(engine) {
  const rows = rowsOf(engine);
  const inScript = JSON.stringify(rows).replaceAll('<', '\\u003c');
  return {
    // One module, as the framework fetches the tests as soon as it runs.
    testRunnerHtml: (framework) => `<!DOCTYPE html><html><head></head><body>
<script>globalThis.__LISTED_ROWS__ = ${inScript};</script>
<script type="module">
import '${framework}';
import '/scripts/engines/test-page.mjs';
</script></body></html>`,
    reporter: {
      onTestRunFinished({ sessions }) {
        const tests = sessions.flatMap((session) =>
          [...testsOf(session.testResults)].map((test) => ({
            ...test,
            row: rowOf(rows, fileOf(session), test.titles),
          })),
        );
        const files = new Set(sessions.map(fileOf));
        const whole = browserTests().every((file) => files.has(file));
        for (const row of rows) {
          const own = tests.filter((test) => test.row === row);
          const skipped = own.filter((test) => test.skipped).length;
          const what = `${row.file}: ${row.test}`;
          if (skipped > 0) console.log(`${skipped} skipped in ${engine}: ${row.reason} (${what})`);
          else if (own.length > 0 && own.every(({ passed }) => passed))
            console.log(`Passes in ${engine} now, take it out of test/engines.md: ${what}`);
          else if (whole && own.length === 0) {
            console.error(`No test for this row of test/engines.md: ${what}`);
            process.on('exit', () => (process.exitCode = 1));
          }
        }
      },
    },
  };
}
