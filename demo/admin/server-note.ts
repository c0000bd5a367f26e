/** Whether the reference server answers, said at the switch that chooses it; and what to do where it does not, or has nothing yet. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { askServer, fillServer } from './backends.js';
import type { AdminState } from './state.js';
import { TEXTS } from './texts.js';

export class ServerNote {
  private site = '';
  private status: 'asking' | 'answers' | 'missing' = 'asking';
  private count = 0;
  private filling = false;
  private failed = false;

  constructor(private readonly ports: { changed(): void; filled(): void }) {}

  get missing(): boolean {
    return this.status === 'missing';
  }

  async ask(site: string): Promise<void> {
    this.site = site;
    this.status = 'asking';
    this.failed = false;
    this.ports.changed();
    const count = await askServer(site);
    if (site !== this.site) return;
    this.status = count === undefined ? 'missing' : 'answers';
    this.count = count ?? 0;
    this.ports.changed();
  }

  render({ lang, rights }: AdminState): TemplateResult {
    const t = TEXTS[lang];
    const { status } = this;
    const empty = status === 'answers' && this.count === 0 && rights === 'all';
    return html`
      <div class="server" role="status">
        <p>${t[status]} ${empty ? t.empty : nothing} ${this.failed ? t.fillFailed : nothing}</p>
        ${
          empty
            ? html`<button
                type="button"
                aria-disabled=${this.filling ? 'true' : nothing}
                @click=${() => void this.fill()}
              >
                ${this.filling ? t.filling : t.fill}
              </button>`
            : nothing
        }
        ${
          status === 'missing'
            ? html`<button type="button" @click=${() => void this.ask(this.site)}>
                ${t.again}
              </button>`
            : nothing
        }
      </div>
    `;
  }

  private async fill(): Promise<void> {
    if (this.filling) return;
    const { site } = this;
    this.filling = true;
    this.ports.changed();
    let failed = false;
    try {
      await fillServer(site);
    } catch {
      failed = true;
    }
    this.filling = false;
    await this.ask(site);
    this.failed = failed;
    this.ports.filled();
    this.ports.changed();
  }
}
