/** A part that loads on demand: what stands in its place while it is on its way, or when it could not be loaded. */
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { OnDemand } from '../../ui/on-demand.js';
import type { FormView } from './form-view.js';

export const onDemand = <T>(
  { texts }: Pick<FormView, 'texts'>,
  part: OnDemand<T>,
  render: (value: T) => TemplateResult,
): TemplateResult => {
  if (part.value !== undefined) return render(part.value);
  if (!part.failed) return html`<p class="quiet">${texts.loadingPart}</p>`;
  return html`<p class="problem">
    ${texts.partFailed}
    <button type="button" part="button" @click=${() => void part.load()}>
      ${texts.actions.retry}
    </button>
  </p>`;
};
