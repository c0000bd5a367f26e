/** Builds the two measured pages as a host's bundler would, and serves them on this machine. */
import { createServer } from 'node:http';
import type { ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { literalsHtmlCssMinifier } from '@literals/rollup-plugin-html-css-minifier';
import { build } from 'vite';
import type { PluginOption } from 'vite';
import { ROOT, fromRoot } from '../../.ci/paths.mjs';
import styles from '../../src/registration/integration-form.styles.js';

export const SIDES = ['ours', 'peer'] as const;
export type Side = (typeof SIDES)[number];

const FOLDER = fromRoot('node_modules', '.cache', 'bench');

const TAGS: Readonly<Record<Side, string>> = {
  ours: 'ocean-integration-form',
  peer: 'hand-written-form',
};

/** Entries, relative to the top of the repository. The peer's is made here, as it takes the real form's stylesheet. */
export const ENTRIES: Readonly<Record<Side, string>> = {
  ours: 'src/define/integration-form.ts',
  peer: 'node_modules/.cache/bench/hand-written-form.ts',
};

/** The stylesheet stands in a template that is called `css`, as the real form's does, and so is minified alike. */
const writePeerEntry = async (): Promise<void> => {
  const text = styles.map(({ cssText }) => cssText).join('\n');
  await writeFile(
    fromRoot(ENTRIES.peer),
    `import { HandWrittenForm } from ${JSON.stringify(fromRoot('test/bench/hand-written-form.ts'))};
const css = String.raw;
HandWrittenForm.css = css\`${text}\`;
customElements.define(${JSON.stringify(TAGS.peer)}, HandWrittenForm);
`,
  );
};

const bundle = async (name: string, source: string): Promise<void> => {
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
      outDir: path.join(FOLDER, name),
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: fromRoot(source),
        output: { format: 'es', entryFileNames: 'entry.js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
};

const html = (side: Side): string => `<!doctype html>
<html lang="en-CA" data-tag="${TAGS[side]}">
  <meta charset="utf-8" />
  <title>${side}</title>
  <script type="module" src="/${side}/entry.js"></script>
  <script type="module" src="/harness/entry.js"></script>
  <body></body>
</html>
`;

/** Isolated, as the clock is then fine enough; never cached, so that a fresh page is one. */
const HEADERS = {
  'cache-control': 'no-store',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};

const answer = async (url: string, response: ServerResponse): Promise<void> => {
  const side = SIDES.find((each) => url === `/${each}.html`);
  if (side) {
    response.writeHead(200, { ...HEADERS, 'content-type': 'text/html' }).end(html(side));
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
  address(side: Side): string;
  close(): void;
}

export const buildPages = async (): Promise<void> => {
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  await writePeerEntry();
  for (const side of SIDES) await bundle(side, ENTRIES[side]);
  await bundle('harness', 'test/bench/page/harness.ts');
};

export const servePages = async (): Promise<Pages> => {
  const server = createServer((request, response) => void answer(request.url ?? '', response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: (side) => `http://127.0.0.1:${port}/${side}.html`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};
