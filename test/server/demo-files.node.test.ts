/** What the demo's development server gives out: the demo, and nothing else of this machine. */
import assert from 'node:assert/strict';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { createServer } from 'vite';
import type { ViteDevServer } from 'vite';
import { fromRoot } from '../../scripts/paths.mjs';

const MARK = 'what-nobody-may-read';

/** Where the database is in `npm start`. */
const DATA = fromRoot('demo', 'server', 'data');
const PROBE = `probe-${process.pid}.db`;

const root = fromRoot('.').replace(/\/$/, '');

const GIVEN: readonly string[] = [
  '/',
  '/index.html',
  '/form/main.ts',
  '/admin.html',
  '/portal.html?x=1',
  '/icon.svg',
  '/admin/main.ts',
  '/launched/silent.html',
  '/@vite/client',
  `/@fs${root}/src/index.ts`,
  `/@fs${root}/src/integration/rules.ts?t=1`,
  `/@fs${root}/demo/form/main.ts`,
  `/@fs${root}/node_modules/lit/index.js`,
];

const secrets = (file: string): string[] => [
  `/${file}`,
  `/${file}?raw`,
  `/${file}?url`,
  `/${file}?import`,
  `/${file}?import&raw`,
  `/${file}?raw??`,
  `/${file}?inline`,
  `/${file}?worker`,
  `/${file}?html-proxy&raw`,
  `/${file}%3Fraw`,
  `/${file.replace('server', '%73erver')}`,
  `/${file.replace('server', '%2573erver')}`,
  `/${file.replace('server', 'Server')}`,
  `/${file.replace('server', 'SERVER')}?raw`,
  `/./${file}`,
  `//${file}`,
  `/admin/../${file}`,
  `/admin/%2e%2e/${file}`,
  `/admin/..%2f${file}`,
  `/admin\\..\\${file}`,
  `/admin//../${file}?raw`,
  `/${file.replaceAll('/', '%2f')}`,
  `/${file.replaceAll('/', '//')}`,
  `/${file.replaceAll('/', '\\')}`,
  `/${file}/`,
  `/${file}.`,
  `/${file}%20`,
  `/${file}%00`,
  `/@fs${root}/demo/${file}`,
  `/@fs${root}/demo/${file}?raw`,
  `/@fs${root}/demo/${file}?import&raw`,
  `/@fs/${root}/demo/${file}?raw`,
  `/@fs${root}/src/../demo/${file}?raw`,
  `/@fs${root}/src/%2e%2e/demo/${file}?raw`,
  `/@fs${root}/./demo/${file}`,
  `/@id/${root}/demo/${file}?raw`,
  `/@id${root}/demo/${file}?raw`,
  `/@id/__x00__${root}/demo/${file}?raw`,
  `/@id/../${file}?raw`,
  `/@id/./${file}?raw`,
  `/@vite/../${file}?raw`,
];

const REFUSED: readonly string[] = [
  ...secrets(`server/data/${PROBE}`),
  ...secrets('server/settings.ts'),
  '/server',
  '/server/',
  '/server/README.md',
  '/@fs/etc/passwd',
  '/@fs/etc/passwd?raw',
  `/@fs${root}/package.json`,
  `/@fs${root}/package.json?raw`,
  `/@fs${root}/.git/config?raw`,
  `/@fs${root}/test/server/secrets.node.test.ts?raw`,
  `/@fs${root}/srcs/x`,
  '/../package.json',
  '/%2e%2e/package.json',
  '/.env',
  '/.git/config',
  '/__open-in-editor?file=package.json',
  '/@unknown',
  '/%',
  '/%ff',
];

describe('the development server', () => {
  let vite: ViteDevServer;
  before(async () => {
    await mkdir(DATA, { recursive: true });
    await writeFile(path.join(DATA, PROBE), MARK);
    vite = await createServer({
      configFile: fromRoot('vite.config.ts'),
      logLevel: 'silent',
      // Nothing is looked for ahead of time, as no page is opened.
      optimizeDeps: { noDiscovery: true, include: [] },
      server: { port: 0, hmr: false, watch: null },
    });
    await vite.listen();
  });
  after(async () => {
    await vite?.close();
    await rm(path.join(DATA, PROBE), { force: true });
  });

  /** By `node:http`, which asks for the path as it is written. */
  const get = (asked: string, host = 'localhost'): Promise<{ status: number; body: string }> =>
    new Promise((resolve, reject) => {
      const { port } = vite.httpServer?.address() as AddressInfo;
      const headers = { host, accept: '*/*' };
      request({ host: '127.0.0.1', port, path: asked, headers }, (response) => {
        let body = '';
        response.setEncoding('utf8').on('data', (part: string) => (body += part));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
      })
        .on('error', reject)
        .end();
    });

  for (const asked of GIVEN)
    it(`gives ${asked.replace(root, '…')}`, async () =>
      assert.equal((await get(asked)).status, 200));

  for (const page of ['/index.html', '/portal.html', '/admin.html', '/launched/answering.html'])
    it(`gives all that ${page} imports`, async () => {
      const base = new URL(page, 'http://localhost');
      const reached = new Set<string>();
      const visit = async (asked: string): Promise<void> => {
        if (reached.has(asked)) return;
        reached.add(asked);
        const { status, body } = await get(asked);
        assert.equal(status, 200, asked);
        const imports = body.matchAll(
          asked === page
            ? /<script[^>]* src="([^"]+)"/g
            : /\b(?:from|import)\s*\(?\s*["']([./][^"'\n]*)["']/g,
        );
        for (const [, module = ''] of imports) {
          const next = new URL(module, new URL(asked, base));
          // What a library imports in turn is the library's.
          if (!asked.includes('/node_modules/')) await visit(next.pathname + next.search);
        }
      };
      await visit(page);
      assert.ok(reached.size > 5, [...reached].join(' '));
    });

  for (const asked of REFUSED)
    it(`gives nothing for ${asked.replaceAll(root, '…')}`, async () => {
      const { status, body } = await get(asked);
      assert.ok(status >= 400 && status < 500, String(status));
      assert.doesNotMatch(body, new RegExp(`${MARK}|OCEAN_SECRET_KEY|root:`));
    });

  for (const host of ['evil.test', 'evil.test:5173', 'localhost.evil.test', '192.168.1.2'])
    it(`gives nothing by the name ${host}`, async () => {
      for (const asked of ['/', '/form/main.ts', '/@vite/client'])
        assert.ok([403, 421].includes((await get(asked, host)).status), asked);
    });
});
