/**
 * The form's events. What is asked for (`ocean-submit`) bubbles, is composed and can be cancelled; what merely happened
 * does not bubble.
 */
import type { Endpoint, Integration, IntegrationDraft } from '../integration/schema.js';

/** Before saving. `preventDefault()` stops it. The draft is a copy without secrets: the event is heard by the whole page. */
export class OceanSubmitEvent extends CustomEvent<{ draft: IntegrationDraft }> {
  constructor(draft: IntegrationDraft) {
    super('ocean-submit', { detail: { draft }, bubbles: true, composed: true, cancelable: true });
  }
}

/** Saved. `created` is true where it was registered, false where it was changed. */
export class OceanSavedEvent extends CustomEvent<{ integration: Integration; created: boolean }> {
  constructor(integration: Integration, created: boolean) {
    super('ocean-saved', { detail: { integration, created } });
  }
}

/** The user pressed "Cancel". What was entered stays; the host decides what follows. */
export class OceanCancelEvent extends CustomEvent<null> {
  constructor() {
    super('ocean-cancel');
  }
}

/** The endpoint was checked. */
export class OceanEndpointCheckedEvent extends CustomEvent<{
  requestUrl: string;
  endpoint: Endpoint;
}> {
  constructor(requestUrl: string, endpoint: Endpoint) {
    super('ocean-endpoint-checked', { detail: { requestUrl, endpoint } });
  }
}

declare global {
  interface HTMLElementEventMap {
    'ocean-submit': OceanSubmitEvent;
    'ocean-saved': OceanSavedEvent;
    'ocean-cancel': OceanCancelEvent;
    'ocean-endpoint-checked': OceanEndpointCheckedEvent;
  }
}
