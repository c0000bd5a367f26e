/** Brings a database up to date: numbered SQL files, each applied once, in a transaction of its own. */
import { readFile, readdir } from 'node:fs/promises';
import type { Client } from '@libsql/client';

export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}

const FOLDER = new URL('./migrations/', import.meta.url);

/** The migrations that are kept beside this file, in order. */
export const readMigrations = async (): Promise<Migration[]> => {
  const files = (await readdir(FOLDER)).filter((file) => file.endsWith('.sql')).sort();
  return Promise.all(
    files.map(async (name) => ({
      number: Number.parseInt(name, 10),
      name,
      sql: await readFile(new URL(name, FOLDER), 'utf8'),
    })),
  );
};

/** Applies what is missing. Refuses a database that a newer version of this server has changed. */
export const migrate = async (client: Client, migrations?: readonly Migration[]): Promise<void> => {
  const known = migrations ?? (await readMigrations());
  await client.execute(
    'CREATE TABLE IF NOT EXISTS migrations (number INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at TEXT NOT NULL)',
  );
  const newest = Math.max(0, ...known.map(({ number }) => number));
  const { rows } = await client.execute('SELECT max(number) AS newest FROM migrations');
  if (Number(rows[0]?.['newest'] ?? 0) > newest)
    throw new Error('The database is of a newer version of this server.');
  for (const migration of known) await apply(client, migration);
};

const apply = async (client: Client, { number, name, sql }: Migration): Promise<void> => {
  const transaction = await client.transaction('write');
  try {
    // Asked within the transaction: another process may have been faster.
    const applied = await transaction.execute({
      sql: 'SELECT 1 FROM migrations WHERE number = ?',
      args: [number],
    });
    if (applied.rows.length > 0) return;
    await transaction.executeMultiple(sql);
    await transaction.execute({
      sql: 'INSERT INTO migrations (number, name, applied_at) VALUES (?, ?, ?)',
      args: [number, name, new Date().toISOString()],
    });
    await transaction.commit();
  } finally {
    transaction.close();
  }
};
