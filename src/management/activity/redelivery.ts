/** Sending one delivery again: whether it is under way, and why it failed, by the delivery's id. */
import { toBackendError } from '../../backend/backend-error.js';
import type { BackendError } from '../../backend/backend-error.js';
import type { ActivityContext } from './activity-context.js';
import { textFor } from '../../ui/text.js';

export interface RedeliveryState {
  readonly busy?: boolean;
  readonly problem?: BackendError;
}

export class Redelivery {
  private readonly states = new Map<string, RedeliveryState>();
  private controller = new AbortController();

  constructor(private readonly context: ActivityContext) {}

  of(deliveryId: string): RedeliveryState {
    return this.states.get(deliveryId) ?? {};
  }

  /** @param name of the delivery, for the announcement of its outcome */
  async send(deliveryId: string, name: string): Promise<void> {
    if (this.of(deliveryId).busy) return;
    const { context } = this;
    const { signal } = this.controller;
    this.states.set(deliveryId, { busy: true });
    context.changed();
    try {
      const delivery = await context.call(
        (backend, each) => backend.redeliver(deliveryId, { signal: each }),
        signal,
      );
      if (signal.aborted) return;
      this.states.delete(deliveryId);
      context.announce((t) => t.of(name, textFor(t.outcomes, delivery.status) ?? ''));
      context.updated(delivery);
      context.refresh();
    } catch (thrown) {
      if (signal.aborted) return;
      const problem = toBackendError(thrown);
      this.states.set(deliveryId, { problem });
      context.reportSending(problem);
    }
    context.changed();
  }

  stop(): void {
    this.controller.abort();
    this.controller = new AbortController();
    this.states.clear();
  }
}
