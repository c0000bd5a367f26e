/** Latency and failures of MemoryBackend, as they are set from outside. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  BACKEND_ERROR_KINDS,
  BackendError,
  isBackendError,
} from '../../src/backend/backend-error.js';
import type { BackendErrorKind } from '../../src/backend/backend-error.js';
import { MemoryBackend } from '../../src/backend/memory.js';
import type { BackendMethod } from '../../src/backend/memory.js';
import { draft, key } from './memory-drafts.js';

const kindOf = (answer: Promise<unknown>): Promise<BackendErrorKind | 'no error' | 'other'> =>
  answer.then(
    () => 'no error',
    (thrown: unknown) => (isBackendError(thrown) ? thrown.kind : 'other'),
  );

describe('MemoryBackend: failures', () => {
  for (const kind of BACKEND_ERROR_KINDS)
    it(`fails once as ${kind}`, async () => {
      const backend = new MemoryBackend();
      backend.failNext(kind);
      assert.equal(await kindOf(backend.listIntegrations({})), kind);
      assert.equal(await kindOf(backend.listIntegrations({})), 'no error');
    });

  it('carries what a server would have sent', async () => {
    const backend = new MemoryBackend();
    const failed = async (kind: BackendErrorKind): Promise<BackendError> => {
      backend.failNext(kind);
      return backend.listIntegrations({}).then(
        () => assert.fail(),
        (thrown: unknown) => thrown as BackendError,
      );
    };
    assert.equal((await failed('rate-limited')).retryAfter, 30);
    assert.equal((await failed('unauthorized')).status, 401);
    assert.equal((await failed('network')).status, undefined);
    assert.deepEqual((await failed('invalid')).fieldErrors, [
      { pointer: '/name', code: 'invalid' },
    ]);
  });

  it('fails with the very error that it is given', async () => {
    const backend = new MemoryBackend();
    const error = new BackendError('invalid', 'Mine', {
      fieldErrors: [{ pointer: '/requestUrl', code: 'taken', detail: 'Taken.' }],
    });
    backend.failNext(error);
    await assert.rejects(backend.listIntegrations({}), (thrown) => thrown === error);
  });

  it('can be told the method and how often', async () => {
    const backend = new MemoryBackend();
    backend.failNext('unavailable', { method: 'listEventTypes', times: 2 });
    assert.equal(await kindOf(backend.listIntegrations({})), 'no error');
    assert.equal(await kindOf(backend.listEventTypes({})), 'unavailable');
    assert.equal(await kindOf(backend.listEventTypes({})), 'unavailable');
    assert.equal(await kindOf(backend.listEventTypes({})), 'no error');
  });

  it('fails in the order that it was told', async () => {
    const backend = new MemoryBackend();
    backend.failNext('network');
    backend.failNext('timeout');
    const both = [backend.listEventTypes({}), backend.listEventTypes({})];
    assert.deepEqual(await Promise.all(both.map(kindOf)), ['network', 'timeout']);
  });

  it('fails for as long as it stands in the map', async () => {
    const backend = new MemoryBackend();
    backend.failures = { listEventTypes: 'forbidden', '*': 'unavailable' };
    assert.equal(await kindOf(backend.listEventTypes({})), 'forbidden');
    assert.equal(await kindOf(backend.listEventTypes({})), 'forbidden');
    assert.equal(await kindOf(backend.listIntegrations({})), 'unavailable');
    backend.failures = {};
    assert.equal(await kindOf(backend.listEventTypes({})), 'no error');
  });

  it('does nothing where it fails', async () => {
    const backend = new MemoryBackend();
    backend.failNext('timeout');
    assert.equal(await kindOf(backend.registerIntegration(draft(), key())), 'timeout');
    assert.equal((await backend.listIntegrations({})).total, 0);
  });

  it('can fail in every method', async () => {
    const backend = new MemoryBackend();
    const calls: Record<BackendMethod, () => Promise<unknown>> = {
      listIntegrations: () => backend.listIntegrations(),
      getIntegration: () => backend.getIntegration('x'),
      registerIntegration: () => backend.registerIntegration(draft(), key()),
      updateIntegration: () => backend.updateIntegration('x', draft(), { version: 'x' }),
      deleteIntegration: () => backend.deleteIntegration('x', { version: 'x' }),
      checkEndpoint: () => backend.checkEndpoint({ integrationId: 'x' }),
      listEventTypes: () => backend.listEventTypes(),
      listReferralForms: () => backend.listReferralForms(),
      uploadLogo: () => backend.uploadLogo(new Blob()),
      getLaunchSettings: () => backend.getLaunchSettings({ integrationId: 'x' }),
      createLaunch: () => backend.createLaunch({ integrationId: 'x', referralRef: 'x' }),
      sendTestEvent: () => backend.sendTestEvent('x', { eventType: 'x' }),
      listDeliveries: () => backend.listDeliveries('x'),
      redeliver: () => backend.redeliver('x'),
    };
    for (const [method, call] of Object.entries(calls)) {
      backend.failNext('rate-limited', { method: method as BackendMethod });
      assert.equal(await kindOf(call()), 'rate-limited', method);
    }
  });
});

describe('MemoryBackend: lost answers', () => {
  it('saves and then fails, and the same key finds what was made', async () => {
    const backend = new MemoryBackend();
    const once = key();
    backend.commitThenFail('timeout');
    assert.equal(await kindOf(backend.registerIntegration(draft(), once)), 'timeout');
    assert.equal((await backend.listIntegrations({})).total, 1);
    const made = await backend.registerIntegration(draft(), once);
    assert.equal((await backend.listIntegrations({})).total, 1);
    backend.commitThenFail();
    const renamed = draft({ name: 'Renamed' });
    assert.equal(await kindOf(backend.updateIntegration(made.id, renamed, made)), 'network');
    assert.equal((await backend.getIntegration(made.id)).name, 'Renamed');
  });

  it('waits for a call that changes something, of the method that was named', async () => {
    const backend = new MemoryBackend();
    backend.commitThenFail('network', { method: 'deleteIntegration' });
    const made = await backend.registerIntegration(draft(), key());
    assert.equal(await kindOf(backend.listIntegrations({})), 'no error');
    assert.equal(await kindOf(backend.deleteIntegration(made.id, made)), 'network');
    assert.equal((await backend.listIntegrations({})).total, 0);
  });

  it('tells a refusal rather than losing it', async () => {
    const backend = new MemoryBackend();
    backend.commitThenFail('network');
    const refused = backend.registerIntegration(draft({ events: [] }), key());
    assert.equal(await kindOf(refused), 'invalid');
  });
});

describe('MemoryBackend: someone else', () => {
  it('changes an integration, so that whoever edits meets a conflict', async () => {
    const backend = new MemoryBackend();
    const made = await backend.registerIntegration(draft(), key());
    const touched = backend.touch(made.id, { name: 'Theirs', version: made.version, id: 'other' });
    assert.equal(touched.name, 'Theirs');
    assert.equal(touched.id, made.id);
    assert.equal(await kindOf(backend.updateIntegration(made.id, draft(), made)), 'conflict');
    assert.equal(await kindOf(backend.updateIntegration(made.id, draft(), touched)), 'no error');
  });

  it('cannot change what is not there, nor through what was answered', async () => {
    const backend = new MemoryBackend();
    assert.throws(() => backend.touch('none'), isBackendError);
    const { id } = await backend.registerIntegration(draft(), key());
    backend.touch(id).events.push('spoiled');
    assert.deepEqual((await backend.getIntegration(id)).events, draft().events);
  });

  it('leaves no secret', async () => {
    const backend = new MemoryBackend();
    const { id } = await backend.registerIntegration(draft(), key());
    const { authentication } = backend.touch(id, {
      authentication: { type: 'webhook-key', key: 'hush', hasKey: true },
    });
    assert.deepEqual(authentication, { type: 'webhook-key', hasKey: true });
  });
});

describe('MemoryBackend: latency and aborting', () => {
  it('takes its time, which can be changed', async () => {
    const backend = new MemoryBackend({ latency: 800 });
    const started = performance.now();
    const slow = backend.listIntegrations({}).then(() => performance.now());
    backend.latency = [1, 3];
    const fast = backend.listIntegrations({}).then(() => performance.now());
    // A busy machine may be late with both; only their order is sure.
    assert.ok((await slow) - started >= 790);
    assert.ok((await fast) < (await slow));
  });

  it('lets a later call overtake', async () => {
    const backend = new MemoryBackend({ latency: 30 });
    const order: string[] = [];
    const slow = backend.listIntegrations({}).then(() => order.push('slow'));
    backend.latency = 1;
    await backend.listIntegrations({}).then(() => order.push('fast'));
    await slow;
    assert.deepEqual(order, ['fast', 'slow']);
  });

  it('stops waiting when aborted, and leaves no listener or timer', async () => {
    const backend = new MemoryBackend({ latency: 60_000 });
    const controller = new AbortController();
    let listeners = 0;
    const { signal } = controller;
    const [add, remove] = [signal.addEventListener, signal.removeEventListener];
    signal.addEventListener = (...given: Parameters<typeof add>) => {
      listeners += 1;
      add.apply(signal, given);
    };
    signal.removeEventListener = (...given: Parameters<typeof remove>) => {
      listeners -= 1;
      remove.apply(signal, given);
    };
    const given = backend.registerIntegration(draft(), { ...key(), signal });
    assert.equal(listeners, 1);
    controller.abort();
    assert.equal(await kindOf(given), 'aborted');
    backend.latency = 1;
    assert.equal((await backend.listIntegrations({})).total, 0);

    const quiet = new AbortController();
    listeners = 0;
    quiet.signal.addEventListener = add;
    await backend.listIntegrations({}, { signal: quiet.signal });
    assert.ok(!process.getActiveResourcesInfo().includes('Timeout'));
  });

  it('never answers with an endless latency, and can still be aborted', async () => {
    const backend = new MemoryBackend({ latency: Infinity });
    const controller = new AbortController();
    const given = kindOf(backend.listEventTypes({}, { signal: controller.signal }));
    const first = await Promise.race([given, new Promise((end) => setTimeout(end, 20, 'waits'))]);
    assert.equal(first, 'waits');
    controller.abort();
    assert.equal(await given, 'aborted');
  });

  it('keeps a failure for the next call where a call was aborted before', async () => {
    const backend = new MemoryBackend();
    backend.failNext('network');
    const signal = AbortSignal.abort();
    assert.equal(await kindOf(backend.listIntegrations({}, { signal })), 'aborted');
    assert.equal(await kindOf(backend.listIntegrations({})), 'network');
  });

  it('changes nothing where it is given up right after the call', async () => {
    const backend = new MemoryBackend();
    const controller = new AbortController();
    const given = backend.registerIntegration(draft(), { ...key(), signal: controller.signal });
    controller.abort();
    assert.equal(await kindOf(given), 'aborted');
    assert.equal((await backend.listIntegrations({})).total, 0);
  });
});
