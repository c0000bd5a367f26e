/** A request that failed: what was to be done, why not, and what to do. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { BackendError } from '../../../backend/backend-error.js';
import type { Renderable } from '../../../ui/fields.js';
import type { ActivityView } from '../activity-view.js';
import { textFor } from '../../../ui/text.js';

export const failure = (
  { texts: t }: ActivityView,
  problem: BackendError,
  {
    heading,
    more,
    retry,
    busy = false,
  }: { heading?: string; more?: Renderable; retry?: () => void; busy?: boolean } = {},
): TemplateResult => html`
  <div class="notice" part="notice" data-tone="danger" role="alert">
    <p>
      ${heading ? html`<strong>${heading}</strong>` : nothing} ${textFor(t.errors, problem.kind)}
      ${more ?? nothing}
    </p>
    ${
      retry
        ? html`<button
            type="button"
            part="button"
            aria-disabled=${busy ? 'true' : nothing}
            @click=${() => {
              if (!busy) retry();
            }}
          >
            ${t.retry}
          </button>`
        : nothing
    }
  </div>
`;
