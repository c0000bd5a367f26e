/**
 * `npm run test:firefox`, `npm run test:webkit` [-- part/of/a/path ...]: the browser tests in another engine than Chromium, then one
 * line that sums them up. Where the engine is not installed, one sentence says what is missing, and nothing fails.
 */
import { runBrowserTests } from '../browser-tests.mjs';
import { fromRoot } from '../paths.mjs';
import { browserTests } from '../test-files.mjs';
import { countsLine, noCounts } from '../test-lines.mjs';
import { ENGINES } from './engines.mjs';

const [engine, ...wanted] = process.argv.slice(2);
const { name, missing } = ENGINES[engine];

async function run() {
  const lacking = missing();
  if (lacking) {
    console.log(`Skipped in ${name}: ${lacking}`);
    return { ...noCounts(), skipped: 1 };
  }
  const files = browserTests(wanted);
  if (files.length === 0) {
    console.error(`There is no test file of a browser's for: ${wanted.join(' ')}`);
    return { ...noCounts(), failed: 1 };
  }
  const config = fromRoot('scripts', 'engines', 'config.mjs');
  return runBrowserTests(files, config, { ENGINE: engine });
}

const counts = await run();
process.exitCode = counts.failed > 0 ? 1 : 0;
console.log(countsLine(counts));
