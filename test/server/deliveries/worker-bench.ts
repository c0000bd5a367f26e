/** A worker to test: its queue and clock are in memory, its endpoint is a real server on this machine. */
import { after } from 'node:test';
import type { Clock } from '../../../demo/server/deliveries/worker.js';
import { createDeliveryWorker } from '../../../demo/server/deliveries/worker.js';
import type { DeliveryWorkerParts } from '../../../demo/server/deliveries/worker.js';
import type { LogLine } from '../../../demo/server/log.js';
import type { DeliveryTarget, DeliveryWorker } from '../../../demo/server/ports.js';
import type { Authentication } from '../../../src/integration/schema.js';
import { startEndpoint } from '../outbound/endpoint.js';
import type { AnswerOf, TestEndpoint } from '../outbound/endpoint.js';
import { QueueInMemory } from './queue-in-memory.js';

export const SETTINGS = { allowLoopback: true, checkTimeLimit: 10_000, deliveryTimeLimit: 10_000 };

export const SIGNING_SECRET = `whsec_${Buffer.alloc(24, 7).toString('base64')}`;

/** Lets what is under way go on. */
export const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Time that passes when the test says so. A pause ends then, or when its signal aborts. */
export class TestClock implements Clock {
  private time = Date.now();
  private readonly pauses = new Set<{ until: number; end: () => void }>();

  now(): Date {
    return new Date(this.time);
  }

  pause(milliseconds: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const pause = {
        until: this.time + milliseconds,
        end: () => {
          this.pauses.delete(pause);
          resolve();
        },
      };
      if (signal.aborted) return resolve();
      this.pauses.add(pause);
      signal.addEventListener('abort', pause.end);
    });
  }

  advance(milliseconds: number): void {
    this.time += milliseconds;
    for (const pause of [...this.pauses]) if (pause.until <= this.time) pause.end();
  }

  get waiting(): number {
    return this.pauses.size;
  }

  /** Resolves when the worker has nothing to do but to wait. */
  async untilIdle(): Promise<void> {
    while (this.waiting === 0) await turn();
  }
}

const closers: (() => Promise<void>)[] = [];

/** Closed when the test's file ends. */
export const closeAtEnd = (close: () => Promise<void>): void => void closers.push(close);

after(() => Promise.all(closers.map((close) => close())));

export interface Bench {
  readonly queue: QueueInMemory;
  readonly clock: TestClock;
  readonly worker: DeliveryWorker;
  readonly endpoint: TestEndpoint;
  readonly log: LogLine[];
  enqueue(integrationId?: string): Promise<string>;
  /** Another worker on the same queue, as after a restart. */
  another(): DeliveryWorker;
}

export const bench = async (
  answer: AnswerOf,
  {
    authentication = { type: 'none' },
    ...parts
  }: Partial<DeliveryWorkerParts> & { authentication?: Authentication } = {},
): Promise<Bench> => {
  const clock = new TestClock();
  const queue = new QueueInMemory(() => clock.now());
  const endpoint = await startEndpoint(answer);
  const target: DeliveryTarget = {
    requestUrl: endpoint.url,
    payload: { format: 'ocean-json' },
    authentication,
    signingSecret: SIGNING_SECRET,
    verified: true,
  };
  queue.targets.set('integration-1', target);
  const log: LogLine[] = [];
  const workers: DeliveryWorker[] = [];
  const another = (): DeliveryWorker => {
    const worker = createDeliveryWorker({
      queue,
      settings: SETTINGS,
      clock,
      log: (line) => log.push(line),
      ...parts,
    });
    workers.push(worker);
    return worker;
  };
  closeAtEnd(async () => {
    await endpoint.close();
    await Promise.all(workers.map((worker) => worker.stop()));
  });
  const enqueue = async (integrationId = 'integration-1'): Promise<string> => {
    const { id } = await queue.enqueue({
      integrationId,
      eventType: 'notify-patient-note-added',
      body: '{"ref":"é-690"}',
      contentType: 'application/json',
      test: true,
    });
    return id;
  };
  return { queue, clock, worker: another(), endpoint, log, enqueue, another };
};

export const ok: AnswerOf = (_received, response) => response.end('fine');

/** Answers these statuses in turn, and 200 after them. */
export const statuses = (...list: number[]): AnswerOf => {
  const left = [...list];
  return (_received, response) => response.writeHead(left.shift() ?? 200).end();
};

export const idsAt = ({ received }: TestEndpoint): unknown[] =>
  received.map(({ headers }) => headers['webhook-id']);
