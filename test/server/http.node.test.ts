/** What only HTTP shows: problem documents, versions, bounds, headers, origins. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { scriptedOutbound, startTestServer } from './reference-server.js';
import type { TestServer } from './reference-server.js';
import { ask, draft, register } from './requests.js';
import type { Answered, Asked } from './requests.js';

const ALLOWED = 'https://portal.example.com';

describe('the reference server over HTTP', () => {
  let server: TestServer;
  before(async () => {
    server = await startTestServer({ settings: { allowedOrigins: [ALLOWED] } });
  });
  after(() => server.stop());

  const assertProblem = (answer: Answered, status: number): void => {
    assert.equal(answer.status, status, answer.text);
    assert.equal(answer.headers.get('content-type'), 'application/problem+json');
    assert.equal(answer.json?.['status'], status);
    assert.equal(typeof answer.json['title'], 'string');
    assert.equal(typeof answer.json['detail'], 'string');
  };

  const json = 'application/json';
  const key = { 'idempotency-key': 'some-key' };
  const png = { 'content-type': 'image/png' };
  const refusals: [what: string, path: string, asked: Asked, status: number][] = [
    ['an unknown path', '/nothing-here', {}, 404],
    ['another method', '/event-types', { method: 'DELETE' }, 404],
    ['a broken escape in the path', '/integrations/%zz', {}, 400],
    ['a very long id', `/integrations/${'i'.repeat(500)}`, {}, 414],
    ['no site number', '/integrations', { headers: { 'site-number': undefined } }, 400],
    ['an odd site number', '/integrations', { headers: { 'site-number': 'a b' } }, 400],
    ['no idempotency key', '/integrations', { method: 'POST', body: draft() }, 400],
    ['no JSON', '/integrations', { method: 'POST', headers: key, body: '{"name": ' }, 400],
    ['no object', '/launches', { method: 'POST', body: '[]' }, 400],
    [
      'a form as the body',
      '/integrations',
      {
        method: 'POST',
        headers: { ...key, 'content-type': 'application/x-www-form-urlencoded' },
        body: 'name=x',
      },
      415,
    ],
    [
      'plain text as the body',
      '/integrations',
      { method: 'POST', headers: { ...key, 'content-type': 'text/plain' }, body: 'x' },
      415,
    ],
    [
      'a body over a megabyte',
      '/integrations',
      { method: 'POST', headers: key, body: { name: 'n'.repeat(1024 * 1024) } },
      413,
    ],
    [
      'a logo over 256 KiB',
      '/logos',
      { method: 'POST', headers: png, body: new Uint8Array(256 * 1024 + 1) },
      413,
    ],
    [
      'a logo in JSON',
      '/logos',
      { method: 'POST', headers: { 'content-type': json }, body: {} },
      415,
    ],
    ['a limit of 0', '/integrations?limit=0', {}, 422],
    ['a limit of 201', '/integrations?limit=201', {}, 422],
    ['a limit that is no number', '/referral-forms?limit=ten', {}, 422],
    ['a parameter that is there twice', '/integrations?limit=1&limit=2', {}, 422],
    ['an unknown module', '/event-types?module=other', {}, 422],
    ['a cursor that was made up', '/integrations?cursor=aW50ZWdyYXRpb25zIDE', {}, 422],
    ['a search of thousands of letters', `/integrations?query=${'q'.repeat(3_000)}`, {}, 422],
    ['launch settings of nothing', '/launch-settings', {}, 422],
  ];
  for (const [what, path, asked, status] of refusals)
    it(`refuses ${what} with ${status}`, async () => {
      assertProblem(await ask(server, path, asked), status);
    });

  it('does not quote a body that it cannot read', async () => {
    const answer = await ask(server, '/integrations', {
      method: 'POST',
      headers: key,
      body: '{"authentication": {"password": "hunter2" oops',
    });
    assert.equal(answer.status, 400);
    assert.doesNotMatch(answer.text, /hunter2|oops/);
  });

  it('names every field that is wrong', async () => {
    const answer = await register(server, draft({ name: ' ', events: [] }));
    assertProblem(answer, 422);
    const pointers = (answer.json?.['errors'] as { pointer: string }[]).map((one) => one.pointer);
    assert.deepEqual(pointers.sort(), ['/events', '/name']);
  });

  it('says where what was registered is, and in which version', async () => {
    const made = await register(server);
    assert.equal(made.status, 201);
    const { id, version } = made.json ?? {};
    assert.equal(made.headers.get('location'), `/api/ocean/integrations/${String(id)}`);
    assert.equal(made.headers.get('etag'), `"${String(version)}"`);
    const read = await ask(server, `/integrations/${String(id)}`);
    assert.equal(read.headers.get('etag'), `"${String(version)}"`);
  });

  it('asks for If-Match, and takes no weak or other version', async () => {
    const made = await register(server);
    const path = `/integrations/${String(made.json?.['id'])}`;
    const etag = made.headers.get('etag') ?? '';
    for (const method of ['PUT', 'DELETE']) {
      const body = method === 'PUT' ? draft({ name: 'Renamed' }) : undefined;
      assertProblem(await ask(server, path, { method, body }), 428);
      for (const wrong of [`W/${etag}`, '"v0"', etag.replaceAll('"', '')])
        assertProblem(
          await ask(server, path, { method, body, headers: { 'if-match': wrong } }),
          412,
        );
    }
    assert.equal((await ask(server, path)).json?.['name'], draft().name);
    const deleted = await ask(server, path, {
      method: 'DELETE',
      headers: { 'if-match': `"other", ${etag}` },
    });
    assert.equal(deleted.status, 204);
  });

  it('answers a repeated registration as before, and refuses the key for another', async () => {
    const headers = { 'idempotency-key': 'once-only' };
    const first = await register(server, draft(), headers);
    const second = await register(server, draft(), headers);
    assert.equal(second.status, 201);
    assert.deepEqual(second.json, first.json);
    assertProblem(await register(server, draft({ name: 'Another' }), headers), 422);
    await ask(server, `/integrations/${String(first.json?.['id'])}`, {
      method: 'DELETE',
      headers: { 'if-match': '*' },
    });
    assertProblem(await register(server, draft(), headers), 409);
  });

  it('keeps fields and events that it does not know, but not what only a server says', async () => {
    const made = await register(server, {
      ...draft({ events: ['event-of-tomorrow'] }),
      ...{ id: 'mine', version: 'v9', createdAt: 'yesterday', endpoint: { status: 'verified' } },
      notify: ['a@example.com'],
    });
    const { id, version, createdAt, endpoint, notify, events } = made.json ?? {};
    assert.notEqual(id, 'mine');
    assert.equal(version, 'v1');
    assert.notEqual(createdAt, 'yesterday');
    assert.deepEqual(endpoint, { status: 'unchecked' });
    assert.deepEqual(notify, ['a@example.com']);
    assert.deepEqual(events, ['event-of-tomorrow']);
  });

  it('lets nothing be stored, guessed or framed', async () => {
    for (const path of ['/event-types', '/nothing-here']) {
      const { headers } = await ask(server, path);
      assert.equal(headers.get('cache-control'), 'no-store');
      assert.equal(headers.get('x-content-type-options'), 'nosniff');
      assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'/);
      assert.match(headers.get('x-request-id') ?? '', /^[\da-f-]{36}$/);
    }
  });

  describe('for pages of other origins', () => {
    const preflight = {
      'access-control-request-method': 'PUT',
      'access-control-request-headers': 'if-match',
    };

    it('allows those that the settings name', async () => {
      const { status, headers } = await ask(server, '/integrations/any', {
        method: 'OPTIONS',
        headers: { origin: ALLOWED, 'site-number': undefined, ...preflight },
      });
      assert.equal(status, 204);
      assert.equal(headers.get('access-control-allow-origin'), ALLOWED);
      assert.match(headers.get('access-control-allow-methods') ?? '', /PUT/);
      assert.match(headers.get('access-control-allow-headers') ?? '', /idempotency-key/);
      const read = await ask(server, '/event-types', { headers: { origin: ALLOWED } });
      assert.equal(read.headers.get('access-control-allow-origin'), ALLOWED);
      assert.match(read.headers.get('access-control-expose-headers') ?? '', /etag/);
    });

    it('allows no others', async () => {
      const headers = { origin: 'https://other.example.com', ...preflight };
      const answer = await ask(server, '/integrations/any', { method: 'OPTIONS', headers });
      assert.equal(answer.headers.get('access-control-allow-origin'), null);
      assert.notEqual(answer.status, 204);
    });
  });
});

describe('the log', () => {
  it('has one line for each request: no path, query, body or site', async () => {
    const server = await startTestServer();
    try {
      await register(server, draft({ name: 'Secretly named' }));
      await ask(server, '/integrations?query=patient-name');
      await ask(server, '/integrations/id-of-something');
      await ask(server, '/unknown/referral-77');
    } finally {
      await server.stop();
    }
    assert.deepEqual(
      server.log.map(({ method, route, status }) => [method, route, status]),
      [
        ['POST', '/api/ocean/integrations', 201],
        ['GET', '/api/ocean/integrations', 200],
        ['GET', '/api/ocean/integrations/:id', 404],
        ['GET', 'none', 404],
      ],
    );
    for (const line of server.log)
      assert.deepEqual(Object.keys(line), ['request', 'method', 'route', 'status', 'milliseconds']);
    assert.doesNotMatch(
      JSON.stringify(server.log),
      /Secretly|patient-name|id-of-something|referral-77|1234/,
    );
  });

  it('says where the server broke, without the sentence of what was thrown', async () => {
    const server = await startTestServer({
      outbound: {
        ...scriptedOutbound,
        createChecker: () => ({ check: () => Promise.reject(new Error('password=hunter2')) }),
      },
    });
    try {
      const { requestUrl, payload, authentication } = draft();
      const answer = await ask(server, '/endpoint-checks', {
        method: 'POST',
        body: { requestUrl, payload, authentication },
      });
      assert.equal(answer.status, 500);
      assert.doesNotMatch(answer.text, /hunter2/);
    } finally {
      await server.stop();
    }
    const [failure] = server.log;
    assert.equal(failure?.['error'], 'Error');
    assert.match(String(failure['at']), /check/);
    assert.doesNotMatch(JSON.stringify(server.log), /hunter2/);
  });
});
