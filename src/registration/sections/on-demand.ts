/** A part of the form that is loaded on demand: what stands there while it is on its way, or when it did not come. */
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { OnDemand } from '../../ui/on-demand.js';
import type { FormView } from '../form-view.js';

export const onDemand = <T>(
  { texts }: FormView,
  part: OnDemand<T>,
  render: (value: T) => TemplateResult,
): TemplateResult => {
  if (part.value !== undefined) return render(part.value);
  if (!part.failed) return html`<p class="quiet">${texts.loadingPart}</p>`;
  return html`<p class="problem">
    ${texts.partFailed}
    <button type="button" part="button" @click=${() => void part.need()}>
      ${texts.actions.retry}
    </button>
  </p>`;
};
