/** `<ocean-backend>`: gives the elements below it a backend. */
import { ContextProvider } from '@lit/context';
import { LitElement, css, html } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { IntegrationBackend } from './backend.js';
import { backendContext } from './backend-context.js';

/**
 * @summary Gives the Ocean elements below it a backend: a REST client, an in-memory one, or the host's own.
 * @slot - The page's content with the Ocean elements in it. Elements that are upgraded earlier or later are served too.
 */
export class OceanBackend extends LitElement {
  static override styles = css`
    :host {
      display: contents;
    }
  `;

  private readonly provider = new ContextProvider(this, {
    context: backendContext,
    initialValue: {},
  });

  /** Address of a REST backend, absolute or relative to the page, such as `/api/ocean`. */
  @property({ attribute: 'base-url' }) baseUrl?: string;

  /** Uses an in-memory backend with made-up data, loaded on demand. For demos and tests. */
  @property({ type: Boolean }) memory = false;

  /** Number of the site (clinic) on whose behalf the backend is used. Sent as the header `site-number`. */
  @property({ attribute: 'site-number' }) siteNumber?: string;

  /** The backend to give. Set it for a host's own; it goes before `base-url` and `memory`. */
  @property({ attribute: false }) backend?: IntegrationBackend;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.backend) this.provide(this.backend);
    else if (
      changed.has('baseUrl') ||
      changed.has('memory') ||
      changed.has('siteNumber') ||
      changed.has('backend')
    ) {
      void this.load();
    }
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }

  private provide(backend: IntegrationBackend | undefined): void {
    const { siteNumber } = this;
    this.provider.setValue({ backend, siteNumber });
  }

  /** A host pays only for the backend that it uses, so both are loaded when they are asked for. */
  private async load(): Promise<void> {
    const { baseUrl, memory, siteNumber } = this;
    this.provide(undefined);
    const backend =
      baseUrl !== undefined
        ? new (await import('./rest.js')).RestBackend({ baseUrl, siteNumber })
        : memory
          ? new (await import('./memory.js')).MemoryBackend({ siteNumber })
          : undefined;
    const current =
      !this.backend &&
      this.baseUrl === baseUrl &&
      this.memory === memory &&
      this.siteNumber === siteNumber;
    if (backend && current) this.provide(backend);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ocean-backend': OceanBackend;
  }
}
