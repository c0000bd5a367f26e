/** The form's buttons: save and cancel. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { FormView } from './form-view.js';

export interface FormActionsOptions {
  readonly busy: boolean;
  /** Pressing would end as it did before. */
  readonly barred: boolean;
  /** Seconds until the backend may be asked again. */
  readonly secondsLeft: number;
  cancel(): void;
}

/** Buttons stay focusable while they wait: a focused button that turns `disabled` would lose the keyboard's place. */
export const formActions = (
  { texts, stored }: FormView,
  { busy, barred, secondsLeft, cancel }: FormActionsOptions,
): TemplateResult => {
  const { actions: t } = texts;
  return html`
    <div class="actions">
      <button
        type="submit"
        id="save"
        part="button button-primary"
        class="primary"
        aria-disabled=${busy || barred || secondsLeft > 0 ? 'true' : nothing}
      >
        ${stored ? t.save : t.register}
      </button>
      <button type="button" part="button" @click=${cancel}>${t.cancel}</button>
      <p class="quiet" role="status">
        ${busy ? t.saving : secondsLeft > 0 ? t.wait(secondsLeft) : nothing}
      </p>
    </div>
  `;
};
