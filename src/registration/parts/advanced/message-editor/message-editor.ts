/**
 * The confirmation message in one language: a text area for plain text or markup, tools that write the markup, a count of
 * what a reader sees, and a preview. Markup is sanitised when the field is left and before each save; plain text stays.
 */
import { html, nothing } from 'lit';
import type { LitElement, TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import { messageTextLength } from '../../../../integration/message-text.js';
import { LIMITS } from '../../../../integration/rules.js';
import type { AdvancedTexts } from '../../../../locales/en/advanced.js';
import { addStyles } from '../../../../ui/add-styles.js';
import { descriptions, fieldId, fieldTemplate } from '../../../../ui/fields.js';
import type { Text } from '../../../../ui/fields.js';
import { LANGUAGE_TAGS } from '../../../../ui/localize.js';
import { escapeMarkup } from '../../../../ui/message-markup.js';
import { hasMarkup } from '../../../../ui/message-rules.js';
import { inspectMessage, serializeMessage } from '../../../../ui/safe-html.js';
import type { FormStore } from '../../../model/form-store.js';
import type { FormView } from '../../../view/form-view.js';
import { senderLabel } from '../../../view/sender-label.js';
import { applyCommand } from './message-commands.js';
import type { EditedText, MessageCommand } from './message-commands.js';
import { LinkForm, linkAt } from './message-editor-link.js';
import { MessagePreview } from './message-editor-preview.js';
import type { PlaceholderValues } from './message-editor-preview.js';
import styles from './message-editor.styles.js';
import { MessageToolbar } from './message-editor-toolbar.js';
import { readArea, writeArea } from './message-editor-write.js';

export type MessageName = '/launch/confirmationMessage' | '/launch/confirmationMessage/fr';

type MessageEditorTexts = AdvancedTexts['message'];

export class MessageEditor {
  private readonly id: string;
  private readonly toolbar: MessageToolbar;
  private readonly link: LinkForm;
  private readonly preview: MessagePreview;
  private view?: FormView;
  private texts?: MessageEditorTexts;
  /** Whether the user has changed the message since it was sanitised. */
  private edited = false;
  /** What sanitising has made of the message, and what it left out. */
  private cleaned?: { markup: string; removed: readonly string[] };
  private over = false;
  /** What was announced as left out. */
  private announced = '';

  constructor(
    private readonly host: LitElement,
    private readonly store: FormStore,
    private readonly name: MessageName,
  ) {
    addStyles(host, styles);
    this.id = fieldId(name);
    this.toolbar = new MessageToolbar(host, this.id);
    this.link = new LinkForm(host, this.id);
    this.preview = new MessagePreview(() => this.onInspected());
  }

  render(view: FormView, t: MessageEditorTexts): TemplateResult {
    this.view = view;
    this.texts = t;
    const { id, name } = this;
    const { values, locked } = view;
    const value = values[name];
    const french = name.endsWith('/fr');
    const language = values.bilingual ? (french ? 'fr' : 'en') : undefined;
    const inLanguage = (label: string): string => senderLabel(view, label, language);
    const lang = language && LANGUAGE_TAGS[language];
    this.preview.update(value);
    view.actions.prepare(this.clean);
    const options = {
      name,
      label: inLanguage(t.label),
      value,
      hint: french ? undefined : t.hint,
      optional: view.texts.optional,
      problem: view.problemOf(name),
      notes: this.notes(t),
    };
    const length = messageTextLength(value);
    const tooMany = length - LIMITS.messageText;
    const described = [descriptions(id, options), `${id}-count`].filter(Boolean).join(' ');
    return html`<div class="editor" @focusout=${this.onFocusOut}>
      ${fieldTemplate(
        options,
        id,
        html`<div class="editor-box">
            ${
              locked
                ? nothing
                : this.toolbar.render({
                    label: inLanguage(t.toolbar),
                    texts: t,
                    use: (tool) => (tool === 'link' ? this.openLink() : this.apply(tool)),
                    insert: (placeholder) => this.apply('placeholder', placeholder),
                  })
            }
            ${
              locked
                ? nothing
                : this.link.render({
                    texts: t,
                    insert: (address, text) => this.insertLink(address, text),
                    remove: () => this.apply('link', ''),
                    close: () => this.area?.focus(),
                  })
            }
            <textarea
              part="input"
              id=${id}
              name=${name}
              rows="5"
              lang=${ifDefined(lang)}
              ?readonly=${locked}
              .value=${live(value)}
              aria-invalid=${options.problem || tooMany > 0 ? 'true' : nothing}
              aria-describedby=${described}
              @input=${this.onInput}
              @keydown=${this.onKey}
            ></textarea>
          </div>
          <p class=${tooMany > 0 ? 'count problem' : 'count'} id="${id}-count">
            ${(tooMany > 0 ? t.countOver : t.count)(length, LIMITS.messageText)}
          </p>`,
      )}
      ${value.trim() ? this.renderPreview(view, t, inLanguage(t.preview), lang ?? view.tag) : nothing}
    </div>`;
  }

  private renderPreview(
    view: FormView,
    t: MessageEditorTexts,
    label: string,
    lang: string,
  ): TemplateResult {
    return html`<div class="message-preview" role="region" tabindex="0" aria-label=${label}>
      <p class="quiet"><strong>${t.preview}</strong> ${t.previewHint}</p>
      <div class="message-text" lang=${lang}>
        ${this.preview.element(this.placeholders(view, t)) ?? nothing}
      </div>
    </div>`;
  }

  /** What was left out, or why the formatting is not shown. */
  private notes(t: MessageEditorTexts): Text {
    const { inspected } = this.preview;
    if (inspected?.textOnly) return inspected.textOnly === 'too-long' ? t.tooLong : t.unavailable;
    const { removed } = this;
    return removed.length > 0 ? t.removed(removed) : undefined;
  }

  private get removed(): readonly string[] {
    const { cleaned, preview } = this;
    const kept = cleaned?.markup === this.store.values[this.name] ? cleaned.removed : [];
    return [...new Set([...kept, ...(preview.inspected?.removed ?? [])])];
  }

  private placeholders({ values }: FormView, t: MessageEditorTexts): PlaceholderValues {
    const end = this.name.endsWith('/fr') ? '/fr' : '';
    return {
      companyName: values[`/launch/companyName${end}`] || t.examples.companyName,
      applicationName: values[`/launch/applicationName${end}`] || t.examples.applicationName,
      referralRef: t.examples.referralRef,
    };
  }

  private get area(): HTMLTextAreaElement | null {
    return this.host.renderRoot.querySelector<HTMLTextAreaElement>(`#${this.id}`);
  }

  private apply(command: MessageCommand, argument?: string): void {
    const { area } = this;
    if (area) writeArea(area, applyCommand(readArea(area), command, argument));
  }

  private openLink(): void {
    const { area } = this;
    if (!area) return;
    const { value, start, end } = readArea(area);
    const link = linkAt(value, start);
    if (link) area.setSelectionRange(link.from, link.to);
    this.link.open(value.slice(link?.from ?? start, link?.to ?? end), link?.address);
  }

  private insertLink(address: string, text: string): void {
    const { area } = this;
    if (!area) return;
    const { value, start, end } = readArea(area);
    const selected = value.slice(start, end);
    const label = text && text !== selected.trim() ? escapeMarkup(text) : selected;
    const labelled: EditedText = {
      value: value.slice(0, start) + label + value.slice(end),
      start,
      end: start + label.length,
    };
    writeArea(area, applyCommand(labelled, 'link', address));
  }

  private readonly onInput = (event: Event): void => {
    this.edited = true;
    const length = messageTextLength((event.target as HTMLTextAreaElement).value);
    const tooMany = length - LIMITS.messageText;
    if (tooMany > 0 && !this.over && this.texts) {
      this.view?.actions.announce(this.texts.countOver(length, LIMITS.messageText));
    }
    this.over = tooMany > 0;
  };

  private readonly onKey = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    const command = ({ b: 'bold', i: 'italic' } as const)[event.key.toLowerCase()];
    if (!command || this.view?.locked) return;
    event.preventDefault();
    this.apply(command);
  };

  private readonly onFocusOut = (event: FocusEvent): void => {
    const editor = event.currentTarget as Element;
    if (event.relatedTarget instanceof Node && editor.contains(event.relatedTarget)) return;
    // Another window was gone to: the text and the caret stay as they are.
    if (!document.hasFocus()) return;
    if (this.edited) this.view?.actions.waitFor(this.clean());
  };

  /** Puts the sanitised markup in the message's place. Text without markup, and what could not be parsed, stays. */
  private readonly clean = async (): Promise<void> => {
    const { store } = this;
    const message = store.values[this.name];
    if (!hasMarkup(message)) return;
    const { fragment, removed, textOnly } = await inspectMessage(message);
    if (textOnly || store.values[this.name] !== message) return;
    this.edited = false;
    const markup = serializeMessage(fragment);
    if (markup === message) return;
    this.cleaned = { markup, removed };
    store.set(this.name, markup);
  };

  private onInspected(): void {
    const { removed } = this;
    const sentence = removed.length > 0 ? (this.texts?.removed(removed) ?? '') : '';
    if (sentence && sentence !== this.announced) this.view?.actions.announce(sentence);
    this.announced = sentence;
    this.host.requestUpdate();
  }
}
