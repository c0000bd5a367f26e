/** What MemoryBackend keeps and answers, besides what the conformance suite asks of every backend. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { EVENT_CATALOGUE } from '../../src/integration/event-catalogue.js';
import { parseIntegration } from '../../src/integration/parse.js';
import type { Integration, IntegrationDraft, ReferralForm } from '../../src/integration/schema.js';
import { isBackendError } from '../../src/backend/backend-error.js';
import type { BackendErrorKind } from '../../src/backend/backend-error.js';
import { MemoryBackend } from '../../src/backend/memory.js';
import { draft, key, launch, referralDraft } from './memory-drafts.js';

const ofKind = (kind: BackendErrorKind, status?: number) => (thrown: unknown) => {
  assert.ok(isBackendError(thrown), String(thrown));
  assert.equal(thrown.kind, kind);
  if (status !== undefined) assert.equal(thrown.status, status);
  return true;
};

const names = async (backend: MemoryBackend, query?: string): Promise<string[]> =>
  (await backend.listIntegrations({ query })).items.map(({ name }) => name);

describe('MemoryBackend: integrations', () => {
  it('is empty at first, and shares nothing with another', async () => {
    const [one, other] = [new MemoryBackend(), new MemoryBackend()];
    await one.registerIntegration(draft(), key());
    assert.deepEqual(await names(one), ['Made-up notes']);
    assert.deepEqual(await names(other), []);
  });

  it('answers what the schema reads, with dates in ISO format', async () => {
    const backend = new MemoryBackend();
    const made = await backend.registerIntegration(referralDraft({ launch: launch() }), key());
    assert.deepEqual(parseIntegration(made), { ok: true, value: made });
    assert.equal(new Date(made.createdAt ?? '').toISOString(), made.createdAt);
    assert.equal(made.updatedAt, made.createdAt);
    assert.equal(made.enabled, true);
    assert.deepEqual(made.endpoint, { status: 'unchecked' });
  });

  it('fills in what a draft leaves out', async () => {
    const backend = new MemoryBackend({ integrations: [draft()] });
    const [seed] = (await backend.listIntegrations({})).items;
    const given = referralDraft({ launch: { ...launch(), useIframe: undefined } });
    const made = await backend.registerIntegration(given, key());
    assert.deepEqual([seed?.enabled, seed?.launch], [true, null]);
    assert.deepEqual([made.enabled, made.launch], [true, launch()]);
    const off = await backend.updateIntegration(made.id, { ...given, enabled: false }, made);
    const updated = await backend.updateIntegration(made.id, referralDraft(), off);
    assert.deepEqual([updated.enabled, updated.launch], [false, null]);
  });

  it('keeps createdAt and the place in the list when updating', async () => {
    const backend = new MemoryBackend();
    const first = await backend.registerIntegration(draft({ name: 'first' }), key());
    await backend.registerIntegration(draft({ name: 'second' }), key());
    const updated = await backend.updateIntegration(first.id, draft({ name: 'changed' }), first);
    assert.equal(updated.createdAt, first.createdAt);
    assert.deepEqual(await names(backend), ['second', 'changed']);
  });

  it('does not take what is its own from a draft', async () => {
    const backend = new MemoryBackend();
    const own = {
      id: 'mine',
      version: 'mine',
      createdAt: '1999-01-01T00:00:00Z',
      updatedAt: '1999-01-01T00:00:00Z',
      endpoint: { status: 'verified' },
    };
    const given = { ...draft(), ...own } as IntegrationDraft;
    const made = await backend.registerIntegration(given, key());
    const updated = await backend.updateIntegration(made.id, given, made);
    for (const { id, version, createdAt, endpoint } of [made, updated]) {
      assert.equal(id, made.id);
      assert.notEqual(id, 'mine');
      assert.notEqual(version, 'mine');
      assert.ok((createdAt ?? '') > '2000');
      assert.equal(endpoint.status, 'unchecked');
    }
  });

  it('stores no secret at all', async () => {
    const backend = new MemoryBackend();
    const given = draft({
      authentication: { type: 'basic', username: 'u', password: 'hush-hush' },
    });
    const made = await backend.registerIntegration(given, key());
    assert.deepEqual(made.authentication, { type: 'basic', username: 'u', hasPassword: true });
    assert.ok(!JSON.stringify(await backend.listIntegrations({})).includes('hush-hush'));
  });

  it('leaves out a secret that comes with another type of authentication', async () => {
    const backend = new MemoryBackend();
    const authentication = {
      type: 'none',
      password: 'hush',
      clientSecret: 'hush',
      key: 'hush',
      hasKey: true,
    } as unknown as IntegrationDraft['authentication'];
    const made = await backend.registerIntegration(draft({ authentication }), key());
    assert.deepEqual(made.authentication, { type: 'none' });
  });

  it('takes a key again with the same data in another order', async () => {
    const backend = new MemoryBackend();
    const once = key();
    const made = await backend.registerIntegration(draft(), once);
    const turned = Object.fromEntries(Object.entries(draft()).reverse()) as IntegrationDraft;
    assert.equal((await backend.registerIntegration(turned, once)).id, made.id);
  });

  it('tells another secret under the same key from the first', async () => {
    const backend = new MemoryBackend();
    const once = key();
    const withKey = (secret: string): IntegrationDraft =>
      draft({ authentication: { type: 'webhook-key', key: secret } });
    await backend.registerIntegration(withKey('one'), once);
    await assert.rejects(backend.registerIntegration(withKey('two'), once), ofKind('invalid', 422));
  });

  it('gives what a key made as it is now, and a conflict where it is deleted', async () => {
    const backend = new MemoryBackend();
    const once = key();
    const made = await backend.registerIntegration(draft(), once);
    const touched = backend.touch(made.id, { name: 'Renamed' });
    assert.deepEqual(await backend.registerIntegration(draft(), once), touched);
    await backend.deleteIntegration(made.id, touched);
    await assert.rejects(backend.registerIntegration(draft(), once), ofKind('conflict'));
  });

  it('asks for a key', async () => {
    const backend = new MemoryBackend();
    await assert.rejects(
      backend.registerIntegration(draft(), { idempotencyKey: '' }),
      ofKind('invalid'),
    );
  });

  it('follows its deployment', async () => {
    const local = draft({ requestUrl: 'http://localhost:8080/ocean' });
    await assert.rejects(
      new MemoryBackend().registerIntegration(local, key()),
      (thrown) => isBackendError(thrown) && thrown.fieldErrors[0]?.pointer === '/requestUrl',
    );
    const development = new MemoryBackend({ deployment: 'development' });
    assert.ok((await development.registerIntegration(local, key())).id);
    const asked = { ...local, integrationId: undefined };
    delete asked.integrationId;
    assert.equal((await development.checkEndpoint(asked)).status, 'verified');
  });

  it('refuses what is no data', async () => {
    const backend = new MemoryBackend();
    const values = [null, 7, [], () => {}, { ...draft(), name: Symbol('name') }];
    for (const value of values)
      await assert.rejects(
        backend.registerIntegration(value as unknown as IntegrationDraft, key()),
        ofKind('invalid', 422),
      );
  });

  it('keeps names that mean something to JavaScript', async () => {
    const backend = new MemoryBackend();
    for (const name of ['__proto__', 'constructor', 'toString'])
      await backend.registerIntegration(draft({ name, events: [name] }), key());
    assert.deepEqual(await names(backend), ['toString', 'constructor', '__proto__']);
    await assert.rejects(backend.getIntegration('__proto__'), ofKind('not-found', 404));
  });

  it('answers a conflict as a server does where the version is missing', async () => {
    const backend = new MemoryBackend();
    const { id } = await backend.registerIntegration(draft(), key());
    const none = {} as { version: string };
    await assert.rejects(backend.updateIntegration(id, draft(), none), ofKind('conflict', 412));
    await assert.rejects(backend.deleteIntegration(id, none), ofKind('conflict', 412));
  });
});

describe('MemoryBackend: lists', () => {
  const filled = async (count: number): Promise<MemoryBackend> => {
    const backend = new MemoryBackend();
    for (let number = 1; number <= count; number++)
      await backend.registerIntegration(draft({ name: `n${number}` }), key());
    return backend;
  };

  it('gives the newest first, 50 on a page unless told', async () => {
    const backend = await filled(51);
    const page = await backend.listIntegrations({});
    assert.equal(page.items.length, 50);
    assert.equal(page.items[0]?.name, 'n51');
    assert.equal(page.total, 51);
    const last = await backend.listIntegrations({ cursor: page.nextCursor ?? '' });
    assert.deepEqual(
      last.items.map(({ name }) => name),
      ['n1'],
    );
    assert.equal(last.nextCursor, null);
  });

  it('refuses limits and cursors that are none', async () => {
    const backend = await filled(1);
    for (const limit of [0, -1, 201, 1.5, NaN])
      await assert.rejects(backend.listIntegrations({ limit }), ofKind('invalid'));
    const { nextCursor } = await backend.listReferralForms({});
    for (const cursor of ['', '7', '%%%', btoa('integrations x'), nextCursor ?? ''])
      await assert.rejects(backend.listIntegrations({ cursor }), ofKind('invalid'));
  });

  it('goes on behind an item that was deleted meanwhile', async () => {
    const backend = await filled(4);
    const page = await backend.listIntegrations({ limit: 2 });
    for (const item of page.items) await backend.deleteIntegration(item.id, item);
    const rest = await backend.listIntegrations({ limit: 2, cursor: page.nextCursor ?? '' });
    assert.deepEqual(
      rest.items.map(({ name }) => name),
      ['n2', 'n1'],
    );
  });

  it('finds words in any order, without case, accents and ligatures', async () => {
    const backend = new MemoryBackend();
    await backend.registerIntegration(draft({ name: 'Clinique du Cœur Élan' }), key());
    await backend.registerIntegration(draft({ name: 'Foot clinic' }), key());
    for (const query of ['coeur', 'CŒUR', 'élan clinique', '  elan ', 'ELAN'])
      assert.deepEqual(await names(backend, query), ['Clinique du Cœur Élan'], query);
    assert.equal((await names(backend, 'receiver.example')).length, 2);
    assert.equal((await names(backend, ' ')).length, 2);
    assert.deepEqual(await names(backend, 'foot coeur'), []);
    assert.deepEqual(await names(backend, '.*'), []);
  });
});

describe('MemoryBackend: what it starts with', () => {
  it('lists drafts and integrations in their order', async () => {
    const seed: Integration = {
      ...(draft({ name: 'Failing' }) as Integration),
      id: 'integration-40',
      version: 'v41',
      enabled: false,
      launch: null,
      endpoint: { status: 'erroring', httpStatus: 503, reason: 'http-status' },
    };
    const backend = new MemoryBackend({ integrations: [draft({ name: 'First' }), seed] });
    assert.deepEqual(await names(backend), ['First', 'Failing']);
    assert.deepEqual(await backend.getIntegration('integration-40'), seed);
    const updated = await backend.updateIntegration('integration-40', draft(), seed);
    assert.notEqual(updated.version, 'v41');
    assert.equal(updated.endpoint.status, 'erroring');
    const made = await backend.registerIntegration(draft(), key());
    assert.notEqual(made.id, 'integration-40');
  });

  it('takes no secret and no later change from a seed', async () => {
    const seed = draft({ authentication: { type: 'webhook-key', key: 'hush-hush' } });
    const backend = new MemoryBackend({ integrations: [seed] });
    seed.name = 'Spoiled';
    const [found] = (await backend.listIntegrations({})).items;
    assert.equal(found?.name, 'Made-up notes');
    assert.deepEqual(found?.authentication, { type: 'webhook-key', hasKey: true });
  });

  it('says which seed is not valid', () => {
    assert.throws(
      () => new MemoryBackend({ integrations: [draft({ events: [] })] }),
      /TypeError: .*\/events \(required\)/,
    );
  });

  it('has the event catalogue, or the given one', async () => {
    assert.deepEqual(await new MemoryBackend().listEventTypes({}), EVENT_CATALOGUE);
    const own = [{ code: 'own', module: 'ereferrals' as const, name: 'Own', focus: [] }];
    const backend = new MemoryBackend({ eventTypes: own });
    assert.deepEqual(await backend.listEventTypes({ module: 'ereferrals' }), own);
    assert.deepEqual(await backend.listEventTypes({ module: 'patient-engagement' }), []);
  });
});

describe('MemoryBackend: referral forms', () => {
  const allForms = async (backend: MemoryBackend): Promise<ReferralForm[]> =>
    (await backend.listReferralForms({ limit: 200 })).items;

  it('has 200 with over 500 listings, each of its own id and in two languages', async () => {
    const forms = await allForms(new MemoryBackend());
    assert.equal(forms.length, 200);
    const listings = forms.flatMap((form) => form.listings);
    assert.ok(listings.length > 500);
    assert.equal(new Set(forms.map(({ id }) => id)).size, 200);
    assert.equal(new Set(listings.map(({ id }) => id)).size, listings.length);
    assert.equal(new Set(forms.map(({ name }) => JSON.stringify(name))).size, 200);
    for (const form of forms) {
      assert.ok(form.listings.length >= 1 && form.listings.length <= 6);
      for (const { name } of [form, ...form.listings])
        assert.ok(typeof name === 'object' && name.en && name.fr && name.en !== name.fr);
    }
  });

  it('has the same ones each time', async () => {
    assert.deepEqual(await allForms(new MemoryBackend()), await allForms(new MemoryBackend()));
  });

  it('gives 20 on a page unless told', async () => {
    const { items, total } = await new MemoryBackend().listReferralForms({});
    assert.deepEqual([items.length, total], [20, 200]);
  });

  const finds: [query: string, total: number][] = [
    ['cardiology', 10],
    ['CARDIOLOGIE', 10],
    ['gyneco', 10],
    ['gynéco', 10],
    ['evaluation preoperatoire', 20],
    ['cardiology telehealth', 1],
    ['form-017', 1],
    [' form-017 ', 1],
    ['form-0', 0],
    ['nobody has this', 0],
  ];
  for (const [query, expected] of finds)
    it(`finds ${expected} for "${query}"`, async () => {
      const { items, total } = await new MemoryBackend().listReferralForms({ query });
      assert.equal(total, expected);
      assert.equal(items.length, Math.min(expected, 20));
    });

  it('finds by a listing, and can be given others', async () => {
    const referralForms = [
      { id: 'f1', name: 'One', listings: [{ id: 'l1', name: { en: 'Heron', fr: 'Héron' } }] },
      { id: 'f2', name: 'Two', listings: [] },
    ];
    const backend = new MemoryBackend({ referralForms });
    const { items } = await backend.listReferralForms({ query: 'heron' });
    assert.deepEqual(items, [referralForms[0]]);
    assert.equal((await backend.listReferralForms({})).total, 2);
  });
});
