/** A host's own backend, however it misbehaves, and the in-memory one. */
import assert from 'node:assert/strict';
import type { Page } from 'puppeteer-core';
import { BACKEND_ERROR_KINDS } from '../../../src/backend/backend-error.js';
import { UNCONFIRMED } from '../scene.js';
import type { Scene } from '../scene.js';
import type { Visit } from '../visit.js';
import type { Checks } from './check.js';

const WENT_WRONG = /The service has a problem\. Try again in a few minutes\./;
const SLOW = /The service is taking too long to answer\./;
const REGISTER = 'Register integration';
const REGISTERED = 'The integration is registered.';

/** A clock that runs a hundred times as fast for long waits. */
const hurry = (page: Page): Promise<unknown> =>
  page.evaluateOnNewDocument(() => {
    const { setTimeout: wait } = globalThis;
    globalThis.setTimeout = ((work: () => void, milliseconds = 0, ...rest: unknown[]) =>
      wait(work, milliseconds >= 30_000 ? milliseconds / 100 : milliseconds, ...rest)) as never;
  });

/** The backend cannot load; then, good again but for saving, it cannot save. */
const misbehaves = async (
  scene: Scene,
  kind: string,
  says: RegExp,
  before?: (page: Page) => Promise<unknown>,
): Promise<void> => {
  const user = await scene.visit({ before });
  await user.ask('openOwn', scene.options({ id: 'int-1' }), { getIntegration: kind });
  await user.alert(says);
  assert.equal(await user.ask('calls', 'getIntegration'), 1);
  await user.ask('clear');

  await user.ask('openOwn', scene.options(), { registerIntegration: kind });
  await user.ask('ready');
  await user.ask('fillIn');
  const whole = await user.ask('contents');
  await user.press(REGISTER);
  assert.match(await user.notice(says), UNCONFIRMED);
  assert.deepEqual(await user.ask('contents'), whole);
  assert.equal(await user.ask('calls', 'registerIntegration'), 1);
  await user.ask('behave');
  await user.press(REGISTER);
  await user.notice(REGISTERED);
  await scene.leave(user);
};

/** Of a page with a form over a backend of its own. */
const openOwn = async (
  scene: Scene,
  behaviour: Record<string, string>,
  id?: string,
): Promise<Visit> => {
  const user = await scene.visit();
  await user.ask('openOwn', scene.options({ id }), behaviour);
  return user;
};

export const adapters: Checks = {
  form: {
    'fault-adapter-sync-throw': (scene) => misbehaves(scene, 'throws', WENT_WRONG),
    'fault-adapter-never': (scene) => misbehaves(scene, 'never', SLOW, hurry),
    'fault-adapter-reject-odd': async (scene) => {
      for (const kind of ['rejects-undefined', 'rejects-string', 'rejects-dom-exception'])
        await misbehaves(scene, kind, WENT_WRONG);
    },
    'fault-adapter-not-promise': async (scene) => {
      for (const kind of ['plain', 'thenable']) {
        const user = await openOwn(scene, { getIntegration: kind, listEventTypes: kind }, 'int-1');
        await user.ask('ready', 'Northern Imaging');
        assert.deepEqual(await user.told(), []);
        await scene.leave(user);
      }
    },
    'fault-adapter-missing': async (scene) => {
      const user = await openOwn(
        scene,
        { getIntegration: 'missing', sendTestEvent: 'missing' },
        'int-1',
      );
      await user.alert(
        /The service does not offer this function\.|The service has a problem\. Try again in a few minutes\./,
      );
      assert.equal(user.warnings.length, 1);
      assert.match(user.warnings[0] ?? '', /getIntegration/);
      assert.equal((await user.told()).length, 1);
      await scene.leave(user);

      const none = await scene.visit();
      await none.ask('openWithout');
      await none.ask('fillInBasics');
      await none.press(REGISTER);
      await none.notice('There is a problem');
      assert.match(await none.warned(), /a form has no backend/);
    },
    'fault-adapter-mutates': async (scene) => {
      const user = await openOwn(scene, {
        registerIntegration: 'mutates',
        updateIntegration: 'mutates',
      });
      await user.ask('ready');
      await user.ask('fillIn');
      const { Password, ...whole } = await user.ask('contents');
      assert.ok(Password);
      await user.press(REGISTER);
      await user.notice(REGISTERED);
      // What the backend changes of what it has returned comes later.
      await user.ask('settle', 300);
      const { Password: saved, ...contents } = await user.ask('contents');
      assert.equal(saved, '');
      assert.deepEqual(contents, whole);
      assert.equal(await user.ask('calls', 'registerIntegration'), 1);
    },
    'fault-adapter-swap': async (scene) => {
      const user = await openOwn(scene, { getIntegration: 'slow' }, 'int-1');
      await user.ask('settle');
      await user.ask('swapOwn', 'Of the new backend');
      await user.ask('ready', 'Of the new backend');
      await user.ask('settle', 900);
      assert.equal(await user.ask('valueOf', 'Integration name'), 'Of the new backend');
      assert.deepEqual(await user.told(), []);
      assert.equal(await user.ask('calls', 'getIntegration'), 1);
    },

    'fault-mock-isolation': async (scene) => {
      const user = await scene.visit();
      const [used, other] = await user.ask('registerBesideAnother');
      assert.deepEqual(used, ['Northern Imaging']);
      assert.deepEqual(other, []);
    },
    'fault-mock-parity': async (scene) => {
      const user = await scene.visit();
      for (const kind of BACKEND_ERROR_KINDS) {
        const got = await user.page.evaluate(async (wanted) => {
          const { oceanHost: host } = globalThis;
          const backend = new host.MemoryBackend();
          backend.failNext(wanted, { method: 'getIntegration' });
          const direct = await backend.getIntegration('any').then(
            () => 'none',
            (error: { kind: string }) => error.kind,
          );
          backend.failNext(wanted, { method: 'getIntegration' });
          host.told.length = 0;
          host.place().replaceChildren();
          host.open({ baseUrl: '', site: '1', id: 'any' }, backend);
          if (wanted === 'aborted') return [direct, 'aborted'];
          await host.until(() => host.told.length > 0);
          return [direct, host.told[0]?.kind];
        }, kind);
        assert.deepEqual(got, [kind, kind]);
      }
    },
  },
};
