/**
 * Finds a Chromium to run tests, screenshots and measurements in:
 * `CHROME_PATH`, then an installed browser, then the one inside the npm package `@sparticuz/chromium`,
 * so that a machine with nothing but Node (Linux x64) can run everything. `CHROME_PATH=packaged` takes that one whatever is installed.
 */
import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { CACHE, fromRoot } from './paths.mjs';

const run = promisify(execFile);

const HELP =
  'No browser to run tests in was found: install Chrome or Chromium, or set CHROME_PATH to its executable.';

/** Headless shells first: they start several times faster than the full browser. */
const NAMES = [
  'chromium-headless-shell',
  'chrome-headless-shell',
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
];

/** @returns {string[]} where browsers usually are, most wanted first */
function candidates() {
  const { env, platform } = process;
  const folders = (env.PATH ?? '').split(path.delimiter).filter(Boolean);
  const places = NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  if (platform === 'darwin') {
    for (const base of ['/Applications', path.join(env.HOME ?? '', 'Applications')])
      for (const app of ['Google Chrome', 'Chromium'])
        places.push(`${base}/${app}.app/Contents/MacOS/${app}`);
  } else if (platform === 'win32') {
    for (const base of [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA])
      if (base)
        places.push(
          path.join(base, 'Google/Chrome/Application/chrome.exe'),
          path.join(base, 'Chromium/Application/chrome.exe'),
        );
  } else {
    places.push('/opt/google/chrome/chrome', '/snap/bin/chromium');
  }
  return places;
}

/**
 * Whether a browser starts from here. On Linux a name alone is not enough: `chromium-browser` may be a script that
 * only says what to install. Elsewhere `--version` would open a window, so being there is enough.
 */
async function works(executablePath) {
  try {
    await access(executablePath, constants.X_OK);
    if (process.platform !== 'linux') return true;
    const { stdout } = await run(executablePath, ['--version'], { timeout: 300_000 });
    return /\d+\.\d+\.\d+/.test(stdout);
  } catch {
    return false;
  }
}

const isHeadlessShell = (executablePath) => /headless[-_]shell/.test(path.basename(executablePath));

const installed = (executablePath) => ({
  executablePath,
  headless: isHeadlessShell(executablePath) ? 'shell' : true,
  env: {},
});

/**
 * The package's own configuration looks for fonts where a Lambda has them. Without any font, Chromium crashes on the
 * first password field or `<select>`.
 */
const fontConfiguration = (folder) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${path.join(folder, 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${path.join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;

/** Variables that it needs besides this process's own. */
const packagedEnv = (folder) => ({
  FONTCONFIG_PATH: path.join(folder, 'fonts'),
  LD_LIBRARY_PATH: [path.join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH]
    .filter(Boolean)
    .join(path.delimiter),
});

/**
 * Unpacks the browser of `@sparticuz/chromium` once, with the libraries (nss) that a bare machine lacks.
 * Done by a process of its own, as the package reads and changes environment variables when it is imported, and in
 * a folder that gets its name when it is whole, as several test runs may start at once.
 */
async function unpack() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const manifest = fromRoot('node_modules', '@sparticuz', 'chromium', 'package.json');
  const { version } = JSON.parse(await readFile(manifest, 'utf8'));
  const folder = path.join(CACHE, `chromium-${version}`);
  const executablePath = path.join(folder, 'chromium');
  const browser = {
    executablePath,
    headless: 'shell',
    env: packagedEnv(folder),
  };
  const isThere = () =>
    access(executablePath, constants.X_OK).then(
      () => true,
      () => false,
    );
  if (await isThere()) return browser;
  const partial = `${folder}.${process.pid}`;
  await mkdir(partial, { recursive: true });
  const script =
    "import('@sparticuz/chromium').then(({ default: chromium }) => chromium.executablePath())";
  // The name of a Lambda runtime makes the package unpack the libraries too; any that it knows will do.
  const env = { ...process.env, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x', TMPDIR: partial };
  try {
    await run(process.execPath, ['-e', script], { cwd: fromRoot(), env, timeout: 600_000 });
    await writeFile(path.join(partial, 'fonts', 'fonts.conf'), fontConfiguration(folder));
    // Once: it takes half a second, and the folder gets its name only where it starts.
    await run(path.join(partial, 'chromium'), ['--version'], {
      env: { ...process.env, ...packagedEnv(partial) },
    });
    await rename(partial, folder).catch(async (error) => {
      if (!(await isThere())) throw error; // else another run was first
    });
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
  return browser;
}

let found;

/**
 * @returns {Promise<{ executablePath: string, headless: true | 'shell', env: Record<string, string> }>}
 *   `env`: variables that the browser needs besides this process's own
 */
export function findBrowser() {
  found ??= (async () => {
    const { CHROME_PATH } = process.env;
    if (CHROME_PATH && CHROME_PATH !== 'packaged') {
      if (await works(CHROME_PATH)) return installed(CHROME_PATH);
      throw new Error(`CHROME_PATH (${CHROME_PATH}) is not a browser that starts.`);
    }
    if (!CHROME_PATH)
      for (const candidate of candidates()) if (await works(candidate)) return installed(candidate);
    try {
      const browser = await unpack();
      if (browser) return browser;
    } catch (cause) {
      throw new Error(HELP, { cause });
    }
    throw new Error(HELP);
  })();
  return found;
}

/**
 * A sandbox can't be had as root. Sites are kept apart as in every desktop Chromium, which a headless shell leaves out: else a frame
 * shares the page's process, and what it writes to the console. The rest is for speed, small `/dev/shm`, and a browser that calls nobody.
 */
export function browserArguments() {
  const root = process.platform === 'linux' && process.getuid?.() === 0;
  return [
    ...(root ? ['--no-sandbox', '--no-zygote'] : []),
    '--site-per-process',
    '--disable-gpu',
    '--disable-dev-shm-usage',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
}

/** Options for `launch()` of puppeteer-core, or `launchOptions` of the test runner's `chromeLauncher()`. */
export async function launchOptions() {
  const { executablePath, headless, env } = await findBrowser();
  return {
    executablePath,
    headless,
    args: browserArguments(),
    env: { ...process.env, ...env },
    // They bound what hangs: a busy machine takes its time.
    timeout: 300_000,
    protocolTimeout: 900_000,
  };
}

/**
 * A page in a window of its own, that takes itself for focused from its start. On a busy machine the browser tells a new
 * page late, by a second or more, that it has the focus; until then no focus event comes.
 */
export async function focusedPage(browser) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.emulateFocusedPage(true);
  return page;
}
