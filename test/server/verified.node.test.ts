/** Messages go only to endpoints that have met the challenge once, or that whoever runs the server vouches for. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { DeliveryQueue } from '../../demo/server/ports.js';
import { isVouchedFor } from '../../demo/server/outbound/addresses.js';
import { readSettings } from '../../demo/server/settings.js';
import type { Endpoint, IntegrationDraft } from '../../src/integration/schema.js';
import { bench } from './deliveries/worker-bench.js';
import { scriptedOutbound, startTestServer } from './reference-server.js';
import type { TestServer } from './reference-server.js';
import { backendOf, draft } from './requests.js';

describe('a message', () => {
  const SETTINGS = { allowLoopback: false, checkTimeLimit: 1_000, deliveryTimeLimit: 1_000 };

  const sentTo = async (requestUrl: string, verified: boolean, allowedEndpoints?: string[]) => {
    const asked: string[] = [];
    const { worker, queue, enqueue } = await bench(() => undefined, {
      settings: { ...SETTINGS, allowedEndpoints },
      fetch: async ({ url }) => {
        asked.push(url);
        return { answer: { status: 204, headers: {}, body: '' } };
      },
    });
    const target = queue.targets.get('integration-1');
    assert.ok(target);
    queue.targets.set('integration-1', { ...target, requestUrl, verified });
    await worker.attempt(await enqueue());
    const [recorded] = queue.recorded;
    return { asked, reason: recorded?.attempt.reason, status: recorded?.next.status };
  };

  for (const [what, url, verified, allowed, goes] of [
    ['that met the challenge', 'https://hooks.example.org/x', true, [], true],
    ['that met none', 'https://hooks.example.org/x', false, [], false],
    [
      'that is vouched for',
      'https://fhir.example.org/r4',
      false,
      ['https://fhir.example.org'],
      true,
    ],
    ['of another host', 'https://fhir.example.com/r4', false, ['https://fhir.example.org'], false],
    [
      'of another port',
      'https://fhir.example.org:8443/',
      false,
      ['https://fhir.example.org'],
      false,
    ],
    ['of another scheme', 'http://fhir.example.org/', false, ['https://fhir.example.org'], false],
    ['on this machine', 'http://127.0.0.1:1/x', false, [], false],
  ] as const)
    it(`${goes ? 'goes' : 'does not go'} to an endpoint ${what}`, async () => {
      const { asked, reason, status } = await sentTo(url, verified, [...allowed]);
      assert.deepEqual(asked, goes ? [url] : []);
      assert.equal(reason, goes ? null : 'not-verified');
      assert.equal(status, goes ? 'delivered' : 'failed');
    });

  it('goes to this machine where that is allowed, as a demo needs', () => {
    for (const url of ['http://127.0.0.1:8080/sink/x', 'http://localhost/', 'http://[::1]:1/'])
      assert.ok(isVouchedFor(url, { ...SETTINGS, allowLoopback: true }), url);
    assert.equal(isVouchedFor('https://a.example/', { ...SETTINGS, allowLoopback: true }), false);
  });

  it('goes where the settings vouch for the origin, whatever its path', () => {
    const { outbound } = readSettings({
      OCEAN_ALLOWED_ENDPOINTS: 'https://fhir.example.org/r4, https://b.example:8443',
    });
    assert.deepEqual(outbound.allowedEndpoints, [
      'https://fhir.example.org',
      'https://b.example:8443',
    ]);
    assert.throws(
      () => readSettings({ OCEAN_ALLOWED_ENDPOINTS: 'fhir' }),
      /OCEAN_ALLOWED_ENDPOINTS/,
    );
  });
});

describe('an endpoint', () => {
  let server: TestServer;
  let queue: DeliveryQueue;
  let found: Endpoint['status'] = 'verified';
  before(async () => {
    server = await startTestServer({
      outbound: {
        ...scriptedOutbound,
        createChecker: () => ({ check: async () => ({ status: found }) }),
        createWorker: (parts) => {
          ({ queue } = parts);
          return scriptedOutbound.createWorker(parts);
        },
      },
    });
  });
  after(() => server.stop());

  let count = 0;
  const register = (changes: Partial<IntegrationDraft> = {}) =>
    backendOf(server).registerIntegration(
      draft({ requestUrl: `https://n${(count += 1)}.example.com/ocean`, ...changes }),
      { idempotencyKey: `${count}` },
    );
  const isVerified = async (id: string): Promise<boolean | undefined> =>
    (await queue.loadTarget(id))?.verified;
  const check = async (id: string, status: Endpoint['status']) => {
    found = status;
    await backendOf(server).checkEndpoint({ integrationId: id });
  };

  it('is verified once it met the challenge, and stays so when a later check fails', async () => {
    const { id } = await register();
    assert.equal(await isVerified(id), false);
    await check(id, 'failing');
    assert.equal(await isVerified(id), false);
    await check(id, 'verified');
    assert.equal(await isVerified(id), true);
    await check(id, 'failing');
    assert.equal(await isVerified(id), true);
  });

  it('is not verified at another address, and is again where that one was checked', async () => {
    const { id, version, requestUrl } = await register();
    await check(id, 'verified');
    const backend = backendOf(server);
    const moved = await backend.updateIntegration(
      id,
      draft({ requestUrl: `${requestUrl}/moved` }),
      { version },
    );
    assert.equal(await isVerified(id), false);
    const { payload, authentication } = moved;
    found = 'verified';
    await backend.checkEndpoint({ requestUrl: `${requestUrl}/checked`, payload, authentication });
    const { version: next } = await backend.updateIntegration(
      id,
      draft({ requestUrl: `${requestUrl}/checked` }),
      { version: moved.version },
    );
    assert.equal(await isVerified(id), true);
    await backend.updateIntegration(
      id,
      draft({ requestUrl: `${requestUrl}/checked`, name: 'New' }),
      {
        version: next,
      },
    );
    assert.equal(await isVerified(id), true);
  });

  it('is verified for one that is registered after the check', async () => {
    const requestUrl = 'https://before.example.com/ocean';
    const { payload, authentication } = draft();
    found = 'verified';
    await backendOf(server).checkEndpoint({ requestUrl, payload, authentication });
    assert.equal(await isVerified((await register({ requestUrl })).id), true);
  });

  it('that was not asked for a message is not held to have failed it', async () => {
    const { id } = await register();
    const delivery = {
      integrationId: id,
      eventType: 'x',
      body: '{}',
      contentType: 'a/b',
      test: true,
    };
    for (let number = 0; number < 4; number++) {
      const queued = await queue.enqueue(delivery);
      const attempt = { at: new Date().toISOString(), reason: 'not-verified' };
      await queue.recordAttempt(queued.id, attempt, { status: 'failed' });
    }
    const { endpoint } = await backendOf(server).getIntegration(id);
    assert.equal(endpoint.status, 'unchecked');
  });
});
