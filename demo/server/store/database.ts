/** The database: SQLite in a file, or a libSQL server. Reads go side by side, writes one after the other. */
import { createClient } from '@libsql/client';
import type { Client, InValue, ResultSet, Row, Transaction } from '@libsql/client';
import { migrate } from './migrations.js';

export type { InValue, Row } from '@libsql/client';

export interface DatabaseOptions {
  /** `file:…`, or `libsql://…`, `https://…`, `http://…` of a server. */
  readonly url: string;
  /** For a server. */
  readonly authToken?: string;
}

/** What runs SQL: the database itself for a read, a transaction for a write. */
export type Sql = Pick<Transaction, 'execute'>;

/** Milliseconds that a write waits for another process to end its own. */
const BUSY_TIMEOUT = 5_000;

export class Database {
  private lastWrite: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly client: Client,
    /** Whether the database is a file that this process alone uses. */
    readonly embedded: boolean,
  ) {}

  /** Opens the database and brings it up to date. A file is made where there is none, its folder not. */
  static async open({ url, authToken }: DatabaseOptions): Promise<Database> {
    const embedded = url.startsWith('file:');
    const client = createClient({ url, authToken, timeout: BUSY_TIMEOUT });
    try {
      if (embedded) await makeDurable(client);
      await migrate(client);
    } catch (error) {
      client.close();
      throw error;
    }
    return new Database(client, embedded);
  }

  /** All rows of a query that changes nothing. */
  async read(sql: string, args: InValue[] = []): Promise<Row[]> {
    return (await this.client.execute({ sql, args })).rows;
  }

  async readOne(sql: string, args: InValue[] = []): Promise<Row | undefined> {
    return (await this.read(sql, args))[0];
  }

  /**
   * Does `work` in one transaction: all of it is kept, or nothing where it throws. When this resolves, it is on the disk.
   * One at a time: in one process, a second writer would wait in vain, as SQLite's wait stops the first one too.
   */
  write<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    const written = this.lastWrite.then(() => this.inTransaction(work));
    this.lastWrite = written.catch(() => undefined);
    return written;
  }

  /** Resolves when what is being written is written. */
  async close(): Promise<void> {
    await this.lastWrite;
    this.client.close();
  }

  private async inTransaction<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    const transaction = await this.client.transaction('write');
    try {
      const result = await work(transaction);
      await transaction.commit();
      return result;
    } finally {
      transaction.close();
    }
  }
}

/** A column that holds a text. */
export const textOf = (row: Row, column: string): string => {
  const value = row[column];
  if (typeof value !== 'string') throw new TypeError(`The column ${column} holds no text.`);
  return value;
};

/** A transaction's first row. */
export const one = async (
  sql: Sql,
  statement: string,
  args: InValue[] = [],
): Promise<Row | undefined> => (await sql.execute({ sql: statement, args })).rows[0];

export const run = (sql: Sql, statement: string, args: InValue[] = []): Promise<ResultSet> =>
  sql.execute({ sql: statement, args });

/**
 * A write-ahead log, which readers need not wait for, written through to the disk at each commit: what was acknowledged
 * outlives the process, and the machine. The second is the default of each new connection; an odd build is refused.
 */
const makeDurable = async (client: Client): Promise<void> => {
  await client.execute('PRAGMA journal_mode = WAL');
  const { rows } = await client.execute('PRAGMA synchronous');
  if (Number(rows[0]?.['synchronous']) < 2)
    throw new Error('This build of SQLite does not write through to the disk.');
};
