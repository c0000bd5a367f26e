/** What has had its time is deleted: keys, tokens, checks. */
import type { Database } from './database.js';
import { run } from './database.js';
import { CHECK_COUNTS } from './endpoints.js';
import { KEY_LIFETIME } from './integrations.js';

export const forgetOld = (database: Database, now = Date.now()): Promise<void> =>
  database.write(async (sql) => {
    await run(sql, 'DELETE FROM idempotency_keys WHERE created_at <= ?', [now - KEY_LIFETIME]);
    await run(sql, 'DELETE FROM endpoint_checks WHERE checked_at <= ?', [now - CHECK_COUNTS]);
    await run(sql, 'DELETE FROM launches WHERE expires_at <= ?', [now]);
  });
