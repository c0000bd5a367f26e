/** Finds an element's backend: its own `.backend`, else that of the nearest `<ocean-backend>`. */
import { ContextConsumer } from '@lit/context';
import type { LitElement, ReactiveController } from 'lit';
import type { IntegrationBackend } from './backend.js';
import { backendContext } from './backend-context.js';

export class BackendConsumer implements ReactiveController {
  private readonly consumer: ContextConsumer<typeof backendContext, LitElement>;
  /** Kept, as an element that is moved to another document is told of it afterwards. */
  private page?: Document;

  constructor(private readonly host: LitElement & { backend?: IntegrationBackend }) {
    this.consumer = new ContextConsumer(host, { context: backendContext, subscribe: true });
    host.addController(this);
  }

  get value(): IntegrationBackend | undefined {
    return this.host.backend ?? this.consumer.value?.backend;
  }

  /** A provider that is upgraded after its consumers did not hear them ask. It tells the page then, and they ask again. */
  hostConnected(): void {
    this.page = this.host.ownerDocument;
    // In capture, because an outer provider stops the event on its way up.
    this.page.addEventListener('context-provider', this.askAgain, true);
  }

  hostDisconnected(): void {
    this.page?.removeEventListener('context-provider', this.askAgain, true);
  }

  private readonly askAgain = (event: Event & { context?: unknown }): void => {
    if (event.context === backendContext) this.consumer.hostConnected();
  };
}
