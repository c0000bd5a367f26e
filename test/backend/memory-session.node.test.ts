/** MemoryBackend in the session's storage: what is kept, what never is, and storages that misbehave. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { MemoryBackend } from '../../src/backend/memory.js';
import { draft, key } from './memory-drafts.js';

const STORAGE_KEY = 'ocean-demo';

class FakeStorage {
  readonly items = new Map<string, string>();
  full = false;

  getItem(name: string): string | null {
    return this.items.get(name) ?? null;
  }

  setItem(name: string, value: string): void {
    if (this.full) throw new DOMException('Full', 'QuotaExceededError');
    this.items.set(name, value);
  }
}

const install = (get: () => unknown): void => {
  Object.defineProperty(globalThis, 'sessionStorage', { configurable: true, get });
};

const total = async (backend: MemoryBackend): Promise<number | undefined> =>
  (await backend.listIntegrations({})).total;

describe('MemoryBackend in the session', () => {
  const before = Object.getOwnPropertyDescriptor(globalThis, 'sessionStorage');
  let storage: FakeStorage;

  beforeEach(() => {
    storage = new FakeStorage();
    install(() => storage);
  });

  afterEach(() => {
    if (before) Object.defineProperty(globalThis, 'sessionStorage', before);
    else Reflect.deleteProperty(globalThis, 'sessionStorage');
  });

  const kept = () => new MemoryBackend({ storageKey: STORAGE_KEY });

  it('keeps integrations and deliveries for the next page', async () => {
    const backend = kept();
    const made = await backend.registerIntegration(draft(), key());
    const event = { eventType: 'notify-patient-note-added' };
    const sent = await backend.sendTestEvent(made.id, event);
    const next = kept();
    assert.deepEqual(await next.getIntegration(made.id), await backend.getIntegration(made.id));
    assert.deepEqual((await next.listDeliveries(made.id)).items, [sent]);
    const other = await next.registerIntegration(draft(), key());
    assert.notEqual(other.id, made.id);
  });

  it('shares with a backend of the same key, and with no other', async () => {
    const [one, other] = [kept(), kept()];
    const [apart, unkept] = [new MemoryBackend({ storageKey: 'other' }), new MemoryBackend()];
    const made = await one.registerIntegration(draft(), key());
    assert.equal(await total(other), 1);
    await other.deleteIntegration(made.id, made);
    assert.equal(await total(one), 0);
    assert.equal(await total(apart), 0);
    assert.equal(await total(unkept), 0);
  });

  it('stores nothing unless told', async () => {
    await new MemoryBackend().registerIntegration(draft(), key());
    assert.equal(storage.items.size, 0);
  });

  it('never stores a secret, nor an idempotency key', async () => {
    const backend = kept();
    const once = key();
    const authentications = [
      { type: 'basic', username: 'u', password: 'hush-hush' },
      { type: 'webhook-key', key: 'hush-hush' },
    ] as const;
    for (const authentication of authentications) {
      const made = await backend.registerIntegration(draft({ authentication }), key());
      backend.touch(made.id, { authentication });
    }
    await backend.registerIntegration(draft(), once);
    const raw = JSON.stringify([...storage.items]);
    assert.ok(raw.includes('Made-up notes') && raw.includes('hasPassword'));
    assert.ok(!raw.includes('hush-hush'));
    assert.ok(!raw.includes(once.idempotencyKey));
  });

  it('keeps an empty list empty, and seeds only the first time', async () => {
    const seeded = () => new MemoryBackend({ storageKey: STORAGE_KEY, integrations: [draft()] });
    const [first] = (await seeded().listIntegrations({})).items;
    assert.ok(first);
    await seeded().deleteIntegration(first.id, first);
    assert.equal(await total(seeded()), 0);
  });

  it('works where the storage is denied', async () => {
    install(() => {
      throw new DOMException('Denied', 'SecurityError');
    });
    const backend = kept();
    await backend.registerIntegration(draft(), key());
    assert.equal(await total(backend), 1);
  });

  it('works where there is no storage', async () => {
    install(() => undefined);
    const backend = kept();
    await backend.registerIntegration(draft(), key());
    assert.equal(await total(backend), 1);
  });

  it('works where the storage gets full', async () => {
    const backend = kept();
    await backend.registerIntegration(draft(), key());
    storage.full = true;
    await backend.registerIntegration(draft(), key());
    assert.equal(await total(backend), 2);
    storage.full = false;
    await backend.registerIntegration(draft(), key());
    assert.equal(await total(kept()), 3);
  });

  const poisoned = [
    '',
    'null',
    '{',
    '[]',
    '"<img src=x onerror=alert(1)>"',
    '{"serial":"1","integrations":[],"deliveries":[]}',
    '{"serial":-1,"integrations":[],"deliveries":[]}',
    '{"serial":1,"integrations":{},"deliveries":[]}',
    '{"serial":9007199254740991,"integrations":[],"deliveries":[]}',
    '{"serial":1e400,"integrations":[],"deliveries":[]}',
    '{"serial":1,"integrations":[null,{"place":"x"}],"deliveries":[]}',
    '{"__proto__":{"serial":1}}',
  ];
  for (const raw of poisoned)
    it(`starts anew from ${raw || 'nothing'}`, async () => {
      storage.items.set(STORAGE_KEY, raw);
      const backend = new MemoryBackend({ storageKey: STORAGE_KEY, integrations: [draft()] });
      assert.equal(await total(backend), 1);
      await backend.registerIntegration(draft(), key());
      assert.equal(await total(kept()), 2);
    });

  it('leaves out single items that make no sense, and any secret', async () => {
    const backend = kept();
    const made = await backend.registerIntegration(draft(), key());
    const state = JSON.parse(storage.items.get(STORAGE_KEY) ?? '') as {
      integrations: unknown[];
      deliveries: unknown[];
    };
    const leaking = {
      ...made,
      id: 'leaking',
      authentication: { type: 'webhook-key', key: 'hush', hasKey: true },
    };
    state.integrations.push(
      { place: 5, value: { id: 'half' } },
      { place: 6, value: '<script>' },
      { place: 7, value: leaking },
    );
    state.deliveries.push({ place: 8, value: { id: 'half' } });
    storage.items.set(STORAGE_KEY, JSON.stringify(state));
    const { items } = await kept().listIntegrations({});
    assert.deepEqual(
      items.map(({ id }) => id),
      [made.id, 'leaking'],
    );
    assert.ok(!JSON.stringify(items).includes('hush'));
    assert.equal((await kept().listDeliveries(made.id)).total, 0);
  });

  it('is not changed through the storage by what pollutes prototypes', async () => {
    const backend = kept();
    const made = await backend.registerIntegration(draft(), key());
    const raw = storage.items.get(STORAGE_KEY) ?? '';
    storage.items.set(STORAGE_KEY, raw.replace('"name":', '"__proto__":{"polluted":1},"name":'));
    const read = await kept().getIntegration(made.id);
    assert.equal((read as { polluted?: unknown }).polluted, undefined);
    assert.equal(({} as { polluted?: unknown }).polluted, undefined);
  });
});
