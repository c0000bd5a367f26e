/** Advanced launch settings: referral form, confirmation message, logo, iframe. */
import { html } from 'lit';
import type { LitElement, TemplateResult } from 'lit';
import type { ExtraPorts } from '../form-extras.js';
import type { FormView } from '../form-view.js';

export class AdvancedSection {
  constructor(
    private readonly host: LitElement,
    private readonly ports: ExtraPorts,
  ) {}

  render(_view: FormView): TemplateResult {
    void this.host;
    void this.ports;
    return html``;
  }
}
