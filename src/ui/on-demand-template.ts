/** What stands in the place of a part that loads on demand: that it is loading, or that it failed and how to try again. */
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { OnDemand } from './on-demand.js';

export interface OnDemandTexts {
  readonly loading: string;
  readonly failed: string;
  readonly retry: string;
}

export const onDemandTemplate = <T>(
  part: OnDemand<T>,
  texts: OnDemandTexts,
  render: (value: T) => TemplateResult,
): TemplateResult => {
  if (part.value !== undefined) return render(part.value);
  if (!part.failed) return html`<p class="quiet">${texts.loading}</p>`;
  return html`<p class="problem">
    ${texts.failed}
    <button type="button" part="button" @click=${() => void part.load()}>${texts.retry}</button>
  </p>`;
};
