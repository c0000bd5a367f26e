/** A test event: which one is chosen, whether it is under way, and what came back. */
import { toBackendError } from '../../backend/backend-error.js';
import type { BackendError } from '../../backend/backend-error.js';
import type { Delivery } from '../../backend/backend.js';
import { call } from '../../backend/call.js';
import type { EventType, Integration } from '../../integration/schema.js';
import { Loader } from '../../ui/loader.js';
import type { ActivityContext } from './activity-context.js';
import { textFor } from '../../ui/text.js';

export class TestEvent {
  chosen?: string;
  sending = false;
  /** What was sent last, as it is now. */
  result?: Delivery;
  problem?: BackendError;

  private readonly eventTypes = new Loader<EventType[]>(() => this.onEventTypes());
  private controller?: AbortController;

  constructor(private readonly context: ActivityContext) {}

  /** Names of the events, as far as they are known. */
  get known(): readonly EventType[] {
    return this.eventTypes.value ?? [];
  }

  update({ module }: Integration): void {
    const backend = this.context.backend();
    if (!backend) return;
    this.eventTypes.update([backend, module], (signal) =>
      call(backend, (each, s) => each.listEventTypes({ module }, { signal: s }), signal),
    );
  }

  /** The chosen event; the first one where none is, or where the integration is no longer told of it. */
  codeOf({ events }: Integration): string | undefined {
    return events.find((code) => code === this.chosen) ?? events[0];
  }

  choose(code: string): void {
    this.chosen = code;
    this.context.changed();
  }

  async send(eventType: string): Promise<void> {
    if (this.sending) return;
    const { context } = this;
    const controller = (this.controller = new AbortController());
    this.sending = true;
    this.result = this.problem = undefined;
    context.changed();
    try {
      const result = await call(
        context.backend(),
        (backend, signal) => backend.sendTestEvent(context.id, { eventType }, { signal }),
        controller.signal,
      );
      if (controller.signal.aborted) return;
      this.result = result;
      this.tell(result);
      context.added(result);
      context.refresh();
    } catch (thrown) {
      if (controller.signal.aborted) return;
      this.problem = toBackendError(thrown);
      context.reportSending(this.problem);
    } finally {
      if (this.controller === controller) this.sending = false;
      context.changed();
    }
  }

  /** What came back may come later: a delivery that waited has its answer now. */
  see(deliveries: readonly Delivery[]): void {
    const before = this.result;
    const now = deliveries.find(({ id }) => id === before?.id);
    if (!before || !now) return;
    this.result = now;
    if (before.status === 'pending' && now.status !== 'pending') this.tell(now);
  }

  clear(): void {
    this.stop();
    this.result = this.problem = undefined;
  }

  stop(): void {
    this.controller?.abort();
    this.controller = undefined;
    this.sending = false;
    this.eventTypes.abort();
  }

  private tell({ status }: Delivery): void {
    this.context.announce((t) => t.testEvent.came(textFor(t.outcomes, status) ?? ''));
  }

  private onEventTypes(): void {
    // The codes stand in for the names.
    if (this.eventTypes.status === 'failed')
      this.context.report(toBackendError(this.eventTypes.error));
    this.context.changed();
  }
}
