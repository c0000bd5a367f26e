/** A part of the form that is loaded on demand: what stands there while it is on its way, or when it did not come. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { OnDemand } from '../../ui/on-demand.js';
import type { FormExtras } from '../parts/form-parts.js';
import type { FormView } from './form-view.js';

export const onDemand = <T>(
  { texts }: FormView,
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

/** A disclosure whose content is loaded when it is first opened. */
export const disclosure = (
  view: FormView,
  extras: FormExtras,
  name: 'advanced' | 'explanation',
  summary: string,
): TemplateResult => {
  const { open } = extras;
  const part: OnDemand<{ render(view: FormView): TemplateResult }> = extras[name];
  const toggle = (event: Event): void => {
    open[name] = (event.currentTarget as HTMLDetailsElement).open;
    if (open[name]) void part.load();
    view.actions.refresh();
  };
  return html`
    <details class="disclosure" .open=${open[name]} @toggle=${toggle}>
      <summary>${summary}</summary>
      ${open[name] ? onDemand(view, part, (panel) => panel.render(view)) : nothing}
    </details>
  `;
};
