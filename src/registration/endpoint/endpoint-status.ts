/** What came of the endpoint's check: Ocean's hexagon, and always the words. */
import { html, nothing, svg } from 'lit';
import type { TemplateResult } from 'lit';
import { shorten } from '../../ui/text.js';
import type { EndpointCheckState } from './endpoint-check.js';
import type { FormExtras } from '../form-extras.js';
import type { FormView } from '../form-view.js';
import { onDemand } from '../sections/on-demand.js';

/** The signs inside the hexagon differ, so that nothing hangs on the colour. */
const SIGNS: Record<EndpointCheckState['status'], TemplateResult | typeof nothing> = {
  unchecked: nothing,
  checking: nothing,
  stale: nothing,
  unavailable: svg`<path d="M8 4.5v4.5M8 11v.5" />`,
  verified: svg`<path d="M5 8.2l2.2 2.2L11.2 6" />`,
  failing: svg`<path d="M8 4.5v4.5M8 11v.5" />`,
  erroring: svg`<path d="M5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4" />`,
};

const hexagon = (status: EndpointCheckState['status']): TemplateResult => html`
  <svg class="hexagon" part="hexagon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
    <path class="shape" d="M8 .8l6.3 3.6v7.2L8 15.2l-6.3-3.6V4.4z" />
    ${SIGNS[status]}
  </svg>
`;

/** The reason in the user's language; a reason that a newer server gives is shown as it came. */
export const endpointReason = (
  { texts, tag }: Pick<FormView, 'texts' | 'tag'>,
  state: EndpointCheckState,
): string => {
  const { endpoint: t, failures } = texts;
  if (state.status === 'unavailable') return failures.kinds[state.error.kind] ?? '';
  if (!('endpoint' in state)) return '';
  const { reason, httpStatus, checkedAt } = state.endpoint;
  const bad = state.status !== 'verified';
  return [
    bad && reason ? (t.reasons[reason] ?? shorten(reason)) : '',
    bad && httpStatus ? `${t.httpStatus(httpStatus)}.` : '',
    checkedAt
      ? `${t.checkedAt(new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(checkedAt)))}.`
      : '',
  ]
    .filter(Boolean)
    .join(' ');
};

/** The state and the reason in one sentence, to be announced. */
export const endpointSentence = (
  view: Pick<FormView, 'texts' | 'tag'>,
  state: EndpointCheckState,
): string => `${view.texts.endpoint[state.status]}. ${endpointReason(view, state)}`;

export const endpointStatus = (view: FormView, state: EndpointCheckState): TemplateResult => {
  const { endpoint: t } = view.texts;
  const detail = endpointReason(view, state);
  const bad = state.status === 'failing' || state.status === 'erroring';
  return html`
    <div class="endpoint" part="endpoint" data-status=${state.status}>
      ${hexagon(state.status)}
      <div>
        <strong>${t[state.status]}</strong>
        ${detail ? html`<p>${detail}</p>` : nothing}
        ${bad && !view.locked ? html`<p>${t.saveAnyway}</p>` : nothing}
      </div>
    </div>
  `;
};

/** The exchange behind the check, with a handler to copy; loaded when it is opened. */
export const explanation = (
  view: FormView,
  { explanation: part, open }: FormExtras,
): TemplateResult => {
  const toggle = (event: Event): void => {
    open.explanation = (event.currentTarget as HTMLDetailsElement).open;
    if (open.explanation) void part.need();
    view.actions.refresh();
  };
  return html`
    <details class="disclosure" .open=${open.explanation} @toggle=${toggle}>
      <summary>${view.texts.endpoint.explain}</summary>
      ${open.explanation ? onDemand(view, part, (panel) => panel.render(view)) : nothing}
    </details>
  `;
};
