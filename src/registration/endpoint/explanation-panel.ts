/** How the endpoint's check works, with a handler to copy. */
import { html } from 'lit';
import type { LitElement, TemplateResult } from 'lit';
import type { FormView } from '../form-view.js';

export class ExplanationPanel {
  constructor(private readonly host: LitElement) {}

  render(_view: FormView): TemplateResult {
    void this.host;
    return html``;
  }
}
