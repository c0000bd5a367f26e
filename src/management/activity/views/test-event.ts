/** A test event: which one, what it will look like, and what came back. */
import { plainName } from '../../../integration/plain-name.js';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Delivery } from '../../../backend/backend.js';
import { plainJson } from '../../../integration/plain-json.js';
import type { samplePayload } from '../../../integration/samples/index.js';
import type { CopyableCode } from '../../../ui/copyable-code.js';
import type { OnDemand } from '../../../ui/on-demand.js';
import { onDemandTemplate } from '../../../ui/on-demand-template.js';
import { textFor } from '../../../ui/text.js';
import type { ActivityView } from '../activity-view.js';
import { explainCheck } from '../explain.js';
import type { TestEvent } from '../test-event.js';
import { answer, explanation, outcome, summary } from './attempt.js';
import { failure } from './failure.js';

export interface TestEventParts {
  readonly sample: OnDemand<typeof samplePayload>;
  readonly code: CopyableCode;
  announce(text: string): void;
}

export const testEvent = (
  view: ActivityView,
  state: TestEvent,
  parts: TestEventParts,
): TemplateResult => {
  const { integration } = view;
  const { testEvent: t } = view.texts;
  const code = state.codeOf(integration);
  return html`
    <section aria-labelledby=${view.id('test')}>
      <h5 id=${view.id('test')} tabindex="-1">${t.heading}</h5>
      ${
        code === undefined
          ? html`<p>${t.noEvents}</p>`
          : html`<p class="hint">${t.hint}</p>
              ${chooser(view, state, code)} ${sample(view, code, parts)}
              ${
                state.problem
                  ? failure(view, state.problem, {
                      heading: t.failed,
                      more: state.problem.retryAfter
                        ? view.texts.waitSeconds(Math.ceil(state.problem.retryAfter))
                        : undefined,
                    })
                  : nothing
              }
              ${state.result ? result(view, state.result) : nothing}`
      }
    </section>
  `;
};

const chooser = (view: ActivityView, state: TestEvent, code: string): TemplateResult => {
  const { integration, texts } = view;
  const { testEvent: t } = texts;
  return html`
    <div class="activity-controls">
      <div class="field" part="field">
        <label for=${view.id('event')}>${t.event}</label>
        <select
          part="input"
          id=${view.id('event')}
          @change=${(event: Event) => state.choose((event.target as HTMLSelectElement).value)}
        >
          ${integration.events.map(
            (each) =>
              html`<option value=${each} .selected=${live(each === code)}>
                ${view.eventName(each)}
              </option>`,
          )}
        </select>
      </div>
      <button
        type="button"
        part="button button-primary"
        class="primary"
        aria-label=${texts.of(state.sending ? t.sending : t.send, plainName(integration.name))}
        aria-disabled=${state.sending ? 'true' : nothing}
        @click=${() => void state.send(state.codeOf(integration) ?? code)}
      >
        ${state.sending ? t.sending : t.send}
      </button>
    </div>
  `;
};

const sample = (
  view: ActivityView,
  event: string,
  { sample: part, code, announce }: TestEventParts,
): TemplateResult => {
  const { integration, texts } = view;
  const { testEvent: t } = texts;
  const open = view.isOpen('sample');
  const toggle = (): void => {
    if (!open) void part.load();
    view.toggle('sample');
  };
  return html`
    <button
      type="button"
      part="button"
      class="link"
      aria-expanded=${open ? 'true' : 'false'}
      @click=${toggle}
    >
      ${open ? t.hideSample : t.showSample}
    </button>
    ${
      !open
        ? nothing
        : onDemandTemplate(
            part,
            { loading: texts.loadingPart, failed: texts.partFailed, retry: texts.retry },
            (sample) =>
              html`<p class="hint">${t.madeUp}</p>
                ${code.render({
                  label: textFor(t.samples, integration.payload.format) ?? t.sample,
                  code: plainJson(
                    sample(integration.payload, event, { requestUrl: integration.requestUrl }),
                    2,
                  ),
                  texts: t.copy,
                  announce,
                })}`,
          )
    }
  `;
};

const result = (view: ActivityView, delivery: Delivery): TemplateResult => {
  const { texts, integration, formats } = view;
  const { testEvent: t } = texts;
  const { status, attempts, eventType, createdAt } = delivery;
  const last = attempts.at(-1);
  const { endpoint } = integration;
  return html`
    <div class="notice activity-result" part="notice" data-outcome=${status}>
      <h6>${t.result}</h6>
      <p>
        ${outcome(view, status, last && summary(view, last))}
        <span class="quiet">${texts.at(view.eventName(eventType), formats.when(createdAt))}</span>
      </p>
      ${status === 'pending' ? html`<p>${t.pending}</p>` : nothing}
      ${last ? explanation(view, last) : nothing}
      ${
        // It got through, and yet the challenge is not answered as it should be.
        status === 'delivered' && endpoint.status === 'failing' && endpoint.reason
          ? html`<p>${texts.notVerified(explainCheck(endpoint.reason, texts))}</p>`
          : nothing
      }
      ${last ? answer(view, last, 'test-answer', t.heading) : nothing}
    </div>
  `;
};
