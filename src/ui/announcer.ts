/** Announces to a screen reader, politely: only the latest text, once the user pauses. */
import { html } from 'lit';
import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';

/** Milliseconds without a newer text before one is announced, so that typing is not interrupted. */
const PAUSE = 500;

/** Milliseconds after which the text is cleared: someone who reads the page from end to end later would take it for news. */
const CLEAR_AFTER = 10_000;

export class Announcer implements ReactiveController {
  private text = '';
  private timer?: ReturnType<typeof setTimeout>;

  constructor(private readonly host: ReactiveControllerHost & Element) {
    host.addController(this);
  }

  /** @param read gives the text at the moment of the announcement */
  announce(read: () => string): void {
    clearTimeout(this.timer);
    // An element that is not in the page is not announced.
    if (!this.host.isConnected) return;
    this.timer = setTimeout(() => {
      this.show(read());
      this.timer = setTimeout(() => this.show(''), CLEAR_AFTER);
    }, PAUSE);
  }

  hostConnected(): void {
    if (this.text) this.show('');
  }

  hostDisconnected(): void {
    clearTimeout(this.timer);
  }

  render(): TemplateResult {
    return html`<div class="visually-hidden" role="status">${this.text}</div>`;
  }

  private show(text: string): void {
    this.text = text;
    this.host.requestUpdate();
  }
}
