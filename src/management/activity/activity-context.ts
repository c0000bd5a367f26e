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
  /** A message was sent: the delivery as it is now. */
  sent(delivery: Delivery): void;
}
