/** The CDN module in a real page: one file, under a strict Content Security Policy, and beside another copy of itself. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { launch } from 'puppeteer-core';
import type { Browser } from 'puppeteer-core';
import { launchOptions } from '../../scripts/browser.mjs';
import { VERSION } from '../../src/version.js';
import { BuiltPackage } from './built-package.js';

/** Elements that stand in the page. */
const NAMES = ['ocean-backend', 'ocean-integration-form'];

/** All that the module registers. */
const REGISTERED = [
  'ocean-backend',
  'ocean-integration-form',
  'ocean-integration-list',
  'ocean-launch-frame',
  'ocean-referral-confirmation',
  'ocean-referral-footer',
  'ocean-referral-header',
  'ocean-referral-launch',
];

// Two copies of Lit make the same Trusted Types policy, hence 'allow-duplicates'.
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; " +
  "require-trusted-types-for 'script'; trusted-types lit-html dompurify 'allow-duplicates'";

/** The page's scripts, in turn: `/old/` is the same module as another version of the library. */
const page = (scripts: string[]): string => `<!doctype html>
  <html lang="en"><head><title>CDN</title>
  ${scripts.map((script) => `<script type="module" src="${script}"></script>`).join('')}
  </head><body><ocean-backend memory><ocean-integration-form></ocean-integration-form></ocean-backend></body></html>`;

const serve = async (code: string): Promise<Server> => {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    response.setHeader('content-security-policy', POLICY);
    if (pathname === '/') {
      response.setHeader('content-type', 'text/html');
      response.end(page(searchParams.getAll('script')));
    } else if (pathname.endsWith('/ocean.js')) {
      response.setHeader('content-type', 'text/javascript');
      const quoted = new RegExp(`(["'\`])${VERSION.replaceAll('.', '\\.')}\\1`, 'g');
      response.end(pathname.startsWith('/old/') ? code.replace(quoted, '$10.0.1$1') : code);
    } else {
      response.statusCode = pathname === '/favicon.ico' ? 204 : 404;
      response.end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
};

describe('the CDN module', () => {
  let built: BuiltPackage;
  let server: Server;
  let browser: Browser;

  before(async () => {
    built = await BuiltPackage.make();
    server = await serve(await readFile(built.cdn, 'utf8'));
    browser = await launch(await launchOptions());
  });
  after(async () => {
    await browser?.close();
    server?.close();
    await built?.remove();
  });

  /** Opens a page with these scripts, and gives what it said and what it has. */
  const open = async (scripts: string[]) => {
    const tab = await browser.newPage();
    const said: string[] = [];
    tab.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
    tab.on('pageerror', (error) => said.push(`uncaught: ${String(error)}`));
    const { port } = server.address() as AddressInfo;
    const query = scripts.map((script) => `script=${encodeURIComponent(script)}`).join('&');
    await tab.goto(`http://127.0.0.1:${port}/?${query}`, { waitUntil: 'networkidle0' });
    const elements = await tab.evaluate(
      (names) =>
        names.map((name) => ({
          name,
          upgraded: document.querySelector(name)?.matches(':defined') ?? false,
          rendered: (document.querySelector(name)?.shadowRoot?.childElementCount ?? 0) > 0,
        })),
      NAMES,
    );
    await tab.close();
    return { said, elements };
  };

  const allThere = NAMES.map((name) => ({ name, upgraded: true, rendered: true }));

  it('registers everything, without a word on the console', async () => {
    const { said, elements } = await open(['/ocean.js']);
    assert.deepEqual(elements, allThere);
    assert.deepEqual(said, []);
  });

  it('says nothing of a second copy of the same version', async () => {
    const { said, elements } = await open(['/ocean.js', '/copy/ocean.js']);
    assert.deepEqual(elements, allThere);
    assert.deepEqual(said, []);
  });

  it('keeps the first and warns where the versions differ', async () => {
    const { said, elements } = await open(['/old/ocean.js', '/ocean.js']);
    assert.deepEqual(elements, allThere);
    assert.equal(said.length, REGISTERED.length, said.join('\n'));
    for (const name of REGISTERED)
      assert.ok(
        said.some(
          (text) => text.startsWith('warn') && text.includes(name) && text.includes('0.0.1'),
        ),
      );
  });
});
