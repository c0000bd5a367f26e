/** Firefox for the test runner: Debian's ESR or any other, over WebDriver BiDi, with nothing else to install. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromeLauncher } from '@web/test-runner-chrome';
import puppeteer from 'puppeteer-core';
import { downloadFolder } from '../downloads.mjs';

const NAMES = ['firefox-esr', 'firefox'];

/** Where Firefox is: `FIREFOX_PATH`, or in a folder of the `PATH`. */
export const firefoxPath = () =>
  process.env.FIREFOX_PATH ||
  (process.env.PATH ?? '')
    .split(path.delimiter)
    .filter(Boolean)
    .flatMap((folder) => NAMES.map((name) => path.join(folder, name)))
    .find((file) => existsSync(file));

/** What is missing, in one sentence. */
export const missingFirefox = () =>
  firefoxPath()
    ? undefined
    : 'Firefox is not installed (Debian: apt-get install firefox-esr), and FIREFOX_PATH names none.';

/** How Firefox names what a media query asks for, and its word for what is not emulated. */
const OVERRIDES = {
  'prefers-color-scheme': 'prefersColorSchemeOverride',
  'prefers-reduced-motion': 'prefersReducedMotionOverride',
  'forced-colors': 'forcedColorsOverride',
};

/** Runs in the browser's own window: sets what all its tabs take for the user's choice. */
const OVERRIDE = `(name, value) => {
  for (const window of Services.wm.getEnumerator('navigator:browser'))
    for (const { browsingContext } of window.gBrowser.browsers) browsingContext[name] = value;
}`;

/** Emulates media features by the browser's own script, as WebDriver BiDi has no command for it in Firefox. */
async function emulate(browser, features) {
  const { connection } = browser;
  const { result } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  for (const { name, value } of features ?? []) {
    if (!OVERRIDES[name]) throw new Error(`Firefox cannot be made to emulate ${name}.`);
    const answer = await connection.send('script.callFunction', {
      functionDeclaration: OVERRIDE,
      arguments: [OVERRIDES[name], value].map((given) => ({ type: 'string', value: given })),
      target: { context: result.contexts[0].context },
      awaitPromise: true,
    });
    if (answer.result.type === 'exception')
      throw new Error(`Firefox did not emulate ${name}: ${answer.result.exceptionDetails.text}`);
  }
}

export const firefoxLauncher = () =>
  chromeLauncher({
    puppeteer,
    concurrency: 1,
    launchOptions: {
      browser: 'firefox',
      executablePath: firefoxPath(),
      headless: true,
      args: ['--remote-allow-system-access'],
      extraPrefsFirefox: {
        // Saves without a question.
        'browser.download.folderList': 2,
        'browser.download.dir': downloadFolder(),
        'browser.download.alwaysOpenPanel': false,
      },
    },
    async createPage({ browser }) {
      const page = await browser.newPage();
      page.emulateMediaFeatures = (features) => emulate(browser, features);
      return page;
    },
  });
