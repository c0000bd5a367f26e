/**
 * A host as a sender can judge it: in ASCII, as it is called, and beside that in letters where it is an internationalised name
 * (IDN). Letters of different scripts look alike, so they never stand alone.
 */
import { html } from 'lit';
import type { LitElement, TemplateResult } from 'lit';
import { OnDemand } from '../../ui/on-demand.js';

export class HostName {
  private readonly decoder: OnDemand<(host: string) => string>;

  constructor(host: LitElement) {
    // Few hosts need it.
    this.decoder = new OnDemand(
      async () => (await import('./idn.js')).toUnicode,
      () => host.requestUpdate(),
    );
  }

  render(host: string): TemplateResult {
    const ascii = html`<span class="host" translate="no">${host}</span>`;
    if (!/(^|\.)xn--/.test(host)) return ascii;
    void this.decoder.load();
    const decode = this.decoder.value;
    return decode ? html`<span translate="no">${decode(host)}</span> (${ascii})` : ascii;
  }
}
