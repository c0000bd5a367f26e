/** How much one client may ask, and who one client is. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Problem } from '../../demo/server/problems.js';
import { RateLimiter, clientOf, takeTokens } from '../../demo/server/rate-limit.js';
import type { Bucket, Buckets, RateLimit } from '../../demo/server/rate-limit.js';
import { readSettings } from '../../demo/server/settings.js';
import { removeFolder, startTestServer, temporaryFolder } from './reference-server.js';
import type { TestServer } from './reference-server.js';
import { ask } from './requests.js';

/** Buckets in memory. */
class TestBuckets implements Buckets {
  readonly buckets = new Map<string, Bucket>();
  looks = 0;

  constructor(
    private readonly limit: RateLimit,
    private readonly now: () => number,
  ) {}

  async take(client: string, wanted: number): Promise<{ granted: number; wait: number }> {
    this.looks += 1;
    const taken = takeTokens(this.buckets.get(client), wanted, this.now(), this.limit);
    this.buckets.set(client, taken.bucket);
    return taken;
  }
}

/** Undefined where the client may ask, else the seconds to wait. */
const waitOf = async (limiter: RateLimiter, client: string): Promise<string | undefined> => {
  try {
    await limiter.take(client);
    return undefined;
  } catch (problem) {
    assert.ok(problem instanceof Problem);
    assert.equal(problem.status, 429);
    return problem.options.headers?.['retry-after'];
  }
};

const limiterOf = (limit: RateLimit, now = () => 0, buckets = new TestBuckets(limit, now)) => ({
  buckets,
  limiter: new RateLimiter(limit, buckets, now),
});

const passed = async (limiter: RateLimiter, count: number, client = 'a'): Promise<number> => {
  const waits = await Promise.all(Array.from({ length: count }, () => waitOf(limiter, client)));
  return waits.filter((wait) => wait === undefined).length;
};

describe('the rate limit', () => {
  it('lets a burst through, then as many as come in a second', async () => {
    let now = 0;
    const { limiter } = limiterOf({ perSecond: 2, burst: 3 }, () => now);
    assert.equal(await passed(limiter, 5), 3);
    now += 1_000;
    assert.equal(await passed(limiter, 5), 2);
    now += 60_000;
    assert.equal(await passed(limiter, 5), 3);
  });

  it('says how long to wait, in whole seconds', async () => {
    const { limiter } = limiterOf({ perSecond: 0.1, burst: 1 });
    assert.equal(await waitOf(limiter, 'a'), undefined);
    assert.equal(await waitOf(limiter, 'a'), '10');
  });

  it('is shared by servers whose buckets are the same, and one client is not another', async () => {
    const limit = { perSecond: 0, burst: 1_000 };
    const { limiter: here, buckets } = limiterOf(limit);
    const { limiter: there } = limiterOf(limit, () => 0, buckets);
    const counts = await Promise.all([passed(here, 800), passed(there, 800)]);
    assert.equal(counts[0] + counts[1], 1_000);
    assert.equal(await passed(there, 2, 'b'), 2);
  });

  it('looks at the bucket for a part of the requests, and not at all while it knows to refuse', async () => {
    const { limiter, buckets } = limiterOf({ perSecond: 0, burst: 2_000 });
    assert.equal(await passed(limiter, 2_000), 2_000);
    assert.equal(buckets.looks, 100);
    assert.equal(await passed(limiter, 500), 0);
    assert.equal(buckets.looks, 101);
  });

  it('remembers a bounded number of clients', async () => {
    const { limiter, buckets } = limiterOf({ perSecond: 0, burst: 1 });
    assert.equal(await waitOf(limiter, 'first'), undefined);
    for (let number = 0; number < 10_000; number++) await waitOf(limiter, `client ${number}`);
    const { looks } = buckets;
    assert.equal(await waitOf(limiter, 'first'), '60');
    assert.equal(buckets.looks, looks + 1);
  });
});

describe('a client', () => {
  for (const [one, other, same] of [
    ['192.0.2.1', '192.0.2.1', true],
    ['192.0.2.1', '192.0.2.2', false],
    ['192.0.2.1', '::ffff:192.0.2.1', true],
    ['::ffff:192.0.2.1', '::ffff:192.0.2.2', false],
    ['2001:db8:1:2::1', '2001:db8:1:2:ffff::9', true],
    ['2001:db8:1:2::1', '2001:db8:1:3::1', false],
    ['fe80::1%eth0', 'fe80::2%eth1', true],
    ['::1', '127.0.0.1', false],
    ['x'.repeat(1_000), 'unknown', true],
  ] as const)
    it(`${one.slice(0, 40)} ${same ? 'is' : 'is not'} ${other}`, () =>
      assert.equal(clientOf(one) === clientOf(other), same));
});

describe('the rate limit of a server', () => {
  const limited = (settings: object = {}, dataFolder?: string): Promise<TestServer> =>
    startTestServer({
      dataFolder,
      settings: { rateLimit: { perSecond: 0.05, burst: 4 }, ...settings },
    });

  /** How many of the requests were let through, and the last refusal. */
  const letThrough = async (
    servers: readonly TestServer[],
    headersOf: (index: number) => Record<string, string>,
    count = 12,
  ) => {
    let passes = 0;
    let refused: Awaited<ReturnType<typeof ask>> | undefined;
    for (let index = 0; index < count; index++) {
      const server = servers[index % servers.length] as TestServer;
      const answered = await ask(server, '/event-types', { headers: headersOf(index) });
      if (answered.status === 429) refused = answered;
      else {
        assert.equal(answered.status, 200);
        passes += 1;
      }
    }
    return { passes, refused };
  };

  it('answers 429 with Retry-After', async () => {
    const server = await limited();
    try {
      const { passes, refused } = await letThrough([server], () => ({}));
      assert.equal(passes, 4);
      assert.equal(refused?.headers.get('content-type'), 'application/problem+json');
      assert.match(refused?.headers.get('retry-after') ?? '', /^(?:[1-9]|1\d|20)$/);
    } finally {
      await server.stop();
    }
  });

  for (const [what, settings, headersOf, most] of [
    ['the site number', {}, (index: number) => ({ 'site-number': `${1_000 + index}` }), 4],
    ['no site number', {}, () => ({ 'site-number': '' }), 4],
    [
      'what is forwarded, where no proxy is trusted',
      {},
      (index: number) => ({ 'x-forwarded-for': `192.0.2.${index}` }),
      4,
    ],
    [
      'what a client writes before what the proxy adds',
      { trustProxy: 1 },
      (index: number) => ({ 'x-forwarded-for': `192.0.2.${index}, 198.51.100.7` }),
      4,
    ],
    [
      'what a client writes before what two proxies add',
      { trustProxy: 2 },
      (index: number) => ({ 'x-forwarded-for': `192.0.2.${index}, 198.51.100.7, 10.0.0.${index}` }),
      4,
    ],
    [
      'other headers of proxies',
      { trustProxy: 1 },
      (index: number) => ({
        forwarded: `for=192.0.2.${index}`,
        'x-real-ip': `192.0.2.${index}`,
        'x-client-ip': `192.0.2.${index}`,
        'x-forwarded-for': '198.51.100.7',
      }),
      4,
    ],
    [
      'the address within one network of IPv6',
      { trustProxy: 1 },
      (index: number) => ({ 'x-forwarded-for': `2001:db8::${index + 1}` }),
      4,
    ],
  ] as const)
    it(`is not escaped by ${what}`, async () => {
      const server = await limited(settings);
      try {
        let passes = 0;
        for (let index = 0; index < 12; index++) {
          const headers = headersOf(index);
          const { status } = await ask(server, '/event-types', { headers });
          if (status !== 429) passes += 1;
        }
        assert.equal(passes, most);
      } finally {
        await server.stop();
      }
    });

  for (const [hops, forwardedFor] of [
    [1, (index: number) => `198.51.100.${index}`],
    [1, (index: number) => `9.9.9.9, 198.51.100.${index}`],
    [2, (index: number) => `198.51.100.${index}, 10.0.0.1`],
  ] as const)
    it(`counts each client behind ${hops} proxies for itself: ${forwardedFor(1)}`, async () => {
      const server = await limited({ trustProxy: hops });
      try {
        const { passes } = await letThrough([server], (index) => ({
          'x-forwarded-for': forwardedFor(index),
        }));
        assert.equal(passes, 12);
      } finally {
        await server.stop();
      }
    });

  it('is one for two servers on one database', async () => {
    const folder = await temporaryFolder();
    const servers = [await limited({}, folder), await limited({}, folder)];
    try {
      assert.equal((await letThrough(servers, () => ({}))).passes, 4);
    } finally {
      for (const server of servers) await server.stop();
      await removeFolder(folder);
    }
  });

  it('trusts a number of proxies, and nothing that is no number', () => {
    assert.equal(readSettings({}).trustProxy, 0);
    assert.equal(readSettings({ OCEAN_TRUST_PROXY: '2' }).trustProxy, 2);
    for (const wrong of ['true', 'yes', '-1', '1.5', '10.0.0.0/8'])
      assert.throws(() => readSettings({ OCEAN_TRUST_PROXY: wrong }), /OCEAN_TRUST_PROXY/);
  });
});
