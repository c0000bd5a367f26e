/** The sample payload: made-up data in the format that is chosen. */
import { html } from 'lit';
import type { LitElement, TemplateResult } from 'lit';
import type { Payload } from '../../integration/schema.js';
import type { FormView } from '../form-view.js';

export class SamplePanel {
  constructor(private readonly host: LitElement) {}

  render(_view: FormView, payload: Payload): TemplateResult {
    void this.host;
    return html`<pre>${JSON.stringify(payload)}</pre>`;
  }
}
