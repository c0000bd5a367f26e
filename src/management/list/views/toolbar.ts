/** Above the list: search, filters, order, and the buttons that register. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { IntegrationOrder } from '../../../backend/backend.js';
import { ENDPOINT_STATUSES, MODULES } from '../../../integration/rules.js';
import type { Module } from '../../../integration/rules.js';
import type { EndpointStatus } from '../../../integration/schema.js';
import type { Capabilities } from '../../../ui/capabilities.js';
import type { ListView } from '../list-view.js';

const ORDERS: readonly IntegrationOrder[] = ['newest', 'name'];

const choice = (
  id: string,
  label: string,
  value: string,
  options: readonly (readonly [value: string, label: string])[],
  choose: (value: string) => void,
): TemplateResult => html`
  <div class="field">
    <label for=${id}>${label}</label>
    <select
      part="input"
      id=${id}
      @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}
    >
      ${options.map(
        ([each, text]) =>
          html`<option value=${each} .selected=${live(each === value)}>${text}</option>`,
      )}
    </select>
  </div>
`;

export const toolbar = (view: ListView, search: string): TemplateResult => {
  const { texts: t, filters, actions, capabilities } = view;
  return html`
    <div class="toolbar">
      <div class="filters" role="search" aria-label=${t.filters.label}>
        <div class="field search">
          <label for="search">${t.filters.search}</label>
          <input
            part="input"
            type="search"
            id="search"
            autocomplete="off"
            spellcheck="false"
            .value=${live(search)}
            @input=${(event: Event) => actions.search((event.target as HTMLInputElement).value)}
          />
        </div>
        ${
          view.onlyModule
            ? nothing
            : choice(
                'module',
                t.filters.module,
                filters.module ?? '',
                [['', t.filters.all], ...MODULES.map((each) => [each, t.modules[each]] as const)],
                (value) => actions.filter({ module: (value || undefined) as Module | undefined }),
              )
        }
        ${choice(
          'health',
          t.filters.health,
          filters.status ?? '',
          [
            ['', t.filters.all],
            ...ENDPOINT_STATUSES.map((each) => [each, t.health[each]] as const),
          ],
          (value) => actions.filter({ status: (value || undefined) as EndpointStatus | undefined }),
        )}
        ${choice(
          'sort',
          t.filters.sort,
          filters.sort ?? 'newest',
          ORDERS.map((each) => [each, t.filters.orders[each]] as const),
          (value) => actions.filter({ sort: value as IntegrationOrder }),
        )}
      </div>
      ${capabilities.register === false ? nothing : registerButtons(view)}
      ${mayChange(capabilities) ? nothing : html`<p class="quiet">${t.readonly}</p>`}
    </div>
  `;
};

const mayChange = ({ register, edit, remove, enable }: Capabilities): boolean =>
  [register, edit, remove, enable].some((may) => may !== false);

export const registerButtons = ({ texts: t, actions }: ListView): TemplateResult => html`
  <div class="buttons">
    <button type="button" part="button" @click=${actions.registerFromJson}>${t.fromJson}</button>
    <button type="button" class="primary" part="button button-primary" @click=${actions.register}>
      ${t.register}
    </button>
  </div>
`;
