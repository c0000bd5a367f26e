/** What came of the endpoint's check: Ocean's hexagon, and always the words. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { hexagon } from '../../ui/hexagon.js';
import type { FormView } from '../view/form-view.js';
import type { EndpointCheckState } from './endpoint-check.js';

export const endpointStatus = (view: FormView, state: EndpointCheckState): TemplateResult => html`
  <div class="endpoint" part="endpoint" data-status=${state.status}>
    ${hexagon(state.status)}
    <div>
      <strong>${view.texts.endpoint[state.status]}</strong>
      ${view.messages?.endpointDetail(view, state) ?? nothing}
    </div>
  </div>
`;
