/**
 * Listing and searching integrations, the newest first, at a cost that does not grow with the table: pages start at a place of
 * an index, words are looked up in an index of their own, and the total is kept.
 */
import { fold } from '../../../src/backend/memory/search.js';
import type { Module } from '../../../src/integration/rules.js';
import type { Integration } from '../../../src/integration/schema.js';
import type { Database, InValue } from './database.js';
import { READ_COLUMNS, integrationOf } from './integration-row.js';

export interface ListQuery {
  readonly module?: Module;
  readonly query?: string;
  /** Only what was registered before this place. */
  readonly before?: number;
  readonly limit: number;
}

export interface ListPage {
  readonly items: Integration[];
  /** Place of the last item, where there are more behind it. */
  readonly last?: number;
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
  readonly where: readonly string[];
  readonly args: readonly InValue[];
  readonly place: string;
}

const select = (site: string, { module, query }: ListQuery): Selection => {
  const words = fold(query ?? '')
    .replaceAll('\0', ' ')
    .split(/\s+/)
    .filter(Boolean);
  const long = words.filter((word) => [...word].length >= RUN);
  const short = words.filter((word) => [...word].length < RUN);
  const where = ['i.site = ?'];
  const args: InValue[] = [site];
  const narrow = (condition: string, arg: InValue): void => {
    where.push(condition);
    args.push(arg);
  };
  if (long.length > 0) narrow('integration_search MATCH ?', matchOf(site, long));
  if (module) narrow('i.module = ?', module);
  for (const word of short) narrow('instr(i.search, ?) > 0', word);
  return {
    where,
    args,
    ...(long.length > 0
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
  const { from, where, args, place } = select(site, query);
  const { before, limit } = query;
  const conditions = before === undefined ? where : [...where, `${place} < ?`];
  const rows = await database.read(
    `SELECT ${READ_COLUMNS} FROM ${from} WHERE ${conditions.join(' AND ')} ORDER BY ${place} DESC LIMIT ?`,
    // One more than asked for, to know whether there are more.
    [...args, ...(before === undefined ? [] : [before]), limit + 1],
  );
  const page = rows.slice(0, limit);
  return {
    items: page.map(integrationOf),
    last: rows.length > limit ? Number(page.at(-1)?.['place']) : undefined,
    total: await countAll(database, site, query),
  };
};

const countAll = async (
  database: Database,
  site: string,
  query: ListQuery,
): Promise<number | undefined> => {
  const { from, where, args } = select(site, query);
  if (!query.query?.trim()) {
    const row = await database.readOne(
      `SELECT sum(total) AS total FROM integration_totals WHERE site = ?${query.module ? ' AND module = ?' : ''}`,
      query.module ? [site, query.module] : [site],
    );
    return Number(row?.['total'] ?? 0);
  }
  if (!from.includes('integration_search')) return undefined;
  const row = await database.readOne(
    `SELECT count(*) AS total FROM (SELECT 1 FROM ${from} WHERE ${where.join(' AND ')} LIMIT ?)`,
    [...args, COUNTED_AT_MOST + 1],
  );
  const counted = Number(row?.['total']);
  return counted > COUNTED_AT_MOST ? undefined : counted;
};
