/** What the parts of an integration's activity get from the panel that holds them. */
import type { BackendError } from '../../backend/backend-error.js';
import type { Delivery, IntegrationBackend } from '../../backend/backend.js';
import type { ActivityTexts } from '../../locales/en/activity.js';

export interface ActivityContext {
  /** Of the integration. */
  readonly id: string;
  /** Whether there is a backend to ask, and which: another one knows other deliveries. */
  readonly backend: IntegrationBackend | undefined;
  /**
   * Calls the backend.
   * @throws {BackendError}
   */
  call<T>(
    request: (backend: IntegrationBackend, signal: AbortSignal) => Promise<T>,
    signal: AbortSignal,
  ): Promise<T>;
  /** Renders again. */
  changed(): void;
  /** For a screen reader. */
  announce(read: (texts: ActivityTexts) => string): void;
  /** A request that only reads has failed. */
  report(error: BackendError): void;
  /** A request that sends something has failed. */
  reportSending(error: BackendError): void;
  /** A delivery that was just sent. */
  added(delivery: Delivery): void;
  /** A delivery as it is now. */
  updated(delivery: Delivery): void;
  /** Loads the deliveries again at once, as what was sent may have changed them. */
  refresh(): void;
}
