/** The integrations of a page as a table; as cards where there is no room for one. Roles are written out, as cards lose a table's own. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Integration } from '../../../integration/schema.js';
import type { IntegrationPages } from '../integration-pages.js';
import type { ListView } from '../list-view.js';
import { row } from './row.js';

/** Rows of the skeleton: about as many as are in view. */
const SKELETON = [1, 2, 3, 4, 5, 6];

export const table = (
  view: ListView,
  pages: IntegrationPages,
  rows: readonly Integration[],
): TemplateResult => {
  const { texts: t } = view;
  const total = pages.shown?.total;
  return html`
    <table
      role="table"
      part="table"
      aria-label=${t.title}
      aria-rowcount=${total === undefined ? -1 : total + 1}
      aria-busy=${pages.status === 'loading' ? 'true' : nothing}
    >
      <thead>
        <tr role="row" aria-rowindex="1">
          ${Object.entries(t.columns).map(
            ([name, label]) =>
              html`<th role="columnheader" scope="col" class=${name}>${label}</th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${repeat(
          rows,
          ({ id }) => id,
          (integration, index) => row(view, integration, pages.from + index),
        )}
      </tbody>
    </table>
  `;
};

/** Bars in place of the rows that are loading, so that nothing jumps when they come. */
export const skeleton = ({ texts: t }: ListView): TemplateResult => html`
  <div class="skeleton" role="status">
    <p>${t.loading}</p>
    ${SKELETON.map(() => html`<div class="bar" aria-hidden="true"></div>`)}
  </div>
`;

export const pager = ({ texts: t, actions }: ListView, pages: IntegrationPages): TemplateResult => {
  const { shown, from, to, hasPrevious, hasNext } = pages;
  const turn = (label: string, by: 1 | -1, can: boolean) =>
    html`<button
      type="button"
      part="button"
      aria-disabled=${can ? nothing : 'true'}
      @click=${() => {
        if (can) actions.turn(by);
      }}
    >
      ${label}
    </button>`;
  return html`
    <nav class="pager" aria-label=${t.pages}>
      <p class="count">${t.range(from, to, shown?.total)}</p>
      ${
        hasPrevious || hasNext
          ? html`<div class="buttons">
              ${turn(t.previous, -1, hasPrevious)} ${turn(t.next, 1, hasNext)}
            </div>`
          : nothing
      }
    </nav>
  `;
};
