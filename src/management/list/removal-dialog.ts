/** Asks before an integration is deleted: names it, and tells which directory listings lose their launch with it. */
import { html, nothing } from 'lit';
import type { LitElement, TemplateResult } from 'lit';
import type { IntegrationBackend } from '../../backend/backend.js';
import { isBackendError } from '../../backend/backend-error.js';
import { call } from '../../backend/call.js';
import type { Integration, LocalizedText } from '../../integration/schema.js';
import { Loader } from '../../ui/loader.js';
import { textIn } from '../../ui/text.js';
import { nameIn } from './list-view.js';
import type { ListView } from './list-view.js';

/** Most listings that are named; the others are counted. */
const NAMED = 10;

type Listings = readonly { id: string; name: LocalizedText }[];

export class RemovalDialog {
  private asked?: Integration;
  private readonly listings: Loader<Listings>;

  constructor(
    private readonly host: LitElement,
    private readonly ports: {
      backend(): IntegrationBackend | undefined;
      confirmed(integration: Integration): void;
    },
  ) {
    this.listings = new Loader(() => host.requestUpdate());
  }

  ask(integration: Integration): void {
    this.asked = integration;
    const { id, launch } = integration;
    // Asked each time: the listings may be others by now, or could not be looked up.
    this.listings.update([{}], async (signal): Promise<Listings> => {
      if (!launch) return [];
      try {
        const { listings } = await call(
          this.ports.backend(),
          (b, s) => b.getLaunchSettings({ integrationId: id }, { signal: s }),
          signal,
        );
        return listings ?? [];
      } catch (error) {
        if (isBackendError(error) && error.kind === 'not-found') return [];
        throw error;
      }
    });
    this.host.requestUpdate();
    void this.host.updateComplete.then(() => {
      const { dialog } = this;
      dialog?.showModal();
      // What can't be taken back is not where the focus is.
      dialog?.querySelector<HTMLElement>('#keep')?.focus();
    });
  }

  close(): void {
    this.dialog?.close();
  }

  private get dialog(): HTMLDialogElement | null {
    return this.host.renderRoot.querySelector<HTMLDialogElement>('#removal');
  }

  render(view: ListView): TemplateResult | typeof nothing {
    const { asked } = this;
    if (!asked) return nothing;
    const { removal: t } = view.texts;
    const confirm = (): void => {
      this.close();
      this.ports.confirmed(asked);
    };
    return html`
      <dialog
        id="removal"
        part="dialog"
        aria-labelledby="removal-heading"
        @close=${() => this.onClose()}
      >
        <h3 id="removal-heading">${t.heading(nameIn(view.texts, asked))}</h3>
        <p>${t.body}</p>
        ${asked.launch ? this.renderListings(view) : nothing}
        <div class="buttons">
          <button type="button" part="button" class="danger" @click=${confirm}>${t.confirm}</button>
          <button type="button" part="button" id="keep" @click=${() => this.close()}>
            ${t.cancel}
          </button>
        </div>
      </dialog>
    `;
  }

  private renderListings({ texts, language }: ListView): TemplateResult {
    const { removal: t } = texts;
    const { status, value = [] } = this.listings;
    if (status === 'loading') return html`<p role="status">${t.looking}</p>`;
    if (status === 'failed') return html`<p>${t.unknownListings}</p>`;
    if (value.length === 0) return html`<p>${t.noListings}</p>`;
    const more = value.length - NAMED;
    return html`<p>${t.listings}</p>
      <ul>
        ${value.slice(0, NAMED).map(({ name }) => html`<li translate="no">${textIn(name, language)}</li>`)}
        ${more > 0 ? html`<li>${t.more(more)}</li>` : nothing}
      </ul>`;
  }

  private onClose(): void {
    // The event comes late: it may have been opened anew.
    if (this.dialog?.open) return;
    this.listings.abort();
    this.asked = undefined;
    this.host.requestUpdate();
  }
}
