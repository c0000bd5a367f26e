/** One site never sees, changes or finds what is another's. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { RestBackend } from '../../src/backend/rest.js';
import type { Integration } from '../../src/integration/schema.js';
import { startTestServer } from './reference-server.js';
import type { TestServer } from './reference-server.js';
import { ask, backendOf, referralDraft } from './requests.js';

describe('two sites of one server', () => {
  let server: TestServer;
  let ours: RestBackend;
  let theirs: RestBackend;
  let integration: Integration;
  let deliveryId: string;
  const idempotencyKey = 'the-same-at-both';

  before(async () => {
    server = await startTestServer();
    ours = backendOf(server, '123');
    // Beginning alike: a search must not take one for the other.
    theirs = backendOf(server, '1234');
    integration = await ours.registerIntegration(referralDraft(), { idempotencyKey });
    const { id } = await ours.sendTestEvent(integration.id, { eventType: 'add-service-request' });
    deliveryId = id;
  });
  after(() => server.stop());

  const isNotFound = { kind: 'not-found' };

  it('lists and finds nothing of the other', async () => {
    for (const query of [undefined, 'notes', 'chart receiver', 'no']) {
      assert.equal((await ours.listIntegrations({ query })).items.length, 1, query);
      const { items, total } = await theirs.listIntegrations({ query });
      assert.deepEqual(items, []);
      assert.equal(total ?? 0, 0);
    }
  });

  it('finds nothing of the other by its id', async () => {
    const { id, version } = integration;
    const calls = [
      theirs.getIntegration(id),
      theirs.updateIntegration(id, referralDraft({ name: 'Taken over' }), { version }),
      theirs.deleteIntegration(id, { version }),
      theirs.checkEndpoint({ integrationId: id }),
      theirs.getLaunchSettings({ integrationId: id }),
      theirs.getLaunchSettings({ listingId: 'listing-0001' }),
      theirs.createLaunch({ integrationId: id, referralRef: 'ref' }),
      theirs.sendTestEvent(id, { eventType: 'add-service-request' }),
      theirs.listDeliveries(id),
      theirs.redeliver(deliveryId),
    ];
    await Promise.all(calls.map((call) => assert.rejects(call, isNotFound)));
    assert.equal((await ours.getIntegration(id)).name, referralDraft().name);
    assert.equal((await ours.listDeliveries(id)).items[0]?.attempts.length, 1);
  });

  it('has the same key for itself', async () => {
    const made = await theirs.registerIntegration(referralDraft({ name: 'Theirs' }), {
      idempotencyKey,
    });
    assert.notEqual(made.id, integration.id);
    await theirs.deleteIntegration(made.id, { version: made.version });
  });

  it('does not learn from the other what an endpoint answers', async () => {
    const { requestUrl, payload } = integration;
    await ours.checkEndpoint({ requestUrl, payload, authentication: { type: 'none' } });
    const made = await theirs.registerIntegration(referralDraft(), { idempotencyKey: 'unchecked' });
    assert.equal(made.endpoint.status, 'unchecked');
    assert.equal((await ours.getIntegration(integration.id)).endpoint.status, 'verified');
  });

  it('cannot use a cursor of the other', async () => {
    await ours.registerIntegration(referralDraft(), { idempotencyKey: 'second' });
    const { nextCursor } = await ours.listIntegrations({ limit: 1 });
    assert.ok(nextCursor);
    const { status } = await ask(server, `/integrations?cursor=${nextCursor}`);
    assert.equal(status, 422);
  });
});
