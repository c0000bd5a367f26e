/** Chooses the notices above the form: what this user may not do, an offered draft, how the last save ended. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Renderable } from '../../../ui/fields.js';
import type { OnDemand } from '../../../ui/on-demand.js';
import type { DraftOffer } from '../drafts/draft-offer.js';
import type { ConflictPanel } from '../conflict/conflict-panel.js';
import type { FormStore } from '../../model/form-store.js';
import type { FieldName } from '../../model/form-values.js';
import type { MessageView } from './message-view.js';
import type { SaveFlow } from '../../save/save-flow.js';
import { conflictNotice, draftOffer, errorSummary, failureNotice, savedNotice } from './notices.js';

export interface FormNoticesOptions {
  readonly store: FormStore;
  readonly saveFlow: SaveFlow;
  readonly drafts: DraftOffer | undefined;
  /** Lays a conflict out, field by field. */
  readonly conflict: OnDemand<ConflictPanel>;
  readonly secondsLeft: number;
  /** What this user may not do here. */
  readonly restriction: 'edit' | 'register' | undefined;
  focusField(name: FieldName): void;
  /** Begins another integration; undefined where this user or this place may not. */
  readonly another: (() => void) | undefined;
}

export const formNotices = (view: MessageView, options: FormNoticesOptions): TemplateResult => {
  const { drafts, restriction } = options;
  return html`
    ${
      restriction
        ? html`<p class="notice" part="notice" data-tone="info">
            ${view.messageTexts.capabilities[restriction]}
          </p>`
        : nothing
    }
    ${
      drafts?.offered
        ? draftOffer(
            view,
            drafts.offered.at,
            () => drafts.restore(),
            () => drafts.discard(),
          )
        : nothing
    }
    ${result(view, options)}
  `;
};

const result = (view: MessageView, options: FormNoticesOptions): Renderable => {
  const { store, saveFlow, conflict, secondsLeft, focusField } = options;
  const { result: ended } = saveFlow;
  switch (ended?.kind) {
    case 'problems':
      return store.problems.size > 0 || store.formErrors.length > 0
        ? errorSummary(view, store.problems.keys(), store.formErrors, focusField)
        : nothing;
    case 'failed':
      return failureNotice(
        view,
        ended,
        secondsLeft,
        ended.error.kind === 'not-found' && view.stored
          ? html`<button type="submit" part="button" @click=${() => saveFlow.saveAsNew()}>
              ${view.messageTexts.afterwards.asNew}
            </button>`
          : nothing,
      );
    case 'conflict':
      return conflictNotice(view, conflict, ended.theirs, (values, theirs) =>
        saveFlow.resolveConflict(values, theirs),
      );
    case 'saved':
      return savedNotice(
        view,
        ended.created,
        ['failing', 'erroring'].includes(store.stored?.endpoint.status ?? ''),
        ended.created ? options.another : undefined,
      );
    default:
      return nothing;
  }
};
