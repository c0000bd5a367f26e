/** The button that shows a part of an element on the full screen. */
import { html, nothing } from 'lit';
import type { LitElement, TemplateResult } from 'lit';

export class FullScreen {
  /** @param selector finds the part in the element's shadow root */
  constructor(
    private readonly host: LitElement,
    private readonly selector: string,
  ) {}

  private get isOn(): boolean {
    return this.host.shadowRoot?.fullscreenElement != null;
  }

  private readonly toggle = async (): Promise<void> => {
    try {
      if (this.isOn) await document.exitFullscreen();
      else await this.host.renderRoot.querySelector(this.selector)?.requestFullscreen();
    } catch {
      // The browser, or its user, does not want to.
    }
  };

  /** Left out where the page may not use the full screen. */
  render(label: string): TemplateResult | typeof nothing {
    if (!document.fullscreenEnabled) return nothing;
    return html`<button type="button" part="button" aria-pressed=${this.isOn} @click=${this.toggle}>
      ${label}
    </button>`;
  }
}
