/** Deliveries as endpoints get them: what is sent, when again, and what is recorded. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Webhook } from 'standardwebhooks';
import type { Authentication } from '../../../src/integration/schema.js';
import { startEndpoint } from '../outbound/endpoint.js';
import { CLAIM_LIFETIME } from './queue-in-memory.js';
import {
  SETTINGS,
  SIGNING_SECRET,
  bench,
  closeAtEnd,
  idsAt,
  ok,
  statuses,
} from './worker-bench.js';

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
    closeAtEnd(tokens.close);
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
    closeAtEnd(silent.close);
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
