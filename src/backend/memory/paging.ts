/** Pages of a list by the place of its items, so that what is added or removed meanwhile repeats and hides nothing. */
import type { Page } from '../backend.js';
import { invalid } from './refusal.js';

const MAXIMUM = 200;

export interface PageRequest {
  cursor?: string;
  limit?: number;
}

type Place = number | string;

export interface PageRules<T> {
  /** Which list a cursor belongs to: one word. */
  readonly list: string;
  /** Place of an item: differs for each, and grows along the list. A number, or a text. */
  readonly place: (item: T) => Place;
  /** Items per page where the request names none. */
  readonly standard: number;
}

/**
 * One page of `items`, which are in the order of their places.
 * Fails as `invalid` where the limit isn't 1 to 200, or the cursor is none of this list's.
 */
export const pageOf = <T>(
  items: readonly T[],
  { cursor, limit }: PageRequest,
  { list, place, standard }: PageRules<T>,
): Page<T> => {
  const size = limit ?? standard;
  if (!Number.isInteger(size) || size < 1 || size > MAXIMUM)
    throw invalid('The limit is not 1 to 200.', { pointer: '/limit', code: 'invalid' });
  const after = cursor === undefined ? undefined : readCursor(list, cursor);
  const left = after === undefined ? items : items.filter((item) => place(item) > after);
  const page = left.slice(0, size);
  const last = page.at(-1);
  return {
    items: page,
    nextCursor:
      last !== undefined && left.length > page.length ? writeCursor(list, place(last)) : null,
    total: items.length,
  };
};

const writeCursor = (list: string, place: Place): string =>
  btoa(encodeURIComponent(JSON.stringify([list, place])));

const readCursor = (list: string, cursor: string): Place => {
  let given: unknown;
  try {
    given = JSON.parse(decodeURIComponent(atob(cursor)));
  } catch {
    // Refused below.
  }
  const [of, place] = (Array.isArray(given) ? given : []) as unknown[];
  if (of !== list || (typeof place !== 'number' && typeof place !== 'string'))
    throw invalid('The cursor is not one of this list.', { pointer: '/cursor', code: 'invalid' });
  return place;
};

export const valuesOf = <T>({ items, ...rest }: Page<{ value: T }>): Page<T> => ({
  ...rest,
  items: items.map(({ value }) => value),
});
