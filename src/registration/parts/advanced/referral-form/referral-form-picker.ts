/**
 * The referral form for associated listings: an editable combobox with a list (ARIA's pattern), searched through the
 * backend; below it the listings of the form that is chosen.
 */
import { html, nothing } from 'lit';
import type { LitElement, TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { fold } from '../../../../integration/fold.js';
import type { ReferralForm } from '../../../../integration/schema.js';
import type { AdvancedTexts } from '../../../../locales/en/advanced.js';
import { addStyles } from '../../../../ui/add-styles.js';
import { descriptions, fieldId, fieldTemplate } from '../../../../ui/fields.js';
import type { Text } from '../../../../ui/fields.js';
import { LeaveController } from '../../../../ui/leave-controller.js';
import { Loader } from '../../../../ui/loader.js';
import type { FormServices } from '../../../model/form-services.js';
import type { FormView } from '../../../view/form-view.js';
import { referralFormListings } from './referral-form-listings.js';
import styles from './referral-form-picker.styles.js';
import { optionId, referralFormName, referralFormPopup } from './referral-form-popup.js';
import { ReferralFormSearch, TYPING_PAUSE } from './referral-form-search.js';

const NAME = '/launch/referralFormId';
const ID = fieldId(NAME);

type PickerTexts = AdvancedTexts['referralForm'];

export class ReferralFormPicker {
  /** What is typed and not chosen. */
  private typed?: string;
  /** What was typed when the field was left, and not chosen. */
  private left?: string;
  private open = false;
  private active = -1;
  /** The user has pressed the down arrow on the last option: the next page's first option becomes active. */
  private goOn = false;
  private readonly known = new Map<string, ReferralForm>();
  private readonly chosen: Loader<ReferralForm | undefined>;
  private readonly search: ReferralFormSearch;
  /** As it was given last. */
  private view?: FormView;
  private texts?: PickerTexts;

  constructor(
    private readonly host: LitElement,
    private readonly services: FormServices,
  ) {
    addStyles(host, styles);
    this.search = new ReferralFormSearch(host, services, (more) => this.onAnswer(more));
    this.chosen = new Loader(() => this.onResolved(), host);
    new LeaveController(host, () => (this.open = false));
  }

  render(view: FormView, t: PickerTexts): TemplateResult {
    this.view = view;
    this.texts = t;
    const { locked } = view;
    const id = view.values[NAME];
    this.resolve(id);
    const form = this.known.get(id);
    const { search } = this;
    const listed = this.open && search.items.length > 0;
    const options = {
      name: NAME,
      label: t.label,
      value: id,
      hint: t.hint,
      optional: view.texts.optional,
      problem: view.problemOf(NAME),
      notes: this.notes(view, form, t),
    };
    return html`<div class="picker">
      ${fieldTemplate(
        options,
        ID,
        html`<div class="picker-control" @focusout=${this.onFocusOut}>
          <input
            part="input"
            id=${ID}
            type="text"
            role="combobox"
            aria-label=${t.label}
            autocomplete="off"
            spellcheck="false"
            aria-autocomplete="list"
            aria-expanded=${listed ? 'true' : 'false'}
            aria-controls="${ID}-list"
            aria-activedescendant=${listed && this.active >= 0 ? optionId(ID, this.active) : nothing}
            aria-invalid=${options.problem ? 'true' : nothing}
            aria-describedby=${descriptions(ID, options) ?? nothing}
            ?readonly=${locked}
            .value=${live(this.typed ?? (form && referralFormName(form, view.language)) ?? id)}
            @input=${this.onInput}
            @keydown=${this.onKey}
            @click=${this.onClick}
          />
          <svg class="picker-arrow" viewBox="0 0 16 16" aria-hidden="true">
            <path d="m3 6 5 5 5-5" />
          </svg>
          ${referralFormPopup(view, {
            id: ID,
            open: this.open && !locked,
            active: this.active,
            chosen: id,
            search,
            texts: t,
            choose: (one) => this.choose(one),
            retry: () => {
              // The button goes away with the focus on it.
              this.find(ID)?.focus();
              search.retry();
            },
          })}
        </div>`,
      )}
      ${
        id && (form || !locked)
          ? html`<div class="picker-chosen" id="${ID}-chosen">
              ${form ? referralFormListings(form, view.language, t) : nothing}
              ${
                locked
                  ? nothing
                  : html`<button type="button" part="button" @click=${() => this.remove()}>
                      ${t.remove}
                    </button>`
              }
            </div>`
          : nothing
      }
    </div>`;
  }

  /** What was not chosen, or why a form is shown by its ID. */
  private notes(view: FormView, form: ReferralForm | undefined, t: PickerTexts): Text {
    const { chosen, left } = this;
    if (left !== undefined) return t.notChosen(left);
    if (form || !view.values[NAME]) return undefined;
    if (chosen.status === 'ready') return t.unknown;
    if (chosen.status !== 'failed') return t.resolving;
    return html`${t.unresolved}
      <button type="button" part="button" class="link" @click=${() => void this.retry()}>
        ${view.texts.actions.retry}
      </button>`;
  }

  private onResolved(): void {
    if (this.chosen.status === 'failed') this.services.backend.report(this.chosen.error);
    this.host.requestUpdate();
  }

  /** The button goes away with the focus on it. */
  private async retry(): Promise<void> {
    this.find(ID)?.focus();
    const asked = this.chosen.retry();
    this.host.requestUpdate();
    await asked;
  }

  /** Finds the stored form's name and listings: only its ID is stored. */
  private resolve(id: string): void {
    const { backend } = this.services;
    this.chosen.update([backend.value, id], async (signal) => {
      const known = this.known.get(id);
      if (!id || known) return known;
      const { items } = await backend.call(
        (b, s) => b.listReferralForms({ query: id }, { signal: s }),
        signal,
      );
      const form = items.find((one) => one.id === id);
      if (form) this.known.set(id, form);
      return form;
    });
  }

  private readonly onInput = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    if (this.view?.locked) return;
    this.typed = input.value;
    this.left = undefined;
    this.show(input.value, TYPING_PAUSE);
  };

  private readonly onClick = (event: Event): void => {
    if (this.view?.locked || this.open) return;
    // What is typed next replaces the name of the form that is chosen.
    if (this.typed === undefined) (event.target as HTMLInputElement).select();
    this.show(this.typed ?? '');
  };

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.isComposing || this.view?.locked) return;
    const { search, open } = this;
    const last = search.items.length - 1;
    const handled = (): void => {
      event.preventDefault();
      event.stopPropagation();
    };
    switch (event.key) {
      case 'ArrowDown':
        handled();
        if (!open) return this.show(this.typed ?? '');
        if (event.altKey) return;
        if (this.active === last && search.hasMore) {
          this.goOn = true;
          return search.more();
        }
        return this.activate(this.active < last ? this.active + 1 : 0);
      case 'ArrowUp':
        handled();
        if (!open) return this.show(this.typed ?? '');
        if (event.altKey) return this.close();
        return this.activate(this.active > 0 ? this.active - 1 : last);
      case 'Home':
      case 'End':
        // Without an option to move from, they move the caret.
        if (!open || this.active < 0) return;
        handled();
        return this.activate(event.key === 'Home' ? 0 : last);
      case 'Enter': {
        if (!open && this.typed === undefined) return;
        handled();
        const form = search.items[this.active] ?? this.onlyAnswer;
        if (open && form) this.choose(form);
        return;
      }
      case 'Escape':
        if (!open && this.typed === undefined) return;
        handled();
        if (open) return this.close();
        this.typed = undefined;
        this.host.requestUpdate();
        return;
      default:
    }
  };

  private readonly onFocusOut = (event: FocusEvent): void => {
    const control = event.currentTarget as Element;
    if (event.relatedTarget instanceof Node && control.contains(event.relatedTarget)) return;
    // Another window was gone to: the field is where it was when the user comes back.
    if (!document.hasFocus()) return;
    const { typed } = this;
    const form = this.onlyAnswer;
    this.close();
    this.view?.actions.markTouched(NAME);
    if (typed === undefined) return;
    this.typed = undefined;
    if (typed.trim() === '') {
      if (this.view?.values[NAME]) this.remove(false);
    } else if (
      form &&
      fold(referralFormName(form, this.view?.language ?? 'en')) === fold(typed.trim())
    )
      this.choose(form);
    else this.left = typed.trim();
    this.host.requestUpdate();
  };

  /** What was found, where it is a single form and answers what is typed now. */
  private get onlyAnswer(): ReferralForm | undefined {
    const { status, items, query } = this.search;
    const isCurrent = status === 'ready' && this.typed?.trim() === query;
    return isCurrent && items.length === 1 ? items[0] : undefined;
  }

  private onAnswer(more: boolean): void {
    const { items, total, hasMore } = this.search;
    for (const form of items) this.known.set(form.id, form);
    if (!this.open || !this.texts) return;
    if (more) {
      if (this.goOn) this.activate(this.active + 1);
      this.goOn = false;
      return;
    }
    const { found, foundMore, none } = this.texts;
    this.view?.actions.announce(
      items.length === 0
        ? none(this.search.query)
        : total === undefined && hasMore
          ? foundMore(items.length)
          : found(total ?? items.length),
    );
  }

  private show(query: string, pause = 0): void {
    this.open = true;
    this.active = -1;
    this.goOn = false;
    this.search.ask(query, pause);
  }

  private close(): void {
    this.open = false;
    this.active = -1;
    this.search.stop();
    this.host.requestUpdate();
  }

  private activate(index: number): void {
    this.active = Math.min(index, this.search.items.length - 1);
    this.host.requestUpdate();
    void this.host.updateComplete.then(() =>
      this.find(optionId(ID, this.active))?.scrollIntoView({ block: 'nearest' }),
    );
  }

  private choose(form: ReferralForm): void {
    const { view, texts } = this;
    if (!view || !texts) return;
    this.known.set(form.id, form);
    this.typed = undefined;
    this.left = undefined;
    this.close();
    view.actions.set(NAME, form.id);
    view.actions.announce(
      texts.chosen(referralFormName(form, view.language), texts.listings(form.listings.length)),
    );
  }

  private remove(focus = true): void {
    this.left = undefined;
    this.view?.actions.set(NAME, '');
    if (this.texts) this.view?.actions.announce(this.texts.removed);
    if (focus) this.find(ID)?.focus();
  }

  private find(id: string): HTMLElement | null {
    return this.host.renderRoot.querySelector<HTMLElement>(`#${id}`);
  }
}
