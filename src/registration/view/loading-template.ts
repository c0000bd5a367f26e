/** The skeleton in place of the form while the integration loads. */
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { FormTexts } from '../../locales/en/form.js';

/** Bars of about the form's height, so that the page does not jump. */
export const loadingTemplate = (texts: FormTexts): TemplateResult => html`
  <div class="skeleton" role="status">
    <p>${texts.loading}</p>
    ${[1, 2, 3, 4, 5, 6].map(() => html`<div class="bar" aria-hidden="true"></div>`)}
  </div>
`;
