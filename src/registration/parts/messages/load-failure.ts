/** The notice in place of a form that could not be loaded, and the details of any failure that support needs. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { BackendError } from '../../../backend/backend-error.js';
import type { MessageTexts } from '../../../locales/en/messages.js';
import type { Renderable } from '../../../ui/fields.js';
import { shorten, textFor } from '../../../ui/text.js';
import type { FormView } from '../../view/form-view.js';

export const loadFailure = (
  { failures: t }: MessageTexts,
  error: BackendError,
): TemplateResult => html`
  <p>${textFor(t.loadKinds, error.kind) ?? textFor(t.kinds, error.kind)}</p>
  ${forSupport(t, error)}
`;

export interface LoadFailedOptions {
  readonly error: BackendError;
  /** Seconds for which the backend has asked not to be asked. */
  readonly secondsLeft: number;
  retry(): void;
}

/** The notice in place of the form. */
export const loadFailed = (
  { texts }: FormView,
  messageTexts: MessageTexts,
  { error, secondsLeft, retry }: LoadFailedOptions,
): TemplateResult => html`
  <div class="notice" part="notice" data-tone="danger" role="alert">
    <h3>${texts.failed}</h3>
    ${loadFailure(messageTexts, error)}
    ${
      secondsLeft > 0
        ? html`<p>${texts.actions.wait(secondsLeft)}</p>`
        : html`<button type="button" part="button" @click=${retry}>${texts.actions.retry}</button>`
    }
  </div>
`;

/** Failures that a user can do nothing about: support needs to know more. */
const FOR_SUPPORT: readonly string[] = ['invalid', 'unavailable', 'unsupported', 'conflict'];

/** For support: the service's own id of the request, else the status. */
export const forSupport = (
  t: MessageTexts['failures'],
  { kind, requestId, status }: BackendError,
): Renderable => {
  if (requestId) return html`<p class="quiet">${t.requestId(shorten(requestId, 80))}</p>`;
  return status && FOR_SUPPORT.includes(kind)
    ? html`<p class="quiet">${t.status(status)}</p>`
    : nothing;
};
