/** What a user, a host and a browser do while something is under way. */
import assert from 'node:assert/strict';
import type { Page } from 'puppeteer-core';
import { NOT_SAVED, SHORT, UNCONFIRMED } from '../scene.js';
import type { Scene } from '../scene.js';
import type { Visit } from '../visit.js';
import type { Checks } from './check.js';

const REGISTER = 'Register integration';
const REGISTERED = 'The integration is registered.';
/** Milliseconds until an answer that nobody waits for. */
const NEVER = 60_000;

const SLOW = /The service is taking too long to answer\./;
const SESSION_ENDED = /Your session has ended\./;

/** Of a filled-in form that was asked to save in several ways at once: one request, one integration, one message. */
const savesOnce = async (scene: Scene, press: (user: Visit) => Promise<unknown>): Promise<void> => {
  const { user, whole } = await scene.filledIn();
  scene.proxy.inject('save', { delayMs: scene.row.inject.delayMs });
  await press(user);
  await user.notice(REGISTERED);
  const { Password, ...kept } = whole;
  assert.equal(Password, 'typed-and-not-saved');
  assert.deepEqual({ ...(await user.ask('contents')), Password }, { ...kept, Password });
  assert.equal(await user.shows('heading', REGISTERED), 1);
  assert.equal(await user.savedTimes(), 1);
  assert.equal((await scene.all()).length, 1);
  scene.assertSends('save');
};

/** A click by the mouse: a browser asks before leaving a page only where a user did something there. */
const touch = async (user: Visit): Promise<void> => {
  await user.page.mouse.click(5, 5);
};

const offline = (user: Visit, is = true): Promise<void> => user.page.setOfflineMode(is);

export const lifecycle: Checks = {
  form: {
    'fault-double-click': (scene) =>
      savesOnce(scene, async (user) => {
        await user.press(REGISTER);
        await user.press(REGISTER);
      }),
    'fault-enter-and-click': (scene) =>
      savesOnce(scene, async (user) => {
        await user.press(REGISTER);
        await user.page.evaluate(() =>
          globalThis.oceanHost.find('textbox', 'Integration name').then((field) => field.focus()),
        );
        await user.page.keyboard.press('Enter');
      }),

    'fault-retry-idempotent': async (scene) => {
      const client = { timeLimit: SHORT };
      const fault = { delayMs: 60_000 };
      const user = await scene.failsToSave(SLOW, UNCONFIRMED, {
        fault,
        options: { client },
        registered: 1,
      });
      await scene.savesInTheEnd(user);
      scene.assertSends('save', 2);
      scene.assertSameKey();

      await scene.empty();
      scene.proxy.sent = [];
      const other = await scene.failsToSave(SLOW, UNCONFIRMED, {
        fault,
        options: { client },
        registered: 1,
      });
      scene.proxy.heal();
      await other.ask('type', 'Integration name', 'Edited');
      await other.press(REGISTER);
      await other.notice(REGISTERED);
      const [first, second] = scene.proxy.sends('save');
      assert.notEqual(first?.headers['idempotency-key'], second?.headers['idempotency-key']);
    },
    'fault-idem-422': async (scene) => {
      const user = await scene.failsToSave(
        'The service did not accept the request.',
        /Your changes are not saved\..*Idempotency-Key is already used/,
      );
      await scene.savesInTheEnd(user);
      const [first, second] = scene.proxy.sends('save');
      assert.notEqual(first?.headers['idempotency-key'], second?.headers['idempotency-key']);
    },
    'fault-idem-409': async (scene) => {
      const { user, whole } = await scene.filledIn();
      const running = scene.row.inject;
      scene.proxy.inject('save', running, running, {});
      await user.press(REGISTER);
      await user.reads('Saving…');
      assert.deepEqual(await user.ask('contents'), whole);
      await user.notice(REGISTERED);
      scene.assertSends('save', 3);
      scene.assertSameKey();
      assert.deepEqual(await user.told(), []);
    },

    'fault-offline': async (scene) => {
      const { user, whole } = await scene.filledIn({}, await scene.visit({ fresh: true }));
      await offline(user);
      await user.press(REGISTER);
      await user.notice(
        'You are offline. Nothing was sent, and everything you entered is still here.',
      );
      assert.deepEqual(await user.ask('contents'), whole);
      await offline(user, false);
      await user.reads('You are online again. Press the button to save.');
      await user.ask('settle', 500);
      assert.equal(scene.proxy.sends('save').length, 0, 'nothing was waiting to be sent');
      await scene.savesInTheEnd(user);
      scene.assertSends('save');
    },
    'fault-offline-mid': async (scene) => {
      const { user, whole } = await scene.filledIn({}, await scene.visit({ fresh: true }));
      scene.proxy.inject('save', { network: 'connection-reset', delayMs: 300 });
      await user.press(REGISTER);
      await user.reads('Saving…');
      await scene.proxy.arrived('save');
      await offline(user);
      assert.match(await user.notice('The service cannot be reached.'), UNCONFIRMED);
      assert.deepEqual(await user.ask('contents'), whole);
      await offline(user, false);
      await scene.savesInTheEnd(user);
      scene.assertSends('save', 2);
      scene.assertSameKey();
    },

    'fault-tab-closed': async (scene) => {
      // With a draft: it comes back, without the secret, for this user's key alone.
      const { user, whole } = await scene.filledIn({ draftKey: 'user-1' });
      await user.ask('settle', 600);
      await user.page.reload();
      await user.loaded();
      const kept = await user.page.evaluate(() => JSON.stringify({ ...sessionStorage }));
      assert.match(kept, /Northern Booking/);
      assert.doesNotMatch(kept, /typed-and-not-saved/);
      await user.open(scene.options({ draftKey: 'user-2' }));
      await user.ask('ready');
      assert.doesNotMatch(await user.ask('text'), /unsaved draft/);
      await user.page.evaluate(() => globalThis.oceanHost.place().replaceChildren());
      await user.open(scene.options({ draftKey: 'user-1' }));
      await user.reads(/There is an unsaved draft from/);
      await user.press('Restore the draft');
      await user.ask('openAdvanced');
      const back = await user.ask('contents');
      assert.equal(back['Password'], '');
      for (const name of Object.keys(whole))
        if (!['Password', 'Logo'].includes(name)) assert.deepEqual(back[name], whole[name], name);
      assert.ok(back['Logo']);

      // Without one: the browser asks.
      const other = await scene.registering();
      await other.ask('fillInLittle');
      await touch(other);
      await other.page.reload();
      assert.deepEqual(other.asked, ['beforeunload']);
      await other.loaded();
    },
    'fault-bfcache': async (scene) => {
      if (!(await scene.stage.keepsPages(scene.proxy)))
        return 'This browser has no back/forward cache.';
      const { user, stored } = await scene.editing(
        { draftKey: 'user-1' },
        {},
        await scene.visit({ fresh: true }),
      );
      await user.page.evaluate(() =>
        addEventListener('pageshow', (event) => (document.title = `back: ${event.persisted}`)),
      );
      await user.ask('type', 'Integration name', 'Mine');
      await user.ask('type', 'Password', 'typed-and-not-saved');
      const { version, ...theirs } = await scene.server.getIntegration(stored.id);
      await user.page.goto(`${scene.proxy.otherOrigin}/`);
      await scene.server.updateIntegration(
        stored.id,
        {
          ...theirs,
          requestUrl: 'https://theirs.example/hook',
          authentication: { type: 'basic', username: 'ocean' },
        },
        { version },
      );
      await user.page.goBack();
      assert.equal(await user.page.title(), 'back: true', 'the page was kept by the browser');
      assert.equal(await user.ask('valueOf', 'Integration name'), 'Mine');
      assert.equal(await user.ask('valueOf', 'Password'), 'typed-and-not-saved');
      assert.equal(await user.ask('isDisabled', 'Save changes'), false);
      // What is stale is found when it is saved: nothing is written over.
      await user.press('Save changes');
      await user.notice('Someone else changed this integration since you opened it');
      scene.assertSends('save');
      return undefined;
    },

    'fault-removed-mid': async (scene) => {
      const stored = await scene.stored();
      scene.proxy.inject('load', { delayMs: NEVER });
      const user = await scene.visit();
      await user.open(scene.options({ id: stored.id }));
      await scene.proxy.arrived('load');
      await user.page.evaluate(() => globalThis.oceanHost.place().replaceChildren());
      await scene.proxy.givenUp('load');
      assert.equal(scene.proxy.sends('load').length, 1);
      assert.deepEqual(await user.told(), []);
      await scene.empty();

      const { user: other, whole } = await scene.filledIn();
      let answer = (): void => undefined;
      scene.proxy.inject('save', { held: new Promise<void>((resolve) => (answer = resolve)) });
      await other.press(REGISTER);
      await scene.proxy.arrived('save');
      const removed = await other.page.evaluateHandle(() => {
        const form = globalThis.oceanHost.place().firstElementChild as Element;
        form.remove();
        return form;
      });
      answer();
      await other.ask('settle', 700);
      await removed.evaluate((form) => globalThis.oceanHost.place().append(form));
      await other.ask('settle', 300);
      assert.deepEqual(await other.told(), []);
      assert.deepEqual(await other.ask('contents'), whole);
      scene.assertSends('save');
      await scene.savesInTheEnd(other);
    },
    'fault-moved-mid': async (scene) => {
      const { user, whole } = await scene.filledIn();
      for (const action of ['events', 'list', 'logo'] as const) await scene.proxy.arrived(action);
      await user.ask('settle');
      const before = scene.proxy.sent.length;
      await user.page.evaluate(() => {
        const section = document.createElement('section');
        document.body.append(section);
        section.append(globalThis.oceanHost.place().firstElementChild as Element);
      });
      await user.ask('settle', 300);
      assert.deepEqual(await user.ask('contents'), whole);
      assert.equal(scene.proxy.sent.length, before, 'nothing is asked for again');
      await scene.savesInTheEnd(user);
    },
    'fault-attr-change-mid': async (scene) => {
      const first = await scene.stored({ name: 'First' });
      const second = await scene.stored({ name: 'Second' });
      scene.proxy.inject('load', { delayMs: NEVER }, {});
      const user = await scene.visit();
      await user.open(scene.options({ id: first.id }));
      await scene.proxy.arrived('load');
      await user.page.evaluate(
        (id) => globalThis.oceanHost.form().setAttribute('integration-id', id),
        second.id,
      );
      await user.ask('ready', 'Second');
      await scene.proxy.givenUp('load');
      await user.ask('settle', 100);
      assert.equal(await user.ask('valueOf', 'Integration name'), 'Second');
      const asked = (id: string) =>
        scene.proxy.sends('load').filter(({ path }) => path.endsWith(id));
      assert.deepEqual([asked(first.id).length, asked(second.id).length], [1, 1]);
      assert.equal(asked(first.id)[0]?.givenUp, true);
    },
    'fault-two-instances': async (scene) => {
      const { user, stored } = await scene.editing();
      await user.ask('type', 'Integration name', 'Being edited');
      const before = await user.ask('contents', 0);
      const other = await scene.stored({ name: 'Other' });
      scene.proxy.sent = [];
      scene.proxy.inject('load', { status: 500 });
      await user.open(scene.options({ id: other.id }));
      await user.alert(/The service has a problem\. Try again in a few minutes\./);
      assert.deepEqual(await user.ask('contents', 0), before);
      scene.assertSends('load');
      scene.proxy.heal();
      await user.page.evaluate(() => globalThis.oceanHost.form().parentElement?.remove());
      await user.press('Save changes');
      await user.notice('Your changes are saved.');
      assert.equal((await scene.server.getIntegration(stored.id)).name, 'Being edited');
    },

    'fault-out-of-order': async (scene) => {
      const user = await scene.registering();
      await user.ask('openAdvanced');
      scene.proxy.sent = [];
      const answers = (name: string, delayMs: number) => ({
        delayMs,
        body: JSON.stringify({ items: [{ id: name, name, listings: [] }] }),
      });
      scene.proxy.inject('forms', answers('old', 800), answers('new', 50));
      await user.ask('search', 'ol');
      await user.ask('settle', 350);
      await user.ask('search', 'ne');
      await user.ask('find', 'option', { source: '^new' });
      await user.ask('settle', 900);
      assert.equal(await user.shows('option', /^new/), 1);
      assert.equal(await user.shows('option', /^old/), 0);
      scene.assertSends('forms', 2);
    },
    'fault-save-then-load-race': async (scene) => {
      // The list that the form asks for is that of the integrations whose categories it suggests.
      const { user } = await scene.editing({}, { launch: null });
      scene.proxy.inject('list', { delayMs: 800 });
      scene.proxy.inject('save', { delayMs: 50 });
      await user.press(/^Activate a Referral System Launch/, 'checkbox');
      await user.ask('settle');
      await user.press(/^Activate a Referral System Launch/, 'checkbox');
      await user.ask('type', 'Integration name', 'Saved meanwhile');
      await user.press('Save changes');
      await user.notice('Your changes are saved.');
      await user.ask('settle', 1_000);
      assert.equal(await user.ask('valueOf', 'Integration name'), 'Saved meanwhile');
      assert.equal(scene.proxy.sends('save').length, 1);
    },
    'fault-search-flood': async (scene) => {
      const user = await scene.registering();
      await user.ask('openAdvanced');
      scene.proxy.sent = [];
      scene.proxy.inject('forms', { delayMs: 100 });
      // From inside the page: from outside, a busy machine would make pauses of its own.
      await user.ask('typeFast', 'a form of cardiology');
      await user.reads(/No referral form matches “a form of cardiology”/);
      scene.assertSends('forms');
      assert.ok(scene.proxy.mostAtOnce('forms') <= 1);
    },

    'fault-session-expiry-mid-edit': async (scene) => {
      const client = { token: 'Bearer first' };
      const user = await scene.failsToSave(SESSION_ENDED, NOT_SAVED, {
        fault: { status: 401 },
        options: { client },
      });
      assert.deepEqual(await user.kindsTold(), ['unauthorized']);
      await scene.savesInTheEnd(user);
      scene.assertSends('save', 2);
      scene.assertSameKey();
    },
    'fault-token-refresh-storm': async (scene) => {
      const { launch } = await scene.stored();
      assert.ok(launch);
      const { user } = await scene.filledIn();
      scene.proxy.sent = [];
      const actions = ['events', 'list', 'forms', 'logo', 'check'] as const;
      let answer = (): void => undefined;
      const held = new Promise<void>((resolve) => (answer = resolve));
      for (const action of actions) scene.proxy.inject(action, { status: 401, held });
      await user.ask('renewClient', scene.options());
      await user.ask('chooseLogo');
      await user.press('Check endpoint');
      await user.ask('search', '');
      for (const action of actions) await scene.proxy.arrived(action);
      answer();
      await user.reads(/The events could not be loaded\..*Your session has ended/);
      await user.ask('settle', 400);
      const asked = scene.proxy.sent.length;
      assert.ok(asked >= 5 && asked <= scene.row.sendsAtMost, `${asked} requests`);
      assert.deepEqual(await user.kindsTold(), ['unauthorized']);
    },
    'fault-token-throws': async (scene) => {
      const stored = await scene.stored();
      for (const token of ['rejects', 'never']) {
        const user = await scene.visit();
        await user.open(scene.options({ id: stored.id, client: { token, timeLimit: SHORT } }));
        await user.alert(SESSION_ENDED);
        assert.deepEqual(await user.kindsTold(), ['unauthorized']);
        assert.equal(scene.proxy.sends('load').length, 0);
      }
    },

    'fault-clock-skew': async (scene) => {
      const skew = (page: Page) =>
        page.evaluateOnNewDocument((milliseconds) => {
          const { now } = Date;
          Date.now = () => now() + milliseconds;
        }, 86_400_000);
      const user = await scene.visit({ before: skew });
      await scene.registering({ draftKey: 'user-1' }, user);
      await user.ask('fillInLittle');
      await user.press('Check endpoint');
      const text = await user.reads(/Endpoint verified/);
      assert.doesNotMatch(text, /\b(in|ago|tomorrow|yesterday)\b \d+|\d+ (hours?|days?)/);
      // A draft of tomorrow is offered like any other.
      await user.ask('settle', 600);
      await user.page.reload();
      await user.loaded();
      await user.open(scene.options({ draftKey: 'user-1' }));
      await user.reads(/There is an unsaved draft from/);
      await user.press('Restore the draft');
      await user.press(REGISTER);
      await user.notice(REGISTERED);
      scene.assertSends('save');
      // And loaded, as if nothing had run out.
      const [integration] = await scene.all();
      await user.open(scene.options({ id: integration?.id }));
      await user.ask('ready', 'Northern Imaging');
    },
    'fault-visibility': async (scene) => {
      const stored = await scene.stored();
      scene.proxy.inject('load', { delayMs: 60_000 });
      const user = await scene.visit({ fresh: true });
      await user.open(scene.options({ id: stored.id, client: { timeLimit: SHORT } }));
      await user.ask('settle');
      const session = await user.page.createCDPSession();
      await session.send('Page.setWebLifecycleState', { state: 'frozen' });
      await new Promise((resolve) => setTimeout(resolve, 2 * SHORT));
      await session.send('Page.setWebLifecycleState', { state: 'active' });
      await user.alert(SLOW);
      await user.ask('settle', 500);
      assert.deepEqual(await user.kindsTold(), ['timeout']);
      scene.assertSends('load');
    },
  },
};
