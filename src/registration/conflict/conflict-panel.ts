/** A conflict, field by field: what someone else saved beside what stands in the form; keep mine or take theirs. */
import { html } from 'lit';
import type { LitElement, TemplateResult } from 'lit';
import type { Integration } from '../../integration/schema.js';
import type { FormValues } from '../form-values.js';
import type { FormView } from '../form-view.js';

export class ConflictPanel {
  constructor(private readonly host: LitElement) {}

  /** `settle` is given the values to go on with. */
  render(
    _view: FormView,
    _theirs: Integration,
    settle: (values: FormValues) => void,
  ): TemplateResult {
    void this.host;
    void settle;
    return html``;
  }
}
