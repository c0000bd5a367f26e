/** One integration in the list: its cells, and below them, where it is open, its details and buttons. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Integration } from '../../../integration/schema.js';
import type { Renderable } from '../../../ui/fields.js';
import { nameIn, rowId } from '../list-view.js';
import type { ListView } from '../list-view.js';
import { health, healthDetail } from './health.js';
import { textFor } from '../../../ui/text.js';

const hostOf = (requestUrl: string): string => {
  try {
    return new URL(requestUrl).host;
  } catch {
    return requestUrl;
  }
};

/** Where there is room, cells stand under their column's heading; on a card each names itself. */
const cell = (label: string, name: string, content: Renderable): TemplateResult => html`
  <td role="cell" class=${name}>
    <span class="label" aria-hidden="true">${label}</span>${content}
  </td>
`;

export const row = (view: ListView, integration: Integration, index: number): TemplateResult => {
  const { texts: t, capabilities, actions } = view;
  const { id, module, payload, events, launch, enabled, endpoint, requestUrl } = integration;
  const name = nameIn(t, integration);
  const { work, problem } = view.stateOf(id);
  const open = view.isOpen(id);
  const c = t.columns;
  return html`
    <tr
      role="row"
      part="row"
      class=${open ? 'open' : ''}
      aria-rowindex=${index + 1}
      aria-busy=${work ? 'true' : nothing}
    >
      <th role="rowheader" scope="row" class="name">
        <button
          type="button"
          class="link"
          part="button"
          id=${rowId('open', id)}
          translate="no"
          aria-label=${t.open(name)}
          @click=${() => actions.select(integration)}
        >
          <bdi>${name}</bdi>
        </button>
        <span class="host" translate="no">${hostOf(requestUrl)}</span>
      </th>
      ${cell(c.module, 'module', textFor(t.modules, module) ?? module)}
      ${cell(c.payload, 'payload', textFor(t.payloads, payload.format) ?? payload.format)}
      ${cell(c.events, 'events', html`<span aria-label=${t.events(events.length)}>${events.length}</span>`)}
      ${cell(c.launch, 'launch', launch ? t.yes : t.no)}
      ${cell(c.health, 'endpoint', health(view, endpoint, work === 'checking'))}
      ${cell(
        c.enabled,
        'enabled',
        html`<button
          type="button"
          class="switch"
          part="switch"
          role="switch"
          aria-checked=${enabled ? 'true' : 'false'}
          aria-label=${t.enable(name)}
          aria-disabled=${work || capabilities.enable === false ? 'true' : nothing}
          @click=${() => {
            if (!work && capabilities.enable !== false) actions.enable(integration, !enabled);
          }}
        >
          <span aria-hidden="true">${enabled ? t.yes : t.no}</span>
        </button>`,
      )}
      <td role="cell" class="more">
        <button
          type="button"
          class="small"
          part="button"
          aria-expanded=${open ? 'true' : 'false'}
          aria-controls=${rowId('more', id)}
          aria-label=${t.details(name)}
          @click=${() => actions.toggle(id)}
        >
          ${c.more}
        </button>
      </td>
    </tr>
    ${
      problem
        ? html`<tr role="row" class="below">
            <td role="cell" colspan="8">
              <div class="problem-line" role="alert">
                <span>
                  ${textFor(t.errors, problem.kind)}
                  ${problem.retryAfter ? t.wait(Math.ceil(problem.retryAfter)) : nothing}
                </span>
                ${
                  problem.kind === 'conflict' || problem.kind === 'not-found'
                    ? html`<button
                        type="button"
                        class="small"
                        part="button"
                        @click=${() => actions.read(id)}
                      >
                        ${t.showCurrent}
                      </button>`
                    : nothing
                }
              </div>
            </td>
          </tr>`
        : nothing
    }
    ${
      open
        ? html`<tr role="row" class="below" id=${rowId('more', id)}>
            <td role="cell" colspan="8">${more(view, integration)}</td>
          </tr>`
        : nothing
    }
  `;
};

const more = (view: ListView, integration: Integration): TemplateResult => {
  const { texts: t, capabilities, actions } = view;
  const busy = Boolean(view.stateOf(integration.id).work);
  const json = view.jsonOf(integration.id);
  const button = (label: string, act: () => void, allowed: boolean | undefined, tone = '') =>
    allowed === false
      ? nothing
      : html`<button
          type="button"
          part="button"
          class=${tone}
          aria-disabled=${busy ? 'true' : nothing}
          @click=${() => {
            if (!busy) act();
          }}
        >
          ${label}
        </button>`;
  return html`
    <div class="details">
      ${healthDetail(view, integration.endpoint)}
      <div class="buttons">
        ${button(t.check, () => actions.check(integration), capabilities.edit)}
        ${button(t.activity, () => actions.activity(integration), capabilities.activity)}
        ${button(t.copyJson, () => actions.copy(integration), true)}
        ${button(t.remove, () => actions.remove(integration), capabilities.remove, 'danger')}
      </div>
      ${
        json === undefined
          ? nothing
          : html`<p class="quiet">${t.copyFailed}</p>
              <textarea readonly rows="8" aria-label=${t.json} .value=${json}></textarea>`
      }
      ${view.activityOf(integration) ?? nothing}
    </div>
  `;
};
