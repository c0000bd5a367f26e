/** The sink: answers the challenge, takes messages, shows what came, and never what a sender is known by. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { scriptedOutbound, startTestServer } from './reference-server.js';
import type { TestServer } from './reference-server.js';
import { backendOf, draft } from './requests.js';

describe('the sink', () => {
  let server: TestServer;
  before(async () => {
    server = await startTestServer({
      outbound: {
        ...scriptedOutbound,
        isSigned: (headers, body, secret) =>
          headers['webhook-signature'] === `${secret.slice(0, 6)} of ${body.length}`,
      },
    });
  });
  after(() => server.stop());

  const post = (name: string, body: string, headers: Record<string, string> = {}) =>
    fetch(`${server.address}/sink/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });

  const shown = async (name: string): Promise<Record<string, unknown>[]> => {
    const response = await fetch(`${server.address}/sink/${name}/messages`);
    return ((await response.json()) as { messages: Record<string, unknown>[] }).messages;
  };

  it('answers the challenge, and keeps none', async () => {
    const response = await post('challenged', '{"challenge":"token-1"}');
    assert.equal(response.status, 200);
    assert.match(response.headers.get('content-type') ?? '', /^application\/json/);
    assert.deepEqual(await response.json(), { challenge: 'token-1' });
    assert.deepEqual(await shown('challenged'), []);
  });

  it('shows what came, the newest first, and how the sender was known, not by what', async () => {
    await post('shown', '{"type":"first"}', { 'x-ocean-webhook-key': 'hook-key-abc' });
    const { status } = await post('shown', 'no JSON', {
      'content-type': 'application/fhir+json',
      authorization: 'Basic aHVudGVyMg==',
    });
    assert.equal(status, 204);
    const messages = await shown('shown');
    assert.deepEqual(
      messages.map(({ body, contentType, authentication, signature }) => [
        ...[body, contentType, authentication, signature],
      ]),
      [
        ['no JSON', 'application/fhir+json', 'basic', 'missing'],
        ['{"type":"first"}', 'application/json', 'webhook-key', 'missing'],
      ],
    );
    assert.doesNotMatch(JSON.stringify(messages), /hook-key-abc|aHVudGVyMg/);
    assert.deepEqual(await shown('another'), []);
  });

  it('tells whether a message is signed as this server signs', async () => {
    const backend = backendOf(server);
    const { id } = await backend.registerIntegration(draft(), { idempotencyKey: 'a' });
    const delivery = await backend.sendTestEvent(id, { eventType: 'notify-patient-note-added' });
    for (const [webhookId, signature] of [
      [delivery.id, 'whsec_ of 2'],
      [delivery.id, 'forged'],
      ['unknown', 'whsec_ of 2'],
    ] as const)
      await post('signed', '{}', { 'webhook-id': webhookId, 'webhook-signature': signature });
    const messages = await shown('signed');
    assert.deepEqual(
      messages.map(({ signature }) => signature),
      ['wrong', 'wrong', 'verified'],
    );
  });

  it('keeps the last hundred of each name', async () => {
    for (let number = 1; number <= 105; number++) await post('many', `message ${number}`);
    const bodies = (await shown('many')).map(({ body }) => body);
    assert.equal(bodies.length, 100);
    assert.equal(bodies[0], 'message 105');
  });

  it('refuses where it is asked to, and what is too large', async () => {
    assert.equal((await post('failing?status=503', '{"challenge":"token"}')).status, 503);
    assert.equal((await post('failing?status=200', '{}')).status, 422);
    assert.equal((await post('failing', 'x'.repeat(64 * 1024 + 1))).status, 413);
    assert.deepEqual(await shown('failing'), []);
  });

  it('gives a token to who asks for one', async () => {
    const response = await fetch(`${server.address}/sink/any/token`, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    });
    const { token_type, expires_in } = (await response.json()) as Record<string, unknown>;
    assert.deepEqual([token_type, expires_in], ['Bearer', 600]);
  });
});
