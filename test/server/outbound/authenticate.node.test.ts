/** How an integration shows itself to its endpoint, as real endpoints and token endpoints see it. */
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { AuthenticatedFetch } from '../../../demo/server/outbound/authenticate.js';
import type { Sent } from '../../../demo/server/outbound/authenticate.js';
import { createGuardedFetch } from '../../../demo/server/outbound/guarded-fetch.js';
import type { Authentication } from '../../../src/integration/schema.js';
import { startEndpoint } from './endpoint.js';
import type { AnswerOf, TestEndpoint } from './endpoint.js';

const closers: (() => Promise<void>)[] = [];
after(() => Promise.all(closers.map((close) => close())));

const endpointThat = async (answer: AnswerOf): Promise<TestEndpoint> => {
  const endpoint = await startEndpoint(answer);
  closers.push(endpoint.close);
  return endpoint;
};

const ok: AnswerOf = (_received, response) => response.end('fine');

const authenticatedFetch = (now?: () => number): AuthenticatedFetch =>
  new AuthenticatedFetch({
    fetch: createGuardedFetch({ allowLoopback: true }),
    timeLimit: 10_000,
    now,
  });

const send = (
  url: string,
  authentication: Authentication,
  by: AuthenticatedFetch = authenticatedFetch(),
): Promise<Sent> =>
  by.send({ url, headers: {}, body: '{}' }, authentication, new AbortController().signal);

describe('A request', () => {
  it('without authentication has none', async () => {
    const { url, received } = await endpointThat(ok);
    await send(url, { type: 'none' });
    assert.equal(received[0]?.headers.authorization, undefined);
    assert.equal(received[0]?.headers['x-ocean-webhook-key'], undefined);
  });

  it('with HTTP Basic has name and password in UTF-8', async () => {
    const { url, received } = await endpointThat(ok);
    const authentication: Authentication = {
      type: 'basic',
      username: 'clinique-é',
      password: 'mot:dé passe✓',
    };
    const { secrets } = await send(url, authentication);
    const header = received[0]?.headers.authorization ?? '';
    const [scheme, credentials = ''] = header.split(' ');
    assert.equal(scheme, 'Basic');
    assert.equal(Buffer.from(credentials, 'base64').toString(), 'clinique-é:mot:dé passe✓');
    assert.deepEqual(secrets, ['mot:dé passe✓', credentials]);
  });

  it('with a webhook key has it as a header, in UTF-8', async () => {
    const { url, received } = await endpointThat(ok);
    await send(url, { type: 'webhook-key', key: 'clé ✓' });
    const header = received[0]?.headers['x-ocean-webhook-key'] ?? '';
    assert.equal(Buffer.from(header as string, 'latin1').toString(), 'clé ✓');
  });

  it('is not sent with a key that no header can hold', async () => {
    const endpoint = await endpointThat(ok);
    for (const key of ['a\r\nx-more: b', 'a\nb', 'a\0', ' a', 'a\t']) {
      const { outcome } = await send(endpoint.url, { type: 'webhook-key', key });
      assert.deepEqual(outcome, { failure: 'authentication' });
    }
    assert.equal(endpoint.connections(), 0);
  });

  it('has nothing in place of a secret that is not known', async () => {
    const { url, received } = await endpointThat(ok);
    await send(url, { type: 'basic', username: 'clinic', hasPassword: true });
    await send(url, { type: 'webhook-key', hasKey: true });
    await send(url, { type: 'oauth2', tokenUrl: url, clientId: 'client', hasClientSecret: true });
    assert.equal(received.length, 3);
    for (const { headers } of received) {
      assert.equal(headers.authorization, undefined);
      assert.equal(headers['x-ocean-webhook-key'], undefined);
    }
  });
});

describe('A request with OAuth 2.0', () => {
  /** Gives tokens `token-1`, `token-2`, ... */
  const tokenEndpoint = async (more: object = { expires_in: 600 }): Promise<TestEndpoint> => {
    let count = 0;
    return endpointThat((_received, response) => {
      count += 1;
      response.end(
        JSON.stringify({ access_token: `token-${count}`, token_type: 'bearer', ...more }),
      );
    });
  };
  const credentials = (tokenUrl: string, more: object = {}): Authentication => ({
    type: 'oauth2',
    tokenUrl,
    clientId: 'client & co',
    clientSecret: 'sécret:+',
    scope: 'referrals notes',
    ...more,
  });
  const bearers = ({ received }: TestEndpoint): (string | undefined)[] =>
    received.map(({ headers }) => headers.authorization);

  it('asks for the token as the standard has it', async () => {
    const tokens = await tokenEndpoint();
    const endpoint = await endpointThat(ok);
    const { secrets } = await send(endpoint.url, credentials(tokens.url));
    assert.deepEqual(bearers(endpoint), ['Bearer token-1']);
    assert.deepEqual(secrets, ['sécret:+', 'token-1']);
    const [asked] = tokens.received;
    assert.equal(asked?.headers['content-type'], 'application/x-www-form-urlencoded');
    assert.equal(asked.body, 'grant_type=client_credentials&scope=referrals+notes');
    const client = Buffer.from(asked.headers.authorization?.split(' ')[1] ?? '', 'base64');
    assert.equal(client.toString(), 'client+%26+co:s%C3%A9cret%3A%2B');
  });

  it('asks once for ten requests one after the other, and once for ten at the same time', async () => {
    for (const together of [false, true]) {
      const tokens = await tokenEndpoint();
      const endpoint = await endpointThat(ok);
      const by = authenticatedFetch();
      const all: Promise<Sent>[] = [];
      for (let number = 0; number < 10; number++) {
        const sent = send(endpoint.url, credentials(tokens.url), by);
        all.push(sent);
        if (!together) await sent;
      }
      for (const { outcome } of await Promise.all(all)) assert.equal(outcome.answer?.status, 200);
      assert.equal(tokens.received.length, 1);
      assert.deepEqual(bearers(endpoint), Array<string>(10).fill('Bearer token-1'));
    }
  });

  it('has a token of its own for other credentials', async () => {
    const tokens = await tokenEndpoint();
    const endpoint = await endpointThat(ok);
    const by = authenticatedFetch();
    for (const more of [{}, { scope: 'notes' }, { clientId: 'b' }, { clientSecret: 'c' }, {}])
      await send(endpoint.url, credentials(tokens.url, more), by);
    assert.equal(tokens.received.length, 4);
    assert.equal(new Set(bearers(endpoint)).size, 4);
    assert.equal(bearers(endpoint).at(-1), bearers(endpoint)[0]);
  });

  it('gets another token shortly before the old one expires', async () => {
    const tokens = await tokenEndpoint();
    const endpoint = await endpointThat(ok);
    let now = 1_000_000;
    const by = authenticatedFetch(() => now);
    const authentication = credentials(tokens.url);
    await send(endpoint.url, authentication, by);
    now += 560_000;
    await send(endpoint.url, authentication, by);
    now += 20_000;
    await send(endpoint.url, authentication, by);
    assert.deepEqual(bearers(endpoint), ['Bearer token-1', 'Bearer token-1', 'Bearer token-2']);
  });

  it('keeps no token that is good for no time', async () => {
    for (const expires_in of [0, -5, 'soon']) {
      const tokens = await tokenEndpoint({ expires_in });
      const endpoint = await endpointThat(ok);
      const by = authenticatedFetch();
      await send(endpoint.url, credentials(tokens.url), by);
      await send(endpoint.url, credentials(tokens.url), by);
      assert.equal(tokens.received.length, 2);
    }
  });

  it('gets another token where the kept one is refused, and tries once more', async () => {
    const tokens = await tokenEndpoint();
    let revoked = '';
    const endpoint = await endpointThat(({ headers }, response) =>
      response.writeHead(headers.authorization === revoked ? 401 : 200).end(),
    );
    const by = authenticatedFetch();
    const authentication = credentials(tokens.url);
    await send(endpoint.url, authentication, by);
    revoked = 'Bearer token-1';
    const ten = await Promise.all(
      Array.from({ length: 10 }, () => send(endpoint.url, authentication, by)),
    );
    for (const { outcome } of ten) assert.equal(outcome.answer?.status, 200);
    assert.equal(tokens.received.length, 2);
  });

  it('tells the refusal where the new token is refused as well', async () => {
    const tokens = await tokenEndpoint();
    const endpoint = await endpointThat((_received, response) => response.writeHead(401).end());
    const { outcome } = await send(endpoint.url, credentials(tokens.url));
    assert.equal(outcome.answer?.status, 401);
    assert.deepEqual(bearers(endpoint), ['Bearer token-1', 'Bearer token-2']);
  });

  const REFUSALS: [string, AnswerOf][] = [
    [
      'is refused',
      (_received, response) => response.writeHead(401).end('{"error":"invalid_client"}'),
    ],
    ['breaks', (_received, response) => response.destroy()],
    ['is a page', (_received, response) => response.end('<p>Sign in</p>')],
    ['is null', (_received, response) => response.end('null')],
    [
      'is of another type',
      (_received, response) => response.end('{"access_token":"a","token_type":"mac"}'),
    ],
    [
      'is no text',
      (_received, response) => response.end('{"access_token":5,"token_type":"bearer"}'),
    ],
    [
      'is two headers',
      (_received, response) =>
        response.end(JSON.stringify({ access_token: 'a\r\nx-more: b', token_type: 'Bearer' })),
    ],
    [
      'is elsewhere',
      (_received, response) => response.writeHead(307, { location: '/other' }).end(),
    ],
    [
      'is huge',
      (_received, response) =>
        response.end(JSON.stringify({ access_token: 'a'.repeat(50_000), token_type: 'Bearer' })),
    ],
  ];
  for (const [what, answer] of REFUSALS)
    it(`is not sent where the token ${what}, and the token is asked for again the next time`, async () => {
      const tokens = await endpointThat(answer);
      const endpoint = await endpointThat(ok);
      const by = authenticatedFetch();
      for (let time = 1; time <= 2; time++) {
        const { outcome } = await send(endpoint.url, credentials(tokens.url), by);
        assert.deepEqual(outcome, { failure: 'authentication' });
        assert.equal(tokens.received.length, time);
      }
      assert.equal(endpoint.connections(), 0);
    });

  it('asks no token of an address that is not called', async () => {
    const endpoint = await endpointThat(ok);
    for (const url of ['https://169.254.169.254/token', 'http://10.0.0.1/', 'file:///etc/passwd']) {
      const { outcome } = await send(endpoint.url, credentials(url));
      assert.deepEqual(outcome, { failure: 'authentication' });
    }
    assert.equal(endpoint.connections(), 0);
  });

  it('waits no longer than its own time for a token that others wait for, too', async () => {
    let answerNow = (): void => undefined;
    const tokens = await endpointThat((_received, response) => {
      answerNow = () => response.end('{"access_token":"late","token_type":"Bearer"}');
    });
    const endpoint = await endpointThat(ok);
    const by = authenticatedFetch();
    const controller = new AbortController();
    const request = { url: endpoint.url, headers: {}, body: '{}' };
    const impatient = by.send(request, credentials(tokens.url), controller.signal);
    const patient = send(endpoint.url, credentials(tokens.url), by);
    while (tokens.received.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    controller.abort(new Error('too late'));
    await assert.rejects(impatient, /too late/);
    answerNow();
    assert.equal((await patient).outcome.answer?.status, 200);
    assert.deepEqual(bearers(endpoint), ['Bearer late']);
    assert.equal(tokens.received.length, 1);
  });
});
