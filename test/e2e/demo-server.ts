/**
 * Builds the demo as it would be published and serves it under the Content Security Policy that the design asks for. The
 * server is reached as 127.0.0.1 and as localhost, which are two origins: the launched systems stand on the other one. With a
 * reference server behind it, as `npm start` has.
 */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, request as ask } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { build } from 'vite';
import { fromRoot } from '../../scripts/paths.mjs';
import { realOutbound } from '../../demo/server/outbound.js';
import { startTestServer } from '../server/reference-server.js';
import type { TestServer } from '../server/reference-server.js';
import { built } from '../support/built.js';

const REPORTS = '/reports';

/** The design's policy with Trusted Types; pictures for logos, and where the in-memory backend's logos live. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html dompurify',
  `report-uri ${REPORTS}`,
];

/** Of the launched systems, which bring nothing of this library. */
const LAUNCHED_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "require-trusted-types-for 'script'",
  `report-uri ${REPORTS}`,
];

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

const PAGES = [
  'index',
  'portal',
  'admin',
  'launched/answering',
  'launched/silent',
  'launched/refusing',
];

export const buildDemo = (): Promise<string> =>
  built('demo', (outDir) =>
    build({
      configFile: false,
      root: fromRoot('demo'),
      base: './',
      logLevel: 'warn',
      build: {
        outDir,
        emptyOutDir: true,
        target: 'es2022',
        modulePreload: false,
        rolldownOptions: { input: PAGES.map((page) => fromRoot('demo', `${page}.html`)) },
      },
    }),
  );

export interface DemoServer {
  server: Server;
  /** Where the demo is. */
  address: string;
  /** The same server as another origin: where its launched systems are. */
  launched: string;
  /** Requests for pages of launched systems, with the referrer that the browser told. */
  arrivals: { url: string; referrer: string | undefined }[];
  /** What browsers have reported against a policy. */
  reports: string[];
}

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  let body = '';
  for await (const part of request.setEncoding('utf8')) body += String(part);
  return body;
};

const headersOf = (pathname: string, frames: readonly string[]): Record<string, string> => {
  if (pathname.startsWith('/launched/')) {
    const refuses = pathname === '/launched/refusing.html';
    const policy = [...LAUNCHED_POLICY, ...(refuses ? ["frame-ancestors 'none'"] : [])];
    return {
      'content-security-policy': policy.join('; '),
      ...(refuses && { 'x-frame-options': 'DENY' }),
    };
  }
  const policy = [...PAGE_POLICY, ...(frames.length ? [`frame-src ${frames.join(' ')}`] : [])];
  return { 'content-security-policy': policy.join('; ') };
};

const isForReferenceServer = (pathname: string): boolean =>
  /^\/(?:api\/ocean|sink)\//.test(pathname);

const passOn = (request: IncomingMessage, response: ServerResponse, origin: string): void => {
  const { method, headers } = request;
  const passed = ask(new URL(request.url ?? '/', origin), { method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  passed.on('error', () => response.destroy());
  request.pipe(passed);
};

/** A reference server for the demo: its endpoints are the sink at the demo's own address. */
export const startReferenceServer = (): Promise<TestServer> =>
  startTestServer({
    outbound: realOutbound,
    settings: {
      deployment: 'development',
      outbound: { allowLoopback: true, checkTimeLimit: 5_000, deliveryTimeLimit: 10_000 },
    },
  });

/**
 * @param options.frames whether the policy lists the launched systems' origin under `frame-src`
 * @param options.reference the reference server that answers at `/api/ocean` and `/sink`; left out, none does
 */
export const serveDemo = async (
  folder: string,
  { frames = true, reference }: { frames?: boolean; reference?: TestServer } = {},
): Promise<DemoServer> => {
  const arrivals: DemoServer['arrivals'] = [];
  const reports: string[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://demo');
    if (reference && isForReferenceServer(pathname))
      return passOn(request, response, reference.address);
    if (pathname === REPORTS) {
      void bodyOf(request).then((report) => {
        reports.push(report);
        response.writeHead(204).end();
      });
      return;
    }
    if (pathname.startsWith('/launched/'))
      arrivals.push({ url: request.url ?? '', referrer: request.headers.referer });
    const file = path.join(folder, pathname === '/' ? 'index.html' : path.normalize(pathname));
    void stat(file).then(
      () => {
        response.writeHead(200, {
          'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream',
          ...headersOf(pathname, frames ? [new URL(launched).origin] : []),
        });
        createReadStream(file).pipe(response);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const address = `http://127.0.0.1:${port}/`;
  const launched = `http://localhost:${port}/`;
  return { server, address, launched, arrivals, reports };
};
