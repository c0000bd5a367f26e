/** All that the server keeps. */
import { Cursors } from '../cursors.js';
import type { SecretBox } from '../secrets.js';
import type { Database } from './database.js';
import { DeliveryStore } from './deliveries.js';
import { IntegrationStore } from './integrations.js';
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
