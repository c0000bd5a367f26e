/** The buckets of the rate limit in the database, shared by all servers that use it. No address is kept, only its keyed fingerprint. */
import type { Buckets, RateLimit, Taken } from '../rate-limit.js';
import { takeTokens } from '../rate-limit.js';
import type { SecretBox } from '../secrets.js';
import { one, run } from './database.js';
import type { Database, Sql } from './database.js';

/** The database's clock, in milliseconds: servers need not agree on the time. */
const NOW = `SELECT (julianday('now') - 2440587.5) * 86400000.0 AS now`;

/** Milliseconds that a bucket which never fills again is kept. */
const LONGEST_KEPT = 24 * 3_600_000;

const nowOf = async (sql: Sql): Promise<number> => Number((await one(sql, NOW))?.['now']);

export class RateBuckets implements Buckets {
  constructor(
    private readonly database: Database,
    private readonly box: SecretBox,
    private readonly limit: RateLimit,
  ) {}

  take(client: string, wanted: number): Promise<Pick<Taken, 'granted' | 'wait'>> {
    const { perSecond, burst } = this.limit;
    const key = this.box.fingerprint(`rate limit ${client}`);
    return this.database.write(async (sql) => {
      const now = await nowOf(sql);
      const row = await one(sql, 'SELECT tokens, at FROM rate_buckets WHERE client = ?', [key]);
      const before = row && { tokens: Number(row['tokens']), at: Number(row['at']) };
      const { granted, wait, bucket } = takeTokens(before, wanted, now, this.limit);
      const filling = perSecond > 0 ? ((burst - bucket.tokens) / perSecond) * 1_000 : LONGEST_KEPT;
      await run(
        sql,
        `INSERT INTO rate_buckets (client, tokens, at, full_at) VALUES (?, ?, ?, ?)
          ON CONFLICT DO UPDATE SET tokens = excluded.tokens, at = excluded.at, full_at = excluded.full_at`,
        [key, bucket.tokens, bucket.at, bucket.at + Math.min(filling, LONGEST_KEPT)],
      );
      return { granted, wait };
    });
  }
}
