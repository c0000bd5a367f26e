/** What a run has made and not deleted: found by its requests, and by the names that it gave. Deletes it. */
import { isObject, parseJson } from '../../rest/problem.js';
import type { Api, ApiAnswer } from '../http/api.js';
import type { Exchange } from '../http/recorder.js';

/** An integration, as the site that it belongs to sees it. */
interface Made {
  readonly id: string;
  readonly siteNumber: string | undefined;
}

const succeeded = ({ answer }: Exchange): boolean =>
  answer !== undefined && answer.status >= 200 && answer.status < 300;

const lastSegment = (path: string): string => decodeURIComponent(path.replace(/^.*\//, ''));

const isList = ({ url }: Exchange): boolean => /\/integrations\/?$/.test(url.pathname);

const madeBy = (exchange: Exchange): string | undefined => {
  const body = parseJson(exchange.answer?.text ?? '');
  if (isObject(body) && typeof body['id'] === 'string') return body['id'];
  const location = exchange.answer?.headers.get('location');
  return location ? lastSegment(location) : undefined;
};

const siteOf = ({ requestHeaders }: Exchange): string | undefined =>
  requestHeaders.get('site-number') ?? undefined;

/** What was registered by these requests, and how many of it were not deleted by them. */
export const registeredBy = (
  exchanges: readonly Exchange[],
): { count: number; left: readonly Made[] } => {
  const left = new Map<string, Made>();
  const all = new Set<string>();
  for (const exchange of exchanges) {
    if (!succeeded(exchange)) continue;
    const { method, url } = exchange;
    if (method === 'POST' && isList(exchange)) {
      const id = madeBy(exchange);
      if (id === undefined) continue;
      all.add(id);
      left.set(id, { id, siteNumber: siteOf(exchange) });
    } else if (method === 'DELETE') left.delete(lastSegment(url.pathname));
  }
  return { count: all.size, left: [...left.values()] };
};

/** Names that these requests gave. One without a random word in it may be another's as well. */
const namesGiven = (exchanges: readonly Exchange[]): Set<string> => {
  const names = new Set<string>();
  for (const exchange of exchanges) {
    const body = /^(?:POST|PUT)$/.test(exchange.method) && parseJson(exchange.requestText ?? '');
    if (isObject(body) && typeof body['name'] === 'string' && /\w{9}$/.test(body['name']))
      names.add(body['name']);
  }
  return names;
};

/** For a server that makes more than it reports: what stands in its list under a name that the run gave. */
export const foundByName = async (api: Api, exchanges: readonly Exchange[]): Promise<Made[]> => {
  const found = new Map<string, Made>();
  const { siteNumber } = api.options;
  for (const name of namesGiven(exchanges)) {
    const { json } = await api.send('GET', ['integrations'], {
      query: { query: name, limit: 200 },
    });
    const items: unknown[] = isObject(json) && Array.isArray(json['items']) ? json['items'] : [];
    for (const item of items)
      if (isObject(item) && item['name'] === name && typeof item['id'] === 'string')
        found.set(item['id'], { id: item['id'], siteNumber });
  }
  return [...found.values()];
};

const versionOf = ({ headers, json }: ApiAnswer): string =>
  headers.get('etag') ?? `"${String(isObject(json) ? json['version'] : '')}"`;

/** Deletes what there is of it, and gives the ids of what could not be deleted. */
export const removeAll = async (api: Api, left: readonly Made[]): Promise<string[]> => {
  const kept: string[] = [];
  for (const { id, siteNumber } of left) {
    try {
      const site = api.as({ siteNumber });
      const read = await site.send('GET', ['integrations', id]);
      if (read.status === 404) continue;
      const headers = { 'if-match': versionOf(read) };
      await site.send('DELETE', ['integrations', id], { headers });
      // Checked: a broken server may answer that something is gone while it is still there.
      const { status } = await site.send('GET', ['integrations', id]);
      if (status !== 404) kept.push(id);
    } catch {
      kept.push(id);
    }
  }
  return kept;
};
