/** What stands in place of the form when the integration could not be loaded. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { BackendError } from '../../backend/backend-error.js';
import type { MessageTexts } from '../../locales/en/messages.js';
import { shorten } from '../../ui/text.js';

export const loadFailure = (
  { failures: t }: MessageTexts,
  error: BackendError,
): TemplateResult => html`
  <p>${t.kinds[error.kind]}</p>
  ${
    error.requestId
      ? html`<p class="quiet">${t.requestId(shorten(error.requestId, 80))}</p>`
      : nothing
  }
`;
