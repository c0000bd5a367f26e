/** The list's events. What is asked for (`ocean-select`, `ocean-register`) bubbles, is composed and can be cancelled; the others do not bubble. */
import type { Integration, IntegrationDraft } from '../../integration/schema.js';

/** An integration is to be opened: the host shows the form with its id. */
export class OceanSelectEvent extends CustomEvent<{ id: string; integration: Integration }> {
  constructor(integration: Integration) {
    super('ocean-select', {
      detail: { id: integration.id, integration },
      bubbles: true,
      composed: true,
      cancelable: true,
    });
  }
}

/** A new integration is to be registered: the host shows the form, filled with `draft` where one is given. It holds no secrets. */
export class OceanRegisterEvent extends CustomEvent<{ draft?: Partial<IntegrationDraft> }> {
  constructor(draft?: Partial<IntegrationDraft>) {
    super('ocean-register', {
      detail: draft ? { draft } : {},
      bubbles: true,
      composed: true,
      cancelable: true,
    });
  }
}

/** An integration is deleted, for good. */
export class OceanDeletedEvent extends CustomEvent<{ id: string }> {
  constructor(id: string) {
    super('ocean-deleted', { detail: { id } });
  }
}

declare global {
  interface HTMLElementEventMap {
    'ocean-select': OceanSelectEvent;
    'ocean-register': OceanRegisterEvent;
    'ocean-deleted': OceanDeletedEvent;
  }
}
