/**
 * Takes due deliveries from the queue, sends them signed, and records what came of it.
 *
 * A message goes only to an endpoint that has met the challenge once, or that whoever runs this server vouches for: else anyone could
 * have this server send much more than was asked with to whomever they name.
 *
 * The queue remembers and the worker forgets: a worker that dies leaves claims behind, which run out, and the next one sends
 * the same message under the same id. So a message comes at least once, and a receiver knows a repeated one by its id.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { AuthenticatedFetch } from '../outbound/authenticate.js';
import { isVouchedFor } from '../outbound/addresses.js';
import { createGuardedFetch } from '../outbound/guarded-fetch.js';
import type { GuardedFetch, Outcome } from '../outbound/guarded-fetch.js';
import { inTime } from '../outbound/time-limit.js';
import { logToStandardOutput } from '../log.js';
import type { Log } from '../log.js';
import type {
  DeliveryQueue,
  DeliveryTarget,
  DeliveryWorker,
  OutboundSettings,
  QueuedDelivery,
} from '../ports.js';
import { recordableAnswer } from './answer.js';
import { STANDARD_RETRIES, failureOf, nextOf } from './retry.js';
import type { RetryRules } from './retry.js';
import { signatureHeaders } from './sign.js';

/** The time, and waiting for it: a test brings its own. */
export interface Clock {
  now(): Date;
  /** Resolves after so many milliseconds, or when the signal aborts. Keeps no process alive. */
  pause(milliseconds: number, signal: AbortSignal): Promise<void>;
}

const systemClock: Clock = {
  now: () => new Date(),
  pause: (milliseconds, signal) =>
    wait(milliseconds, undefined, { signal, ref: false }).catch(() => undefined),
};

export interface DeliveryWorkerParts {
  readonly queue: DeliveryQueue;
  readonly settings: OutboundSettings;
  readonly clock?: Clock;
  readonly retries?: RetryRules;
  /** Deliveries that are under way at once. Those that someone waits for (`attempt`) count, but do not wait. */
  readonly concurrency?: number;
  readonly fetch?: GuardedFetch;
  readonly log?: Log;
}

/** What came of an attempt, and what is recorded of the endpoint's answer. */
interface Told {
  readonly outcome: Outcome;
  readonly answer: string | null;
}

/** Milliseconds between looks into a queue that had nothing to do. */
const POLL = 1_000;

const CONCURRENCY = 8;

/** Deliveries that someone waits for, beyond those; one more is left to the queue. */
const MOST_AWAITED = 16;

/** Recorded of a message that was not sent, as its endpoint has not met the challenge. */
const NOT_VERIFIED = 'not-verified';

export const createDeliveryWorker = (parts: DeliveryWorkerParts): DeliveryWorker =>
  new Worker(parts);

class Worker implements DeliveryWorker {
  private readonly queue: DeliveryQueue;
  private readonly clock: Clock;
  private readonly authenticated: AuthenticatedFetch;
  private readonly underWay = new Set<Promise<void>>();

  /** Ends the pause between two looks into the queue. */
  private rest = new AbortController();
  private loop?: Promise<void>;
  private stopping = false;

  constructor(private readonly parts: DeliveryWorkerParts) {
    const { queue, settings, clock = systemClock } = parts;
    this.queue = queue;
    this.clock = clock;
    this.authenticated = new AuthenticatedFetch({
      fetch: parts.fetch ?? createGuardedFetch(settings),
      timeLimit: settings.deliveryTimeLimit,
      now: () => clock.now().getTime(),
    });
  }

  start(): void {
    this.stopping = false;
    this.loop ??= this.run();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.rest.abort();
    await this.loop;
    this.loop = undefined;
    await Promise.allSettled(this.underWay);
  }

  attempt(deliveryId: string): Promise<void> {
    const { concurrency = CONCURRENCY } = this.parts;
    if (this.underWay.size >= concurrency + MOST_AWAITED) return Promise.resolve();
    return this.track(
      this.queue
        .claim(deliveryId, this.clock.now())
        .then((claimed) => (claimed ? this.deliver(claimed) : undefined)),
    );
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      // Made before the queue is looked into, so that what ends meanwhile ends the pause.
      this.rest = new AbortController();
      try {
        await this.takeDue();
      } catch (error) {
        this.report(error);
      }
      if (!this.stopping) await this.clock.pause(POLL, this.rest.signal);
    }
  }

  private async takeDue(): Promise<void> {
    const free = (this.parts.concurrency ?? CONCURRENCY) - this.underWay.size;
    if (free <= 0) return;
    for (const delivery of await this.queue.claimDue(this.clock.now(), free)) {
      void this.track(this.deliver(delivery))
        .catch((error: unknown) => this.report(error))
        // There is room for one more.
        .finally(() => this.rest.abort());
    }
  }

  private track(work: Promise<void>): Promise<void> {
    const tracked = work.finally(() => this.underWay.delete(tracked));
    this.underWay.add(tracked);
    return tracked;
  }

  private async deliver(delivery: QueuedDelivery): Promise<void> {
    const target = await this.queue.loadTarget(delivery.integrationId);
    // Deleted since, and the delivery with it.
    if (!target) return;
    const at = this.clock.now();
    if (!target.verified && !isVouchedFor(target.requestUrl, this.parts.settings)) {
      const attempt = { at: at.toISOString(), httpStatus: null, reason: NOT_VERIFIED };
      await this.queue.recordAttempt(delivery.id, attempt, { status: 'failed' });
      return;
    }
    const started = performance.now();
    const { outcome, answer } = await this.send(delivery, target, at);
    const duration = Math.round(performance.now() - started);
    await this.queue.recordAttempt(
      delivery.id,
      {
        at: at.toISOString(),
        httpStatus: outcome.answer?.status ?? null,
        reason: failureOf(outcome) ?? null,
        duration,
        answer,
      },
      nextOf(
        {
          outcome,
          attempts: delivery.attempts + 1,
          now: this.clock.now(),
          random: Math.random(),
        },
        this.parts.retries ?? STANDARD_RETRIES,
      ),
    );
  }

  private async send(
    { id, body, contentType }: QueuedDelivery,
    { requestUrl, authentication, signingSecret }: DeliveryTarget,
    at: Date,
  ): Promise<Told> {
    const request = {
      url: requestUrl,
      body,
      headers: {
        'content-type': contentType,
        accept: '*/*',
        ...signatureHeaders({ id, body }, signingSecret, at),
      },
    };
    return inTime<Told>(
      this.parts.settings.deliveryTimeLimit,
      async (signal) => {
        const { outcome, secrets } = await this.authenticated.send(request, authentication, signal);
        const answer = outcome.answer
          ? recordableAnswer(outcome.answer.body, [...secrets, signingSecret])
          : null;
        return { outcome, answer };
      },
      () => ({ outcome: { failure: 'timeout' }, answer: null }),
    );
  }

  /** Of the queue, not of an endpoint. Without the error's sentence, which may quote what the database held. */
  private report(error: unknown): void {
    const { log = logToStandardOutput } = this.parts;
    log({ error: error instanceof Error ? error.name : typeof error, at: 'deliveries' });
  }
}
