/** What an in-memory backend is made with. */
import type { Deployment } from '../../integration/rules.js';
import type {
  EventType,
  Integration,
  IntegrationDraft,
  ReferralForm,
} from '../../integration/schema.js';
import type { Latency } from './faults.js';

export interface MemoryBackendOptions {
  /** Number of the site (clinic), added to the URLs of `createLaunch`. */
  siteNumber?: string;
  /** Decides which hosts a draft's URLs may name. @default 'public' */
  deployment?: Deployment;
  /** Milliseconds that each call takes. @default 0 */
  latency?: Latency;
  /**
   * Keeps integrations and deliveries in the session's storage (`sessionStorage`) under this key, for the next page and
   * for other backends of the same key. Never a secret. Where the storage is denied, full or garbled, the backend works
   * without it. Left out, nothing is kept and nothing is shared.
   */
  storageKey?: string;
  /**
   * What is there at first, in the order of the list: drafts, or whole integrations with their endpoint's state. Not
   * used where the session's storage has data already. The constructor throws a `TypeError` for what isn't valid.
   */
  integrations?: readonly (Integration | IntegrationDraft)[];
  /** @default the event catalogue of this library */
  eventTypes?: readonly EventType[];
  /** @default 200 made-up forms with 696 listings */
  referralForms?: readonly ReferralForm[];
  /** Whether `createLaunch` gives one-time URLs; otherwise it is `unsupported`. @default false */
  launches?: boolean;
}
