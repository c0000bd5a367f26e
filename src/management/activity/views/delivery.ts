/** One delivery in the list: what it was and what came of it; its attempts, for who asks. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Delivery } from '../../../backend/backend.js';
import { shorten } from '../../../ui/text.js';
import type { ActivityView } from '../activity-view.js';
import { gotThrough } from '../explain.js';
import type { Redelivery } from '../redelivery.js';
import { answer, explanation, outcome, summary } from './attempt.js';
import { failure } from './failure.js';

/** Key of a delivery's attempts, among what is open. */
export const attemptsKey = (deliveryId: string): string => `attempts-${deliveryId}`;

export const delivery = (
  view: ActivityView,
  item: Delivery,
  redelivery: Redelivery,
): TemplateResult => {
  const { texts, formats, maySend } = view;
  const { deliveries: t } = texts;
  const { id, status, eventType, createdAt, test, attempts } = item;
  const event = view.eventName(eventType);
  const name = texts.at(event, formats.when(createdAt));
  const last = attempts.at(-1);
  const key = attemptsKey(id);
  const open = view.isOpen(key);
  const { busy, problem } = redelivery.of(id);
  const label = busy ? t.redelivering : t.redeliver;
  return html`
    <li part="delivery" aria-busy=${busy ? 'true' : nothing}>
      <div class="delivery">
        <span class="delivery-what">
          <span>${event}</span>
          ${test ? html`<span class="delivery-test">${t.test}</span>` : nothing}
          <time class="quiet" datetime=${createdAt}>${formats.when(createdAt)}</time>
        </span>
        ${outcome(view, status, last && summary(view, last))}
        <span class="buttons">
          <button
            type="button"
            part="button"
            class="compact"
            aria-expanded=${open ? 'true' : 'false'}
            aria-controls=${open ? view.id(key) : nothing}
            aria-label=${texts.of(t.attempts(attempts.length), name)}
            @click=${() => view.toggle(key)}
          >
            ${t.attempts(attempts.length)}
          </button>
          ${
            maySend && status !== 'pending'
              ? html`<button
                  type="button"
                  part="button"
                  class="compact"
                  aria-label=${texts.of(label, name)}
                  aria-disabled=${busy ? 'true' : nothing}
                  @click=${() => void redelivery.send(id, name)}
                >
                  ${label}
                </button>`
              : nothing
          }
        </span>
      </div>
      ${problem ? failure(view, problem) : nothing} ${open ? details(view, item, name) : nothing}
    </li>
  `;
};

const details = (view: ActivityView, { id, attempts }: Delivery, name: string): TemplateResult => {
  const { texts, formats } = view;
  const { deliveries: t } = texts;
  return html`
    <div class="delivery-details" id=${view.id(attemptsKey(id))}>
      ${attempts.length === 0 ? html`<p>${t.noAttempts}</p>` : nothing}
      <ol>
        ${attempts.map(
          (attempt, index) => html`
            <li>
              <p>
                ${outcome(view, gotThrough(attempt) ? 'delivered' : 'failed', summary(view, attempt))}
                <time class="quiet" datetime=${attempt.at}>${formats.when(attempt.at)}</time>
              </p>
              ${explanation(view, attempt)}
              ${answer(view, attempt, `answer-${id}-${index}`, t.ofAttempt(index + 1, name))}
            </li>
          `,
        )}
      </ol>
      <p class="quiet">${t.reference} <code translate="no">${shorten(id, 80)}</code></p>
    </div>
  `;
};
