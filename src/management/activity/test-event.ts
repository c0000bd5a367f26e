/** A test event: which one is chosen, whether it is under way, and what came back. */
import { toBackendError } from '../../backend/backend-error.js';
import type { BackendError } from '../../backend/backend-error.js';
import type { Delivery } from '../../backend/backend.js';
import type { EventType, Integration } from '../../integration/schema.js';
import { LatestRequest } from '../../ui/latest-request.js';
import { Loader } from '../../ui/loader.js';
import type { ActivityContext } from './activity-context.js';
import { textFor } from '../../ui/text.js';

export class TestEvent {
  chosen?: string;
  /** The delivery that was sent last, as it is now. */
  result?: Delivery;
  problem?: BackendError;

  private readonly eventTypes = new Loader<EventType[]>(() => this.onEventTypes());
  private readonly request = new LatestRequest();

  constructor(private readonly context: ActivityContext) {}

  get sending(): boolean {
    return this.request.pending;
  }

  /** Names of the events, as far as they are loaded. */
  get known(): readonly EventType[] {
    return this.eventTypes.value ?? [];
  }

  update({ module }: Integration): void {
    const { context } = this;
    if (!context.backend) return;
    this.eventTypes.update([context.backend, module], (signal) =>
      context.call((backend, each) => backend.listEventTypes({ module }, { signal: each }), signal),
    );
  }

  /** The chosen event; the first one where none is chosen, or where the integration no longer subscribes to it. */
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
    this.result = this.problem = undefined;
    const sent = this.request.run((signal) =>
      context.call(
        (backend, each) => backend.sendTestEvent(context.id, { eventType }, { signal: each }),
        signal,
      ),
    );
    context.changed();
    const answer = await sent;
    if (!answer) return;
    if (answer.ok) {
      this.result = answer.value;
      this.announceResult(answer.value);
      context.added(answer.value);
      context.refresh();
    } else {
      this.problem = toBackendError(answer.error);
      context.reportSending(this.problem);
    }
    context.changed();
  }

  /** Looks for the delivery that was sent among `deliveries`: one that was pending may have its answer by now. */
  updateResult(deliveries: readonly Delivery[]): void {
    const before = this.result;
    const now = deliveries.find(({ id }) => id === before?.id);
    if (!before || !now) return;
    this.result = now;
    if (before.status === 'pending' && now.status !== 'pending') this.announceResult(now);
  }

  clear(): void {
    this.stop();
    this.result = this.problem = undefined;
  }

  stop(): void {
    this.request.abort();
    this.eventTypes.abort();
  }

  private announceResult({ status }: Delivery): void {
    this.context.announce((t) => t.testEvent.came(textFor(t.outcomes, status) ?? ''));
  }

  private onEventTypes(): void {
    // The codes stand in for the names.
    if (this.eventTypes.status === 'failed')
      this.context.report(toBackendError(this.eventTypes.error));
    this.context.changed();
  }
}
