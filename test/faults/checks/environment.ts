/** The page around the widget is not as expected: storage, globals, clipboard, languages, other libraries. */
import assert from 'node:assert/strict';
import { SHORT } from '../scene.js';
import type { Scene } from '../scene.js';
import type { Checks } from './check.js';

const REGISTER = 'Register integration';
const REGISTERED = 'The integration is registered.';

/** Works as ever in a page that was prepared so. */
const worksWith = async (scene: Scene, prepare: () => void): Promise<void> => {
  const visit = await scene.visit({ before: (page) => page.evaluateOnNewDocument(prepare) });
  const { user, whole } = await scene.filledIn({ draftKey: 'user-1' }, visit);
  await user.ask('settle', 600);
  assert.deepEqual(await user.ask('contents'), whole);
  await scene.savesInTheEnd(user);
  scene.assertSends('save');
};

export const environment: Checks = {
  form: {
    'fault-storage-denied': (scene) =>
      worksWith(scene, () => {
        for (const name of ['sessionStorage', 'localStorage'])
          Object.defineProperty(globalThis, name, {
            get() {
              throw new DOMException('Denied.', 'SecurityError');
            },
          });
      }),
    'fault-storage-full': (scene) =>
      worksWith(scene, () => {
        Storage.prototype.setItem = () => {
          throw new DOMException('Full.', 'QuotaExceededError');
        };
      }),
    'fault-storage-poisoned': async (scene) => {
      const user = await scene.visit();
      const key = 'ocean-integrations:draft:user-1:new';
      const poisons = [
        '{',
        'null',
        '[]',
        '"x"',
        '<img src=x onerror=alert(1)>',
        '{"at":1,"values":{"/name":7}}',
      ];
      for (const poison of poisons) {
        await user.page.evaluate((name, value) => sessionStorage.setItem(name, value), key, poison);
        await user.open(scene.options({ draftKey: 'user-1' }));
        await user.ask('ready');
        await user.ask('settle');
        assert.doesNotMatch(await user.ask('text'), /unsaved draft/, poison);
        assert.equal(
          await user.page.evaluate((name) => sessionStorage.getItem(name), key),
          null,
          poison,
        );
        await user.ask('clear');
      }
      // A whole draft, with what should not be in it.
      await user.open(scene.options({ draftKey: 'user-1' }));
      await user.ask('ready');
      await user.ask('fillIn');
      await user.ask('settle', 600);
      await user.page.evaluate((name) => {
        const kept = sessionStorage.getItem(name) ?? '';
        const message = '<p>Hello<script>alert(1)</script><img src=x onerror=alert(1)></p>';
        const draft = JSON.parse(kept) as { values: Record<string, unknown> };
        draft.values['/launch/confirmationMessage'] = message;
        draft.values['/name'] = message;
        globalThis.oceanHost.place().replaceChildren();
        sessionStorage.setItem(name, JSON.stringify(draft));
      }, key);
      await user.open(scene.options({ draftKey: 'user-1' }));
      await user.press('Restore the draft');
      await user.ask('openAdvanced');
      await user.reads(/Preview .*Hello/);
      assert.deepEqual(await user.ask('addresses', '^x$'), []);
      assert.match(await user.ask('valueOf', 'Integration name'), /<script>/);
    },

    'fault-fetch-patched': async (scene) => {
      const stored = await scene.stored();
      const patches: (() => void)[] = [
        () => (globalThis.fetch = (() => undefined) as never),
        () => (globalThis.fetch = (() => ({ ok: true })) as never),
        () => (globalThis.fetch = () => new Promise(() => undefined)),
        () => {
          globalThis.fetch = () => {
            throw new TypeError('Patched.');
          };
        },
        () => {
          JSON.parse = () => {
            throw new SyntaxError('Patched.');
          };
        },
      ];
      for (const patch of patches) {
        const user = await scene.visit();
        await user.page.evaluate(patch);
        await user.open(scene.options({ id: stored.id, client: { timeLimit: SHORT } }));
        await user.alert(
          /The integration could not be loaded\. (The service|We could not read the service)/,
        );
        scene.assertSends('load', 0);
        await scene.leave(user);
      }
    },

    'fault-clipboard-denied': async (scene) => {
      const user = await scene.registering();
      await user.page.evaluate(() => {
        navigator.clipboard.writeText = () =>
          Promise.reject(new DOMException('Denied.', 'NotAllowedError'));
      });
      await user.press('Show sample payload');
      await user.press(/^Copy /);
      await user.reads(/selected/i);
      const selected = await user.ask('selection');
      assert.match(selected, /"resourceType": "Bundle"/);
    },

    'fault-locale': async (scene) => {
      const user = await scene.registering({ lang: 'xx-YY' });
      await user.press(REGISTER);
      const text = await user.reads('There is a problem');
      assert.match(text, /Enter a name for the integration\./);
      assert.doesNotMatch(text, /\b[a-z]+\.[a-z]+[A-Z]\w*/, 'no key of a text');
      assert.equal(await user.shows('button', 'Cancel'), 1);
    },

    'fault-double-define': async (scene) => {
      // Something else has the name.
      const other = await scene.visit({
        before: (page) =>
          page.evaluateOnNewDocument(() => {
            customElements.define('ocean-integration-form', class extends HTMLElement {});
          }),
      });
      assert.equal(other.warnings.length, 1);
      assert.match(
        other.warnings[0] ?? '',
        /<ocean-integration-form> is already defined by something else/,
      );
      // The same script again: the first definition stays, and works.
      const user = await scene.visit();
      await user.page.evaluate(async () => {
        const [script] = document.scripts;
        await import(`${script?.src}?again`);
      });
      await scene.registering({}, user);
      await user.ask('fillInLittle');
      await user.press(REGISTER);
      await user.notice(REGISTERED);
      assert.deepEqual(user.warnings, []);
      scene.assertSends('save');
    },
  },
};
