/** What is worth knowing of a URL that is accepted: how it will be stored, and what may surprise. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { UrlResult } from '../../integration/urls.js';
import type { FormTexts } from '../../locales/en/form.js';
import type { FieldName } from '../form-values.js';
import type { FormView } from '../form-view.js';

export const urlNotes = (
  view: FormView,
  name: FieldName & `/${string}`,
  result: UrlResult,
): TemplateResult | typeof nothing => {
  const { texts } = view;
  if (!result.ok) {
    const { suggestion } = result;
    if (suggestion === undefined || view.problemOf(name) === undefined) return nothing;
    return html`<button
      type="button"
      class="link"
      @click=${() => {
        view.actions.set(name, suggestion as never);
        view.actions.leave(name);
      }}
    >
      ${texts.useSuggestion(suggestion)}
    </button>`;
  }
  const notes = notesOf(result, texts);
  return notes.length === 0
    ? nothing
    : html`<ul>
        ${notes.map((note) => html`<li>${note}</li>`)}
      </ul>`;
};

const notesOf = (result: UrlResult & { ok: true }, texts: FormTexts): string[] =>
  result.warnings.flatMap(
    ({ code, host }) =>
      texts.urlNotes[code]?.(code === 'url-normalised' ? result.url : (host ?? '')) ?? [],
  );
