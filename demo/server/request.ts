/** Reads requests: query, version, body. What is not as it should be is refused before anything is done. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FieldError } from '../../src/backend/index.js';
import { Problem, invalid } from './problems.js';
import type { VersionTest } from './store/integrations.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Whose data the request is about. */
    site: string;
  }
}

/** Characters of a search. */
const LONGEST_QUERY = 200;

const MOST_ITEMS = 200;

/** Nobody gets this status; it is for the log, where it is usual. */
const CLIENT_GONE = 499;

export type Query = Readonly<Record<string, string | undefined>>;

const field = (name: string, code = 'invalid'): FieldError => ({ pointer: `/${name}`, code });

const SITE = /^[\w-]{1,32}$/;

/**
 * Whose data a request is about: the site that its header `site-number` names.
 *
 * A worked example stops here. In production the site follows from who has signed in, and a number that the user has no
 * part in is refused (403).
 */
export const siteOf = ({ headers }: Pick<FastifyRequest, 'headers'>): string => {
  const site = headers['site-number'];
  if (typeof site === 'string' && SITE.test(site)) return site;
  throw new Problem(400, 'The header site-number has to name the site.');
};

/** The query's parameters. One that is there twice is refused, as nobody could say which was meant. */
export const queryOf = ({ query }: FastifyRequest): Query => {
  const entries = Object.entries(query as Record<string, unknown>);
  for (const [name, value] of entries)
    if (typeof value !== 'string') throw invalid('A parameter is there twice.', field(name));
  return Object.fromEntries(entries) as Query;
};

export const limitOf = ({ limit }: Query, standard: number): number => {
  const number = limit === undefined ? standard : /^\d+$/.test(limit) ? Number(limit) : 0;
  if (number < 1 || number > MOST_ITEMS)
    throw invalid(`The limit is not 1 to ${MOST_ITEMS}.`, field('limit'));
  return number;
};

export const searchOf = ({ query }: Query): string | undefined => {
  if ((query?.length ?? 0) > LONGEST_QUERY)
    throw invalid('The search is too long.', {
      ...field('query', 'too-long'),
      maximum: LONGEST_QUERY,
    });
  return query;
};

/** One of a few words, or none. */
export const oneOf = <T extends string>(
  query: Query,
  name: string,
  words: readonly T[],
): T | undefined => {
  const value = query[name];
  if (value === undefined || (words as readonly string[]).includes(value))
    return value as T | undefined;
  throw invalid(`The ${name} is none of ${words.join(', ')}.`, field(name));
};

/** The body as an object, of whatever fields. */
export const bodyOf = ({ body }: FastifyRequest): Readonly<Record<string, unknown>> => {
  if (typeof body === 'object' && body !== null && !Array.isArray(body))
    return body as Record<string, unknown>;
  throw new Problem(400, 'The body is not a JSON object.');
};

/** A text that has to be there. */
export const textOf = (
  body: Readonly<Record<string, unknown>>,
  name: string,
  maximum = 1_000,
): string => {
  const value = body[name];
  if (typeof value !== 'string' || value === '')
    throw invalid(`The ${name} is missing.`, field(name, 'required'));
  if (value.length > maximum)
    throw invalid(`The ${name} is too long.`, { ...field(name, 'too-long'), maximum });
  return value;
};

/** Which versions `If-Match` names. A weak one matches none (RFC 9110, 13.1.1). */
export const ifMatchOf = ({ headers }: FastifyRequest): VersionTest => {
  const given = headers['if-match'];
  if (given === undefined)
    throw new Problem(428, 'Send If-Match with the version that is to be changed.');
  const tags = given.split(',').map((tag) => tag.trim());
  return (version) => tags.includes('*') || tags.includes(`"${version}"`);
};

/** Aborted when the client has gone: nobody waits for the answer any more. */
export const goneSignal = ({ raw }: FastifyReply): AbortSignal => {
  const controller = new AbortController();
  raw.once('close', () => {
    if (!raw.writableEnded) controller.abort(new Problem(CLIENT_GONE, 'The client has gone.'));
  });
  return controller.signal;
};
