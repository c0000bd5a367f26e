/** Delivering again all that failed since a time: since when, how far it is, and what came of it. */
import { plainName } from '../../../integration/plain-name.js';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ActivityView } from '../activity-view.js';
import type { BulkRedelivery, Since } from '../bulk-redelivery.js';
import { SINCE } from '../bulk-redelivery.js';
import { failure } from './failure.js';

export const bulk = (view: ActivityView, state: BulkRedelivery): TemplateResult => {
  const { texts, integration } = view;
  const { bulk: t } = texts;
  const { busy } = state;
  return html`
    <section class="activity-bulk" aria-labelledby=${view.id('bulk')}>
      <h5 id=${view.id('bulk')} tabindex="-1">${t.heading}</h5>
      <div class="activity-controls">
        <div class="field" part="field">
          <label for=${view.id('since')}>${t.since}</label>
          <select
            part="input"
            id=${view.id('since')}
            ?disabled=${busy}
            @change=${(event: Event) =>
              state.choose((event.target as HTMLSelectElement).value as Since)}
          >
            ${(Object.keys(SINCE) as Since[]).map(
              (since) =>
                html`<option value=${since} .selected=${live(since === state.since)}>
                  ${t.times[since]}
                </option>`,
            )}
          </select>
        </div>
        <button
          type="button"
          part="button"
          aria-label=${texts.of(t.start, plainName(integration.name))}
          aria-disabled=${busy ? 'true' : nothing}
          @click=${() => void state.start()}
        >
          ${t.start}
        </button>
        ${
          busy
            ? html`<button
                type="button"
                part="button"
                aria-label=${texts.of(state.state === 'stopping' ? t.stopping : t.stop, t.heading)}
                aria-disabled=${state.state === 'stopping' ? 'true' : nothing}
                @click=${() => state.stop()}
              >
                ${state.state === 'stopping' ? t.stopping : t.stop}
              </button>`
            : nothing
        }
      </div>
      ${progress(view, state)}
    </section>
  `;
};

const progress = (view: ActivityView, state: BulkRedelivery): TemplateResult | typeof nothing => {
  const { bulk: t } = view.texts;
  const { count, total, tally, problem, waitsUntil } = state;
  const sums = count > 0 ? t.tally(tally) : '';
  switch (state.state) {
    case 'idle':
      return nothing;
    case 'running':
    case 'stopping':
      return html`
        ${
          total
            ? html`<progress aria-label=${t.heading} max=${total} value=${count}></progress>`
            : html`<progress aria-label=${t.heading}></progress>`
        }
        <p>
          ${count === 0 && total === undefined ? t.looking : t.running(count, total)} ${sums}
          ${waitsUntil ? t.waits(view.formats.clock(waitsUntil)) : nothing}
        </p>
      `;
    case 'failed':
      return html`
        ${sums ? html`<p>${sums}</p>` : nothing}
        ${
          problem
            ? failure(view, problem, { heading: t.broken, retry: () => void state.resume() })
            : nothing
        }
      `;
    default:
      return html`<p>
        ${count === 0 ? t.nothing : html`${state.state === 'done' ? t.done : t.stopped} ${sums}`}
      </p>`;
  }
};
