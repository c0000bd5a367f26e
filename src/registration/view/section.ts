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

/** The role is the content's: a `section` may not be a radio group. */
export const section = (options: SectionOptions): TemplateResult => {
  const { id, role } = options;
  return html`
    <section part="section" aria-labelledby=${role ? nothing : `${id}-heading`}>
      <h3 id="${id}-heading">${options.heading}</h3>
      <div
        class="content"
        id=${id}
        role=${role ?? nothing}
        tabindex=${role ? '-1' : nothing}
        aria-labelledby=${role ? `${id}-heading` : nothing}
        aria-describedby=${options.describedBy ?? nothing}
      >
        ${options.content}
      </div>
    </section>
  `;
};
