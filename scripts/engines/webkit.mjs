/**
 * WebKit for the test runner: WebKitGTK's MiniBrowser on a display of its own (Xvfb), driven by WebKitWebDriver. The test
 * runner's launcher is Puppeteer's: this gives it what it and the commands of tests use of a browser and a page.
 */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { chromeLauncher } from '@web/test-runner-chrome';
import { downloadFolder } from '../downloads.mjs';
import { CACHE } from '../paths.mjs';
import { end, freePort, start } from './processes.mjs';
import { WebDriverSession } from './webdriver.mjs';

/** For a start, or a command: long, for a busy machine. What takes longer hangs. */
const COMMAND_MS = 60_000;

const onPath = (name) =>
  (process.env.PATH ?? '')
    .split(path.delimiter)
    .filter(Boolean)
    .map((folder) => path.join(folder, name))
    .find((file) => existsSync(file));

/** Debian keeps it in a folder named by the processor and the version of the library. */
const miniBrowser = () => {
  const folders = ['/usr/lib', '/usr/libexec'].filter((folder) => existsSync(folder));
  return folders
    .flatMap((folder) =>
      readdirSync(folder).flatMap((name) => {
        const inner = path.join(folder, name);
        return /-linux-gnu/.test(name)
          ? readdirSync(inner).map((each) => path.join(inner, each))
          : [inner];
      }),
    )
    .filter((folder) => /^webkit2?gtk-/.test(path.basename(folder)))
    .map((folder) => path.join(folder, 'MiniBrowser'))
    .find((file) => existsSync(file));
};

/** What is missing, in one sentence. */
export function missingWebKit() {
  const missing = [
    ['WebKitWebDriver', onPath('WebKitWebDriver')],
    ['MiniBrowser', miniBrowser()],
    ['Xvfb', onPath('Xvfb')],
  ].filter(([, found]) => !found);
  if (missing.length === 0) return undefined;
  const names = missing.map(([name]) => name).join(', ');
  return `WebKitGTK is not installed whole, as ${names} cannot be found (Debian: apt-get install webkit2gtk-driver xvfb).`;
}

/** Pages may open windows without a user's action, as in the other engines where they are driven. */
const ARGUMENTS = ['--automation', '--javascript-can-open-windows-automatically=true'];

/** The window gets no narrower than its tool bar: without these, a page cannot be 320 pixels wide. */
const NARROW =
  '* { min-width: 0; min-height: 0; margin: 0; padding: 0; border-width: 0; font-size: 4px; -gtk-icon-transform: scale(0.1); }';

/** A folder of settings for this run alone, as GTK and the browser look for them. It goes with the run. */
function writeSettings() {
  mkdirSync(CACHE, { recursive: true });
  const folder = mkdtempSync(path.join(CACHE, 'webkit-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(path.join(folder, 'gtk-3.0'));
  writeFileSync(path.join(folder, 'gtk-3.0', 'gtk.css'), NARROW);
  writeFileSync(path.join(folder, 'user-dirs.dirs'), `XDG_DOWNLOAD_DIR="${downloadFolder()}"\n`);
  return folder;
}

/**
 * Starts a display that is free, and gives its name once it is there. It is small, so that its pointer is above any window: without a
 * window manager, the window below the pointer has the focus.
 */
async function startDisplay() {
  const options = { stdio: ['ignore', 'pipe', 'ignore'] };
  const size = ['-screen', '0', '256x192x24', '-dpi', '96'];
  const program = start('Xvfb', ['-displayfd', '1', ...size, '-nolisten', 'tcp'], options);
  const number = await new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('Xvfb did not start.')), COMMAND_MS);
    program.on('error', reject);
    program.on('exit', () => reject(new Error('Xvfb ended.')));
    program.stdout.once('data', (data) => {
      clearTimeout(late);
      resolve(String(data).trim());
    });
  });
  return { program, name: `:${number}` };
}

async function startDriver(display) {
  const port = await freePort();
  const program = start('WebKitWebDriver', [`--port=${port}`], {
    stdio: 'ignore',
    env: {
      ...process.env,
      ...{ DISPLAY: display, GDK_BACKEND: 'x11', LIBGL_ALWAYS_SOFTWARE: '1', NO_AT_BRIDGE: '1' },
      ...{ XDG_CONFIG_HOME: writeSettings(), LANG: 'C.UTF-8' },
    },
  });
  const server = `http://127.0.0.1:${port}`;
  for (const giveUp = Date.now() + COMMAND_MS; Date.now() < giveUp; await pause(100)) {
    if (await fetch(`${server}/status`).catch(() => undefined)) return { program, server };
  }
  await end(program);
  throw new Error('WebKitWebDriver did not start.');
}

/** One browser with one page, as its driver allows one session. */
class WebKitBrowser {
  #display;
  #driver;
  #session;

  static async launch() {
    const browser = new WebKitBrowser();
    try {
      browser.#display = await startDisplay();
      browser.#driver = await startDriver(browser.#display.name);
      const capabilities = {
        browserName: 'MiniBrowser',
        'webkitgtk:browserOptions': { binary: miniBrowser(), args: ARGUMENTS },
      };
      const { server } = browser.#driver;
      browser.#session = await WebDriverSession.open(server, capabilities, COMMAND_MS);
    } catch (error) {
      await browser.close();
      throw error;
    }
    return browser;
  }

  get session() {
    return this.#session;
  }

  isConnected() {
    return this.#session !== undefined;
  }

  defaultBrowserContext() {
    return this;
  }

  async userAgent() {
    return this.#session.evaluate('navigator.userAgent');
  }

  /** The session first, as the driver ends the browser with it; then what has not ended. */
  async close() {
    const session = this.#session;
    this.#session = undefined;
    await session?.close().catch(() => undefined);
    for (const each of [this.#driver, this.#display]) if (each) await end(each.program);
  }

  /** A page that no longer answers takes its browser along: the next file gets another. */
  async orClose(command) {
    try {
      return await command;
    } catch (error) {
      await this.close();
      throw error;
    }
  }
}

const pageOf = (browser) => {
  const { session } = browser;
  return {
    browser: () => browser,
    isClosed: () => !browser.isConnected(),
    url: () => session.evaluate('location.href'),
    evaluate: (code) => session.evaluate(`(${String(code)})()`),
    goto: (url) => browser.orClose(session.goTo(url)),
    setViewport: (size) => session.resize(size),
    // The driver has no command for it; a test looks whether it is as it asked for.
    emulateMediaFeatures: async () => undefined,
    keyboard: {
      type: (text) => session.type(text),
      press: (key) => session.press(key),
      down: (key) => session.keyDown(key),
      up: (key) => session.keyUp(key),
    },
    mouse: {
      move: (x, y) => session.move(x, y),
      click: (x, y, options) => session.click(x, y, options),
      down: (options) => session.mouseDown(options),
      up: (options) => session.mouseUp(options),
      reset: () => session.release(),
    },
  };
};

export const webkitLauncher = () =>
  chromeLauncher({
    puppeteer: { launch: () => WebKitBrowser.launch() },
    concurrency: 1,
    launchOptions: { browser: 'WebKit' },
    createPage: async ({ browser }) => pageOf(browser),
  });
