/**
 * Delivers again all that failed since a time: through the pages by cursor, one after the other, each once. An endpoint that has just
 * come back is not flooded, and a server that asks to wait is waited for.
 */
import { toBackendError } from '../../backend/backend-error.js';
import type { BackendError } from '../../backend/backend-error.js';
import type { DeliveryStatus } from '../../backend/backend.js';
import { call } from '../../backend/call.js';
import type { ActivityContext } from './activity-context.js';
import { holdOf } from './poll-schedule.js';

/** Deliveries that are looked up at a time. */
const PAGE = 100;

/** How often in a row the same delivery waits for a server that asks to. */
const LONGEST_STREAK = 5;

/** Milliseconds. */
export const SINCE = { hour: 3_600_000, day: 86_400_000, week: 604_800_000 } as const;
export type Since = keyof typeof SINCE;

/** `skipped`: the backend did not send it, such as one that was deleted since. */
export type Tally = Readonly<Record<DeliveryStatus | 'skipped', number>>;

const NONE: Tally = { delivered: 0, failed: 0, pending: 0, skipped: 0 };

/** Says something of the one delivery, not of those that follow. */
const OF_ONE: ReadonlySet<BackendError['kind']> = new Set(['not-found', 'conflict', 'invalid']);

export class BulkRedelivery {
  /** `idle`: nothing was asked for yet. */
  state: 'idle' | 'running' | 'stopping' | 'stopped' | 'failed' | 'done' = 'idle';
  since: Since = 'hour';
  /** What came of those that were sent. */
  tally: Tally = NONE;
  /** Why it could not go on. */
  problem?: BackendError;
  /** When it goes on, in milliseconds since 1970, where the server has asked to wait. */
  waitsUntil?: number;

  private from = 0;
  private cursor?: string;
  /** No further page. */
  private ended = false;
  /** Ids that are still to be sent, of the page that was looked up. */
  private queue: string[] = [];
  private done = new Set<string>();
  private waiting = 0;
  private controller?: AbortController;
  private endPause?: () => void;

  constructor(private readonly context: ActivityContext) {}

  get busy(): boolean {
    return this.state === 'running' || this.state === 'stopping';
  }

  /** How many are done with. */
  get count(): number {
    return this.done.size;
  }

  /** How many there are to be sent in all, once the last page is there. */
  get total(): number | undefined {
    return this.ended ? this.count + this.queue.length : undefined;
  }

  choose(since: Since): void {
    this.since = since;
    this.context.changed();
  }

  async start(now = Date.now()): Promise<void> {
    if (this.busy) return;
    this.from = now - SINCE[this.since];
    this.tally = NONE;
    this.cursor = undefined;
    this.ended = false;
    this.queue = [];
    this.done = new Set();
    await this.resume();
  }

  /** Goes on where it stopped. */
  async resume(): Promise<void> {
    if (this.busy) return;
    const controller = (this.controller = new AbortController());
    this.state = 'running';
    this.problem = undefined;
    this.waiting = 0;
    this.context.changed();
    try {
      await this.run(controller.signal);
      if (controller.signal.aborted) return;
      this.state = this.stopping ? 'stopped' : 'done';
      const { tally, count } = this;
      this.context.announce(({ bulk: t }) => (count > 0 ? t.tally(tally) : t.nothing));
      this.context.refresh();
    } catch (thrown) {
      if (controller.signal.aborted) return;
      this.state = 'failed';
      this.problem = toBackendError(thrown);
      this.context.reportSending(this.problem);
    }
    this.context.changed();
  }

  /** What is under way is waited for, as nobody could tell otherwise whether it went through. */
  stop(): void {
    if (this.state !== 'running') return;
    this.state = 'stopping';
    this.endPause?.();
    this.context.changed();
  }

  /** Leaves nothing running. */
  abort(): void {
    this.controller?.abort();
    this.endPause?.();
    this.state = 'idle';
    this.done = new Set();
    this.tally = NONE;
    this.problem = undefined;
  }

  private get stopping(): boolean {
    return this.state === 'stopping';
  }

  private async run(signal: AbortSignal): Promise<void> {
    while (!this.stopping) {
      const id = this.queue[0];
      try {
        if (id !== undefined) await this.send(id, signal);
        else if (this.ended) return;
        else await this.lookUp(signal);
        this.waiting = 0;
      } catch (thrown) {
        const wait = this.waitFor(toBackendError(thrown));
        if (signal.aborted || wait === undefined) throw thrown;
        await this.pause(wait);
      }
      if (signal.aborted) return;
      this.context.changed();
    }
  }

  private async lookUp(signal: AbortSignal): Promise<void> {
    const { context, cursor } = this;
    const query = {
      status: 'failed' as const,
      limit: PAGE,
      ...(cursor !== undefined && { cursor }),
    };
    const { items, nextCursor } = await call(
      context.backend(),
      (backend, each) => backend.listDeliveries(context.id, query, { signal: each }),
      signal,
    );
    const since = items.filter(({ createdAt }) => Date.parse(createdAt) >= this.from);
    this.queue = since.map(({ id }) => id).filter((id) => !this.done.has(id));
    // The newest come first. A cursor that leads nowhere would go on for ever.
    this.ended = since.length < items.length || !nextCursor || nextCursor === cursor;
    this.cursor = nextCursor ?? undefined;
  }

  private async send(id: string, signal: AbortSignal): Promise<void> {
    const { context } = this;
    let came: keyof Tally = 'skipped';
    try {
      const delivery = await call(
        context.backend(),
        (backend, each) => backend.redeliver(id, { signal: each }),
        signal,
      );
      if (!signal.aborted) context.updated(delivery);
      came = delivery.status;
    } catch (thrown) {
      if (!OF_ONE.has(toBackendError(thrown).kind)) throw thrown;
    }
    if (signal.aborted) return;
    this.queue.shift();
    this.done.add(id);
    this.tally = { ...this.tally, [came]: this.tally[came] + 1 };
  }

  /** Milliseconds to wait before asking again. Only where the server says that it did not take the request, and when it will. */
  private waitFor({ kind, retryAfter }: BackendError): number | undefined {
    if (retryAfter === undefined || (kind !== 'rate-limited' && kind !== 'unavailable'))
      return undefined;
    this.waiting += 1;
    return this.waiting > LONGEST_STREAK ? undefined : holdOf(retryAfter);
  }

  private async pause(milliseconds: number): Promise<void> {
    this.waitsUntil = Date.now() + milliseconds;
    this.context.changed();
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.endPause = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.endPause = this.waitsUntil = undefined;
  }
}
