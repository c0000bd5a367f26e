/** A disclosure whose content is a part that loads when it is first opened. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { OnDemand } from '../../ui/on-demand.js';
import type { FormView } from './form-view.js';
import { onDemand } from './on-demand.js';

export interface DisclosureOptions {
  readonly summary: string;
  readonly open: boolean;
  readonly part: OnDemand<{ render(view: FormView): TemplateResult }>;
  toggle(open: boolean): void;
}

export const disclosure = (
  view: FormView,
  { summary, open, part, toggle }: DisclosureOptions,
): TemplateResult => {
  const onToggle = (event: Event): void => {
    const isOpen = (event.currentTarget as HTMLDetailsElement).open;
    if (isOpen) void part.load();
    toggle(isOpen);
    view.actions.refresh();
  };
  return html`
    <details class="disclosure" .open=${open} @toggle=${onToggle}>
      <summary>${summary}</summary>
      ${open ? onDemand(view, part, (panel) => panel.render(view)) : nothing}
    </details>
  `;
};
