/** Asks before an integration is deleted: names it, and the directory listings that lose their launch with it. */
import { html, nothing } from 'lit';
import type { LitElement, TemplateResult } from 'lit';
import type { BackendConsumer } from '../../backend/backend-consumer.js';
import { isBackendError } from '../../backend/backend-error.js';
import type { Integration, LocalizedText } from '../../integration/schema.js';
import { Loader } from '../../ui/loader.js';
import { textIn } from '../../ui/text.js';
import { nameIn } from './list-view.js';
import type { ListView } from './list-view.js';

/** Most listings that are named; the rest is a number. */
const NAMED = 10;

type Listings = readonly { id: string; name: LocalizedText }[];

export class RemovalDialog {
  private asked?: Integration;
  private readonly listings: Loader<Listings>;

  constructor(
    private readonly host: LitElement,
    private readonly consumer: Pick<BackendConsumer, 'call'>,
    private readonly confirmed: (integration: Integration) => void,
  ) {
    this.listings = new Loader(() => host.requestUpdate());
  }

  ask(integration: Integration): void {
    this.asked = integration;
    const { id } = integration;
    // Loaded each time: the listings may have changed, or the last request may have failed.
    this.listings.update([{}], async (signal): Promise<Listings> => {
      try {
        // A list may leave out `launch`.
        const { launch } = integration.launch
          ? integration
          : await this.consumer.call((b, s) => b.getIntegration(id, { signal: s }), signal);
        if (!launch) return [];
        const { listings } = await this.consumer.call(
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
      // The focus is not on the button that deletes.
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
      this.confirmed(asked);
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
        ${this.renderListings(view, asked)}
        <div class="buttons">
          <button type="button" part="button" class="danger" @click=${confirm}>${t.confirm}</button>
          <button type="button" part="button" id="keep" @click=${() => this.close()}>
            ${t.cancel}
          </button>
        </div>
      </dialog>
    `;
  }

  private renderListings(
    { texts, language }: ListView,
    asked: Integration,
  ): TemplateResult | typeof nothing {
    const { removal: t } = texts;
    const { status, value = [] } = this.listings;
    // Its launch, if it has one, is not in the row.
    if (!asked.launch && status !== 'failed' && value.length === 0) return nothing;
    if (status === 'loading') return html`<p role="status">${t.looking}</p>`;
    if (status === 'failed') return html`<p>${t.unknownListings}</p>`;
    if (value.length === 0) return html`<p>${t.noListings}</p>`;
    const more = value.length - NAMED;
    return html`<p>${t.listings}</p>
      <ul>
        ${value.slice(0, NAMED).map(({ name }) => html`<li translate="no"><bdi>${textIn(name, language)}</bdi></li>`)}
        ${more > 0 ? html`<li>${t.more(more)}</li>` : nothing}
      </ul>`;
  }

  private onClose(): void {
    // The event comes late: the dialog may have been opened again.
    if (this.dialog?.open) return;
    this.listings.abort();
    this.asked = undefined;
    this.host.requestUpdate();
  }
}
