/** What stands in place of the form: while the integration loads, and when it could not be loaded. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { BackendError } from '../../backend/backend-error.js';
import type { FormTexts } from '../../locales/en/form.js';
import { shorten } from '../../ui/text.js';

/** Bars of about the form's height, so that the page does not jump. */
export const loadingTemplate = (texts: FormTexts): TemplateResult => html`
  <div class="skeleton" role="status">
    <p>${texts.loading}</p>
    ${[1, 2, 3, 4, 5, 6].map(() => html`<div class="bar" aria-hidden="true"></div>`)}
  </div>
`;

export const failedTemplate = (
  texts: FormTexts,
  error: BackendError,
  secondsLeft: number,
  retry: () => void,
): TemplateResult => html`
  <div class="notice" part="notice" data-tone="danger" role="alert">
    <h3>${texts.failures.load}</h3>
    <p>${texts.failures.kinds[error.kind]}</p>
    ${
      error.requestId
        ? html`<p class="quiet">${texts.failures.requestId(shorten(error.requestId, 80))}</p>`
        : nothing
    }
    ${
      secondsLeft > 0
        ? html`<p>${texts.actions.wait(secondsLeft)}</p>`
        : html`<button type="button" part="button" @click=${retry}>${texts.actions.retry}</button>`
    }
  </div>
`;
