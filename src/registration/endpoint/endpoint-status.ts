/** What came of the endpoint's check: Ocean's hexagon, and always the words. */
import { html, nothing, svg } from 'lit';
import type { TemplateResult } from 'lit';
import type { FormView } from '../form-view.js';
import type { EndpointCheckState } from './endpoint-check.js';

/** The signs inside the hexagon differ, so that nothing hangs on the colour. */
const SIGNS: Partial<Record<EndpointCheckState['status'], TemplateResult>> = {
  unavailable: svg`<path d="M8 4.5v4.5M8 11v.5" />`,
  verified: svg`<path d="M5 8.2l2.2 2.2L11.2 6" />`,
  failing: svg`<path d="M8 4.5v4.5M8 11v.5" />`,
  erroring: svg`<path d="M5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4" />`,
};

export const endpointStatus = (view: FormView, state: EndpointCheckState): TemplateResult => html`
  <div class="endpoint" part="endpoint" data-status=${state.status}>
    <svg class="hexagon" part="hexagon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path class="shape" d="M8 .8l6.3 3.6v7.2L8 15.2l-6.3-3.6V4.4z" />
      ${SIGNS[state.status] ?? nothing}
    </svg>
    <div>
      <strong>${view.texts.endpoint[state.status]}</strong>
      ${view.messages?.endpointDetail(view, state) ?? nothing}
    </div>
  </div>
`;
