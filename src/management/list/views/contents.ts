/** Below the toolbar: the page of integrations, or why there is none. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { BackendErrorKind } from '../../../backend/backend-error.js';
import type { Integration } from '../../../integration/schema.js';
import type { IntegrationPages } from '../integration-pages.js';
import type { ListTexts } from '../../../locales/en/list.js';
import type { ListView } from '../list-view.js';
import { pager, skeleton, table } from './table.js';
import { registerButtons } from './toolbar.js';
import { textFor } from '../../../ui/text.js';

/** "Not found" means a list that the backend does not have, not an integration that was deleted. */
const ofTheList = (t: ListTexts, kind: BackendErrorKind): string | undefined =>
  kind === 'not-found' || kind === 'unsupported' ? t.noList : textFor(t.errors, kind);

/** @param wait seconds until it makes sense to try again */
export const failure = (
  { texts: t, actions }: ListView,
  kind: BackendErrorKind | undefined,
  wait: number,
): TemplateResult => html`
  <div class="notice" part="notice" data-tone="danger" role="alert">
    <h3>${t.failed}</h3>
    ${kind ? html`<p>${ofTheList(t, kind)}</p>` : nothing}
    ${
      wait > 0
        ? html`<p>${t.wait(wait)}</p>`
        : html`<button type="button" part="button" @click=${actions.retry}>${t.retry}</button>`
    }
  </div>
`;

/** @param filtered whether a filter or a search is set */
export const contents = (
  view: ListView,
  pages: IntegrationPages,
  rows: readonly Integration[],
  filtered: boolean,
): TemplateResult => {
  const { texts: t, actions, capabilities } = view;
  if (!pages.shown) return skeleton(view);
  if (rows.length > 0 || pages.hasPrevious || pages.hasNext)
    return html`${table(view, pages, rows)} ${pager(view, pages)}`;
  return filtered
    ? html`<div class="empty">
        <p>${t.nothing}</p>
        <button type="button" part="button" @click=${actions.clear}>${t.clear}</button>
      </div>`
    : html`<div class="empty">
        <p><strong>${t.empty}</strong></p>
        <p>${t.emptyHint}</p>
        ${capabilities.register === false ? nothing : registerButtons(view)}
      </div>`;
};
