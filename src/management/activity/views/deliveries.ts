/** The deliveries: by outcome, the newest first, with what is new and what is older one press away. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { DeliveryStatus } from '../../../backend/backend.js';
import type { ActivityView } from '../activity-view.js';
import type { DeliveryLog } from '../delivery-log.js';
import type { Redelivery } from '../redelivery.js';
import { delivery } from './delivery.js';
import { failure } from './failure.js';

const OUTCOMES: readonly DeliveryStatus[] = ['delivered', 'failed', 'pending'];

export const deliveries = (
  view: ActivityView,
  log: DeliveryLog,
  redelivery: Redelivery,
): TemplateResult => {
  const { deliveries: t } = view.texts;
  const { rows } = log;
  const { items } = rows;
  return html`
    <section aria-labelledby=${view.id('deliveries')} class="activity-deliveries">
      <h5 id=${view.id('deliveries')} tabindex="-1">${t.heading}</h5>
      ${filter(view, log)} ${log.problem ? broken(view, log) : nothing}
      ${
        items.length > 0
          ? html`
              ${above(view, log)}
              <ul class="delivery-list" aria-labelledby=${view.id('deliveries')}>
                ${repeat(
                  items,
                  ({ id }) => id,
                  (item) => delivery(view, item, redelivery),
                )}
              </ul>
              ${below(view, log)}
            `
          : rows.loaded
            ? empty(view, log)
            : log.problem
              ? nothing
              : html`<p class="quiet" role="status">${t.loading}</p>`
      }
    </section>
  `;
};

const filter = ({ id, texts }: ActivityView, log: DeliveryLog): TemplateResult => {
  const { deliveries: t } = texts;
  return html`
    <div class="field activity-filter" part="field">
      <label for=${id('outcome')}>${t.outcome}</label>
      <select
        part="input"
        id=${id('outcome')}
        @change=${(event: Event) => {
          const { value } = event.target as HTMLSelectElement;
          log.filter(OUTCOMES.find((status) => status === value));
        }}
      >
        <option value="" .selected=${live(log.status === undefined)}>${t.all}</option>
        ${OUTCOMES.map(
          (status) =>
            html`<option value=${status} .selected=${live(log.status === status)}>
              ${texts.outcomes[status]}
            </option>`,
        )}
      </select>
    </div>
  `;
};

/** A server that asks to wait is asked again by itself: there is nothing to press meanwhile. */
const broken = (view: ActivityView, log: DeliveryLog): TemplateResult | typeof nothing => {
  const { problem, pausedUntil } = log;
  const { deliveries: t, heldUntil: held } = view.texts;
  if (!problem) return nothing;
  return failure(view, problem, {
    heading: log.rows.loaded ? t.stale : t.failed,
    ...(pausedUntil
      ? { more: held(view.formats.clock(pausedUntil)) }
      : { retry: () => log.retry(), busy: log.retrying }),
  });
};

/** What is new stands in a line that is always there, so that nothing moves when it comes. */
const above = ({ texts }: ActivityView, log: DeliveryLog): TemplateResult => {
  const { deliveries: t } = texts;
  const { items, total, waiting, fromNewest } = log.rows;
  const label = fromNewest ? (waiting > 0 ? t.newer(waiting) : '') : t.newest;
  return html`
    <div class="delivery-line">
      <span class="quiet">${t.shown(items.length, total)}</span>
      ${
        label
          ? html`<button
              type="button"
              part="button"
              class="compact"
              @click=${() => log.showNewest()}
            >
              ${label}
            </button>`
          : nothing
      }
    </div>
  `;
};

const below = (view: ActivityView, log: DeliveryLog): TemplateResult | typeof nothing => {
  const { deliveries: t, loadingPart, retry } = view.texts;
  const { loadingOlder: busy, olderProblem } = log;
  if (log.rows.olderCursor === undefined) return nothing;
  return html`
    ${olderProblem ? failure(view, olderProblem, { heading: t.olderFailed }) : nothing}
    <button
      type="button"
      part="button"
      class="activity-older"
      aria-disabled=${busy ? 'true' : nothing}
      @click=${() => void log.showOlder()}
    >
      ${busy ? loadingPart : olderProblem ? retry : t.older}
    </button>
  `;
};

const empty = ({ texts }: ActivityView, log: DeliveryLog): TemplateResult => {
  const { deliveries: t } = texts;
  if (log.status === undefined) return html`<p>${t.empty}</p>`;
  return html`
    <p>${t.nothing}</p>
    <button type="button" part="button" class="compact" @click=${() => log.filter(undefined)}>
      ${t.showAll}
    </button>
  `;
};
