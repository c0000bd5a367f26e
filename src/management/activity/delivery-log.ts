/** The deliveries of an integration: live while they can be seen, by outcome, older ones page by page. */
import type { BackendError } from '../../backend/backend-error.js';
import { toBackendError } from '../../backend/backend-error.js';
import type { Delivery, DeliveryStatus } from '../../backend/backend.js';
import { call } from '../../backend/call.js';
import type { ActivityContext } from './activity-context.js';
import { DeliveryRows } from './delivery-rows.js';
import type { PollOutcome } from './poll-schedule.js';
import { Poller } from './poller.js';

/** Deliveries that are asked for at a time. */
const PAGE = 50;

/** Asking again by itself would bring the same. */
const LASTING: ReadonlySet<BackendError['kind']> = new Set([
  'unauthorized',
  'forbidden',
  'not-found',
  'invalid',
  'unsupported',
]);

export interface LogPorts {
  /** Whether someone reads, so that nothing may move. */
  reading(): boolean;
  /** Deliveries as they are now. */
  seen(deliveries: readonly Delivery[]): void;
}

export class DeliveryLog {
  readonly rows = new DeliveryRows();
  status?: DeliveryStatus;
  /** Why the newest could not be had. */
  problem?: BackendError;
  /** Why older ones could not be had. */
  olderProblem?: BackendError;
  loadingOlder = false;
  /** "Try again" was pressed, and nothing has come of it yet. */
  retrying = false;

  private readonly poller = new Poller((signal) => this.poll(signal));
  private older?: AbortController;
  /** Another outcome was chosen: how many there are is said. */
  private tellsCount = false;

  constructor(
    private readonly context: ActivityContext,
    private readonly ports: LogPorts,
  ) {}

  /** When the server may be asked again, where it has asked to wait. */
  get heldUntil(): number | undefined {
    return this.poller.heldUntil;
  }

  start(): void {
    this.poller.start();
  }

  /** Gives up what is under way. */
  stop(): void {
    this.poller.stop();
    this.older?.abort();
  }

  /** Forgets what is held. */
  clear(): void {
    this.stop();
    this.rows.clear();
    this.problem = this.olderProblem = undefined;
    this.loadingOlder = this.retrying = false;
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
    this.tellsCount = true;
    this.start();
    this.context.changed();
  }

  showNewest(): void {
    this.older?.abort();
    this.rows.showNewest();
    this.poller.now();
    this.context.changed();
  }

  async showOlder(): Promise<void> {
    const cursor = this.rows.olderCursor;
    if (this.loadingOlder || cursor === undefined) return;
    const controller = (this.older = new AbortController());
    this.loadingOlder = true;
    this.olderProblem = undefined;
    this.context.changed();
    try {
      const page = await this.ask(controller.signal, cursor);
      if (controller.signal.aborted) return;
      this.rows.addOlder(page);
      const { items, total } = this.rows;
      this.context.announce((t) => t.deliveries.shown(items.length, total));
    } catch (thrown) {
      if (controller.signal.aborted) return;
      this.olderProblem = toBackendError(thrown);
      this.context.report(this.olderProblem);
    } finally {
      if (this.older === controller) {
        this.loadingOlder = false;
        this.context.changed();
      }
    }
  }

  /** One that was just sent. */
  add(delivery: Delivery): void {
    if (this.status === undefined || this.status === delivery.status) this.rows.add(delivery);
  }

  private async poll(signal: AbortSignal): Promise<PollOutcome> {
    try {
      const page = await this.ask(signal);
      if (signal.aborted) return 'same';
      const { rows } = this;
      const anew = !rows.loaded || this.problem !== undefined || this.retrying;
      const { fresh, changed } = rows.takeNewest(page, this.ports.reading() || rows.extended);
      this.problem = undefined;
      this.retrying = false;
      this.ports.seen(page.items);
      this.tell(fresh, changed);
      const different = fresh > 0 || changed > 0;
      if (anew || different) this.context.changed();
      return different ? 'changed' : 'same';
    } catch (thrown) {
      return signal.aborted ? 'same' : this.failed(toBackendError(thrown));
    }
  }

  private tell(fresh: number, changed: number): void {
    const { announce } = this.context;
    if (this.tellsCount) {
      this.tellsCount = false;
      const { items, total } = this.rows;
      announce(({ deliveries: t }) =>
        items.length > 0 ? t.shown(items.length, total) : t.nothing,
      );
    } else if (fresh > 0) announce((t) => t.deliveries.fresh(fresh));
    else if (changed > 0) announce((t) => t.deliveries.changed(changed));
  }

  private failed(error: BackendError): PollOutcome {
    // Told once, not with each vain question.
    if (this.retrying || this.problem?.kind !== error.kind) this.context.report(error);
    this.problem = error;
    this.retrying = false;
    this.poller.pauseFor(error.retryAfter);
    this.context.changed();
    return LASTING.has(error.kind) ? 'halted' : 'failed';
  }

  private ask(signal: AbortSignal, cursor?: string) {
    const { id } = this.context;
    const query = { status: this.status, limit: PAGE, ...(cursor !== undefined && { cursor }) };
    return call(
      this.context.backend(),
      (backend, each) => backend.listDeliveries(id, query, { signal: each }),
      signal,
    );
  }
}
