/** The service cannot be reached, or does not answer in time. */
import assert from 'node:assert/strict';
import type { ErrorCode, Page } from 'puppeteer-core';
import { SHORT, UNCONFIRMED } from '../scene.js';
import type { Scene } from '../scene.js';
import type { Visit } from '../visit.js';
import type { Checks } from './check.js';

const UNREACHABLE = /The service cannot be reached\./;
const SLOW = /The service is taking too long to answer\./;

/** From now on the browser fails requests to the API as if by itself. Undoing it gives the network back. */
const breakNetwork = async (page: Page, reason: ErrorCode): Promise<() => Promise<void>> => {
  await page.setRequestInterception(true);
  let broken = true;
  page.on('request', (request) => {
    if (broken && request.url().includes('/api/')) void request.abort(reason);
    else void request.continue();
  });
  return async () => {
    broken = false;
  };
};

/** Of what an unreachable service does to a filled-in form: said once, nothing lost, saved in the end. */
const keepsWhatIsTyped = async (
  scene: Scene,
  user: Visit,
  whole: Record<string, unknown>,
  heal: () => Promise<void>,
): Promise<void> => {
  await user.press('Register integration');
  const notice = await user.notice(UNREACHABLE);
  assert.match(notice, UNCONFIRMED);
  assert.doesNotMatch(notice, /fetch|net::|http:/i);
  assert.deepEqual(await user.ask('contents'), whole);
  assert.deepEqual(await user.kindsTold(), ['network']);
  await heal();
  await scene.savesInTheEnd(user);
};

/** The browser's own failure, on load and on save. */
const failsInTheBrowser = (reason: ErrorCode) => async (scene: Scene) => {
  const stored = await scene.stored();
  let heal = async (): Promise<void> => undefined;
  const user = await scene.visit({
    before: async (page) => (heal = await breakNetwork(page, reason)),
  });
  await user.open(scene.options({ id: stored.id }));
  await user.alert(UNREACHABLE);
  await heal();
  await scene.loadsInTheEnd(user);
  await scene.empty();

  const { user: other, whole } = await scene.filledIn({}, await scene.visit({ fresh: true }));
  await keepsWhatIsTyped(scene, other, whole, await breakNetwork(other.page, reason));
  assert.equal(scene.proxy.sends('save').length, 1);
};

export const network: Checks = {
  form: {
    'fault-dns': failsInTheBrowser('namenotresolved'),
    'fault-adblock': failsInTheBrowser('blockedbyclient'),

    'fault-refused': async (scene) => {
      const { user, whole } = await scene.filledIn();
      const { port } = scene.proxy;
      await scene.proxy.refuseConnections();
      await keepsWhatIsTyped(scene, user, whole, () => scene.proxy.acceptConnections(port));
      assert.equal(scene.proxy.sends('save').length, 1);
    },

    'fault-tls': async (scene) => {
      // What answers there does not speak TLS: a browser tells this no more apart than a bad certificate.
      const baseUrl = `${scene.proxy.origin.replace('http:', 'https:')}/api/ocean`;
      const stored = await scene.stored();
      const user = await scene.visit();
      await user.open(scene.options({ baseUrl, id: stored.id }));
      await user.alert(UNREACHABLE);
      assert.deepEqual(scene.proxy.sent, [], 'never by plain http instead');

      await scene.empty();
      const { user: other, whole } = await scene.filledIn();
      await other.ask('renewClient', scene.options({ baseUrl }));
      await other.reads('The events could not be loaded.');
      await other.press('Register integration');
      assert.match(await other.notice(UNREACHABLE), UNCONFIRMED);
      const { Logo, ...rest } = await other.ask('contents');
      assert.deepEqual({ ...rest, Logo }, whole);
      assert.equal(scene.proxy.sends('save').length, 0);
      await other.ask('renewClient', scene.options());
      await scene.savesInTheEnd(other);
    },

    'fault-cors': async (scene) => {
      const baseUrl = `${scene.proxy.otherOrigin}/api/ocean`;
      const user = await scene.failsToLoad(UNREACHABLE, { options: { baseUrl } });
      assert.equal(user.warnings.length, 1);
      assert.match(user.warnings[0] ?? '', /CORS/);
      assert.ok(user.warnings[0]?.includes(scene.proxy.origin));
      await scene.empty();
      const other = await scene.failsToSave(UNREACHABLE, UNCONFIRMED, { options: { baseUrl } });
      assert.doesNotMatch(other.warnings.join(), /typed-and-not-saved/);
      await scene.savesInTheEnd(other);
    },

    'fault-preflight': async (scene) => {
      const baseUrl = `${scene.proxy.otherOrigin}/api/ocean`;
      const user = await scene.failsToSave(UNREACHABLE, UNCONFIRMED, {
        options: { baseUrl },
        least: 0,
      });
      assert.equal(scene.proxy.sends('save').length, 0);
      assert.match(user.warnings.join(), /CORS/);
      await scene.savesInTheEnd(user);
    },

    'fault-mixed-content': async (scene) => {
      // A page on https, made up by the browser.
      const address = 'https://portal.example/';
      const user = await scene.visit({
        address,
        before: async (page) => {
          await page.setRequestInterception(true);
          page.on('request', (request) => {
            void scene.stage.hostPage
              .file(request.url())
              .then((file) =>
                request.respond(
                  file
                    ? { status: 200, headers: file.headers, body: file.content }
                    : { status: 404 },
                ),
              );
          });
        },
      });
      await user.open(scene.options({ baseUrl: 'http://api.example/ocean', id: 'any' }));
      await user.alert(UNREACHABLE);
      assert.equal(user.warnings.length, 1);
      assert.match(user.warnings[0] ?? '', /page is on https and the base URL on http/);
      const [told] = await user.told();
      assert.equal(told?.kind, 'network');
      assert.match(told?.message ?? '', /not set up right/);
    },

    'fault-csp-connect': async (scene) => {
      // Of another origin, as the API of a host with such a policy is.
      const baseUrl = `${scene.proxy.otherOrigin}/api/ocean`;
      const forbid = (user: Visit) =>
        user.page.evaluate(() => {
          const policy = document.createElement('meta');
          policy.httpEquiv = 'Content-Security-Policy';
          policy.content = "connect-src 'none'";
          document.head.append(policy);
        });
      const stored = await scene.stored();
      const user = await scene.visit();
      await forbid(user);
      await user.open(scene.options({ baseUrl, id: stored.id }));
      await user.alert(UNREACHABLE);
      assert.match((await user.told())[0]?.message ?? '', /blocked/);
      assert.match(user.warnings.join(), /Content Security Policy: connect-src/);
      await scene.empty();

      const { user: other, whole } = await scene.filledIn({ baseUrl });
      await forbid(other);
      await other.press('Register integration');
      assert.match(await other.notice(UNREACHABLE), UNCONFIRMED);
      assert.deepEqual(await other.ask('contents'), whole);
      assert.match((await other.told())[0]?.message ?? '', /blocked/);
      assert.equal(scene.proxy.sends('save').length, 0);
    },

    'fault-reset-before': async (scene) => {
      const user = await scene.failsToSave(UNREACHABLE, UNCONFIRMED);
      await scene.savesInTheEnd(user);
      scene.assertSameKey();
    },

    'fault-reset-after': async (scene) => {
      const user = await scene.failsToSave(UNREACHABLE, UNCONFIRMED, { registered: 1 });
      await scene.savesInTheEnd(user);
      scene.assertSends('save', 2);
      scene.assertSameKey();
      assert.equal(await user.shows('heading', 'The integration is registered.'), 1);
    },

    'fault-timeout-headers': async (scene) => {
      const client = { timeLimit: SHORT };
      await scene.failsToLoad(SLOW, { options: { client } });
      await scene.empty();
      const { user, whole } = await scene.filledIn({ client });
      scene.proxy.inject('save', scene.row.inject);
      await user.press('Register integration');
      await user.reads('Saving…');
      assert.equal(await user.shows('button', 'Cancel'), 1);
      assert.match(await user.notice(SLOW), UNCONFIRMED);
      assert.equal(await user.ask('isDisabled', 'Register integration'), false);
      assert.deepEqual(await user.ask('contents'), whole);
      scene.assertSends('save');
      await scene.savesInTheEnd(user);
    },

    'fault-stall-body': async (scene) => {
      const client = { timeLimit: SHORT };
      await scene.failsToLoad(SLOW, { options: { client } });
      await scene.empty();
      const user = await scene.failsToSave(SLOW, UNCONFIRMED, {
        options: { client },
        registered: 1,
      });
      assert.doesNotMatch(await user.ask('text'), /Saving…/);
      await scene.savesInTheEnd(user);
    },

    'fault-slow-drip': async (scene) => {
      // A byte each second is well within the limit from one to the next.
      await scene.failsToLoad(SLOW, { options: { client: { timeLimit: 2_500 } } });
    },

    'fault-slow-upload': async (scene) => {
      const { user, whole } = await scene.filledIn();
      await user.press('Remove the logo');
      scene.proxy.inject('logo', scene.row.inject);
      await user.ask('chooseLogo');
      await user.reads('Uploading northern.png…');
      assert.equal(await user.shows('progressbar', 'Upload of the logo'), 1);
      await user.press('Cancel upload');
      await user.reads('northern.png could not be uploaded. The upload was stopped.');
      scene.proxy.heal();
      await user.press('Try again');
      await user.ask('find', 'button', 'Remove the logo');
      assert.deepEqual(await user.ask('contents'), whole);
      assert.equal((await scene.all()).length, 0);
    },
  },
};
