/** Asks the sender before what was entered in the launched system is lost. */
import { html, nothing } from 'lit';
import type { LitElement, TemplateResult } from 'lit';
import type { FrameTexts } from '../../locales/en/frame.js';
import type { Renderable } from '../../ui/fields.js';
import { sentence } from '../sentence.js';

export class ClosingQuestion {
  isAsked = false;
  /** What had the focus when it was asked. */
  private from: HTMLElement | null = null;

  /** The host's `focus()` goes to `#keep` while it is asked. */
  constructor(
    private readonly host: LitElement,
    private readonly close: () => void,
  ) {}

  ask(): void {
    if (this.isAsked) return;
    this.from = this.host.shadowRoot?.activeElement as HTMLElement | null;
    this.isAsked = true;
    void this.show(this.host);
  }

  readonly keep = (): void => {
    this.isAsked = false;
    void this.show(this.from ?? this.host);
  };

  private async show(next: HTMLElement): Promise<void> {
    this.host.requestUpdate();
    await this.host.updateComplete;
    next.focus();
  }

  render(t: FrameTexts, application: Renderable): TemplateResult | typeof nothing {
    if (!this.isAsked) return nothing;
    return html`<div class="question">
      <div role="alertdialog" aria-labelledby="question">
        <p id="question">${sentence(t.question, { application })}</p>
        <div class="buttons">
          <button type="button" part="button" id="keep" @click=${this.keep}>${t.keep}</button>
          <button type="button" part="button" @click=${this.close}>${t.close}</button>
        </div>
      </div>
    </div>`;
  }
}
