/** Finds an element's backend: its own `.backend`, else that of the nearest `<ocean-backend>`. */
import { ContextConsumer } from '@lit/context';
import type { LitElement, ReactiveController } from 'lit';
import type { IntegrationBackend } from './backend.js';
import { backendContext } from './backend-context.js';

export class BackendConsumer implements ReactiveController {
  private readonly consumer: ContextConsumer<typeof backendContext, LitElement>;

  constructor(private readonly host: LitElement & { backend?: IntegrationBackend }) {
    this.consumer = new ContextConsumer(host, { context: backendContext, subscribe: true });
    host.addController(this);
  }

  get value(): IntegrationBackend | undefined {
    return this.host.backend ?? this.consumer.value?.backend;
  }

  /** A provider that is upgraded after its consumers did not hear them ask, so they ask once more. */
  hostConnected(): void {
    const registry = globalThis.customElements;
    if (registry.get('ocean-backend')) return;
    void registry.whenDefined('ocean-backend').then(() => {
      if (this.host.isConnected) this.consumer.hostConnected();
    });
  }
}
