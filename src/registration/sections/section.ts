/** A section of the form: its heading, and beside or below it what belongs to it. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Renderable } from '../../ui/fields.js';

export interface SectionOptions {
  /** Id of the section; the heading's is made of it. */
  readonly id: string;
  readonly heading: string;
  readonly content: Renderable | readonly Renderable[];
  /** `group` or `radiogroup` where the heading names one set of controls. */
  readonly role?: 'group' | 'radiogroup' | undefined;
  /** Ids of what describes a group. */
  readonly describedBy?: string | undefined;
}

export const section = (options: SectionOptions): TemplateResult => html`
  <section
    part="section"
    id=${options.id}
    role=${options.role ?? nothing}
    tabindex=${options.role ? '-1' : nothing}
    aria-labelledby="${options.id}-heading"
    aria-describedby=${options.describedBy ?? nothing}
  >
    <h3 id="${options.id}-heading">${options.heading}</h3>
    <div class="content">${options.content}</div>
  </section>
`;
