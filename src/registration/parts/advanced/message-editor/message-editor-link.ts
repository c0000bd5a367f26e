/** The small form for a link in a message: address and text. Part of the page's form, so that Enter must not submit that. */
import { html, nothing } from 'lit';
import type { LitElement, TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { AdvancedTexts } from '../../../../locales/en/advanced.js';
import { problemText } from '../../../../ui/fields.js';
import { safeAddress } from '../../../../ui/message-rules.js';

export interface LinkFormOptions {
  readonly texts: AdvancedTexts['message'];
  /** `text` is empty where none was given. */
  insert(address: string, text: string): void;
  /** Takes the link off that was there when the form was opened. */
  remove(): void;
  /** Given up: the focus goes back to the message. */
  close(): void;
}

/** The address as a message may hold it: as typed, or with the scheme that people leave out. */
export const linkAddress = (typed: string): string | undefined => {
  const address = typed.trim();
  if (/^[^\s@/:]+@[^\s@/]+\.[^\s@/]+$/.test(address)) return safeAddress(`mailto:${address}`);
  if (/^[\w-]+(?:\.[\w-]+)+(?:[/?#]|$)/.test(address)) return safeAddress(`https://${address}`);
  return safeAddress(address);
};

/** The link around a place in the markup: its address, and where its words begin and end. */
export const linkAt = (
  markup: string,
  at: number,
): { address: string; from: number; to: number } | undefined => {
  for (const match of markup.matchAll(/(<a\b[^>]*?href="([^"]*)"[^>]*>)([\s\S]*?)<\/a>/gi)) {
    const [whole, tag = '', address = '', words = ''] = match;
    if (match.index > at || at > match.index + whole.length) continue;
    const from = match.index + tag.length;
    const read = address.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
    return { address: read, from, to: from + words.length };
  }
  return undefined;
};

export class LinkForm {
  isOpen = false;
  private address = '';
  private text = '';
  private refused = false;
  private isNew = true;

  constructor(
    private readonly host: LitElement,
    private readonly id: string,
  ) {}

  /** With the text of the link, and with its address where there is one already. */
  open(text: string, address = ''): void {
    Object.assign(this, { isOpen: true, address, text, refused: false, isNew: !address });
    void this.focusAddress();
  }

  render(options: LinkFormOptions): TemplateResult | typeof nothing {
    if (!this.isOpen) return nothing;
    const { id, refused } = this;
    const { texts: t } = options;
    const problem = refused ? t.linkProblem : undefined;
    const close = (): void => {
      this.isOpen = false;
      options.close();
      this.host.requestUpdate();
    };
    const insert = (): void => {
      const address = linkAddress(this.address);
      this.refused = address === undefined;
      this.host.requestUpdate();
      if (address === undefined) return void this.focusAddress();
      this.isOpen = false;
      options.insert(address, this.text.trim());
    };
    const remove = (): void => {
      this.isOpen = false;
      options.remove();
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') close();
      else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) insert();
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    return html`<div class="link-form" role="group" aria-label=${t.link} @keydown=${onKey}>
      <div class="field">
        <label for="${id}-link">${t.linkAddress}</label>
        <input
          part="input"
          type="url"
          id="${id}-link"
          autocomplete="off"
          spellcheck="false"
          .value=${live(this.address)}
          aria-invalid=${refused ? 'true' : nothing}
          aria-describedby=${refused ? `${id}-link-problem` : nothing}
          @input=${(event: Event) => (this.address = (event.target as HTMLInputElement).value)}
        />
        ${problemText(`${id}-link`, problem)}
      </div>
      <div class="field">
        <label for="${id}-link-text">${t.linkText}</label>
        <input
          part="input"
          type="text"
          id="${id}-link-text"
          autocomplete="off"
          .value=${live(this.text)}
          @input=${(event: Event) => (this.text = (event.target as HTMLInputElement).value)}
        />
      </div>
      <div class="buttons">
        <button type="button" part="button" @click=${insert}>
          ${this.isNew ? t.insertLink : t.changeLink}
        </button>
        ${
          this.isNew
            ? nothing
            : html`<button type="button" part="button" @click=${remove}>${t.removeLink}</button>`
        }
        <button type="button" part="button" @click=${close}>${t.cancelLink}</button>
      </div>
    </div>`;
  }

  private async focusAddress(): Promise<void> {
    this.host.requestUpdate();
    await this.host.updateComplete;
    this.host.renderRoot.querySelector<HTMLElement>(`#${this.id}-link`)?.focus();
  }
}
