/** What the parts of an integration's activity may ask of the panel that holds them. */
import type { BackendError } from '../../backend/backend-error.js';
import type { Delivery, IntegrationBackend } from '../../backend/backend.js';
import type { ActivityTexts } from '../../locales/en/activity.js';

export interface ActivityContext {
  /** Of the integration. */
  readonly id: string;
  backend(): IntegrationBackend | undefined;
  /** Something is to be shown anew. */
  changed(): void;
  /** Said to who cannot see it. */
  announce(read: (texts: ActivityTexts) => string): void;
  /** A request failed that only reads. */
  report(error: BackendError): void;
  /** A request failed that sends something. */
  reportSending(error: BackendError): void;
  /** There is one more delivery. */
  added(delivery: Delivery): void;
  /** A delivery as it is now. */
  updated(delivery: Delivery): void;
  /** What was sent may have changed the deliveries: they are asked for at once. */
  refresh(): void;
}
