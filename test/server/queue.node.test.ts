/** The queue of deliveries in the database: claims, attempts, and what they tell of the endpoint. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { AcceptedDraft } from '../../src/server-rules/index.js';
import type { Integration } from '../../src/integration/schema.js';
import { SecretBox } from '../../demo/server/secrets.js';
import { Database } from '../../demo/server/store/database.js';
import { noteCheck } from '../../demo/server/store/endpoints.js';
import { createStore } from '../../demo/server/store/index.js';
import type { Store } from '../../demo/server/store/index.js';
import { removeFolder, temporaryFolder } from './reference-server.js';
import { SITE, draft } from './requests.js';

const CLAIM_LIFETIME = 10_000;

const at = (date: Date): { at: string; duration: number } => ({
  at: date.toISOString(),
  duration: 5,
});
const later = (milliseconds: number): Date => new Date(Date.now() + milliseconds);

describe('the queue of deliveries', () => {
  let folder: string;
  let database: Database;
  let store: Store;
  let integration: Integration;
  before(async () => {
    folder = await temporaryFolder();
    database = await Database.open({ url: pathToFileURL(path.join(folder, 'queue.db')).href });
    store = createStore(database, new SecretBox(randomBytes(32)), CLAIM_LIFETIME);
  });
  after(async () => {
    await database.close();
    await removeFolder(folder);
  });

  let count = 0;
  const newIntegration = async (): Promise<Integration> => {
    count += 1;
    const requestUrl = `https://receiver.example.com/${count}`;
    const accepted = { ...draft({ requestUrl }), enabled: true, launch: null } as AcceptedDraft;
    return store.integrations.register(SITE, accepted, `key-${count}`);
  };

  const enqueue = async (): Promise<string> => {
    integration = await newIntegration();
    return enqueueMore();
  };

  const enqueueMore = async (): Promise<string> => {
    const { id } = await store.deliveries.enqueue({
      integrationId: integration.id,
      eventType: 'notify-patient-note-added',
      body: '{"ref":"690"}',
      contentType: 'application/json',
      test: true,
    });
    return id;
  };

  const statusNow = async (): Promise<string> =>
    (await store.integrations.find(SITE, integration.id)).endpoint.status;

  const empty = async (): Promise<void> => {
    for (const { id } of await store.deliveries.claimDue(later(1e9), 1_000))
      await store.deliveries.recordAttempt(id, at(new Date()), { status: 'delivered' });
  };

  it('gives what is due, in one hand at a time, until the claim has run out', async () => {
    await empty();
    const id = await enqueue();
    const { deliveries } = store;
    assert.deepEqual(await deliveries.claimDue(new Date(), 10), []);
    const due = later(2_000);
    const [claimed, ...more] = await deliveries.claimDue(due, 10);
    assert.equal(claimed?.id, id);
    assert.equal(claimed.body, '{"ref":"690"}');
    assert.deepEqual(more, []);
    assert.deepEqual(await deliveries.claimDue(due, 10), []);
    assert.equal(await deliveries.claim(id, due), undefined);
    const [again] = await deliveries.claimDue(new Date(due.getTime() + CLAIM_LIFETIME + 1), 10);
    assert.equal(again?.id, id);
  });

  it('gives to many hands at once each delivery once', async () => {
    await empty();
    integration = await newIntegration();
    const ids = new Set<string>();
    for (let number = 0; number < 20; number++) ids.add(await enqueueMore());
    const hands = await Promise.all(
      Array.from({ length: 8 }, () => store.deliveries.claimDue(later(2_000), 5)),
    );
    const claimed = hands.flat().map(({ id }) => id);
    assert.equal(claimed.length, 20);
    assert.deepEqual(new Set(claimed), ids);
  });

  it('gives one by its id at once, and none that is done or gone', async () => {
    const id = await enqueue();
    const claimed = await store.deliveries.claim(id, new Date());
    assert.equal(claimed?.attempts, 0);
    await store.deliveries.recordAttempt(id, at(new Date()), { status: 'delivered' });
    assert.equal(await store.deliveries.claim(id, later(1e9)), undefined);
    assert.equal(await store.deliveries.claim('unknown', new Date()), undefined);
  });

  it('releases at the start what a process had in hand when it died', async () => {
    await empty();
    const id = await enqueue();
    await store.deliveries.claim(id, new Date());
    await store.deliveries.releaseClaims();
    assert.equal((await store.deliveries.claimDue(later(2_000), 10))[0]?.id, id);
  });

  it('tries again when it is due, and shows each attempt', async () => {
    await empty();
    const id = await enqueue();
    const { deliveries } = store;
    await deliveries.claim(id, new Date());
    const refused = { ...at(new Date()), httpStatus: 503, reason: 'http-status', answer: 'full' };
    await deliveries.recordAttempt(id, refused, { status: 'pending', dueAt: later(30_000) });
    assert.deepEqual(await deliveries.claimDue(later(29_000), 10), []);
    const [second] = await deliveries.claimDue(later(31_000), 10);
    assert.equal(second?.attempts, 1);
    await deliveries.recordAttempt(
      id,
      { ...at(new Date()), httpStatus: 204 },
      { status: 'delivered' },
    );
    const { status, attempts } = await deliveries.find(SITE, id);
    assert.equal(status, 'delivered');
    assert.deepEqual(
      attempts.map(({ httpStatus, reason, answer }) => [httpStatus, reason, answer]),
      [
        [503, 'http-status', 'full'],
        [204, null, null],
      ],
    );
  });

  it('is sent again under its own id, counted anew', async () => {
    const id = await enqueue();
    const { deliveries } = store;
    await deliveries.claim(id, new Date());
    await deliveries.recordAttempt(id, at(new Date()), { status: 'failed' });
    await deliveries.requeue(SITE, id);
    const claimed = await deliveries.claim(id, new Date());
    assert.equal(claimed?.id, id);
    assert.equal(claimed.attempts, 0);
    const { attempts, status } = await deliveries.find(SITE, id);
    assert.deepEqual([attempts.length, status], [1, 'pending']);
  });

  it('goes with its integration, also while it is in hand', async () => {
    const id = await enqueue();
    await store.deliveries.claim(id, new Date());
    await store.integrations.remove(SITE, integration.id, () => true);
    await store.deliveries.recordAttempt(id, at(new Date()), { status: 'delivered' });
    await assert.rejects(store.deliveries.find(SITE, id), { status: 404 });
    assert.equal(await store.deliveries.loadTarget(integration.id), undefined);
    await assert.rejects(enqueueMore(), { status: 404 });
    const left = await database.read('SELECT 1 FROM attempts WHERE delivery_id = ?', [id]);
    assert.deepEqual(left, []);
  });

  it('signs with a secret of each integration, the same at each attempt', async () => {
    const secretOf = async ({ id }: Integration) =>
      (await store.deliveries.loadTarget(id))?.signingSecret;
    const one = await newIntegration();
    assert.match((await secretOf(one)) ?? '', /^whsec_[\w+/]{32}$/);
    assert.equal(await secretOf(one), await secretOf(one));
    assert.notEqual(await secretOf(one), await secretOf(await newIntegration()));
  });

  describe('and the endpoint', () => {
    const attempt = async (status: 'pending' | 'delivered' | 'failed'): Promise<void> => {
      const id = await enqueueMore();
      await store.deliveries.claim(id, new Date());
      const refused = status !== 'delivered' && { httpStatus: 503, reason: 'http-status' };
      await store.deliveries.recordAttempt(id, { ...at(new Date()), ...refused }, { status });
    };

    it('turns red after three attempts in a row, and says what it answered', async () => {
      integration = await newIntegration();
      await attempt('pending');
      await attempt('pending');
      await attempt('delivered');
      await attempt('pending');
      await attempt('pending');
      assert.equal(await statusNow(), 'unchecked');
      await attempt('pending');
      const { endpoint, version } = await store.integrations.find(SITE, integration.id);
      assert.equal(endpoint.status, 'erroring');
      assert.equal(endpoint.httpStatus, 503);
      assert.equal(endpoint.reason, 'http-status');
      assert.equal(version, integration.version);
    });

    it('turns red when one delivery is given up', async () => {
      integration = await newIntegration();
      await attempt('failed');
      assert.equal(await statusNow(), 'erroring');
    });

    it('is as the challenge found it when a message gets through again', async () => {
      integration = await newIntegration();
      await noteCheck(database, SITE, integration, { status: 'verified', httpStatus: 200 });
      await attempt('failed');
      await attempt('delivered');
      assert.equal(await statusNow(), 'verified');
    });

    it('tells since when it is what it is', async () => {
      integration = await newIntegration();
      const { id } = integration;
      const found = (status: 'verified' | 'failing', checkedAt: string) =>
        noteCheck(database, SITE, integration, { status, checkedAt }, id);
      const [one, two, three] = ['01', '02', '03'].map((day) => `2026-03-${day}T08:00:00.000Z`);
      await found('failing', one ?? '');
      assert.equal((await found('failing', two ?? '')).since, one);
      assert.equal((await store.integrations.find(SITE, id)).endpoint.since, one);
      assert.equal((await found('verified', three ?? '')).since, three);
      await attempt('failed');
      const { endpoint } = await store.integrations.find(SITE, id);
      assert.equal(endpoint.since, endpoint.checkedAt);
    });

    it('is no longer red once it answers the challenge, or is another', async () => {
      integration = await newIntegration();
      await attempt('failed');
      await noteCheck(database, SITE, integration, { status: 'verified' });
      assert.equal(await statusNow(), 'verified');
      await attempt('failed');
      const requestUrl = 'https://receiver.example.com/moved';
      await store.integrations.update(
        SITE,
        integration.id,
        () => true,
        (stored) => ({ ...stored, requestUrl }),
      );
      assert.equal(await statusNow(), 'unchecked');
    });
  });
});
