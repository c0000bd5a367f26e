/** What the routes work with. */
import type { EventType, Integration } from '../../../src/integration/index.js';
import type { DeliveryMessage, DeliveryWorker, EndpointChecker } from '../ports.js';
import type { Settings } from '../settings.js';
import type { Store } from '../store/index.js';

export interface Parts {
  readonly settings: Pick<Settings, 'deployment' | 'publicUrl'>;
  readonly store: Store;
  readonly checker: EndpointChecker;
  readonly worker: Pick<DeliveryWorker, 'attempt'>;
  /** The message of an event, with made-up data. */
  readonly messageBody: (
    integration: Integration,
    eventType: EventType['code'],
    options: { siteNum: string },
  ) => DeliveryMessage;
}

/** Where the API is on this server. */
export const API = '/api/ocean';
