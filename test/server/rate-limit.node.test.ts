/** How much one client may ask. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Problem } from '../../demo/server/problems.js';
import { RateLimiter } from '../../demo/server/rate-limit.js';
import { startTestServer } from './reference-server.js';
import { ask } from './requests.js';

const waitOf = (limiter: RateLimiter, client: string): string | undefined => {
  try {
    limiter.take(client);
    return undefined;
  } catch (problem) {
    assert.ok(problem instanceof Problem);
    assert.equal(problem.status, 429);
    return problem.options.headers?.['retry-after'];
  }
};

describe('the rate limit', () => {
  it('lets a burst through, then as many as come in a second', () => {
    let now = 0;
    const limiter = new RateLimiter({ perSecond: 2, burst: 3 }, () => now);
    const passed = (count: number): number =>
      Array.from({ length: count }, () => waitOf(limiter, 'a')).filter((one) => !one).length;
    assert.equal(passed(5), 3);
    now += 1_000;
    assert.equal(passed(5), 2);
    now += 60_000;
    assert.equal(passed(5), 3);
  });

  it('says how long to wait, in whole seconds', () => {
    const limiter = new RateLimiter({ perSecond: 0.1, burst: 1 }, () => 0);
    assert.equal(waitOf(limiter, 'a'), undefined);
    assert.equal(waitOf(limiter, 'a'), '10');
  });

  it('counts each client for itself, and remembers a bounded number', () => {
    const limiter = new RateLimiter({ perSecond: 0, burst: 1 }, () => 0);
    assert.equal(waitOf(limiter, 'first'), undefined);
    assert.equal(waitOf(limiter, 'first'), '60');
    assert.equal(waitOf(limiter, 'second'), undefined);
    for (let number = 0; number < 10_000; number++) waitOf(limiter, `client ${number}`);
    assert.equal(waitOf(limiter, 'first'), undefined);
  });

  it('answers 429 with Retry-After, to one site and not to the other', async () => {
    const server = await startTestServer({
      settings: { rateLimit: { perSecond: 0.05, burst: 2 } },
    });
    try {
      const statuses: number[] = [];
      for (let number = 0; number < 2; number++)
        statuses.push((await ask(server, '/event-types')).status);
      assert.deepEqual(statuses, [200, 200]);
      const refused = await ask(server, '/event-types');
      assert.equal(refused.status, 429);
      assert.equal(refused.headers.get('content-type'), 'application/problem+json');
      assert.match(refused.headers.get('retry-after') ?? '', /^(?:19|20)$/);
      const other = await ask(server, '/event-types', { headers: { 'site-number': '77' } });
      assert.equal(other.status, 200);
    } finally {
      await server.stop();
    }
  });
});
