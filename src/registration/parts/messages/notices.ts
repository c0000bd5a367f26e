/** The notices above the form: the error summary, a failed or finished save, an offered draft. A result takes the focus. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Integration } from '../../../integration/schema.js';
import type { OnDemand } from '../../../ui/on-demand.js';
import { fieldId } from '../../../ui/fields.js';
import type { Renderable } from '../../../ui/fields.js';
import { serverSentence } from '../../../ui/server-sentence.js';
import { textFor } from '../../../ui/text.js';
import type { ConflictPanel } from '../conflict/conflict-panel.js';
import type { FieldProblem } from '../../model/form-store.js';
import { RESULT_ID } from '../../save/save-flow.js';
import type { SaveResult } from '../../save/save-flow.js';
import type { FieldName, FormValues } from '../../model/form-values.js';
import { forSupport } from './load-failure.js';
import type { MessageView } from './message-view.js';
import { problemSentence } from './problem-text.js';
import { onDemand } from '../../view/on-demand.js';

const notice = (tone: string, heading: Renderable, content: Renderable): TemplateResult => html`
  <div
    class="notice"
    part="notice"
    data-tone=${tone}
    id=${RESULT_ID}
    role="group"
    tabindex="-1"
    aria-labelledby="result-heading"
  >
    <h3 id="result-heading">${heading}</h3>
    ${content}
  </div>
`;

export const errorSummary = (
  { messageTexts: texts, problemOf }: MessageView,
  names: Iterable<FieldName>,
  unplaced: readonly FieldProblem[],
  focusField: (name: FieldName) => void,
): TemplateResult =>
  notice(
    'danger',
    texts.summary.heading,
    html`<ul>
        ${[...names].map(
          (name) =>
            html`<li>
              <a
                href="#${fieldId(name)}"
                @click=${(event: Event) => {
                  event.preventDefault();
                  focusField(name);
                }}
                >${problemOf(name)}</a
              >
            </li>`,
        )}
      </ul>
      ${
        unplaced.length > 0
          ? html`<p>${texts.summary.other}</p>
              <ul>
                ${unplaced.map(
                  (problem) => html`<li>${problemSentence(texts, undefined, problem)}</li>`,
                )}
              </ul>`
          : nothing
      }`,
  );

/** Failures after which nobody knows whether the save went through. */
const UNCONFIRMED: readonly string[] = ['network', 'timeout', 'malformed', 'unavailable'];

type SaveFailure = SaveResult & { kind: 'failed' };

/** HTTP status of what a service has taken and not done yet. */
const TAKEN = 202;

export const failureNotice = (
  { texts, messageTexts }: MessageView,
  { error, offline = false }: SaveFailure,
  secondsLeft: number,
  action: Renderable,
): TemplateResult => {
  const { failures: t } = messageTexts;
  const pending = error.status === TAKEN;
  // A status, as it changes by itself when the connection comes back.
  const heading = offline
    ? html`<span role="status">${navigator.onLine ? t.online : t.offline}</span>`
    : pending
      ? t.pending
      : (textFor(t.kinds, error.kind) ?? t.save);
  return notice(
    'danger',
    heading,
    html`
      ${
        offline
          ? nothing
          : html`<p>
              ${pending ? t.notActive : UNCONFIRMED.includes(error.kind) ? t.unconfirmed : t.save}
            </p>`
      }
      ${
        error.detail && (error.kind === 'conflict' || error.kind === 'invalid')
          ? html`<p>${serverSentence(error.detail, error.language)}</p>`
          : nothing
      }
      ${secondsLeft > 0 ? html`<p>${texts.actions.wait(secondsLeft)}</p>` : nothing}
      ${pending ? nothing : forSupport(t, error)} ${action}
    `,
  );
};

export const savedNotice = (
  { messageTexts }: MessageView,
  created: boolean,
  unverified: boolean,
  another: (() => void) | undefined,
): TemplateResult =>
  notice(
    unverified ? 'warning' : 'success',
    created ? messageTexts.saved.registered : messageTexts.saved.updated,
    html`${unverified ? html`<p>${messageTexts.saved.unverified}</p>` : nothing}
    ${
      another
        ? html`<button type="button" part="button" @click=${another}>
            ${messageTexts.afterwards.another}
          </button>`
        : nothing
    }`,
  );

export const conflictNotice = (
  view: MessageView,
  part: OnDemand<ConflictPanel>,
  theirs: Integration | undefined,
  settle: (values: FormValues, theirs: Integration) => void,
): TemplateResult => {
  void part.load();
  return notice(
    'warning',
    view.messageTexts.conflict.heading,
    theirs
      ? onDemand(view, part, (panel) =>
          panel.render(view, theirs, (values) => settle(values, theirs)),
        )
      : html`<p>${view.messageTexts.conflict.loading}</p>`,
  );
};

export const draftOffer = (
  { messageTexts: texts, tag }: MessageView,
  at: Date,
  restore: () => void,
  discard: () => void,
): TemplateResult => html`
  <div class="notice" part="notice" data-tone="info" role="group" aria-labelledby="draft-heading">
    <p id="draft-heading">
      ${texts.draft.found(
        new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' }).format(at),
      )}
      ${texts.draft.secrets}
    </p>
    <div class="buttons">
      <button type="button" part="button" @click=${restore}>${texts.draft.restore}</button>
      <button type="button" part="button" @click=${discard}>${texts.draft.discard}</button>
    </div>
  </div>
`;
