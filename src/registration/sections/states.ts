/** What stands in place of the form: while the integration loads, and when it could not be loaded. */
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { FormTexts } from '../../locales/en/form.js';
import type { Renderable } from '../../ui/fields.js';

/** Bars of about the form's height, so that the page does not jump. */
export const loadingTemplate = (texts: FormTexts): TemplateResult => html`
  <div class="skeleton" role="status">
    <p>${texts.loading}</p>
    ${[1, 2, 3, 4, 5, 6].map(() => html`<div class="bar" aria-hidden="true"></div>`)}
  </div>
`;

export const failedTemplate = (
  texts: FormTexts,
  secondsLeft: number,
  retry: () => void,
  detail: Renderable,
): TemplateResult => html`
  <div class="notice" part="notice" data-tone="danger" role="alert">
    <h3>${texts.failed}</h3>
    ${detail}
    ${
      secondsLeft > 0
        ? html`<p>${texts.actions.wait(secondsLeft)}</p>`
        : html`<button type="button" part="button" @click=${retry}>${texts.actions.retry}</button>`
    }
  </div>
`;
