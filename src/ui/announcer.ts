/** Says things to a screen reader, politely and singly: the newest only, once the user pauses. */
import { html } from 'lit';
import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';

/** Milliseconds without anything new to say, so that typing is not talked over. */
const PAUSE = 500;

/** Milliseconds that it stays: whoever reads the page from end to end afterwards would take it for news. */
const STAYS = 10_000;

export class Announcer implements ReactiveController {
  private text = '';
  private timer?: ReturnType<typeof setTimeout>;

  constructor(private readonly host: ReactiveControllerHost & Element) {
    host.addController(this);
  }

  /** `read` is asked when it is said, not before. */
  announce(read: () => string): void {
    clearTimeout(this.timer);
    // Nobody hears an element that has left the page.
    if (!this.host.isConnected) return;
    this.timer = setTimeout(() => {
      this.show(read());
      this.timer = setTimeout(() => this.show(''), STAYS);
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
