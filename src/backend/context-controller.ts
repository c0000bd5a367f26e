/** Finds what an enclosing element provides through a context, also where that one is upgraded later. */
import { ContextConsumer } from '@lit/context';
import type { Context } from '@lit/context';
import type { LitElement, ReactiveController } from 'lit';

export class ContextController<T> implements ReactiveController {
  private readonly consumer: ContextConsumer<Context<unknown, T>, LitElement>;
  /** Kept, as an element that is moved to another document is told of it afterwards. */
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
    if (event.context === this.context) this.consumer.hostConnected();
  };
}
