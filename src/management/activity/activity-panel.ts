/** Stands in until the panel is written. */
import { html } from 'lit';
import type { LitElement, TemplateResult } from 'lit';
import type { BackendError } from '../../backend/backend-error.js';
import type { IntegrationBackend } from '../../backend/backend.js';
import type { Integration } from '../../integration/schema.js';

export interface ActivityPorts {
  backend(): IntegrationBackend | undefined;
  report(error: BackendError): void;
  announce(text: string): void;
}

export class ActivityPanel {
  constructor(_host: LitElement, _integration: Integration, _ports: ActivityPorts) {}
  render(_integration: Integration, _mayAct: boolean): TemplateResult {
    return html``;
  }
  close(): void {}
}
