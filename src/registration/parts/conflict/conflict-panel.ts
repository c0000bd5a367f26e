/** A conflict, field by field: what someone else saved beside the content of the form; keep mine or take theirs. */
import { html, nothing } from 'lit';
import type { LitElement, TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Integration } from '../../../integration/schema.js';
import { eventName } from '../../model/event-name.js';
import { texts as english } from '../../../locales/en/conflict.js';
import type { ConflictTexts } from '../../../locales/en/conflict.js';
import { addStyles } from '../../../ui/add-styles.js';
import { fieldId } from '../../../ui/fields.js';
import { LANGUAGE_TAGS, Localize } from '../../../ui/localize.js';
import { SECRET_FIELDS, toValues } from '../../model/form-values.js';
import type { FieldName, FormValues } from '../../model/form-values.js';
import type { FormView } from '../../view/form-view.js';
import styles from './conflict-panel.styles.js';
import { conflictRows, settled, suggestedSide } from '../../model/conflict-rows.js';
import type { ConflictRow, Side } from '../../model/conflict-rows.js';
import { fieldLabel, valueLines } from '../../model/conflict-values.js';
import type { ValueLine, ValueWords } from '../../model/conflict-values.js';

export class ConflictPanel {
  private readonly localize: Localize<ConflictTexts>;
  /** What the user has chosen, for the version of theirs that it was chosen in. */
  private readonly chosen = new Map<FieldName, Side>();
  private version?: string;

  constructor(private readonly host: LitElement) {
    addStyles(host, styles);
    this.localize = new Localize<ConflictTexts>(host, {
      en: english,
      fr: async () => (await import('../../../locales/fr/conflict.js')).texts,
    });
  }

  /** `settle` is given the values to go on with. */
  render(
    view: FormView,
    theirs: Integration,
    settle: (values: FormValues) => void,
  ): TemplateResult {
    const { texts: t } = this.localize;
    if (!t) return html`<p class="quiet">${view.texts.loadingPart}</p>`;
    if (this.version !== theirs.version) {
      this.version = theirs.version;
      this.chosen.clear();
    }
    const theirValues = toValues(theirs);
    const base = view.stored && toValues(view.stored);
    const rows = conflictRows(view.values, theirValues, base);
    const goOn = (side: (row: ConflictRow) => Side): void => {
      const values = settled(view.values, theirValues, rows, side);
      this.chosen.clear();
      settle(values);
      view.actions.announce(t.settled(view.texts.actions.save));
      void this.focusSave();
    };
    const button = (text: string, side: (row: ConflictRow) => Side, primary = false) =>
      html`<button
        type="button"
        part=${primary ? 'button button-primary' : 'button'}
        class=${primary ? 'primary' : nothing}
        @click=${() => goOn(side)}
      >
        ${text}
      </button>`;
    if (rows.length === 0) {
      return html`
        <div class="conflict">
          <p>${t.same}</p>
          <div class="buttons">${button(t.goOn, () => 'mine', true)}</div>
        </div>
      `;
    }
    const words: ValueWords = {
      form: view.texts,
      conflict: t,
      eventName: (code) => eventName(code, this.localize.language),
    };
    const hasSecret = SECRET_FIELDS.some((name) => view.values[name] !== '');
    return html`
      <div class="conflict">
        <p>${t.differing(rows.length)} ${t.intro(view.texts.actions.save)}</p>
        <div class="conflict-rows">
          ${rows.map((row) => this.renderRow(view, row, theirValues, words))}
        </div>
        ${hasSecret ? html`<p class="quiet">${t.secrets}</p>` : nothing}
        <div class="buttons">
          ${button(t.use, (row) => this.sideOf(row), true)} ${button(t.keepAll, () => 'mine')}
          ${button(t.takeAll, () => 'theirs')}
        </div>
      </div>
    `;
  }

  private sideOf(row: ConflictRow): Side {
    return this.chosen.get(row.name) ?? suggestedSide(row);
  }

  private renderRow(
    view: FormView,
    row: ConflictRow,
    theirs: FormValues,
    words: ValueWords,
  ): TemplateResult {
    const { conflict: t } = words;
    const id = `conflict-${fieldId(row.name)}`;
    const { values: mine } = view;
    return html`
      <div class="conflict-row" role="radiogroup" aria-labelledby=${id} aria-describedby="${id}-by">
        <div class="conflict-name">
          <strong id=${id}>${fieldLabel(row.name, words)}</strong>
          <span class="quiet" id="${id}-by">${t.changedBy[row.changedBy]}</span>
        </div>
        ${this.renderSide(view, row, 'mine', t, valueLines(row, mine, theirs, words))}
        ${this.renderSide(view, row, 'theirs', t, valueLines(row, theirs, mine, words))}
      </div>
    `;
  }

  private renderSide(
    view: FormView,
    row: ConflictRow,
    side: Side,
    t: ConflictTexts,
    lines: readonly ValueLine[],
  ): TemplateResult {
    const choose = (): void => {
      this.chosen.set(row.name, side);
      view.actions.refresh();
    };
    return html`
      <label class="conflict-side" part="choice">
        <input
          type="radio"
          name="conflict:${row.name}"
          value=${side}
          .checked=${live(this.sideOf(row) === side)}
          @change=${choose}
        />
        <span>
          <span class="conflict-who">${t[side]}</span>
          ${lines.map(
            ({ term, text, empty, language }) => html`
              <span
                class=${empty ? 'conflict-empty' : nothing}
                lang=${language ? LANGUAGE_TAGS[language] : nothing}
              >
                ${term ? html`<span class="conflict-term">${t.term(term)}</span> ` : nothing}${text}
              </span>
            `,
          )}
        </span>
      </label>
    `;
  }

  /** The panel goes away with the focus in it: what is left to do is to save. */
  private async focusSave(): Promise<void> {
    await this.host.updateComplete;
    this.host.renderRoot.querySelector<HTMLElement>('#save')?.focus();
  }
}
