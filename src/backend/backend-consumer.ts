/** Finds an element's backend: its own `.backend`, else that of the nearest `<ocean-backend>`. */
import type { LitElement } from 'lit';
import type { IntegrationBackend } from './backend.js';
import { backendContext } from './backend-context.js';
import type { BackendContext } from './backend-context.js';
import { ContextController } from './context-controller.js';

export class BackendConsumer {
  private readonly context: ContextController<BackendContext>;

  constructor(private readonly host: LitElement & { backend?: IntegrationBackend }) {
    this.context = new ContextController(host, backendContext);
  }

  get value(): IntegrationBackend | undefined {
    return this.host.backend ?? this.context.value?.backend;
  }

  /** Number of the site on whose behalf the backend of the nearest `<ocean-backend>` is used. */
  get siteNumber(): string | undefined {
    return this.context.value?.siteNumber;
  }
}
