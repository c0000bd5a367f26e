/** Where a request goes: the API's base URL, the path below it, the query. */
import { BackendError } from '../backend-error.js';

export type Query = Readonly<Record<string, string | number | undefined>>;

/** A page on https may still speak to its own machine. */
const LOOPBACK = /^(localhost|127\.[\d.]+|\[::1\])$/;

const misconfigured = (message: string): BackendError =>
  new BackendError('network', `RestBackend is not set up right: ${message}`);

/** One piece of a path. `.` and `..` stay dots when encoded and would leave the folder, so they name nothing. */
const segment = (id: string): string => {
  if (/^\.{0,2}$/.test(id) || /[\uD800-\uDFFF]/u.test(id))
    throw new BackendError('not-found', 'There is nothing of this id.');
  return encodeURIComponent(id);
};

/**
 * The URL of `path` below `baseUrl`, which may be relative to the page and may carry a query of its own.
 * Fails at once where the browser would not let the request out anyway, and says what would cure it.
 */
export const address = (baseUrl: string, path: readonly string[], query: Query = {}): URL => {
  const page = globalThis.document?.baseURI ?? globalThis.location?.href;
  let url: URL;
  try {
    url = new URL(baseUrl, page);
  } catch {
    throw misconfigured('the base URL is not a URL.');
  }
  if (!/^https?:$/.test(url.protocol))
    throw misconfigured('the base URL is neither https nor http.');
  if (
    url.protocol === 'http:' &&
    globalThis.location?.protocol === 'https:' &&
    !LOOPBACK.test(url.hostname)
  )
    throw misconfigured('the page is on https and the base URL on http. Give an https base URL.');
  url.pathname = [url.pathname.replace(/\/+$/, ''), ...path.map(segment)].join('/');
  url.hash = '';
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== '') url.searchParams.set(name, String(value));
  return url;
};
