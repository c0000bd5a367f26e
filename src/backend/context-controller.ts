/** Finds what an enclosing element provides through a context, also where that one is upgraded later. */
import { ContextConsumer } from '@lit/context';
import type { Context } from '@lit/context';
import type { LitElement, ReactiveController } from 'lit';

export class ContextController<T> implements ReactiveController {
  private readonly consumer: ContextConsumer<Context<unknown, T>, LitElement>;
  /** Kept, as an element that moves to another document is disconnected only after it has the new one. */
  private page?: Document;

  constructor(
    private readonly host: LitElement,
    private readonly context: Context<unknown, T>,
  ) {
    this.consumer = new ContextConsumer(host, { context, subscribe: true });
    host.addController(this);
  }

  get value(): T | undefined {
    return this.consumer.value;
  }

  /** A provider that is upgraded after its consumers has missed their requests. It then announces itself with `context-provider`, and they request again. */
  hostConnected(): void {
    this.page = this.host.ownerDocument;
    // In capture, because an outer provider stops the event on its way up.
    this.page.addEventListener('context-provider', this.requestAgain, true);
  }

  hostDisconnected(): void {
    this.page?.removeEventListener('context-provider', this.requestAgain, true);
  }

  private readonly requestAgain = (event: Event & { context?: unknown }): void => {
    if (event.context === this.context) this.consumer.hostConnected();
  };
}
