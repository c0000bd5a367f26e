/** The event that every widget fires when a request failed. */
import type { BackendError } from './backend-error.js';

/** A request failed. `detail` is the `BackendError`. With kind `unauthorized` the host renews the session. */
export class OceanErrorEvent extends CustomEvent<BackendError> {
  constructor(error: BackendError) {
    super('ocean-error', { detail: error });
  }

  get error(): BackendError {
    return this.detail;
  }
}

declare global {
  interface HTMLElementEventMap {
    'ocean-error': OceanErrorEvent;
  }
}
