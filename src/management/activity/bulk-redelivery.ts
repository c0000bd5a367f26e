/**
 * Sends again all deliveries that failed since a time: page by page, one after the other, each once. So an endpoint that works again is
 * not flooded. Waits where the server asks to.
 */
import { toBackendError } from '../../backend/backend-error.js';
import type { BackendError } from '../../backend/backend-error.js';
import type { DeliveryStatus } from '../../backend/backend.js';
import { LatestRequest } from '../../ui/latest-request.js';
import type { ActivityContext } from './activity-context.js';
import { pauseOf } from './poll-schedule.js';

/** Deliveries per page. */
const PAGE = 100;

/** How often in a row a request waits where the server asks to; then it fails. */
export const LONGEST_STREAK = 5;

/** Milliseconds. */
export const SINCE = { hour: 3_600_000, day: 86_400_000, week: 604_800_000 } as const;
export type Since = keyof typeof SINCE;

/** `skipped`: the backend did not send it, such as one that was deleted since. */
export type Tally = Readonly<Record<DeliveryStatus | 'skipped', number>>;

const NONE: Tally = { delivered: 0, failed: 0, pending: 0, skipped: 0 };

/** Errors of one delivery: the next one may go through. */
const OF_ONE: ReadonlySet<BackendError['kind']> = new Set(['not-found', 'conflict', 'invalid']);

export class BulkRedelivery {
  /** `idle`: nothing was asked for yet. */
  state: 'idle' | 'running' | 'stopping' | 'stopped' | 'failed' | 'done' = 'idle';
  since: Since = 'hour';
  /** Outcomes of those that were sent. */
  tally: Tally = NONE;
  /** Why it could not go on. */
  problem?: BackendError;
  /** When it goes on, in milliseconds since 1970, where the server has asked to wait. */
  waitsUntil?: number;

  private from = 0;
  private cursor?: string;
  /** The last page is loaded. */
  private ended = false;
  /** Ids still to be sent, of the page that was loaded last. */
  private queue: string[] = [];
  private done = new Set<string>();
  /** How often in a row the server has asked to wait. */
  private streak = 0;
  private readonly request = new LatestRequest();
  private endPause?: () => void;

  constructor(private readonly context: ActivityContext) {}

  get busy(): boolean {
    return this.state === 'running' || this.state === 'stopping';
  }

  /** How many were sent or skipped. */
  get count(): number {
    return this.done.size;
  }

  /** How many there are in all; known once the last page is loaded. */
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
    this.state = 'running';
    this.problem = undefined;
    this.streak = 0;
    const run = this.request.run((signal) => this.run(signal));
    this.context.changed();
    const answer = await run;
    if (!answer) return;
    if (answer.ok) {
      this.state = this.stopping ? 'stopped' : 'done';
      const { tally, count } = this;
      this.context.announce(({ bulk: t }) => (count > 0 ? t.tally(tally) : t.nothing));
      this.context.refresh();
    } else {
      this.state = 'failed';
      this.problem = toBackendError(answer.error);
      this.context.reportSending(this.problem);
    }
    this.context.changed();
  }

  /** Waits for the request that is under way: aborted, nobody would know whether it went through. */
  stop(): void {
    if (this.state !== 'running') return;
    this.state = 'stopping';
    this.endPause?.();
    this.context.changed();
  }

  /** Aborts the request that is under way, and forgets the outcomes. */
  abort(): void {
    this.request.abort();
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
        else await this.loadPage(signal);
        this.streak = 0;
      } catch (thrown) {
        const wait = this.waitFor(toBackendError(thrown));
        if (signal.aborted || wait === undefined) throw thrown;
        await this.pause(wait);
      }
      if (signal.aborted) return;
      this.context.changed();
    }
  }

  private async loadPage(signal: AbortSignal): Promise<void> {
    const { context, cursor } = this;
    const query = {
      status: 'failed' as const,
      limit: PAGE,
      ...(cursor !== undefined && { cursor }),
    };
    const { items, nextCursor } = await context.call(
      (backend, each) => backend.listDeliveries(context.id, query, { signal: each }),
      signal,
    );
    const since = items.filter(({ createdAt }) => Date.parse(createdAt) >= this.from);
    this.queue = since.map(({ id }) => id).filter((id) => !this.done.has(id));
    // The newest come first. The same cursor again would go on for ever.
    this.ended = since.length < items.length || !nextCursor || nextCursor === cursor;
    this.cursor = nextCursor ?? undefined;
  }

  private async send(id: string, signal: AbortSignal): Promise<void> {
    const { context } = this;
    let outcome: keyof Tally = 'skipped';
    try {
      const delivery = await context.call(
        (backend, each) => backend.redeliver(id, { signal: each }),
        signal,
      );
      if (!signal.aborted) context.updated(delivery);
      outcome = delivery.status;
    } catch (thrown) {
      if (!OF_ONE.has(toBackendError(thrown).kind)) throw thrown;
    }
    if (signal.aborted) return;
    this.queue.shift();
    this.done.add(id);
    this.tally = { ...this.tally, [outcome]: this.tally[outcome] + 1 };
  }

  /** Milliseconds to wait before asking again; undefined where the server has not refused for a time that it names. */
  private waitFor({ kind, retryAfter }: BackendError): number | undefined {
    if (retryAfter === undefined || (kind !== 'rate-limited' && kind !== 'unavailable'))
      return undefined;
    this.streak += 1;
    return this.streak > LONGEST_STREAK ? undefined : pauseOf(retryAfter);
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
