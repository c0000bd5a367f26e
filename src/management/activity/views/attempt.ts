/** One attempt to deliver: its outcome by sign and words, how long it took, what that means, and the answer for who asks for it. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { DeliveryStatus } from '../../../backend/backend.js';
import type { Renderable } from '../../../ui/fields.js';
import type { ActivityView } from '../activity-view.js';
import { textFor } from '../../../ui/text.js';
import { explain } from '../explain.js';
import type { Attempt } from '../explain.js';

/** The sign comes from the style sheet; it is not read out, as the word is. */
export const outcome = (
  { texts }: ActivityView,
  status: DeliveryStatus,
  detail?: Renderable,
): TemplateResult =>
  html`<span class="outcome" data-outcome=${status}
    ><strong>${textFor(texts.outcomes, status) ?? status}</strong
    >${detail ? html` <span>${detail}</span>` : nothing}</span
  >`;

/** "HTTP 404, after 80 ms" */
export const summary = (
  { texts: t, formats }: ActivityView,
  { httpStatus, duration }: Attempt,
): string => {
  const answer = httpStatus ? t.status(httpStatus) : t.noAnswer;
  return duration === undefined ? answer : t.took(answer, formats.duration(duration));
};

/** What it means, where there is something to say. */
export const explanation = (
  { texts }: ActivityView,
  attempt: Attempt,
): TemplateResult | typeof nothing => {
  const sentence = explain(attempt, texts);
  return sentence ? html`<p class="explained">${sentence}</p>` : nothing;
};

/**
 * What the endpoint answered: somebody else's text, which may hold anything. Shown as text, to who asks for it.
 * @param key of what is open
 * @param name what it is the answer of
 */
export const answer = (
  view: ActivityView,
  { answer: text }: Attempt,
  key: string,
  name: string,
): TemplateResult | typeof nothing => {
  if (!text) return nothing;
  const { answer: t, of } = view.texts;
  const open = view.isOpen(key);
  const id = view.id(key);
  const label = open ? t.hide : t.show;
  return html`
    <div class="answer">
      <button
        type="button"
        part="button"
        class="link"
        aria-expanded=${open ? 'true' : 'false'}
        aria-controls=${open ? id : nothing}
        aria-label=${of(label, name)}
        @click=${() => view.toggle(key)}
      >
        ${label}
      </button>
      ${
        open
          ? html`<p class="hint">${t.hint}</p>
              <pre
                id=${id}
                part="code"
                role="region"
                tabindex="0"
                translate="no"
                dir="auto"
                aria-label=${of(t.label, name)}
              >
${text}</pre>`
          : nothing
      }
    </div>
  `;
};
