/** Builds the measured pages as a host's bundler would, and serves them on this machine. */
import { createServer } from 'node:http';
import type { ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { literalsHtmlCssMinifier } from '@literals/rollup-plugin-html-css-minifier';
import { build } from 'vite';
import type { PluginOption } from 'vite';
import { ROOT, fromRoot } from '../../scripts/paths.mjs';
import { CACHE, SIDES, SUBJECTS, pageOf, writePeerEntries } from './subjects.js';
import type { Side, SubjectName } from './subjects.js';

const FOLDER = fromRoot(CACHE);

/** Where a module of a page is built to, and served from. */
const built = (source: string): string => `modules/${path.basename(source, '.ts')}`;

const bundle = async (source: string): Promise<void> => {
  await build({
    root: ROOT,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    mode: 'production',
    plugins: [
      {
        ...(literalsHtmlCssMinifier({ failOnError: true }) as object),
        enforce: 'pre',
      } as PluginOption,
    ],
    build: {
      outDir: path.join(FOLDER, built(source)),
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: fromRoot(source),
        output: { format: 'es', entryFileNames: 'entry.js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
};

const html = (subject: SubjectName, side: Side): string => {
  const { modules, tags } = pageOf(subject, side);
  const data = Object.entries(tags).map(([key, tag]) => ` data-${key}="${tag}"`);
  const scripts = modules.map(
    (source) => `<script type="module" src="/${built(source)}/entry.js"></script>`,
  );
  return `<!doctype html>
<html lang="en-CA"${data.join('')}>
  <meta charset="utf-8" />
  <title>${subject} ${side}</title>
  ${scripts.join('\n  ')}
  <body></body>
</html>
`;
};

/** Isolated, as the clock is then fine enough; never cached, so that a fresh page is one. */
const HEADERS = {
  'cache-control': 'no-store',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};

const ADDRESSES = new Map<string, { subject: SubjectName; side: Side }>(
  SUBJECTS.flatMap((subject) =>
    SIDES.map((side) => [`/${subject}-${side}.html`, { subject, side }] as const),
  ),
);

const answer = async (url: string, response: ServerResponse): Promise<void> => {
  const page = ADDRESSES.get(url);
  if (page) {
    response
      .writeHead(200, { ...HEADERS, 'content-type': 'text/html' })
      .end(html(page.subject, page.side));
    return;
  }
  try {
    const script = await readFile(path.join(FOLDER, path.normalize(url)));
    response.writeHead(200, { ...HEADERS, 'content-type': 'text/javascript' }).end(script);
  } catch {
    response.writeHead(404).end();
  }
};

export interface Pages {
  address(subject: SubjectName, side: Side): string;
  close(): void;
}

/** Builds what the subjects need, and all hand-written entries. */
export const buildPages = async (subjects: readonly SubjectName[]): Promise<void> => {
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(path.join(FOLDER, 'entries'), { recursive: true });
  await writePeerEntries();
  const sources = subjects.flatMap((subject) =>
    SIDES.flatMap((side) => pageOf(subject, side).modules),
  );
  for (const source of new Set(sources)) await bundle(source);
};

export const servePages = async (): Promise<Pages> => {
  const server = createServer((request, response) => void answer(request.url ?? '', response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: (subject, side) => `http://127.0.0.1:${port}/${subject}-${side}.html`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};
