/** The list that opens below the field: what was found, and the state of the search. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Language } from '../../../../integration/rules.js';
import type { ReferralForm } from '../../../../integration/schema.js';
import type { AdvancedTexts } from '../../../../locales/en/advanced.js';
import type { Renderable } from '../../../../ui/fields.js';
import { textIn } from '../../../../ui/text.js';
import type { FormView } from '../../../view/form-view.js';
import type { ReferralFormSearch } from './referral-form-search.js';

export interface PopupOptions {
  /** Id of the field; the list's and its options' are made of it. */
  readonly id: string;
  readonly open: boolean;
  /** Index of the option that the keyboard is at; -1 for none. */
  readonly active: number;
  /** Id of the form that is chosen. */
  readonly chosen: string;
  readonly search: ReferralFormSearch;
  readonly texts: AdvancedTexts['referralForm'];
  choose(form: ReferralForm): void;
  /** Asks again for what failed. */
  retry(): void;
}

export const optionId = (id: string, index: number): string => `${id}-option-${index}`;

export const referralFormName = (form: ReferralForm, language: Language): string =>
  textIn(form.name, language) || form.id;

/** Pixels from the end of the list at which more is asked for. */
const NEAR_END = 40;

export const referralFormPopup = (view: FormView, options: PopupOptions): TemplateResult => {
  const { id, search, texts: t } = options;
  // The focus stays in the field, whatever is clicked here.
  const keepFocus = (event: Event): void => event.preventDefault();
  const onScroll = (event: Event): void => {
    const { scrollTop, clientHeight, scrollHeight } = event.target as Element;
    if (scrollTop > 0 && scrollTop + clientHeight > scrollHeight - NEAR_END) search.more();
  };
  return html`<div class="picker-popup" ?hidden=${!options.open} @mousedown=${keepFocus}>
    <ul
      id="${id}-list"
      role="listbox"
      tabindex="-1"
      aria-label=${t.label}
      ?hidden=${search.items.length === 0}
      @scroll=${onScroll}
    >
      ${search.items.map(
        (form, index) =>
          // The keyboard stays in the field, which answers for the options.
          // eslint-disable-next-line lit-a11y/click-events-have-key-events
          html`<li
            role="option"
            id=${optionId(id, index)}
            aria-selected=${index === options.active ? 'true' : 'false'}
            ?data-chosen=${form.id === options.chosen}
            @click=${() => options.choose(form)}
          >
            <span translate="no">${referralFormName(form, view.language)}</span>
            <span class="quiet">${t.listings(form.listings.length)}</span>
          </li>`,
      )}
    </ul>
    ${state(view, options)}
  </div>`;
};

const state = (
  view: FormView,
  { search, texts: t, retry }: PopupOptions,
): TemplateResult | typeof nothing => {
  const { items, total, error } = search;
  const line = (content: Renderable) => html`<div class="picker-state quiet">${content}</div>`;
  if (search.status === 'loading') return line(t.loading);
  if (search.status === 'failed') {
    return html`<div class="picker-state">
      <div>
        <p class="problem">${t.failed}</p>
        ${error ? view.messages?.loadFailure(error) : nothing}
      </div>
      <button type="button" part="button" @click=${retry}>${view.texts.actions.retry}</button>
    </div>`;
  }
  if (search.status === 'idle') return nothing;
  if (items.length === 0) return line(search.query ? t.none(search.query) : t.empty);
  if (!search.hasMore) return nothing;
  return line(html`
    <span>${total === undefined ? nothing : t.shown(items.length, total)}</span>
    <button type="button" part="button" tabindex="-1" @click=${() => search.more()}>
      ${t.more}
    </button>
  `);
};
