/** The delivery worker, with a queue in memory and real endpoints on this machine: what is sent, when again, and what is kept. */
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { Webhook } from 'standardwebhooks';
import type { Clock } from '../../../demo/server/deliveries/clock.js';
import { createDeliveryWorker } from '../../../demo/server/deliveries/worker.js';
import type { DeliveryWorkerParts } from '../../../demo/server/deliveries/worker.js';
import type { LogLine } from '../../../demo/server/log.js';
import type { DeliveryTarget, DeliveryWorker } from '../../../demo/server/ports.js';
import type { Authentication } from '../../../src/integration/schema.js';
import { startEndpoint } from '../outbound/endpoint.js';
import type { AnswerOf, TestEndpoint } from '../outbound/endpoint.js';
import { CLAIM_LIFETIME, QueueInMemory } from './queue-in-memory.js';

const SETTINGS = { allowLoopback: true, checkTimeLimit: 10_000, deliveryTimeLimit: 10_000 };

const SIGNING_SECRET = `whsec_${Buffer.alloc(24, 7).toString('base64')}`;

/** Lets what is under way go on. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Time that passes when the test says so. A pause ends then, or when its signal aborts. */
class TestClock implements Clock {
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
after(() => Promise.all(closers.map((close) => close())));

interface Bench {
  readonly queue: QueueInMemory;
  readonly clock: TestClock;
  readonly worker: DeliveryWorker;
  readonly endpoint: TestEndpoint;
  readonly log: LogLine[];
  enqueue(integrationId?: string): Promise<string>;
  /** Another worker on the same queue, as after a restart. */
  another(): DeliveryWorker;
}

const bench = async (
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
  closers.push(async () => {
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

const ok: AnswerOf = (_received, response) => response.end('fine');

/** Answers these statuses in turn, and 200 after them. */
const statuses = (...list: number[]): AnswerOf => {
  const left = [...list];
  return (_received, response) => response.writeHead(left.shift() ?? 200).end();
};

const idsAt = ({ received }: TestEndpoint): unknown[] =>
  received.map(({ headers }) => headers['webhook-id']);

describe('A delivery', () => {
  it('is sent signed, in the bytes that were queued', async () => {
    const { worker, queue, endpoint, enqueue } = await bench(ok);
    const id = await enqueue();
    await worker.attempt(id);
    const [got] = endpoint.received;
    assert.equal(got?.body, '{"ref":"é-690"}');
    assert.equal(got.headers['content-type'], 'application/json');
    assert.equal(got.headers['webhook-id'], id);
    const headers = got.headers as Record<string, string>;
    assert.deepEqual(new Webhook(SIGNING_SECRET).verify(got.body, headers), { ref: 'é-690' });
    const [{ attempt, next } = assert.fail()] = queue.recorded;
    assert.deepEqual(next, { status: 'delivered' });
    assert.deepEqual([attempt.httpStatus, attempt.reason, attempt.answer], [200, null, 'fine']);
    assert.ok(Number.isInteger(attempt.duration));
    assert.ok(!Number.isNaN(Date.parse(attempt.at)));
  });

  it('is sent with the integration’s authentication beside the signature', async () => {
    const authentication = { type: 'basic', username: 'clinic', password: 'made-up' } as const;
    const { worker, endpoint, enqueue } = await bench(ok, { authentication });
    await worker.attempt(await enqueue());
    const { headers } = endpoint.received[0] ?? assert.fail();
    assert.equal(headers.authorization, `Basic ${btoa('clinic:made-up')}`);
    assert.ok(headers['webhook-signature']);
  });

  it('asks for one token for ten', async () => {
    const tokens = await startEndpoint((_received, response) =>
      response.end('{"access_token":"made-up-token","token_type":"Bearer","expires_in":600}'),
    );
    closers.push(tokens.close);
    const authentication = {
      type: 'oauth2',
      tokenUrl: tokens.url,
      clientId: 'client',
      clientSecret: 'made-up',
    } as const;
    const { worker, queue, endpoint, enqueue } = await bench(ok, { authentication });
    for (let number = 0; number < 10; number++) await enqueue();
    worker.start();
    await queue.until(10);
    assert.equal(tokens.received.length, 1);
    assert.equal(new Set(idsAt(endpoint)).size, 10);
    for (const { headers } of endpoint.received)
      assert.equal(headers.authorization, 'Bearer made-up-token');
  });

  it('goes where the integration is now', async () => {
    const { worker, queue, endpoint, enqueue } = await bench(ok);
    const id = await enqueue();
    const target = queue.targets.get('integration-1') ?? assert.fail();
    queue.targets.set('integration-1', { ...target, requestUrl: `${endpoint.url}/moved` });
    await worker.attempt(id);
    assert.equal(endpoint.received[0]?.path, '/hook/moved');
  });

  it('goes nowhere where the integration is gone', async () => {
    const { worker, queue, endpoint, enqueue } = await bench(ok);
    await worker.attempt(await enqueue('integration-2'));
    assert.deepEqual(queue.recorded, []);
    assert.equal(endpoint.connections(), 0);
  });

  it('that another has in hand, or that is done, is not sent', async () => {
    const { worker, queue, clock, endpoint, enqueue } = await bench(ok);
    const id = await enqueue();
    await queue.claim(id, clock.now());
    await worker.attempt(id);
    assert.equal(endpoint.connections(), 0);
    clock.advance(CLAIM_LIFETIME);
    await worker.attempt(id);
    await worker.attempt(id);
    await worker.attempt('unknown');
    assert.deepEqual(idsAt(endpoint), [id]);
  });
});

describe('A delivery that does not get through', () => {
  it('is tried again after 5 s, 30 s, 2 min and 10 min under the same id, and then given up', async () => {
    const { worker, queue, clock, endpoint, enqueue } = await bench(
      statuses(500, 500, 500, 500, 500, 500),
      { retries: { delays: [5_000, 30_000, 120_000, 600_000], jitter: 0, longest: 3_600_000 } },
    );
    const id = await enqueue();
    worker.start();
    await queue.until(1);
    for (const [index, delay] of [5_000, 30_000, 120_000, 600_000].entries()) {
      const { dueAt } = queue.recorded.at(-1)?.next ?? assert.fail();
      assert.equal((dueAt?.getTime() ?? 0) - clock.now().getTime(), delay);
      await clock.untilIdle();
      clock.advance(delay - 1);
      await clock.untilIdle();
      assert.equal(endpoint.received.length, index + 1, `not before ${delay} ms are over`);
      clock.advance(1_000);
      await queue.until(index + 2);
    }
    assert.equal(queue.statusOf(id), 'failed');
    clock.advance(1e9);
    await clock.untilIdle();
    assert.deepEqual(idsAt(endpoint), Array<string>(5).fill(id));
    const bodies = new Set(endpoint.received.map(({ body }) => body));
    assert.equal(bodies.size, 1);
    // Each attempt is signed anew: receivers refuse an old time.
    const times = endpoint.received.map(({ headers }) => Number(headers['webhook-timestamp']));
    assert.ok(times.every((time, index) => index === 0 || time > (times[index - 1] ?? 0)));
    for (const { headers, body } of endpoint.received) {
      const at = new Date(1_000 * Number(headers['webhook-timestamp']));
      assert.equal(headers['webhook-signature'], new Webhook(SIGNING_SECRET).sign(id, at, body));
    }
  });

  it('gets through later', async () => {
    const { worker, queue, clock, endpoint, enqueue } = await bench(statuses(500, 404));
    const id = await enqueue();
    worker.start();
    for (let attempts = 1; attempts <= 3; attempts++) {
      await queue.until(attempts);
      await clock.untilIdle();
      clock.advance(60_000);
    }
    assert.equal(queue.statusOf(id), 'delivered');
    assert.deepEqual(idsAt(endpoint), [id, id, id]);
    const told = queue.recorded.map(({ attempt }) => [attempt.httpStatus, attempt.reason]);
    assert.deepEqual(told, [
      [500, 'http-status'],
      [404, 'http-status'],
      [200, null],
    ]);
  });

  it('waits as long as the endpoint asks', async () => {
    let busy = true;
    const { worker, queue, clock, endpoint, enqueue } = await bench((_received, response) => {
      response.writeHead(busy ? 429 : 200, { 'retry-after': '900' }).end();
      busy = false;
    });
    const id = await enqueue();
    worker.start();
    await queue.until(1);
    await clock.untilIdle();
    clock.advance(899_999);
    await clock.untilIdle();
    assert.equal(endpoint.received.length, 1);
    clock.advance(1_001);
    await queue.until(2);
    assert.equal(queue.statusOf(id), 'delivered');
  });

  it('is sent again under its id when someone asks for it', async () => {
    const { worker, queue, endpoint, enqueue } = await bench(statuses(410));
    const id = await enqueue();
    await worker.attempt(id);
    assert.equal(queue.statusOf(id), 'failed');
    queue.requeue(id);
    await worker.attempt(id);
    assert.equal(queue.statusOf(id), 'delivered');
    assert.deepEqual(idsAt(endpoint), [id, id]);
  });

  it('has the reason, the status and the time recorded', async () => {
    const { worker, queue, endpoint, enqueue } = await bench(
      (_received, response) =>
        response.writeHead(302, { location: 'https://x.example.com/' }).end(),
      { settings: { ...SETTINGS, deliveryTimeLimit: 300 } },
    );
    const target = queue.targets.get('integration-1') ?? assert.fail();
    const silent = await startEndpoint(() => undefined);
    closers.push(silent.close);
    const reasons: unknown[] = [];
    for (const requestUrl of [
      endpoint.url,
      silent.url,
      endpoint.url.replace('http:', 'https:'),
      'https://10.0.0.1/hook',
      'https://[::ffff:127.0.0.1]/hook',
    ]) {
      queue.targets.set('integration-1', { ...target, requestUrl });
      await worker.attempt(await enqueue());
      const { attempt } = queue.recorded.at(-1) ?? assert.fail();
      reasons.push([attempt.httpStatus, attempt.reason, attempt.answer]);
    }
    assert.deepEqual(reasons, [
      [302, 'redirect', ''],
      [null, 'timeout', null],
      [null, 'tls', null],
      [null, 'refused-address', null],
      [null, 'refused-address', null],
    ]);
  });

  it('is delivered where the endpoint says 200 and then says no more', async () => {
    const { worker, queue, enqueue } = await bench(
      (_received, response) => {
        response.writeHead(200);
        response.write('and then');
      },
      { settings: { ...SETTINGS, deliveryTimeLimit: 300 } },
    );
    const id = await enqueue();
    await worker.attempt(id);
    assert.equal(queue.statusOf(id), 'delivered');
    assert.equal(queue.recorded[0]?.attempt.answer, 'and then');
  });
});

describe('What is recorded', () => {
  const AUTHENTICATIONS: Authentication[] = [
    { type: 'basic', username: 'clinic', password: 'made-up-password' },
    { type: 'webhook-key', key: 'made-up-key' },
  ];
  for (const authentication of AUTHENTICATIONS)
    it(`holds no secret of an endpoint that repeats all it got: ${authentication.type}`, async () => {
      const { worker, queue, log, enqueue } = await bench(
        ({ headers }, response) =>
          response
            .writeHead(500)
            .end(JSON.stringify({ headers, secret: SIGNING_SECRET, filler: 'x'.repeat(9_000) })),
        { authentication },
      );
      await worker.attempt(await enqueue());
      const kept = JSON.stringify([queue.recorded, log]);
      assert.match(kept, /webhook-id/);
      for (const secret of [
        'made-up-password',
        'made-up-key',
        SIGNING_SECRET,
        btoa('clinic:made-up-password'),
      ])
        assert.ok(!kept.includes(secret), secret);
      assert.equal(queue.recorded[0]?.attempt.answer?.length, 2_048);
    });

  it('holds no word of a failure but its reason', async () => {
    const { worker, queue, enqueue } = await bench(ok);
    const target = queue.targets.get('integration-1') ?? assert.fail();
    const requestUrl = 'https://10.1.2.3/patients?hcn=made-up';
    queue.targets.set('integration-1', { ...target, requestUrl });
    await worker.attempt(await enqueue());
    assert.doesNotMatch(JSON.stringify(queue.recorded), /10\.1|hcn|690/);
  });
});

describe('A worker', () => {
  it('has no more under way than it may, and takes the next as soon as there is room', async () => {
    const waiting: (() => void)[] = [];
    const { worker, queue, enqueue } = await bench(
      (_received, response) => waiting.push(() => response.end()),
      { concurrency: 2 },
    );
    for (let number = 0; number < 6; number++) await enqueue();
    let claimed = 0;
    let most = 0;
    const claimDue = queue.claimDue.bind(queue);
    queue.claimDue = async (...given) => {
      const deliveries = await claimDue(...given);
      claimed += deliveries.length;
      most = Math.max(most, claimed - queue.recorded.length);
      return deliveries;
    };
    worker.start();
    for (let done = 0; done < 6; done++) {
      const expected = Math.min(2, 6 - done);
      while (waiting.length < expected) await turn();
      waiting.shift()?.();
      await queue.until(done + 1);
    }
    assert.equal(most, 2);
  });

  it('counts what someone waits for, and lets it wait for nothing', async () => {
    const waiting: (() => void)[] = [];
    const { worker, queue, clock, enqueue } = await bench(
      (_received, response) => waiting.push(() => response.end()),
      { concurrency: 1 },
    );
    const ids = [await enqueue(), await enqueue()];
    const attempts = ids.map((id) => worker.attempt(id));
    while (waiting.length < 2) await turn();
    const third = await enqueue();
    worker.start();
    await clock.untilIdle();
    for (let count = 0; count < 20; count++) await turn();
    assert.equal(waiting.length, 2);
    for (const answer of waiting.splice(0)) answer();
    await Promise.all(attempts);
    clock.advance(1_000);
    while (waiting.length < 1) await turn();
    waiting[0]?.();
    await queue.until(3);
    assert.equal(queue.statusOf(third), 'delivered');
  });

  it('that stops ends what is under way, and takes nothing more', async () => {
    let answerNow = (): void => undefined;
    const asked = new Promise<void>((resolve) => {
      answerNow = resolve;
    });
    let release = (): void => undefined;
    const { worker, queue, clock, endpoint, enqueue } = await bench(
      (_received, response) => {
        release = () => response.end();
        answerNow();
      },
      { concurrency: 1 },
    );
    const first = await enqueue();
    const second = await enqueue();
    worker.start();
    await asked;
    let stopped = false;
    const stopping = worker.stop().then(() => (stopped = true));
    for (let count = 0; count < 20; count++) await turn();
    assert.equal(stopped, false);
    release();
    await stopping;
    assert.deepEqual([queue.statusOf(first), queue.statusOf(second)], ['delivered', 'pending']);
    clock.advance(1e6);
    assert.equal(endpoint.received.length, 1);
  });

  it('that stops while it looks into the queue ends what it took there', async () => {
    const { worker, queue, enqueue } = await bench(ok);
    const id = await enqueue();
    const claimDue = queue.claimDue.bind(queue);
    let look = (): void => undefined;
    const looking = new Promise<void>((resolve) => (look = resolve));
    queue.claimDue = async (...given) => {
      const deliveries = await claimDue(...given);
      look();
      for (let count = 0; count < 20; count++) await turn();
      return deliveries;
    };
    worker.start();
    await looking;
    await worker.stop();
    assert.equal(queue.statusOf(id), 'delivered');
  });

  it('can be started again, and works once where it is started twice', async () => {
    const { worker, queue, clock, enqueue } = await bench(ok);
    worker.start();
    await worker.stop();
    const id = await enqueue();
    worker.start();
    worker.start();
    await queue.until(1);
    for (let count = 0; count < 20; count++) await turn();
    assert.equal(clock.waiting, 1);
    assert.equal(queue.statusOf(id), 'delivered');
  });

  it('that died leaves its delivery to the next one, under the same id', async () => {
    const { queue, clock, endpoint, enqueue, another } = await bench(ok);
    const id = await enqueue();
    // Claimed and sent, and then no word: the attempt is not recorded.
    queue.failures.push('recordAttempt');
    await assert.rejects(another().attempt(id));
    assert.equal(queue.statusOf(id), 'pending');
    const next = another();
    next.start();
    await clock.untilIdle();
    assert.equal(endpoint.received.length, 1);
    clock.advance(CLAIM_LIFETIME);
    await queue.until(1);
    assert.equal(queue.statusOf(id), 'delivered');
    assert.deepEqual(idsAt(endpoint), [id, id]);
  });

  it('goes on when the queue fails for a while, and logs no more than that', async () => {
    const { worker, queue, clock, log, enqueue } = await bench(ok);
    const id = await enqueue();
    queue.failures.push('claimDue', 'claimDue', 'loadTarget');
    worker.start();
    for (let round = 0; queue.statusOf(id) !== 'delivered'; round++) {
      assert.ok(round < 1_000);
      await clock.untilIdle();
      clock.advance(CLAIM_LIFETIME);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    assert.deepEqual(log, Array(3).fill({ error: 'Error', at: 'deliveries' }));
  });
});
