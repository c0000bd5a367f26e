/** The page that a host would have: the library and nothing else, built once for a test file and served under the design's policy. */
import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import path from 'node:path';
import { build } from 'vite';
import { fromRoot } from '../../scripts/paths.mjs';
import { built } from '../support/built.js';

/** `connect-src` names what a host's page would: its own API, at whichever address a row has it. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  'connect-src *',
  "require-trusted-types-for 'script'",
  "trusted-types lit-html dompurify 'allow-duplicates'",
].join('; ');

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
};

export interface PageFile {
  readonly headers: Record<string, string>;
  readonly content: Buffer;
}

export class HostPage {
  private readonly files = new Map<string, Promise<Buffer>>();

  private constructor(private readonly folder: string) {}

  static async build(): Promise<HostPage> {
    const folder = await built('faults', (outDir) =>
      build({
        configFile: false,
        root: fromRoot('test/faults/page'),
        base: './',
        // It warns of parts that this page loads at once and others load on demand.
        logLevel: 'error',
        build: {
          outDir,
          emptyOutDir: true,
          target: 'es2022',
          modulePreload: false,
          rolldownOptions: { input: fromRoot('test/faults/page/index.html') },
        },
      }),
    );
    return new HostPage(folder);
  }

  /** One file of the page, or undefined where there is none. */
  async file(url: string): Promise<PageFile | undefined> {
    const { pathname } = new URL(url, 'http://host');
    const name = pathname === '/' ? 'index.html' : path.normalize(pathname).slice(1);
    const type = TYPES[path.extname(name)];
    if (!type) return undefined;
    const known = this.files.get(name) ?? readFile(path.join(this.folder, name));
    this.files.set(name, known);
    return {
      headers: {
        'content-type': type,
        'content-security-policy': POLICY,
        // The scripts' names tell their contents.
        'cache-control': name.endsWith('.js') ? 'max-age=3600, immutable' : 'no-cache',
      },
      content: await known,
    };
  }

  async serve(url: string, response: ServerResponse): Promise<void> {
    const file = await this.file(url).catch(() => undefined);
    if (file) response.writeHead(200, file.headers).end(file.content);
    else response.writeHead(404).end();
  }
}
