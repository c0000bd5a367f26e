/** The bar that undoes a deletion, for some seconds. */
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Integration } from '../../../integration/schema.js';
import { nameIn } from '../list-view.js';
import type { ListView } from '../list-view.js';
import type { Removals } from '../removal.js';

/** Paused while hovered or focused. */
export const undoBar = (
  { texts, actions }: ListView,
  removed: Integration,
  removals: Removals,
): TemplateResult => {
  const pause = (): void => removals.pause();
  const resume = (): void => removals.resume();
  const { removal: t } = texts;
  return html`
    <div
      class="undo"
      @focusin=${pause}
      @focusout=${resume}
      @pointerenter=${pause}
      @pointerleave=${({ currentTarget }: Event) => {
        if (!(currentTarget as Element).matches(':focus-within')) resume();
      }}
    >
      <span>${t.pending(nameIn(texts, removed))}</span>
      <button type="button" part="button" id="undo" @click=${actions.undo}>${t.undo}</button>
    </div>
  `;
};
