/** Tests that need a browser: every test/**\/*.test.ts but the Node tests and the benchmarks. */
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { browserTests } from './test-files.mjs';
import { focusedPage, launchOptions } from './browser.mjs';
import { downloads } from './downloads.mjs';
import { serveCorpora } from './corpora.mjs';
import { fileReporter } from './browser-reporter.mjs';
import { forcedColours } from './forced-colours.mjs';
import { launchedSystems } from './launched-systems.mjs';
import { ROOT, fromRoot } from './paths.mjs';

/**
 * A page in a window of its own, as a tab in the background paints nothing and gets no focus events, and two files run at
 * a time.
 *
 * Shows what the browser itself says (blocked loads, policy violations), which goes through no `console` of the page.
 * Left out: missing files, which the default reporter lists, and frames that a test fills with hostile content.
 */
async function createPage({ browser }) {
  const page = await focusedPage(browser);
  page.on('error', (error) => console.error(`Page crashed: ${error.message}`));
  page.on('console', (message) => {
    const { url = '' } = message.location();
    const fromScript = message.args().length > 0;
    if (fromScript || message.type() !== 'error' || message.text().includes('404')) return;
    if (url !== 'about:srcdoc') console.error(`Browser: ${message.text()} ${url}`);
  });
  return page;
}

export default {
  rootDir: ROOT,
  files: browserTests(),
  nodeResolve: true,
  concurrency: 2,
  // They bound what hangs, and nothing else: a busy machine may take many times as long as a quiet one.
  browserStartTimeout: 300_000,
  testsStartTimeout: 300_000,
  testsFinishTimeout: 900_000,
  testFramework: { config: { timeout: 120_000 } },
  browsers: [chromeLauncher({ launchOptions: await launchOptions(), createPage })],
  plugins: [
    forcedColours(),
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: fromRoot('tsconfig.json') }),
    launchedSystems(),
    downloads(),
  ],
  middleware: [serveCorpora],
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  reporters: [defaultReporter({ reportTestProgress: false }), fileReporter()],
};
