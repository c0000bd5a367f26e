/** The deliveries of an integration: live while they can be seen, by outcome, older ones page by page. */
import type { BackendError } from '../../backend/backend-error.js';
import { toBackendError } from '../../backend/backend-error.js';
import type { Delivery, DeliveryStatus } from '../../backend/backend.js';
import { LatestRequest } from '../../ui/latest-request.js';
import type { ActivityContext } from './activity-context.js';
import { DeliveryRows } from './delivery-rows.js';
import type { PollOutcome } from './poll-schedule.js';
import { Poller } from './poller.js';

/** Deliveries that are asked for at a time. */
const PAGE = 50;

/** Asking again without the user having done something would fail in the same way. */
const LASTING: ReadonlySet<BackendError['kind']> = new Set([
  'unauthorized',
  'forbidden',
  'not-found',
  'invalid',
  'unsupported',
]);

export interface LogOptions {
  /** Whether somebody reads the deliveries, so that nothing may move. */
  reading(): boolean;
  /** Deliveries as the backend gives them now. */
  loaded(deliveries: readonly Delivery[]): void;
}

export class DeliveryLog {
  readonly rows = new DeliveryRows();
  status?: DeliveryStatus;
  /** Why the newest could not be loaded. */
  problem?: BackendError;
  /** Why older ones could not be loaded. */
  olderProblem?: BackendError;
  /** "Try again" was pressed, and is not answered yet. */
  retrying = false;

  private readonly poller = new Poller((signal) => this.poll(signal));
  private readonly older = new LatestRequest();
  /** Another outcome was chosen: the next page announces how many there are. */
  private announcesCount = false;

  constructor(
    private readonly context: ActivityContext,
    private readonly options: LogOptions,
  ) {}

  get loadingOlder(): boolean {
    return this.older.pending;
  }

  /** When the server may be asked again, where it has asked to wait. */
  get pausedUntil(): number | undefined {
    return this.poller.pausedUntil;
  }

  start(): void {
    this.poller.start();
  }

  /** Stops polling and aborts requests. */
  stop(): void {
    this.poller.stop();
    this.older.abort();
  }

  /** Stops, and forgets the deliveries. */
  clear(): void {
    this.stop();
    this.rows.clear();
    this.problem = this.olderProblem = undefined;
    this.retrying = false;
  }

  refresh(): void {
    this.poller.now();
  }

  pauseFor(retryAfter: number | undefined): void {
    this.poller.pauseFor(retryAfter);
  }

  retry(): void {
    this.retrying = true;
    this.poller.now();
    this.context.changed();
  }

  filter(status: DeliveryStatus | undefined): void {
    if (status === this.status) return;
    this.clear();
    this.status = status;
    this.announcesCount = true;
    this.start();
    this.context.changed();
  }

  showNewest(): void {
    this.older.abort();
    this.rows.showNewest();
    this.poller.now();
    this.context.changed();
  }

  async showOlder(): Promise<void> {
    const cursor = this.rows.olderCursor;
    if (this.loadingOlder || cursor === undefined) return;
    this.olderProblem = undefined;
    const page = this.older.run((signal) => this.request(signal, cursor));
    this.context.changed();
    const answer = await page;
    if (!answer) return;
    if (answer.ok) {
      this.rows.addOlder(answer.value);
      const { items, total } = this.rows;
      this.context.announce((t) => t.deliveries.shown(items.length, total));
    } else {
      this.olderProblem = toBackendError(answer.error);
      this.context.report(this.olderProblem);
    }
    this.context.changed();
  }

  /** Adds a delivery that was just sent. */
  add(delivery: Delivery): void {
    if (this.status === undefined || this.status === delivery.status) this.rows.add(delivery);
  }

  private async poll(signal: AbortSignal): Promise<PollOutcome> {
    try {
      const page = await this.request(signal);
      if (signal.aborted) return 'same';
      const { rows } = this;
      const anew = !rows.loaded || this.problem !== undefined || this.retrying;
      const { fresh, changed } = rows.takeNewest(page, this.options.reading() || rows.extended);
      this.problem = undefined;
      this.retrying = false;
      this.options.loaded(page.items);
      this.announceNews(fresh, changed);
      const different = fresh > 0 || changed > 0;
      if (anew || different) this.context.changed();
      return different ? 'changed' : 'same';
    } catch (thrown) {
      return signal.aborted ? 'same' : this.failed(toBackendError(thrown));
    }
  }

  private announceNews(fresh: number, changed: number): void {
    const { announce } = this.context;
    if (this.announcesCount) {
      this.announcesCount = false;
      const { items, total } = this.rows;
      announce(({ deliveries: t }) =>
        items.length > 0 ? t.shown(items.length, total) : t.nothing,
      );
    } else if (fresh > 0) announce((t) => t.deliveries.fresh(fresh));
    else if (changed > 0) announce((t) => t.deliveries.changed(changed));
  }

  private failed(error: BackendError): PollOutcome {
    // Reported once, not with each poll that fails in the same way.
    if (this.retrying || this.problem?.kind !== error.kind) this.context.report(error);
    this.problem = error;
    this.retrying = false;
    this.poller.pauseFor(error.retryAfter);
    this.context.changed();
    return LASTING.has(error.kind) ? 'halted' : 'failed';
  }

  private request(signal: AbortSignal, cursor?: string) {
    const { id } = this.context;
    const query = { status: this.status, limit: PAGE, ...(cursor !== undefined && { cursor }) };
    return this.context.call(
      (backend, each) => backend.listDeliveries(id, query, { signal: each }),
      signal,
    );
  }
}
