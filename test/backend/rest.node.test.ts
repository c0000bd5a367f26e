/** The REST backend against a real server on this machine. What is pure is in `rest-rules.node.test.ts`. */
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, afterEach, before, describe, it } from 'node:test';
import { isBackendError } from '../../src/backend/backend-error.js';
import type { BackendError } from '../../src/backend/backend-error.js';
import { RestBackend } from '../../src/backend/rest.js';
import type { RestBackendOptions } from '../../src/backend/rest.js';
import type { IntegrationDraft } from '../../src/integration/schema.js';
import { HUNG } from '../support/time.js';
import { RestServer } from './rest-server.js';
import type { Reply } from './rest-server.js';

let server: RestServer;
let other: RestServer;

before(async () => {
  [server, other] = await Promise.all([RestServer.start(), RestServer.start()]);
});
after(() => Promise.all([server.stop(), other.stop()]));
afterEach(() => other.replies({ status: 200, body: { items: [] } }));

const backend = (options: Partial<RestBackendOptions> = {}) =>
  new RestBackend({ baseUrl: `${server.origin}/api`, timeLimit: 2_000, ...options });

const draft: IntegrationDraft = {
  module: 'ereferrals',
  name: 'Fax bridge',
  requestUrl: 'https://emr.example.com/hook',
  payload: { format: 'fhir-r4', guide: '0.11.1' },
  authentication: { type: 'basic', username: 'ocean', password: 'hunter2' },
  events: ['REFERRAL_SENT'],
};
const stored = {
  ...draft,
  id: '42',
  version: '7',
  authentication: { type: 'basic', username: 'ocean', hasPassword: true },
  enabled: true,
};
const key = 'b6c3a0e2';
const html = {
  headers: { 'content-type': 'text/html' },
  body: '<!doctype html><title>Sign in</title>',
};
const problem = (status: number, body: object, headers = {}): Reply => ({
  status,
  headers: { 'content-type': 'application/problem+json', ...headers },
  body: JSON.stringify(body),
});

/** What `promise` fails with; a `BackendError` that names no secret and no address's query. */
const failure = async (promise: Promise<unknown>): Promise<BackendError> => {
  try {
    await promise;
  } catch (thrown) {
    assert.ok(isBackendError(thrown), String(thrown));
    assert.doesNotMatch(thrown.message, /hunter2|secret|\?/);
    return thrown;
  }
  throw new assert.AssertionError({ message: 'did not fail' });
};
const kindOf = async (promise: Promise<unknown>) => (await failure(promise)).kind;

const load = (options?: Partial<RestBackendOptions>) => backend(options).listIntegrations({});
const get = (options?: Partial<RestBackendOptions>) => backend(options).getIntegration('42');
const register = (options?: Partial<RestBackendOptions>) =>
  backend(options).registerIntegration(draft, { idempotencyKey: key });
const update = (options?: Partial<RestBackendOptions>) =>
  backend(options).updateIntegration('42', draft, { version: '7' });
const remove = (options?: Partial<RestBackendOptions>) =>
  backend(options).deleteIntegration('42', { version: '7' });
const upload = (options?: Partial<RestBackendOptions>) =>
  backend(options).uploadLogo(new Blob(['x'], { type: 'image/png' }));

/** A port on which nothing listens. */
const closedPort = async (): Promise<number> => {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
};

describe('requests', () => {
  const delivery = {
    id: 'd1',
    integrationId: '42',
    eventType: 'REFERRAL_SENT',
    status: 'delivered',
    createdAt: '2026-11-22T20:00:00Z',
    attempts: [{ at: '2026-11-22T20:00:00Z', httpStatus: 200, duration: 12 }],
  };
  const list = { items: [] };
  const settings = {
    companyName: 'A',
    baseLaunchUrl: 'https://a.example/',
    applicationName: { en: 'B', fr: 'C' },
  };
  const cases: [string, (b: RestBackend) => Promise<unknown>, unknown, unknown?][] = [
    [
      'GET /api/integrations?module=ereferrals&query=f%C3%A9+%26&cursor=c&limit=5',
      (b) => b.listIntegrations({ module: 'ereferrals', query: 'fé &', cursor: 'c', limit: 5 }),
      list,
    ],
    ['GET /api/integrations', (b) => b.listIntegrations({ query: '' }), list],
    ['GET /api/integrations/a%2F%3F%C3%A9', (b) => b.getIntegration('a/?é'), stored],
    [
      'POST /api/integrations',
      (b) => b.registerIntegration(draft, { idempotencyKey: key }),
      stored,
      draft,
    ],
    [
      'PUT /api/integrations/42',
      (b) => b.updateIntegration('42', draft, { version: '7' }),
      stored,
      draft,
    ],
    ['DELETE /api/integrations/42', (b) => b.deleteIntegration('42', { version: '7' }), ''],
    [
      'POST /api/endpoint-checks',
      (b) => b.checkEndpoint({ integrationId: '42' }),
      { status: 'failing', httpStatus: 500 },
      { integrationId: '42' },
    ],
    [
      'GET /api/event-types?module=ereferrals',
      (b) => b.listEventTypes({ module: 'ereferrals' }),
      [],
    ],
    [
      'GET /api/referral-forms?query=x&limit=3',
      (b) => b.listReferralForms({ query: 'x', limit: 3 }),
      list,
    ],
    [
      'GET /api/launch-settings?listingId=9',
      (b) => b.getLaunchSettings({ listingId: '9' }),
      { integrationId: '42', enabled: true, settings },
    ],
    [
      'POST /api/launches',
      (b) => b.createLaunch({ integrationId: '42', referralRef: 'R-1' }),
      { url: 'https://a.example/?launch=1' },
      { integrationId: '42', referralRef: 'R-1' },
    ],
    [
      'POST /api/integrations/42/test-events',
      (b) => b.sendTestEvent('42', { eventType: 'REFERRAL_SENT' }),
      delivery,
      { eventType: 'REFERRAL_SENT' },
    ],
    [
      'GET /api/integrations/42/deliveries?status=failed',
      (b) => b.listDeliveries('42', { status: 'failed' }),
      { items: [delivery] },
    ],
    ['POST /api/deliveries/d1/redeliver', (b) => b.redeliver('d1'), delivery],
  ];
  for (const [line, call, body, sent] of cases) {
    it(line, async () => {
      server.replies({ status: body === '' ? 204 : 200, body });
      await call(backend({ siteNumber: '1234' }));
      const [request, ...more] = server.requests;
      assert.equal(`${request?.method} ${request?.url}`, line);
      assert.equal(more.length, 0);
      assert.equal(request?.headers['site-number'], '1234');
      assert.match(request?.headers.accept ?? '', /application\/problem\+json/);
      if (sent === undefined) assert.equal(request?.body, '');
      else {
        assert.equal(request?.headers['content-type'], 'application/json');
        assert.deepEqual(JSON.parse(request?.body ?? ''), sent);
      }
    });
  }

  it('sends a logo as it is, with its type', async () => {
    server.replies({ status: 201, body: { logoUrl: 'https://cdn.example/1.png' } });
    const bytes = new Uint8Array([137, 80, 78, 71, 0, 255]);
    const logo = new Blob([bytes], { type: 'image/png' });
    assert.deepEqual(await backend().uploadLogo(logo), { logoUrl: 'https://cdn.example/1.png' });
    const [request] = server.requests;
    assert.equal(`${request?.method} ${request?.url}`, 'POST /api/logos');
    assert.equal(request?.headers['content-type'], 'image/png');
    assert.deepEqual(Buffer.from(request?.body ?? '', 'latin1'), Buffer.from(bytes));
  });

  it('keeps a query of the base URL, and a slash at its end', async () => {
    server.replies({ body: list });
    await load({ baseUrl: `${server.origin}/v1/?tenant=a#x` });
    assert.equal(server.requests[0]?.url, '/v1/integrations?tenant=a');
  });

  for (const id of ['', '.', '..', '\ud800']) {
    it(`asks nothing for the id ${JSON.stringify(id)}`, async () => {
      server.replies({ body: stored });
      assert.equal(await kindOf(backend().getIntegration(id)), 'not-found');
      assert.equal(server.requests.length, 0);
    });
  }

  it('asks the host for headers at each attempt, and ours go before them', async () => {
    let asked = 0;
    server.replies({ status: 502 }, { body: list });
    await load({
      headers: async () => {
        await Promise.resolve();
        return { authorization: `Bearer ${++asked}`, accept: 'text/html', 'accept-language': 'fr' };
      },
    });
    assert.deepEqual(
      server.requests.map(({ headers }) => headers.authorization),
      ['Bearer 1', 'Bearer 2'],
    );
    assert.match(server.requests[0]?.headers.accept ?? '', /^application\/json/);
    assert.equal(server.requests[0]?.headers['accept-language'], 'fr');
  });

  it('uses the given fetch, else the global one of the moment', async () => {
    const seen: (RequestInit | undefined)[] = [];
    const fake: typeof fetch = (_, init) => {
      seen.push(init);
      return Promise.resolve(Response.json(list));
    };
    await load({ fetch: fake, credentials: 'include' });
    assert.equal(seen[0]?.credentials, 'include');
    const { fetch } = globalThis;
    const late = backend();
    globalThis.fetch = fake;
    try {
      await late.listIntegrations({});
    } finally {
      globalThis.fetch = fetch;
    }
    assert.equal(seen[1]?.credentials, 'same-origin');
  });
});

describe('versions', () => {
  it('sends the version in quotes as If-Match', async () => {
    server.replies({ body: stored });
    await update();
    await backend().deleteIntegration('42', { version: 'W/"8"' });
    assert.deepEqual(
      server.requests.map(({ headers }) => headers['if-match']),
      ['"7"', '"8"'],
    );
  });

  for (const [etag, version] of [
    ['"9"', '9'],
    ['W/"a-b"', 'a-b'],
  ] as const) {
    it(`takes the ETag ${etag} where the body has no version`, async () => {
      server.replies({ headers: { etag }, body: { ...stored, version: undefined } });
      assert.equal((await get()).version, version);
    });
  }

  it('prefers the version of the body, also a number', async () => {
    server.replies({ headers: { etag: '"gzip-8"' }, body: { ...stored, version: 8 } });
    assert.equal((await get()).version, '8');
  });

  it('asks without If-Match where the server has no versions', async () => {
    server.replies({ body: stored });
    await backend().updateIntegration('42', draft, { version: '' });
    assert.equal(server.requests[0]?.headers['if-match'], undefined);
  });
});

describe('time and size', () => {
  const body = { items: [], padding: 'x'.repeat(100) };
  const slow: [string, Reply][] = [
    ['no headers', { delay: 3_000, body }],
    ['a body that stops half way', { body, stallAfter: 20 }],
    ['a body that drips', { body, drip: 40 }],
  ];
  for (const [name, reply] of slow) {
    for (const [on, call] of [
      ['load', load],
      ['save', register],
    ] as const) {
      it(`ends ${on} in time: ${name}`, async () => {
        server.replies(reply);
        const start = Date.now();
        assert.equal(await kindOf(call({ timeLimit: 200 })), 'timeout');
        assert.ok(Date.now() - start < 3_000);
        assert.equal(server.requests.length, 1);
      });
    }
  }

  it('knows a refusal by its status when its body never ends', async () => {
    server.replies({ status: 403, body, stallAfter: 20 });
    assert.equal(await kindOf(load({ timeLimit: 200 })), 'forbidden');
  });

  it('ends in time though a replaced fetch knows no signal', async () => {
    const never: typeof fetch = () => new Promise(() => undefined);
    assert.equal(await kindOf(load({ fetch: never, timeLimit: 50 })), 'timeout');
  });

  it('does not take Infinity for now', async () => {
    server.replies({ body });
    await load({ timeLimit: Infinity });
  });

  for (const [name, headers] of [
    ['rejects', () => Promise.reject(new Error('token=secret'))],
    [
      'throws',
      () => {
        throw new Error('token=secret');
      },
    ],
    ['never settles', () => new Promise<HeadersInit>(() => undefined)],
    ['gives what is no header', () => ({ authorization: 'a\nb' })],
  ] as const) {
    it(`fails as unauthorized where the host's headers function ${name}`, async () => {
      server.replies({ body });
      assert.equal(await kindOf(load({ headers, timeLimit: 50 })), 'unauthorized');
      assert.equal(server.requests.length, 0);
    });
  }

  it('refuses an answer over the limit, announced or not', async () => {
    const large = `{"items":[],"padding":"${'x'.repeat(10_000_000)}"}`;
    server.replies(
      { body: large },
      { headers: { 'content-length': `${large.length}` }, body: large },
    );
    assert.equal(await kindOf(load()), 'too-large');
    assert.equal(await kindOf(load()), 'too-large');
    server.replies({ body });
    assert.equal(await kindOf(load({ maxAnswerBytes: 50 })), 'too-large');
  });

  it('is given up by the caller before, during and between attempts', async () => {
    server.replies({ delay: 500, body });
    assert.equal(
      await kindOf(backend().listIntegrations({}, { signal: AbortSignal.abort() })),
      'aborted',
    );
    assert.equal(server.requests.length, 0);
    for (const reply of [{ delay: 3_000, body }, { body, stallAfter: 20 }, { status: 503 }]) {
      server.replies(reply);
      const controller = new AbortController();
      const start = Date.now();
      setTimeout(() => controller.abort(), 100);
      assert.equal(
        await kindOf(backend().listIntegrations({}, { signal: controller.signal })),
        'aborted',
      );
      assert.ok(Date.now() - start < 3_000);
      assert.equal(server.requests.length, 1);
    }
  });

  it('closes the connection of what was given up', async () => {
    let closed!: () => void;
    const seen = new Promise<void>((resolve) => (closed = resolve));
    const slowServer = createServer((_, response) => response.on('close', closed));
    await new Promise<void>((resolve) => slowServer.listen(0, '127.0.0.1', resolve));
    const address = slowServer.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    await failure(load({ baseUrl: `http://127.0.0.1:${port}`, timeLimit: 50 }));
    await seen;
    slowServer.close();
  });
});

describe('answers', () => {
  const list = '{"items":[]}';
  const json = { 'content-type': 'application/json' };

  for (const [name, reply] of [
    ['truncated', { headers: json, body: '{"items":[{"id":"1","url":"https://exa' }],
    ['text', { headers: json, body: 'OK' }],
    ['null', { headers: json, body: 'null' }],
    ['an array', { headers: json, body: '[]' }],
    ['items that are no list', { headers: json, body: '{"items":{}}' }],
    ['items none of which can be read', { headers: json, body: '{"items":[1,null,{}]}' }],
    ['HTML', html],
    ['nothing', { body: '' }],
    ['204', { status: 204 }],
    ['304', { status: 304 }],
    ['10,000 nested arrays', { headers: json, body: '['.repeat(10_000) + ']'.repeat(10_000) }],
  ] as [string, Reply][]) {
    it(`finds a list malformed that is ${name}`, async () => {
      server.replies(reply);
      const start = Date.now();
      const { kind, detail, message } = await failure(load());
      assert.equal(kind, 'malformed');
      assert.doesNotMatch(`${detail}${message}`, /Sign in|exa|OK/);
      assert.ok(Date.now() - start < HUNG);
      assert.equal(server.requests.length, 1);
    });
  }

  for (const [name, reply] of [
    ['with a byte order mark', { headers: json, body: `\ufeff${list}` }],
    ['as text/plain', { headers: { 'content-type': 'text/plain' }, body: list }],
    ['without a type', { body: list }],
    ['in chunks', { headers: { 'transfer-encoding': 'chunked' }, body: list }],
    [
      'with keys of prototypes',
      {
        headers: json,
        body: '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"items":[]}',
      },
    ],
    ['of another version of the API', { headers: { ...json, 'api-version': '2' }, body: list }],
  ] as [string, Reply][]) {
    it(`reads a list ${name}`, async () => {
      server.replies(reply);
      assert.deepEqual(await load(), { items: [], nextCursor: null });
      assert.equal(Reflect.get({}, 'polluted'), undefined);
    });
  }

  it('reads bytes that are no UTF-8 as an old server’s own, so that they are not saved back damaged', async () => {
    const body = Buffer.from(JSON.stringify({ ...stored, name: 'Été' }), 'latin1');
    server.replies({ headers: json, body });
    assert.equal((await get()).name, 'Été');
  });

  it('reads 5,000 integrations in one answer', async () => {
    server.replies({
      body: {
        items: Array.from({ length: 5_000 }, (_, i) => ({ ...stored, id: `${i}` })),
        total: 5_000,
      },
    });
    const { items, total } = await load();
    assert.equal(items.length, 5_000);
    assert.equal(total, 5_000);
  });

  it('keeps what a newer server says', async () => {
    const newer = {
      ...stored,
      events: ['referral.created', 'referral.teleported'],
      shinyNew: { a: 1 },
      endpoint: { status: 'on-holiday', since: 1 },
    };
    server.replies({ body: newer });
    const integration = await get();
    assert.deepEqual(integration['shinyNew'], { a: 1 });
    assert.deepEqual(integration.events, newer.events);
    assert.equal(integration.endpoint.status, 'unchecked');
  });

  it('lists what is missing as blank, drifting types as meant, and hides nothing', async () => {
    server.replies({
      body: {
        items: [
          { id: '1' },
          { id: 2, enabled: 'false', name: null, events: null, endpoint: null, launch: null },
          { id: '3', enabled: 'true', payload: { format: 'fhir-r9' }, name: 'Newer' },
          { ...stored, id: '1' },
          null,
        ],
      },
    });
    const { items } = await load();
    assert.deepEqual(
      items.map(({ id, name, enabled, events }) => [id, name, enabled, events]),
      [
        ['1', '', false, []],
        ['2', '', false, []],
        ['3', 'Newer', true, []],
        ['1', 'Fax bridge', true, ['REFERRAL_SENT']],
      ],
    );
  });

  it('opens what lacks something for repair, but not what it would write over', async () => {
    server.replies({ body: { id: '1' } }, { body: { ...stored, payload: { format: 'fhir-r9' } } });
    assert.equal((await get()).requestUrl, '');
    assert.equal(await kindOf(get()), 'malformed');
  });

  it('never hands on a secret or its mask', async () => {
    const authentication = { type: 'basic', username: 'ocean', password: '••••' };
    server.replies({ body: { ...stored, authentication } });
    assert.deepEqual((await get()).authentication, {
      type: 'basic',
      username: 'ocean',
      hasPassword: true,
    });
  });

  it('leaves out dates that are none', async () => {
    const items = ['2026-11-22T20:00:00-05:00', 1_795_377_600_000, 'soon'].map((updatedAt, i) => ({
      ...stored,
      id: `${i}`,
      updatedAt,
    }));
    server.replies({ body: { items } });
    assert.deepEqual(
      (await load()).items.map(({ updatedAt }) => updatedAt),
      ['2026-11-22T20:00:00-05:00', undefined, undefined],
    );
  });

  it('ends a list whose next page is the same page', async () => {
    server.replies({ body: { items: [], nextCursor: 'c' } });
    assert.equal((await backend().listIntegrations({ cursor: 'b' })).nextCursor, 'c');
    assert.equal((await backend().listIntegrations({ cursor: 'c' })).nextCursor, null);
  });

  it('reads event types as a page or a list', async () => {
    const items = [
      { code: 'A', module: 'ereferrals', name: 'A' },
      { code: 'B', module: 'telepathy', name: 'B' },
    ];
    server.replies({ body: { items } }, { body: items });
    const page = await backend().listEventTypes({});
    assert.deepEqual(
      page.map(({ code }) => code),
      ['A'],
    );
    assert.deepEqual(await backend().listEventTypes({}), page);
  });
});

describe('saving', () => {
  const nothing = { status: 204 };

  it('gives what the server stored', async () => {
    server.replies({ status: 201, body: stored });
    assert.equal((await register()).id, '42');
    assert.equal(server.requests[0]?.headers['idempotency-key'], key);
  });

  it('re-reads after 204', async () => {
    server.replies(nothing, { body: stored });
    assert.equal((await update()).version, '7');
    assert.deepEqual(
      server.requests.map(({ method, url }) => `${method} ${url}`),
      ['PUT /api/integrations/42', 'GET /api/integrations/42'],
    );
  });

  for (const location of ['/integrations/42', 'https://cdn.example/v2/integrations/42/?a#b', '42'])
    it(`reads the new one after 201 with Location ${location}`, async () => {
      server.replies({ status: 201, headers: { location } }, { body: stored });
      assert.equal((await register()).id, '42');
      assert.equal(server.requests[1]?.url, '/api/integrations/42');
    });

  it('finds the new one in the list after 201 with nothing', async () => {
    const twin = { ...stored, id: '41', createdAt: '2026-01-01T00:00:00Z' };
    const latest = { ...stored, createdAt: '2026-11-22T00:00:00Z' };
    const items = [twin, latest, { ...latest, id: '43', name: 'Fax bridge 2' }];
    server.replies({ status: 201 }, { body: { items } });
    assert.equal((await register()).id, '42');
    assert.equal(
      server.requests[1]?.url,
      '/api/integrations?module=ereferrals&query=Fax+bridge&limit=200',
    );
    server.replies({ status: 201 }, { body: { items: [] } });
    assert.equal(await kindOf(register()), 'malformed');
  });

  it('says that 202 is not done yet, unless it holds the integration', async () => {
    const pending = { status: 202, headers: { 'retry-after': '2' }, body: { status: 'pending' } };
    server.replies(pending);
    for (const call of [register, update]) {
      const error = await failure(call());
      assert.deepEqual([error.kind, error.status, error.retryAfter], ['unavailable', 202, 2]);
    }
    assert.equal(server.requests.length, 2);
    server.replies({ status: 202, body: stored });
    assert.equal((await register()).id, '42');
  });

  for (const [name, reply] of [
    ['HTML', html],
    ['text', { body: 'OK' }],
    ['truncated JSON', { body: '{"id":"1","url":"https://exa' }],
    ['another thing', { body: { ok: true } }],
  ] as [string, Reply][])
    it(`does not take ${name} for success`, async () => {
      server.replies(reply);
      for (const call of [register, update]) assert.equal(await kindOf(call()), 'malformed');
      assert.equal(server.requests.length, 2);
    });

  it('takes any success for a removal', async () => {
    for (const status of [200, 202, 204]) {
      server.replies({ status });
      await remove();
    }
  });

  it('leaves launches to the widget where the server has none', async () => {
    const launch = () => backend().createLaunch({ integrationId: '42', referralRef: 'R-1' });
    for (const reply of [{ status: 404 }, { status: 405 }, { status: 501 }]) {
      server.replies(reply);
      assert.equal(await kindOf(launch()), 'unsupported');
    }
    server.replies(problem(404, { title: 'No such integration' }));
    assert.equal(await kindOf(launch()), 'not-found');
  });
});

describe('refusals', () => {
  it('puts errors at their fields', async () => {
    server.replies(
      problem(400, {
        type: 'https://example.com/problems/validation',
        title: 'Your request is not valid.',
        errors: [
          { detail: 'must be https', pointer: '#/requestUrl' },
          { detail: 'unknown event', pointer: '/events/1', code: 'unknown-event' },
        ],
      }),
    );
    const error = await failure(register());
    assert.equal(error.kind, 'invalid');
    assert.equal(error.detail, 'Your request is not valid.');
    assert.equal(error.problemType, 'https://example.com/problems/validation');
    assert.deepEqual(error.fieldErrors, [
      { pointer: '/requestUrl', code: 'invalid', detail: 'must be https' },
      { pointer: '/events/1', code: 'unknown-event', detail: 'unknown event' },
    ]);
    assert.equal(server.requests.length, 1);
  });

  it('shows nothing of a body that is no problem', async () => {
    for (const body of ['<h1>Bad</h1><script>alert(1)</script>', '{"detail":"password=hunter2"}']) {
      server.replies({ status: 500, headers: { 'x-request-id': 'req-123' }, body });
      const error = await failure(load());
      assert.deepEqual(
        [error.kind, error.detail, error.requestId],
        ['unavailable', undefined, 'req-123'],
      );
      assert.doesNotMatch(JSON.stringify(error), /hunter2|script/);
    }
  });

  it('cuts a long sentence', async () => {
    server.replies(problem(400, { detail: 'x'.repeat(100_000) }));
    assert.equal((await failure(register())).detail?.length, 300);
  });

  const once: [number, string, (() => Promise<unknown>)[]][] = [
    [400, 'invalid', [load, register, update]],
    [401, 'unauthorized', [load, register, update, remove, upload]],
    [403, 'forbidden', [load, register, update, remove]],
    [404, 'not-found', [load, update, remove]],
    [409, 'conflict', [register, update]],
    [412, 'conflict', [update, remove]],
    [413, 'too-large', [upload, register]],
    [415, 'invalid', [upload]],
    [428, 'conflict', [update]],
    [451, 'invalid', [load, register]],
    [500, 'unavailable', [load, register, update]],
    [501, 'unsupported', [register]],
    [502, 'unavailable', [update, remove, upload]],
    [503, 'unavailable', [update, remove, upload]],
    [504, 'unavailable', [register, update, remove]],
  ];
  for (const [status, kind, calls] of once)
    it(`asks once at ${status}: ${kind}`, async () => {
      for (const call of calls) {
        server.replies({ status });
        assert.equal(await kindOf(call()), kind);
        assert.equal(server.requests.length, 1);
      }
    });
});

describe('redirects', () => {
  const to = (location: string, status = 302): Reply => ({ status, headers: { location } });
  const headers = () => ({ authorization: 'Bearer secret', 'x-api-key': 'secret' });

  it('follows a read within the origin', async () => {
    server.replies(to('/v2/integrations', 301), to('next', 308), { body: { items: [] } });
    await load({ headers });
    assert.deepEqual(
      server.requests.map(({ url, headers: { 'x-api-key': sent } }) => [url, sent]),
      [
        ['/api/integrations', 'secret'],
        ['/v2/integrations', 'secret'],
        ['/v2/next', 'secret'],
      ],
    );
  });

  it('takes another origin for an ended session, and asks it nothing', async () => {
    for (const call of [load, register, update, remove]) {
      server.replies(to(`${other.origin}/login`));
      assert.equal(await kindOf(call({ headers })), 'unauthorized');
      assert.equal(server.requests.length, 1);
    }
    assert.equal(other.requests.length, 0);
  });

  it('takes a page after a redirect for an ended session', async () => {
    server.replies(to('/login'), html);
    assert.equal(await kindOf(load()), 'unauthorized');
  });

  it('sends a write nowhere else', async () => {
    for (const status of [301, 302, 303, 307, 308])
      for (const location of [`${other.origin}/collect`, '/api/elsewhere']) {
        server.replies(to(location, status));
        const expected = status < 307 ? 'unauthorized' : 'malformed';
        assert.equal(await kindOf(register({ headers })), expected);
        assert.equal(server.requests.length, 1);
      }
    assert.equal(other.requests.length, 0);
  });

  it('ends a loop', async () => {
    server.replies(to('/api/integrations'));
    assert.equal(await kindOf(load()), 'network');
    assert.equal(server.requests.length, 6);
  });

  describe('where the browser hides where they lead', () => {
    /** A fetch that answers `manual` as browsers do. */
    const hiding: typeof fetch = async (input, init) => {
      const response = await fetch(input, init);
      if (init?.redirect !== 'manual' || !response.headers.has('location')) return response;
      const opaque = Response.error();
      Object.defineProperty(opaque, 'type', { value: 'opaqueredirect' });
      return opaque;
    };

    it('lets it follow a read with no header of the host that would go along', async () => {
      server.replies(to('/v2/integrations'), to('/v2/integrations'), { body: { items: [] } });
      await load({ fetch: hiding, headers, siteNumber: '1' });
      const followed = server.requests[2];
      assert.equal(followed?.url, '/v2/integrations');
      assert.equal(followed?.headers.authorization, 'Bearer secret');
      assert.equal(followed?.headers['site-number'], '1');
      assert.equal(followed?.headers['x-api-key'], undefined);
    });

    it('takes another origin for an ended session', async () => {
      server.replies(to(`${other.origin}/login`));
      other.replies({ body: { items: [] } });
      assert.equal(await kindOf(load({ fetch: hiding, headers })), 'unauthorized');
      assert.equal(other.requests[0]?.headers.authorization, undefined);
      assert.equal(other.requests[0]?.headers['x-api-key'], undefined);
    });

    it('takes what leads nowhere, or round and round, for no answer', async () => {
      server.replies(to(`http://127.0.0.1:${await closedPort()}/`));
      assert.equal(await kindOf(load({ fetch: hiding })), 'network');
      server.replies(to('/integrations'));
      assert.equal(await kindOf(load({ fetch: hiding })), 'network');
    });

    it('sends a write nowhere', async () => {
      server.replies(to(`${other.origin}/collect`, 307));
      other.replies({ status: 200 });
      assert.equal(await kindOf(register({ fetch: hiding })), 'unauthorized');
      assert.equal(other.requests.length + server.requests.length, 1);
    });
  });
});

describe('retries', () => {
  const list = { body: { items: [] } };
  const gaps = () =>
    server.requests.slice(1).map(({ at }, index) => at - (server.requests[index]?.at ?? 0));

  it('repeats a read twice after 502, 503 and 504, with growing waits', async () => {
    server.replies({ status: 502, ...html }, { status: 504 }, list);
    await load();
    assert.equal(server.requests.length, 3);
    const [first = 0, second = 0] = gaps();
    assert.ok(
      first >= 240 && first < 700 && second >= 490 && second < 1_300,
      `${first}, ${second}`,
    );
    server.replies({ status: 503 });
    assert.equal(await kindOf(load()), 'unavailable');
    assert.equal(server.requests.length, 3);
  });

  it('repeats as often as told', async () => {
    server.replies({ status: 502 });
    await failure(load({ retries: 0 }));
    assert.equal(server.requests.length, 1);
  });

  it('repeats a registration with the same key and the same body', async () => {
    server.replies({ status: 502 }, { status: 503 }, { status: 201, body: stored });
    await register();
    assert.equal(server.requests.length, 3);
    assert.equal(new Set(server.requests.map(({ body }) => body)).size, 1);
    assert.deepEqual(
      server.requests.map(({ headers }) => headers['idempotency-key']),
      [key, key, key],
    );
  });

  it('waits while the first request of a key still runs', async () => {
    const running = problem(409, { title: 'A request is outstanding for this Idempotency-Key' });
    server.replies(running, { status: 201, body: stored });
    assert.equal((await register()).id, '42');
    server.replies(running);
    assert.equal(await kindOf(register()), 'unavailable');
    assert.equal(server.requests.length, 3);
  });

  it('says that a key was used for another draft', async () => {
    server.replies(problem(422, { title: 'Idempotency-Key is already used' }));
    const error = await failure(register());
    assert.deepEqual([error.kind, error.detail], ['invalid', 'Idempotency-Key is already used']);
    assert.equal(server.requests.length, 1);
  });

  it('waits as long as told, for writes too where they were not taken', async () => {
    server.replies({ status: 503, headers: { 'retry-after': '1' } }, list);
    await load();
    assert.ok((gaps()[0] ?? 0) >= 990);
    for (const status of [429, 503])
      for (const [call, reply] of [
        [load, list],
        [register, { status: 201, body: stored }],
        [update, { body: stored }],
        [remove, { status: 204 }],
      ] as const) {
        server.replies({ status, headers: { 'retry-after': '0' } }, reply);
        await call();
        assert.equal(server.requests.length, 2);
      }
  });

  it('does not repeat a write without a key', async () => {
    server.replies({ status: 503, headers: { 'retry-after': '1' } });
    const { kind, retryAfter } = await failure(backend().checkEndpoint({ integrationId: '42' }));
    assert.deepEqual([kind, retryAfter], ['unavailable', 1]);
    assert.equal(server.requests.length, 1);
  });

  it('hands a long wait to the user', async () => {
    const in30 = (from: number) => new Date(from + 30_000).toUTCString();
    const hourAhead = Date.now() + 3_600_000;
    for (const [headers, seconds] of [
      [{ 'retry-after': '30' }, 30],
      [{ 'retry-after': in30(hourAhead), date: new Date(hourAhead).toUTCString() }, 30],
      [{ 'retry-after': '99999999' }, 60],
      [{ 'retry-after': 'soon' }, 60],
      [{}, 60],
    ] as [Record<string, string>, number][]) {
      server.replies({ status: 429, headers });
      for (const call of [load, register]) {
        const { kind, retryAfter } = await failure(call());
        assert.deepEqual([kind, retryAfter], ['rate-limited', seconds]);
      }
      assert.equal(server.requests.length, 2);
    }
  });
});

describe('the network', () => {
  const unreachable: [string, () => Promise<Partial<RestBackendOptions>>][] = [
    ['a name that does not resolve', () => Promise.resolve({ baseUrl: 'http://nowhere.invalid' })],
    ['a refused connection', async () => ({ baseUrl: `http://127.0.0.1:${await closedPort()}` })],
    [
      'a blocked request',
      () => Promise.resolve({ fetch: () => Promise.reject(new TypeError('Failed')) }),
    ],
    [
      'a fetch that throws',
      () =>
        Promise.resolve({
          fetch: () => {
            throw new Error('no');
          },
        }),
    ],
    [
      'a fetch that answers nothing',
      () => Promise.resolve({ fetch: () => Promise.resolve(undefined as never) }),
    ],
  ];
  for (const [name, options] of unreachable)
    it(`fails as network: ${name}`, async () => {
      for (const call of [load, register])
        assert.equal(await kindOf(call(await options())), 'network');
    });

  for (const destroy of ['before', 'within'] as const)
    it(`asks once where the connection is reset ${destroy} the answer`, async () => {
      for (const call of [load, register, update]) {
        server.replies({ destroy, body: stored });
        assert.equal(await kindOf(call()), 'network');
        assert.equal(server.requests.length, 1);
      }
    });

  it('registers once though the answer was lost, when the caller repeats with the key', async () => {
    const registered = new Map<unknown, object>();
    const commit = (idempotencyKey: unknown) => {
      if (!registered.has(idempotencyKey))
        registered.set(idempotencyKey, { ...stored, id: `${registered.size + 1}` });
      return registered.get(idempotencyKey);
    };
    server.replies(
      ({ headers }) => ({ destroy: 'before', body: commit(headers['idempotency-key']) }),
      ({ headers }) => ({ status: 201, body: commit(headers['idempotency-key']) }),
    );
    assert.equal(await kindOf(register()), 'network');
    assert.equal((await register()).id, '1');
    assert.equal(registered.size, 1);
  });
});

describe('the page', () => {
  /** Runs as in a page at `href`, and gives what the developer was told. */
  const inPage = async (href: string, run: () => Promise<unknown>): Promise<string[]> => {
    const told: string[] = [];
    const { warn } = console;
    console.warn = (message: string) => told.push(message);
    Object.defineProperty(globalThis, 'location', { value: new URL(href), configurable: true });
    try {
      await run();
    } finally {
      console.warn = warn;
      Reflect.deleteProperty(globalThis, 'location');
    }
    return told;
  };

  it('takes a relative base URL from the page', async () => {
    server.replies({ body: { items: [] } });
    await inPage(`${server.origin}/admin/page`, () => load({ baseUrl: '/api' }));
    await inPage(`${server.origin}/admin/page`, () => load({ baseUrl: 'api/' }));
    assert.deepEqual(
      server.requests.map(({ url }) => url),
      ['/api/integrations', '/admin/api/integrations'],
    );
  });

  it('refuses http below https at once, and says once what to change', async () => {
    let sent = 0;
    const fake: typeof fetch = () => {
      sent++;
      return Promise.resolve(Response.json({ items: [] }));
    };
    const insecure = backend({ baseUrl: 'http://api.example/v1', fetch: fake });
    const told = await inPage('https://emr.example/admin', async () => {
      assert.equal(await kindOf(insecure.listIntegrations({})), 'network');
      assert.equal(await kindOf(insecure.listIntegrations({})), 'network');
      await load({ baseUrl: 'http://localhost:8080', fetch: fake });
    });
    assert.equal(told.length, 1);
    assert.match(told[0] ?? '', /https base URL/);
    assert.equal(sent, 1);
  });

  for (const baseUrl of ['/api', 'http://', 'javascript:alert(1)', 'file:///etc/passwd'])
    it(`refuses the base URL ${baseUrl} where there is no page`, async () => {
      const { warn } = console;
      console.warn = () => undefined;
      try {
        assert.match((await failure(load({ baseUrl }))).message, /set up/);
      } finally {
        console.warn = warn;
      }
    });

  it('names CORS to the developer once, with the origins and no secret', async () => {
    const blocked = backend({
      baseUrl: 'https://api.example/v1?secret=1',
      fetch: () => Promise.reject(new TypeError('Failed to fetch')),
    });
    const told = await inPage('https://emr.example/admin?patient=1', async () => {
      await failure(blocked.listIntegrations({ query: 'secret' }));
      await failure(blocked.listIntegrations({}));
    });
    assert.equal(told.length, 1);
    assert.match(told[0] ?? '', /https:\/\/api\.example\b.*https:\/\/emr\.example\b.*CORS/);
    assert.doesNotMatch(told[0] ?? '', /secret|patient/);
  });
});
