/** The service refuses, or fails: 4xx and 5xx. */
import assert from 'node:assert/strict';
import { NOT_SAVED, UNCONFIRMED } from '../scene.js';
import type { Scene } from '../scene.js';
import type { Visit } from '../visit.js';
import type { Check, Checks } from './check.js';

const NOT_ACCEPTED = /The service did not accept the request\./;
const WENT_WRONG = /The service has a problem\. Try again in a few minutes\./;
const SESSION_ENDED =
  /Your session has ended\. Sign in again, then press the button again\. Everything you entered is still here\./;
const REGISTER = 'Register integration';
const SAVE = 'Save changes';

/** What HTML or a stack of the server's would look like on the page. */
const assertNothingOfTheBody = async (user: Visit): Promise<void> => {
  const text = await user.ask('text');
  assert.doesNotMatch(text, /<h|<s|Bad [Rr]equest|Bad gateway|hunter2|stack/);
};

const load =
  (says: RegExp): Check =>
  async (scene) => {
    const user = await scene.failsToLoad(says);
    await assertNothingOfTheBody(user);
  };

const save =
  (heading: RegExp, says: RegExp): Check =>
  async (scene) => {
    const user = await scene.failsToSave(heading, says);
    await assertNothingOfTheBody(user);
    await scene.savesInTheEnd(user);
  };

const both =
  (onLoad: Check, onSave: Check): Check =>
  async (scene) => {
    await onLoad(scene);
    await scene.empty();
    scene.proxy.sent = [];
    await onSave(scene);
  };

/** The server's sentence stands at the field; the summary that has the focus links to it. */
const refusesRequestUrl = async (scene: Scene, sentence: string): Promise<Visit> => {
  const user = await scene.failsToSave('There is a problem', new RegExp(sentence));
  const { invalid, description } = await user.ask('problemAt', 'Request URL');
  assert.equal(invalid, true);
  assert.ok(description.includes(sentence));
  await user.press(sentence, 'link');
  assert.equal(await user.ask('focused'), 'Request URL');
  return user;
};

/** Waits for the count-down with the page's clock put forward; nothing is sent before its end. */
const waitsItOut = async (scene: Scene, user: Visit, button: string): Promise<void> => {
  assert.equal(await user.ask('isDisabled', button), true);
  const before = scene.proxy.sends('save').length;
  await user.press(button);
  await user.page.evaluate(() => {
    const { now } = Date;
    Date.now = () => now() + 25_000;
  });
  await user.reads(/Try again in [1-6] seconds?\./);
  assert.equal(scene.proxy.sends('save').length, before);
  await user.page.evaluate(() => {
    const { now } = Date;
    Date.now = () => now() + 10_000;
  });
  await user.ask('enabled', button);
};

const asksToWait = async (scene: Scene, fault = scene.row.inject): Promise<void> => {
  const user = await scene.failsToSave(
    'Too many requests at the moment.',
    /Your changes are not saved\. ?Try again in (30|29|28) seconds\./,
    { fault },
  );
  await waitsItOut(scene, user, REGISTER);
  await scene.savesInTheEnd(user);
};

/** Someone else saves the integration meanwhile. */
const changedByAnother = async (scene: Scene, id: string): Promise<void> => {
  const { version, ...theirs } = await scene.server.getIntegration(id);
  await scene.server.updateIntegration(
    id,
    { ...theirs, name: 'Theirs', authentication: { type: 'basic', username: 'ocean' } },
    { version },
  );
};

const conflicts = async (scene: Scene, fault: boolean): Promise<void> => {
  const { user, stored } = await scene.editing();
  await changedByAnother(scene, stored.id);
  await user.ask('type', 'Integration name', 'Mine');
  await user.ask('type', 'Password', 'typed-and-not-saved');
  if (fault) scene.proxy.inject('save', scene.row.inject);
  await user.press(SAVE);
  await user.notice('Someone else changed this integration since you opened it');
  await user.reads(/Mine.*Theirs/);
  scene.assertSends('save');
  assert.equal((await scene.server.getIntegration(stored.id)).name, 'Theirs');
  assert.equal(await user.ask('valueOf', 'Integration name'), 'Mine');
  assert.equal(await user.ask('valueOf', 'Password'), 'typed-and-not-saved');
  scene.proxy.heal();
  await user.press('Keep all mine');
  await user.press(SAVE);
  await user.notice('Your changes are saved.');
  assert.equal((await scene.server.getIntegration(stored.id)).name, 'Mine');
  const { authentication } = scene.lastSaved();
  assert.equal(authentication.type === 'basic' && authentication.password, 'typed-and-not-saved');
};

/** The sentence stands at the logo; the rest of the form is as it was, and is saved without one. */
const refusesLogo = async (scene: Scene, says: RegExp): Promise<void> => {
  const { user, whole } = await scene.filledIn();
  await user.press('Remove the logo');
  scene.proxy.inject('logo', scene.row.inject);
  scene.proxy.sent = [];
  await user.ask('chooseLogo');
  await user.reads(says);
  scene.assertSends('logo');
  assert.match((await user.ask('problemAt', 'Logo')).description, says);
  assert.deepEqual(await user.ask('contents'), { ...whole, Logo: '' });
  await scene.savesInTheEnd(user);
  assert.equal(scene.lastSaved().launch?.logoUrl ?? null, null);
};

export const refusals: Checks = {
  form: {
    'fault-400-problem': async (scene) => {
      const user = await refusesRequestUrl(scene, 'must be https');
      // The form knows no such field; the sentence stands in the summary.
      await user.reads(
        'The service did not accept this: This value is not valid. Check it. unknown event',
      );
      await user.ask('type', 'Request URL', 'https://hooks.northern-imaging.example/other');
      await scene.savesInTheEnd(user);
    },
    'fault-422': async (scene) => {
      const user = await refusesRequestUrl(scene, 'is not reachable');
      assert.equal(await user.page.evaluate(() => 'x' in {}), false);
      await user.ask('type', 'Request URL', 'https://hooks.northern-imaging.example/other');
      await scene.savesInTheEnd(user);
    },
    'fault-400-unknown-pointer': async (scene) => {
      const user = await scene.failsToSave(
        'There is a problem',
        /The service did not accept this: ?This value is not valid\. Check it\. ?x/,
      );
      await scene.savesInTheEnd(user);
    },
    'fault-400-html': save(NOT_ACCEPTED, NOT_SAVED),
    'fault-400-long': async (scene) => {
      const user = await scene.failsToSave(NOT_ACCEPTED, /long long/);
      const notice = await user.notice(NOT_ACCEPTED);
      assert.ok(notice.length < 500, `${notice.length} characters`);
      assert.match(notice, /…/);
      await scene.savesInTheEnd(user);
    },

    'fault-401': both(
      async (scene) => {
        const user = await scene.failsToLoad(SESSION_ENDED);
        assert.deepEqual(await user.kindsTold(), ['unauthorized']);
      },
      async (scene) => {
        const user = await scene.failsToSave(SESSION_ENDED, NOT_SAVED);
        assert.deepEqual(await user.kindsTold(), ['unauthorized']);
        assert.equal(await user.shows('form', /[Ss]ign in/), 0);
        await scene.savesInTheEnd(user);
      },
    ),
    'fault-403': both(load(/You do not have permission to do this\./), async (scene) => {
      const user = await scene.failsToSave('You do not have permission to do this.', NOT_SAVED);
      assert.equal(await user.ask('isDisabled', REGISTER), true);
      await user.press(REGISTER);
      await user.ask('settle');
      scene.assertSends('save');
      scene.proxy.heal();
      await user.ask('type', 'Category', 'eConsult');
      assert.equal(await user.ask('isDisabled', REGISTER), false);
      await scene.savesInTheEnd(user);
    }),
    'fault-404-edit': async (scene) => {
      const { user, stored } = await scene.editing();
      await user.ask('type', 'Integration name', 'Northern Imaging West');
      await user.ask('type', 'Password', 'typed-and-not-saved');
      await scene.server.deleteIntegration(stored.id, { version: stored.version });
      await user.press(SAVE);
      assert.match(await user.notice('This integration no longer exists.'), NOT_SAVED);
      scene.assertSends('save');
      await user.press('Register as a new integration');
      await user.notice('The integration is registered.');
      const [integration, ...others] = await scene.all();
      assert.equal(integration?.name, 'Northern Imaging West');
      assert.deepEqual(others, []);
      const { authentication } = scene.lastSaved();
      assert.equal(
        authentication.type === 'basic' && authentication.password,
        'typed-and-not-saved',
      );
    },
    'fault-404-list': async (scene) => {
      scene.proxy.inject('events', scene.row.inject);
      const user = await scene.visit();
      await user.open(scene.options());
      await user.reads('The events could not be loaded.');
      assert.doesNotMatch(await user.ask('text'), /offers no events/);
      assert.deepEqual(await user.kindsTold(), ['not-found']);
      scene.assertSends('events');
      await assert.rejects(
        () => (scene.proxy.inject('list', scene.row.inject), scene.client().listIntegrations({})),
        { kind: 'not-found', status: 404 },
      );
    },
    'fault-405': async (scene) => {
      const { user } = await scene.editing();
      await user.ask('type', 'Integration name', 'Mine');
      scene.proxy.inject('save', scene.row.inject);
      await user.press(SAVE);
      const notice = await user.notice(NOT_ACCEPTED);
      assert.match(notice, NOT_SAVED);
      assert.match(notice, /For support: HTTP status 405/);
      assert.equal(await user.ask('valueOf', 'Integration name'), 'Mine');
      scene.assertSends('save');
    },
    'fault-406': load(NOT_ACCEPTED),
    'fault-431': load(NOT_ACCEPTED),
    'fault-414': async (scene) => {
      await scene.failsToLoad(NOT_ACCEPTED);
      // What is typed in a search does not get that far.
      const user = await scene.registering();
      await user.ask('openAdvanced');
      await user.ask('search', 'long '.repeat(20_000));
      await user.reads(/No referral form matches/);
      const asked = scene.proxy.sends('forms').at(-1)?.path ?? '';
      assert.ok(asked.length < 2_000, `${asked.length} characters`);
    },
    'fault-451': both(load(NOT_ACCEPTED), save(NOT_ACCEPTED, NOT_SAVED)),
    'fault-409': async (scene) => {
      const user = await scene.failsToSave(
        'The service refused this because it conflicts with what is already saved. Contact your technical support.',
        /Your changes are not saved\..*An integration with this URL exists\./,
      );
      await scene.savesInTheEnd(user);
    },
    // The server finds by itself that the version is an older one.
    'fault-412': (scene) => conflicts(scene, false),
    'fault-428': (scene) => conflicts(scene, true),
    'fault-413': async (scene) => {
      await refusesLogo(scene, /northern\.png could not be uploaded\..*accepts logos up to 256 kB/);
      await scene.empty();
      scene.proxy.sent = [];
      await save(
        /What you entered is too large for the service\. Shorten the confirmation message\./,
        NOT_SAVED,
      )(scene);
    },
    'fault-415': (scene) =>
      refusesLogo(scene, /northern\.png could not be uploaded\..*PNG and WebP pictures only/),

    'fault-429-seconds': both(
      async (scene) => {
        const stored = await scene.stored();
        scene.proxy.inject('load', scene.row.inject);
        const user = await scene.visit();
        await user.open(scene.options({ id: stored.id }));
        await user.alert(/Too many requests at the moment\..*Try again in (30|29|28) seconds\./);
        assert.equal(await user.shows('button', 'Try again'), 0);
        scene.assertSends('load');
        await user.page.evaluate(() => {
          const { now } = Date;
          Date.now = () => now() + 31_000;
        });
        await scene.loadsInTheEnd(user);
      },
      (scene) => asksToWait(scene),
    ),
    'fault-429-date': async (scene) => {
      await asksToWait(scene);
      await scene.empty();
      scene.proxy.sent = [];
      // A server whose clock is an hour ahead: its own Date tells how long it means.
      const ahead = (seconds: number) => new Date(Date.now() + seconds * 1_000).toUTCString();
      const headers = { 'retry-after': ahead(3_630), date: ahead(3_600) };
      await asksToWait(scene, { status: 429, headers });
    },
    'fault-429-bad': async (scene) => {
      const stored = await scene.stored();
      const user = await scene.visit();
      for (const value of ['99999999', '-5', 'soon']) {
        scene.proxy.inject('load', { status: 429, headers: { 'retry-after': value } });
        await user.open(scene.options({ id: stored.id }));
        await user.alert(/Try again in (60|59|58) seconds\./);
        scene.assertSends('load');
        scene.proxy.sent = [];
        await user.page.evaluate(() => globalThis.oceanHost.place().replaceChildren());
      }
    },

    'fault-500': both(
      load(
        /The service has a problem\. Try again in a few minutes\. ?For support: request req-123/,
      ),
      async (scene) => {
        const user = await scene.failsToSave(WENT_WRONG, /For support: request req-123/);
        assert.match(await user.notice(WENT_WRONG), UNCONFIRMED);
        await assertNothingOfTheBody(user);
        await scene.savesInTheEnd(user);
      },
    ),
    'fault-501': async (scene) => {
      const user = await scene.failsToSave(
        'The service does not offer this function. Contact your technical support.',
        NOT_SAVED,
      );
      await scene.savesInTheEnd(user);
    },
    'fault-502': both(
      async (scene) => {
        const user = await scene.failsToLoad(WENT_WRONG, { recovers: false });
        await assertNothingOfTheBody(user);
        assert.equal(scene.proxy.sends('load').length, 3, 'two quiet retries');
        assert.deepEqual(await user.kindsTold(), ['unavailable']);
        await scene.loadsInTheEnd(user);
      },
      async (scene) => {
        const user = await scene.failsToSave(WENT_WRONG, UNCONFIRMED);
        await assertNothingOfTheBody(user);
        scene.assertSameKey();
        await scene.savesInTheEnd(user);
      },
    ),
    'fault-503-retry': async (scene) => {
      // The row's list is the events of the form.
      scene.proxy.inject('events', scene.row.inject.sequence?.[0] ?? {}, {});
      const user = await scene.visit();
      await user.open(scene.options());
      await user.reads('Loading the events…');
      await user.ask('ready');
      scene.assertSends('events', 2);
      assert.deepEqual(await user.told(), []);
    },
    'fault-504': async (scene) => {
      const user = await scene.failsToSave(WENT_WRONG, UNCONFIRMED, { registered: 1 });
      assert.equal(scene.proxy.sends('save').length, 1);
      await scene.savesInTheEnd(user);
      scene.assertSends('save', 2);
      scene.assertSameKey();
    },
    'fault-5xx-flap': async (scene) => {
      // The list that the form has is that of the events; it is asked for again with another client.
      const user = await scene.registering();
      scene.proxy.sent = [];
      scene.proxy.inject('events', { status: 500 });
      await user.ask('renewClient', scene.options());
      await user.reads('The events could not be loaded.');
      assert.equal(await user.shows('checkbox', 'New referral sent'), 1);
      scene.assertSends('events');
      scene.proxy.heal();
      await user.press('Try again');
      await user.ask('gone', 'The events could not be loaded.');
      assert.equal(await user.shows('checkbox', 'New referral sent'), 1);
    },
  },
};
