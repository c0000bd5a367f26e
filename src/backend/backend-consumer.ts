/** Finds an element's backend: its own `.backend`, else that of the nearest `<ocean-backend>`. */
import type { LitElement } from 'lit';
import type { IntegrationBackend } from './backend.js';
import { backendContext } from './backend-context.js';
import type { BackendContext } from './backend-context.js';
import { ContextSeeker } from './context-seeker.js';

export class BackendConsumer {
  private readonly seeker: ContextSeeker<BackendContext>;

  constructor(private readonly host: LitElement & { backend?: IntegrationBackend }) {
    this.seeker = new ContextSeeker(host, backendContext);
  }

  get value(): IntegrationBackend | undefined {
    return this.host.backend ?? this.seeker.value?.backend;
  }

  /** Number of the site on whose behalf the backend of the nearest `<ocean-backend>` is used. */
  get siteNumber(): string | undefined {
    return this.seeker.value?.siteNumber;
  }
}
