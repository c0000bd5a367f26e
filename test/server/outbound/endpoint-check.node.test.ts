/** The challenge, asked of real endpoints: what each kind of answer is told as. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createEndpointChecker } from '../../../demo/server/outbound/endpoint-check.js';
import { createGuardedFetch } from '../../../demo/server/outbound/guarded-fetch.js';
import type { EndpointTarget, OutboundSettings } from '../../../demo/server/ports.js';
import type { Endpoint } from '../../../src/integration/schema.js';
import {
  closedPort,
  makeCertificate,
  meetChallenge,
  startEndpoint,
  startRawEndpoint,
} from './endpoint.js';
import type { AnswerOf, TestEndpoint } from './endpoint.js';

const SETTINGS: OutboundSettings = {
  allowLoopback: true,
  checkTimeLimit: 10_000,
  deliveryTimeLimit: 10_000,
};

/** For endpoints that never end: long enough for an answer to begin. */
const IMPATIENT: OutboundSettings = { ...SETTINGS, checkTimeLimit: 300 };

const target = (requestUrl: string, parts: Partial<EndpointTarget> = {}): EndpointTarget => ({
  requestUrl,
  payload: { format: 'ocean-json' },
  authentication: { type: 'none' },
  ...parts,
});

const check = (requestUrl: string, settings = SETTINGS): Promise<Endpoint> =>
  createEndpointChecker(settings).check(target(requestUrl));

const told = ({ status, httpStatus, reason }: Endpoint) => [status, httpStatus, reason];

const closers: (() => Promise<void>)[] = [];
after(() => Promise.all(closers.map((close) => close())));

const endpointThat = async (answer: AnswerOf): Promise<TestEndpoint> => {
  const endpoint = await startEndpoint(answer);
  closers.push(endpoint.close);
  return endpoint;
};

const json =
  (value: unknown, status = 200): AnswerOf =>
  (_received, response) => {
    const headers = { 'content-type': 'application/json' };
    response.writeHead(status, headers).end(JSON.stringify(value));
  };

/** The challenge met, in these bytes. */
const meetsIn =
  (write: (challenge: string) => string): AnswerOf =>
  ({ body }, response) => {
    const { challenge } = JSON.parse(body) as { challenge: string };
    response.end(write(challenge));
  };

describe('An endpoint that answers the challenge', () => {
  it('is verified, and was asked as Ocean asks', async () => {
    const { url, received } = await endpointThat(meetChallenge);
    const endpoint = await check(url);
    assert.deepEqual(told(endpoint), ['verified', 200, null]);
    assert.ok(Math.abs(Date.parse(endpoint.checkedAt ?? '') - Date.now()) < 60_000);
    const [asked] = received;
    assert.equal(asked?.method, 'POST');
    assert.equal(asked.headers['content-type'], 'application/json');
    const body = JSON.parse(asked.body) as Record<string, string>;
    assert.deepEqual(Object.keys(body), ['challenge']);
    assert.match(body['challenge'] ?? '', /^[\w-]{32}$/);
  });

  it('is asked another challenge each time', async () => {
    const { url, received } = await endpointThat(meetChallenge);
    for (let time = 0; time < 3; time++) await check(url);
    assert.equal(new Set(received.map(({ body }) => body)).size, 3);
  });

  it('is asked the same with FHIR', async () => {
    const { url, received } = await endpointThat(meetChallenge);
    const payload = { format: 'fhir-r4', guide: '0.11.1' } as const;
    const endpoint = await createEndpointChecker(SETTINGS).check(target(url, { payload }));
    assert.equal(endpoint.status, 'verified');
    assert.match(received[0]?.body ?? '', /^\{"challenge":/);
  });

  it('may say more, write it otherwise, and give any content type', async () => {
    const ways: ((challenge: string) => string)[] = [
      (challenge) => JSON.stringify({ ok: true, challenge, more: [1] }, null, 2),
      (challenge) => `\ufeff{"challenge":"${challenge}"}`,
      (challenge) => `\r\n {"challenge" : "${challenge}"} \n`,
    ];
    for (const way of ways) {
      const { url } = await endpointThat(meetsIn(way));
      assert.equal((await check(url)).status, 'verified');
    }
  });
});

describe('An endpoint that fails the challenge', () => {
  const WAYS: [string, AnswerOf, number | null, string][] = [
    ['answers another challenge', json({ challenge: 'other' }), 200, 'challenge-mismatch'],
    ['answers null', json(null), 200, 'challenge-mismatch'],
    ['answers a list', json([]), 200, 'challenge-mismatch'],
    [
      'answers in capitals',
      meetsIn((c) => JSON.stringify({ challenge: c.toUpperCase() })),
      200,
      'challenge-mismatch',
    ],
    ['answers the text alone', meetsIn((c) => JSON.stringify(c)), 200, 'challenge-mismatch'],
    ['answers it bare', meetsIn((c) => `<${c}>`), 200, 'not-json'],
    [
      'answers a page',
      (_r, response) => response.end('<!doctype html><title>Sign in</title>'),
      200,
      'not-json',
    ],
    ['answers nothing', (_r, response) => response.end(), 200, 'not-json'],
    [
      'answers too much',
      meetsIn((c) => JSON.stringify({ more: 'x'.repeat(1e6), challenge: c })),
      200,
      'not-json',
    ],
    ['answers 201', json({}, 201), 201, 'http-status'],
    ['answers 204', (_r, response) => response.writeHead(204).end(), 204, 'http-status'],
    ['answers 401', json({}, 401), 401, 'http-status'],
    ['answers 404', json({}, 404), 404, 'http-status'],
    ['answers 500', json({}, 500), 500, 'http-status'],
    ['answers 304', (_r, response) => response.writeHead(304).end(), 304, 'http-status'],
    ['hangs up', (_r, response) => response.destroy(), null, 'unreachable'],
  ];
  for (const [what, answer, httpStatus, reason] of WAYS)
    it(`${what}: ${reason}`, async () => {
      const { url } = await endpointThat(answer);
      assert.deepEqual(told(await check(url)), ['failing', httpStatus, reason]);
    });

  for (const status of [301, 302, 303, 307, 308])
    it(`redirects by ${status}, also to itself: redirect`, async () => {
      const met = await endpointThat(meetChallenge);
      const { url, received } = await endpointThat((_received, response) =>
        response.writeHead(status, { location: met.url }).end(),
      );
      assert.deepEqual(told(await check(url)), ['failing', status, 'redirect']);
      const self = await endpointThat((_received, response) =>
        response.writeHead(status, { location: '/hook' }).end(),
      );
      assert.deepEqual(told(await check(self.url)), ['failing', status, 'redirect']);
      assert.deepEqual([received.length, self.received.length, met.received.length], [1, 1, 0]);
    });

  const SLOW: [string, AnswerOf, number | null][] = [
    ['never answers', () => undefined, null],
    [
      'stalls after its headers',
      (_received, response) => {
        response.writeHead(200);
        response.flushHeaders();
      },
      200,
    ],
    [
      'answers in drops',
      (_received, response) => {
        const dripping = setInterval(() => response.write(' '), 20);
        response.on('close', () => clearInterval(dripping));
      },
      200,
    ],
  ];
  for (const [what, answer, httpStatus] of SLOW)
    it(`${what}: timeout`, async () => {
      const { url } = await endpointThat(answer);
      assert.deepEqual(told(await check(url, IMPATIENT)), ['failing', httpStatus, 'timeout']);
    });

  it('stalls within its headers: timeout', async () => {
    const { url, close } = await startRawEndpoint('HTTP/1.1 200 OK\r\ncontent-', { end: false });
    closers.push(close);
    assert.deepEqual(told(await check(url, IMPATIENT)), ['failing', null, 'timeout']);
  });

  it('has a name that does not resolve in time: timeout', async () => {
    const fetch = createGuardedFetch({
      allowLoopback: true,
      resolve: () => new Promise(() => undefined),
    });
    const checker = createEndpointChecker(IMPATIENT, fetch);
    const endpoint = await checker.check(target('https://receiver.example.com/'));
    assert.deepEqual(told(endpoint), ['failing', null, 'timeout']);
  });

  it('listens to nobody: unreachable', async () => {
    const endpoint = await check(`http://127.0.0.1:${await closedPort()}/`);
    assert.deepEqual(told(endpoint), ['failing', null, 'unreachable']);
  });

  it('has a certificate that nobody trusts: tls', async () => {
    const endpoint = await startEndpoint(meetChallenge, await makeCertificate('localhost'));
    closers.push(endpoint.close);
    assert.deepEqual(told(await check(endpoint.url)), ['failing', null, 'tls']);
  });

  it('is not called: refused-address, and no word about which address', async () => {
    const fetch = createGuardedFetch({
      allowLoopback: false,
      resolve: async () => [{ address: '10.20.30.40', family: 4 }],
    });
    const checker = createEndpointChecker(SETTINGS, fetch);
    for (const url of [
      'https://receiver.example.com/',
      'https://169.254.169.254/',
      'http://127.0.0.1/',
    ]) {
      const endpoint = await checker.check(target(url));
      assert.deepEqual(told(endpoint), ['failing', null, 'refused-address']);
      assert.deepEqual(Object.keys(endpoint), ['status', 'httpStatus', 'reason', 'checkedAt']);
    }
  });

  it('is asked no more once nobody waits', async () => {
    const controller = new AbortController();
    const { url } = await endpointThat(() => controller.abort(new Error('nobody waits')));
    await assert.rejects(
      createEndpointChecker(SETTINGS).check(target(url), controller.signal),
      /nobody waits/,
    );
  });
});

describe('The check’s authentication', () => {
  let endpoint: TestEndpoint;
  before(async () => {
    endpoint = await endpointThat((received, response) => {
      if (received.headers['x-ocean-webhook-key'] === 'made-up key')
        return meetChallenge(received, response);
      response.writeHead(401).end();
    });
  });

  it('is the integration’s own', async () => {
    const checker = createEndpointChecker(SETTINGS);
    const authentication = { type: 'webhook-key', key: 'made-up key' } as const;
    const known = await checker.check(target(endpoint.url, { authentication }));
    assert.deepEqual(told(known), ['verified', 200, null]);
    const unknown = await checker.check(target(endpoint.url));
    assert.deepEqual(told(unknown), ['failing', 401, 'http-status']);
  });

  it('has its time within the check’s: a token that does not come', async () => {
    const authentication = {
      type: 'oauth2',
      tokenUrl: (await endpointThat(() => undefined)).url,
      clientId: 'client',
      clientSecret: 'made-up',
    } as const;
    const checker = createEndpointChecker(IMPATIENT);
    const late = await checker.check(target(endpoint.url, { authentication }));
    assert.deepEqual(told(late), ['failing', null, 'timeout']);
  });
});
