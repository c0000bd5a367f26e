/** The whole chain of one server with nothing else running: register, check, send, and see at the sink what arrived. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Authentication, Integration, Payload } from '../../src/integration/schema.js';
import type { SinkMessage } from '../../demo/server/sink.js';
import { reachingOut, startTestServer } from './reference-server.js';
import type { TestServer } from './reference-server.js';
import { backendOf, referralDraft } from './requests.js';

const EVENT = 'add-service-request';

describe('a server whose sink is the endpoint', () => {
  let server: TestServer;
  before(async () => {
    server = await startTestServer(reachingOut);
  });
  after(() => server.stop());

  const messagesOf = async (name: string): Promise<SinkMessage[]> => {
    const response = await fetch(`${server.address}/sink/${name}/messages`);
    return ((await response.json()) as { messages: SinkMessage[] }).messages;
  };

  const register = (
    sink: string,
    authentication: Authentication = { type: 'none' },
    payload: Payload = { format: 'ocean-json' },
  ): Promise<Integration> =>
    backendOf(server).registerIntegration(
      referralDraft({ requestUrl: `${server.address}/sink/${sink}`, authentication, payload }),
      { idempotencyKey: sink },
    );

  const cases: [name: SinkMessage['authentication'], authentication: () => Authentication][] = [
    ['none', () => ({ type: 'none' })],
    ['basic', () => ({ type: 'basic', username: 'ocean', password: 'pass-1' })],
    [
      'bearer',
      () => ({
        type: 'oauth2',
        tokenUrl: `${server.address}/sink/any/token`,
        clientId: 'ocean',
        clientSecret: 'secret-1',
      }),
    ],
    ['webhook-key', () => ({ type: 'webhook-key', key: 'key-1' })],
  ];
  for (const [name, authentication] of cases)
    it(`verifies it and delivers to it, signed, with authentication ${name}`, async () => {
      const backend = backendOf(server);
      const { id } = await register(name, authentication());
      assert.equal((await backend.checkEndpoint({ integrationId: id })).status, 'verified');
      const delivery = await backend.sendTestEvent(id, { eventType: EVENT });
      assert.equal(delivery.status, 'delivered');
      assert.equal(delivery.attempts[0]?.httpStatus, 204);
      const [message, ...more] = await messagesOf(name);
      assert.deepEqual(more, []);
      assert.equal(message?.id, delivery.id);
      assert.equal(message.signature, 'verified');
      assert.equal(message.authentication, name);
      const { type, siteNum } = JSON.parse(message.body) as Record<string, unknown>;
      assert.deepEqual([type, siteNum], [EVENT, '1234']);
    });

  it('delivers a FHIR message Bundle', async () => {
    const { id } = await register('fhir', undefined, { format: 'fhir-r4', guide: '0.11.1' });
    await backendOf(server).sendTestEvent(id, { eventType: EVENT });
    const [message] = await messagesOf('fhir');
    assert.match(message?.contentType ?? '', /^application\/fhir\+json/);
    const bundle = JSON.parse(message?.body ?? '') as Record<string, unknown>;
    assert.deepEqual([bundle['resourceType'], bundle['type']], ['Bundle', 'message']);
  });

  it('sends again under the same id', async () => {
    const { id } = await register('again');
    const backend = backendOf(server);
    const sent = await backend.sendTestEvent(id, { eventType: EVENT });
    const again = await backend.redeliver(sent.id);
    assert.deepEqual([again.status, again.attempts.length], ['delivered', 2]);
    assert.deepEqual(
      (await messagesOf('again')).map((message) => message.id),
      [sent.id, sent.id],
    );
  });

  it('turns red where it keeps refusing, and is well again when a message gets through', async () => {
    const backend = backendOf(server);
    const { id, version } = await register('refusing?status=503');
    for (let number = 0; number < 3; number++) {
      const { status, attempts } = await backend.sendTestEvent(id, { eventType: EVENT });
      assert.equal(status, 'pending');
      assert.equal(attempts[0]?.httpStatus, 503);
    }
    const { endpoint } = await backend.getIntegration(id);
    assert.deepEqual([endpoint.status, endpoint.httpStatus], ['erroring', 503]);
    const requestUrl = `${server.address}/sink/repaired`;
    await backend.updateIntegration(
      id,
      referralDraft({ requestUrl, payload: { format: 'ocean-json' } }),
      { version },
    );
    const [waiting] = (await backend.listDeliveries(id, { status: 'pending' })).items;
    assert.ok(waiting);
    assert.equal((await backend.redeliver(waiting.id)).status, 'delivered');
    assert.equal((await backend.getIntegration(id)).endpoint.status, 'unchecked');
  });

  it('is refused where loopback is not allowed', async () => {
    const strict = await startTestServer({
      outbound: reachingOut.outbound,
      settings: { deployment: 'development' },
    });
    try {
      const { status, reason } = await backendOf(strict).checkEndpoint({
        requestUrl: `${strict.address}/sink/any`,
        payload: { format: 'ocean-json' },
        authentication: { type: 'none' },
      });
      assert.deepEqual([status, reason], ['failing', 'refused-address']);
    } finally {
      await strict.stop();
    }
  });
});
