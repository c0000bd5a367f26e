/**
 * What the demo's development server gives out: the demo's own pages and what they import. Vite by itself serves every file below
 * the repository, the reference server's database and key among them, to any page that this machine's browser has open.
 */
import { readdirSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { isAllowedHost } from './allowed-hosts.js';

export interface DemoFiles {
  /** Absolute. */
  readonly demo: string;
  /** Absolute: the folders that pages of the demo import from, such as `src` and `node_modules`. */
  readonly imported: readonly string[];
  /** Paths that another server answers. */
  readonly passedOn: readonly string[];
}

/** Of the demo's folder: no page imports it. */
const SERVER = 'server';

const slashed = (folder: string): string => folder.split(path.sep).join('/');

const isBelow = (file: string, folder: string): boolean => file.startsWith(`${folder}/`);

/** The path as a file system reads it; undefined where it is not written so, as no browser asks. */
const plainPath = (url: string): string | undefined => {
  try {
    const decoded = decodeURIComponent(url.replace(/[?#].*$/s, ''));
    const isPlain =
      decoded.startsWith('/') && !/[\\\0%]|\/\.{1,2}(?:\/|$)|[. ](?:\/|$)/.test(decoded);
    return isPlain ? decoded : undefined;
  } catch {
    return undefined;
  }
};

/** Whether the development server may answer a request for this path (with or without a query). */
export const isOfDemo = (url: string, { demo, imported, passedOn }: DemoFiles): boolean => {
  const asked = plainPath(url);
  if (asked === undefined) return false;
  const shown = readdirSync(demo).filter((name) => name !== SERVER && !name.startsWith('.'));
  const ofDemo = (inDemo: string): boolean => shown.includes(inDemo.split('/')[0] ?? '');

  const [, file] = /^\/@fs(\/.*)$/.exec(asked) ?? [];
  if (file !== undefined) {
    // On Windows, `/@fs/C:/…`.
    const absolute = /^\/[a-z]:/i.test(file) ? file.slice(1) : file;
    const demoFolder = slashed(demo);
    return isBelow(absolute, demoFolder)
      ? ofDemo(absolute.slice(demoFolder.length + 1))
      : imported.some((folder) => isBelow(absolute, slashed(folder)));
  }
  if (asked === '/' || passedOn.some((one) => asked === one || isBelow(asked, one))) return true;
  // Vite's own client, and modules that it makes up: none of them is a file.
  if (/^\/@vite\/[\w-]+$/.test(asked) || /^\/@id\/[\w@][\w@+./-]*$/.test(asked)) return true;
  return !asked.startsWith('/@') && !asked.includes('//') && ofDemo(asked.slice(1));
};

/** For Vite's own middlewares, before all of them. */
export const guardDemo =
  (files: DemoFiles, allowedHosts: readonly string[]) =>
  (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    const status = !isAllowedHost(request.headers.host, allowedHosts)
      ? 421
      : isOfDemo(request.url ?? '', files)
        ? undefined
        : 404;
    if (status === undefined) return next();
    response.writeHead(status, {
      'content-type': 'text/plain',
      'x-content-type-options': 'nosniff',
    });
    response.end(status === 421 ? 'This server has another name.' : 'Not found.');
  };
