/** Saving: which request is made, and which key it is made with. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { IntegrationBackend } from '../../../src/backend/backend.js';
import type { IntegrationDraft } from '../../../src/integration/schema.js';
import { Saving } from '../../../src/registration/save/saving.js';
import { STORED, backendError, deferred, fakeServices } from '../form-services.js';

const DRAFT: IntegrationDraft = {
  module: 'ereferrals',
  name: 'North',
  requestUrl: 'https://hooks.example.org/x',
  payload: { format: 'ocean-json' },
  authentication: { type: 'none' },
  events: ['add-service-request'],
  enabled: true,
  launch: null,
};
const OTHER = { ...DRAFT, name: 'South' };

/** A saving whose registrations end as `outcome` says, with the keys that they came with. */
const registering = (outcome: () => Error | undefined) => {
  const keys: string[] = [];
  const services = fakeServices({
    registerIntegration: async (_draft, { idempotencyKey }) => {
      keys.push(idempotencyKey);
      const error = outcome();
      if (error) throw error;
      return STORED;
    },
  });
  return { saving: new Saving(services), keys };
};

describe('Saving', () => {
  it('registers a draft with a key of 32 hexadecimal digits', async () => {
    const { saving, keys } = registering(() => undefined);
    assert.deepEqual(await saving.save(DRAFT), { ok: true, value: STORED });
    assert.match(keys[0] ?? '', /^[\da-f]{32}$/);
  });

  it('updates what is stored, with its id and version', async () => {
    const calls: unknown[] = [];
    const services = fakeServices({
      updateIntegration: async (id, draft, options) => {
        calls.push([id, draft, options?.version]);
        return STORED;
      },
    });
    await new Saving(services).save(DRAFT, STORED);
    assert.deepEqual(calls, [['7', DRAFT, '3']]);
  });

  const KEYS: [name: string, error: Error | undefined, next: IntegrationDraft, same: boolean][] = [
    ['a failed connection', backendError('network'), DRAFT, true],
    ['no answer in time', backendError('timeout'), DRAFT, true],
    ['an unavailable server', backendError('unavailable'), DRAFT, true],
    ['an answer that makes no sense', backendError('malformed'), DRAFT, true],
    ['an ended session', backendError('unauthorized'), DRAFT, true],
    ['too many requests', backendError('rate-limited'), DRAFT, true],
    ['content that was rejected', backendError('invalid'), DRAFT, false],
    ['a save that went through', undefined, DRAFT, false],
    ['a failed connection, with other content', backendError('network'), OTHER, false],
  ];
  for (const [name, error, next, same] of KEYS) {
    it(`tries ${same ? 'with the same key' : 'with a new key'} after ${name}`, async () => {
      const { saving, keys } = registering(() => error);
      await saving.save(DRAFT);
      await saving.save(next);
      assert.equal(keys[0] === keys[1], same);
    });
  }

  it('goes back to a new key where the content was changed and changed back', async () => {
    const { saving, keys } = registering(() => backendError('network'));
    for (const draft of [DRAFT, OTHER, DRAFT]) await saving.save(draft);
    assert.equal(new Set(keys).size, 3);
  });

  it('gives the failure, and does not reject', async () => {
    const error = backendError('conflict');
    const { saving } = registering(() => error);
    assert.deepEqual(await saving.save(DRAFT), { ok: false, error });
  });

  it('fails without a backend', async () => {
    const answer = await new Saving(fakeServices()).save(DRAFT);
    assert.equal(answer?.ok, false);
  });

  it('aborts the request, and keeps the key for what it may have done', async () => {
    const under = deferred<typeof STORED>();
    const seen: { key?: string; signal?: AbortSignal }[] = [];
    const registerIntegration: IntegrationBackend['registerIntegration'] = (_draft, options) => {
      seen.push({ key: options.idempotencyKey, signal: options.signal });
      return under.promise;
    };
    const saving = new Saving(fakeServices({ registerIntegration }));
    const first = saving.save(DRAFT);
    saving.abort();
    assert.equal(await first, undefined);
    assert.equal(seen[0]?.signal?.aborted, true);
    const second = saving.save(DRAFT);
    under.resolve(STORED);
    assert.equal((await second)?.ok, true);
    assert.equal(seen[0]?.key, seen[1]?.key);
  });
});
