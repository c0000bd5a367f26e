/** What becomes of a call of a backend that a host wrote, however it misbehaves. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { IntegrationBackend } from '../../src/backend/backend.js';
import { BackendError } from '../../src/backend/backend-error.js';
import { CALL_TIME_LIMIT, call } from '../../src/backend/call.js';

const BACKEND = {} as IntegrationBackend;

const never = (): Promise<never> => new Promise(() => undefined);

const kindOf = async (promise: Promise<unknown>): Promise<string> => {
  try {
    await promise;
    return 'a value';
  } catch (error) {
    return error instanceof BackendError ? error.kind : `not a BackendError: ${String(error)}`;
  }
};

describe('call', () => {
  const OWN = new BackendError('conflict', 'As it was.');
  const THROWN: readonly (readonly [thrown: unknown, kind: string])[] = [
    [OWN, 'conflict'],
    [new DOMException('', 'AbortError'), 'aborted'],
    [new DOMException('', 'TimeoutError'), 'timeout'],
    [new Error('x'), 'unavailable'],
    ['text', 'unavailable'],
    [null, 'unavailable'],
    [undefined, 'unavailable'],
    [{ name: 'BackendError', kind: 'made-up' }, 'unavailable'],
  ];
  for (const [thrown, kind] of THROWN) {
    it(`${String(thrown)}, rejected: ${kind}`, async () =>
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
      assert.equal(await kindOf(call(BACKEND, () => Promise.reject(thrown))), kind));
    it(`${String(thrown)}, thrown at once: ${kind}`, async () => {
      const request = (): never => {
        throw thrown;
      };
      assert.equal(await kindOf(call(BACKEND, request)), kind);
    });
  }

  it('gives the error itself where it is one of ours', async () => {
    await assert.rejects(
      call(BACKEND, () => Promise.reject(OWN)),
      (error) => error === OWN,
    );
  });

  it('is unsupported without a backend, and asks nothing', async () => {
    let asked = false;
    const request = () => (asked = true);
    assert.equal(await kindOf(call(undefined, request)), 'unsupported');
    assert.equal(asked, false);
  });

  it('hands the backend to the request, and its value back', async () => {
    assert.equal(await call(BACKEND, (backend) => (backend === BACKEND ? 'yes' : 'no')), 'yes');
    assert.equal(await call(BACKEND, async () => 7), 7);
    assert.equal(await call(BACKEND, () => undefined), undefined);
  });

  it('copies what the backend returned, which the backend may keep and change', async () => {
    const kept = { name: 'before', events: ['a'], launch: { companyName: { en: 'x', fr: 'y' } } };
    const given = await call(BACKEND, () => kept);
    kept.name = 'after';
    kept.events.push('b');
    kept.launch.companyName.en = 'changed';
    assert.deepEqual(given, {
      name: 'before',
      events: ['a'],
      launch: { companyName: { en: 'x', fr: 'y' } },
    });
  });

  it('does not change what the backend keeps when a widget changes its value', async () => {
    const kept = [{ id: '1' }];
    const given = await call(BACKEND, () => kept);
    given.push({ id: '2' });
    assert.deepEqual(kept, [{ id: '1' }]);
  });

  it('gives what cannot be copied as it is', async () => {
    const odd = { items: [], describe: () => 'odd' };
    assert.equal(await call(BACKEND, () => odd), odd);
  });

  it('asks nothing where it was given up before', async () => {
    let asked = false;
    const request = () => (asked = true);
    assert.equal(await kindOf(call(BACKEND, request, AbortSignal.abort())), 'aborted');
    assert.equal(asked, false);
  });

  for (const heeds of [true, false])
    it(`ends when it is given up${heeds ? '' : ', though the backend does not heed its signal'}`, async () => {
      const controller = new AbortController();
      let signal: AbortSignal | undefined;
      const request = (_: IntegrationBackend, given: AbortSignal): Promise<never> => {
        signal = given;
        return new Promise((_resolve, reject) => {
          if (heeds) given.addEventListener('abort', () => reject(new Error('aborted')));
        });
      };
      const called = kindOf(call(BACKEND, request, controller.signal));
      await Promise.resolve();
      assert.equal(signal?.aborted, false);
      const reason = new Error('why');
      controller.abort(reason);
      assert.equal(await called, 'aborted');
      assert.equal(signal?.aborted, true);
      assert.equal(signal?.reason, reason);
    });

  it('ends when the time is up, and tells the backend so', async (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    let signal: AbortSignal | undefined;
    const called = kindOf(
      call(BACKEND, (_, given) => {
        signal = given;
        return never();
      }),
    );
    t.mock.timers.tick(CALL_TIME_LIMIT - 1);
    await Promise.resolve();
    assert.equal(signal?.aborted, false);
    t.mock.timers.tick(1);
    assert.equal(await called, 'timeout');
    assert.equal(signal?.aborted, true);
  });

  it('waits a minute at most', () => assert.equal(CALL_TIME_LIMIT, 60_000));

  it('leaves nothing behind: no timer, and no listener at the caller’s signal', async (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const controller = new AbortController();
    const { signal: caller } = controller;
    const listeners = new Set<unknown>();
    t.mock.method(caller, 'addEventListener', (_: string, listener: unknown) =>
      listeners.add(listener),
    );
    t.mock.method(caller, 'removeEventListener', (_: string, listener: unknown) =>
      listeners.delete(listener),
    );
    const signals: AbortSignal[] = [];
    for (const end of [async () => 1, () => Promise.reject(new Error('no'))])
      await kindOf(
        call(
          BACKEND,
          (_, signal) => {
            signals.push(signal);
            return end();
          },
          caller,
        ),
      );
    assert.equal(listeners.size, 0);
    t.mock.timers.tick(CALL_TIME_LIMIT);
    assert.deepEqual(
      signals.map(({ aborted }) => aborted),
      [false, false],
    );
  });
});
