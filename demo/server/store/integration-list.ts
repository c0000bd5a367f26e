/**
 * Listing and searching integrations at a cost that does not grow with the table: pages start at a place of an index, words
 * are looked up in an index of their own, and the total is kept.
 */
import type { IntegrationQuery } from '../../../src/backend/index.js';
import type { Integration } from '../../../src/integration/index.js';
import type { Database, InValue, Row } from './database.js';
import { textOf } from './database.js';
import { READ_COLUMNS, integrationOf } from './integration-row.js';
import { foldForSearch } from '../../../src/server-rules/index.js';

/** Characters of integrations in one page: a client gives up an answer of 8 MiB. */
const LONGEST_PAGE = 2_000_000;

/** Where a page ends: its last item. */
export interface ListPlace {
  readonly place: number;
  readonly name: string;
}

export interface ListQuery extends Pick<IntegrationQuery, 'module' | 'status' | 'query' | 'sort'> {
  /** Only what stands behind this one. */
  readonly after?: ListPlace;
  readonly limit: number;
}

export interface ListPage {
  readonly items: Integration[];
  /** Where there are more behind the last item. */
  readonly last?: ListPlace;
  /** Left out where telling it would mean to read all. */
  readonly total?: number;
}

/** Found items are counted up to here. */
const COUNTED_AT_MOST = 1_000;

/** Characters of the runs that the search index is made of: shorter words are not in it. */
const RUN = 3;

/** What a list is narrowed to: the source of its rows, and conditions on them. */
interface Selection {
  readonly from: string;
  readonly place: string;
  readonly where: readonly string[];
  readonly args: readonly InValue[];
}

const wordsOf = (query = ''): string[] =>
  foldForSearch(query).replaceAll('\0', ' ').split(/\s+/).filter(Boolean);

const isIndexed = (word: string): boolean => [...word].length >= RUN;

/** @param lookUp whether words are looked up in their index, rather than sought in each row */
const select = (site: string, { module, status, query }: ListQuery, lookUp: boolean): Selection => {
  const words = wordsOf(query);
  const lookedUp = lookUp ? words.filter(isIndexed) : [];
  const where = ['i.site = ?'];
  const args: InValue[] = [site];
  const narrow = (condition: string, arg: InValue): void => {
    where.push(condition);
    args.push(arg);
  };
  if (lookedUp.length > 0) narrow('integration_search MATCH ?', matchOf(site, lookedUp));
  if (module) narrow('i.module = ?', module);
  if (status) narrow('i.status = ?', status);
  for (const word of words) if (!lookedUp.includes(word)) narrow('instr(i.search, ?) > 0', word);
  return {
    where,
    args,
    ...(lookedUp.length > 0
      ? {
          // CROSS: the words are looked up first, not once for each integration of the site.
          from: 'integration_search CROSS JOIN integrations i ON i.place = integration_search.rowid',
          place: 'integration_search.rowid',
        }
      : { from: 'integrations i', place: 'i.place' }),
  };
};

/** Each word anywhere in the text, of this site. A quote within a phrase is doubled. */
const matchOf = (site: string, words: readonly string[]): string =>
  [`site:"[${site}]"`, ...words.map((word) => `text:"${word.replaceAll('"', '""')}"`)].join(
    ' AND ',
  );

export const listIntegrations = async (
  database: Database,
  site: string,
  query: ListQuery,
): Promise<ListPage> => {
  const { sort, after, limit } = query;
  const total = await count(database, site, query);
  // By name, all that is found has to be sorted. Where that is much, a page is soon filled by reading in that order.
  const { from, where, args, place } = select(site, query, sort !== 'name' || total !== undefined);
  const behind = after && positionOf(after, sort, place);
  const rows = await database.read(
    `SELECT ${READ_COLUMNS} FROM ${from} WHERE ${[...where, ...(behind?.where ?? [])].join(' AND ')}
      ORDER BY ${sort === 'name' ? 'i.sort_name, i.place DESC' : `${place} DESC`} LIMIT ?`,
    // One more than asked for, to know whether there are more.
    [...args, ...(behind?.args ?? []), limit + 1],
  );
  const page = firstOf(rows.slice(0, limit));
  const last = rows.length > page.length ? page.at(-1) : undefined;
  return {
    items: page.map(integrationOf),
    last: last && { place: Number(last['place']), name: textOf(last, 'sort_name') },
    total,
  };
};

/** As many as a client reads in one answer; one at least. */
const firstOf = (rows: readonly Row[]): readonly Row[] => {
  let size = 0;
  const end = rows.findIndex((row, index) => {
    size += textOf(row, 'document').length;
    return index > 0 && size > LONGEST_PAGE;
  });
  return end < 0 ? rows : rows.slice(0, end);
};

/** The newest first, also of one name. */
const positionOf = (
  after: ListPlace,
  sort: ListQuery['sort'],
  place: string,
): Pick<Selection, 'where' | 'args'> =>
  sort === 'name'
    ? {
        where: ['i.sort_name >= ?', '(i.sort_name > ? OR i.place < ?)'],
        args: [after.name, after.name, after.place],
      }
    : { where: [`${place} < ?`], args: [after.place] };

const count = async (
  database: Database,
  site: string,
  query: ListQuery,
): Promise<number | undefined> => {
  const { module, status } = query;
  const words = wordsOf(query.query);
  if (words.length === 0 && !status) {
    const row = await database.readOne(
      `SELECT sum(total) AS total FROM integration_totals WHERE site = ?${module ? ' AND module = ?' : ''}`,
      module ? [site, module] : [site],
    );
    return Number(row?.['total'] ?? 0);
  }
  if (words.length > 0 && !words.some(isIndexed)) return undefined;
  const { from, where, args } = select(site, query, true);
  const row = await database.readOne(
    `SELECT count(*) AS total FROM (SELECT 1 FROM ${from} WHERE ${where.join(' AND ')} LIMIT ?)`,
    [...args, COUNTED_AT_MOST + 1],
  );
  const counted = Number(row?.['total']);
  return counted > COUNTED_AT_MOST ? undefined : counted;
};
