/** All that the server keeps. */
import { Cursors } from '../cursors.js';
import type { SecretBox } from '../secrets.js';
import { run } from './database.js';
import type { Database } from './database.js';
import { DeliveryStore } from './deliveries.js';
import { CHECK_COUNTS } from './endpoints.js';
import { IntegrationStore, KEY_LIFETIME } from './integrations.js';
import { LogoStore } from './logos.js';

export interface Store {
  readonly database: Database;
  readonly integrations: IntegrationStore;
  readonly deliveries: DeliveryStore;
  readonly logos: LogoStore;
  readonly cursors: Cursors;
}

/** @param claimLifetime milliseconds that a delivery is in one hand: more than an attempt can take */
export const createStore = (database: Database, box: SecretBox, claimLifetime: number): Store => ({
  database,
  integrations: new IntegrationStore(database, box),
  deliveries: new DeliveryStore(database, box, claimLifetime),
  logos: new LogoStore(database),
  cursors: new Cursors(box),
});

/** Deletes what has had its time: keys, tokens, checks, full buckets. */
export const forgetOld = (database: Database, now = Date.now()): Promise<void> =>
  database.write(async (sql) => {
    await run(sql, 'DELETE FROM idempotency_keys WHERE created_at <= ?', [now - KEY_LIFETIME]);
    await run(sql, 'DELETE FROM endpoint_checks WHERE checked_at <= ?', [now - CHECK_COUNTS]);
    await run(sql, 'DELETE FROM launches WHERE expires_at <= ?', [now]);
    await run(sql, 'DELETE FROM rate_buckets WHERE full_at <= ?', [now]);
  });
