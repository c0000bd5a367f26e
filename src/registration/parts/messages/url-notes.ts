/** What is worth knowing of a URL that is accepted: how it will be stored, and what may surprise. */
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { UrlResult } from '../../../integration/urls.js';
import type { MessageTexts } from '../../../locales/en/messages.js';
import { textFor } from '../../../ui/text.js';
import type { FieldName } from '../../model/form-values.js';
import type { MessageView } from './message-view.js';

export const urlNotes = (
  view: MessageView,
  name: FieldName & `/${string}`,
  result: UrlResult,
): TemplateResult | undefined => {
  const { messageTexts: texts } = view;
  if (!result.ok) {
    const { suggestion } = result;
    if (suggestion === undefined || view.problemOf(name) === undefined) return undefined;
    return html`<button
      type="button"
      class="link"
      @click=${() => {
        view.actions.set(name, suggestion);
        view.actions.markTouched(name);
      }}
    >
      ${texts.useSuggestion(suggestion)}
    </button>`;
  }
  const notes = notesOf(result, texts);
  return notes.length === 0
    ? undefined
    : html`<ul>
        ${notes.map((note) => html`<li>${note}</li>`)}
      </ul>`;
};

const notesOf = (result: UrlResult & { ok: true }, texts: MessageTexts): string[] =>
  result.warnings.flatMap(
    ({ code, host }) =>
      textFor(texts.urlNotes, code)?.(code === 'url-normalised' ? result.url : (host ?? '')) ?? [],
  );
