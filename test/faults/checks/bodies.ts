/** The service answers, and the answer is not what was asked for; or it sends the request elsewhere. */
import assert from 'node:assert/strict';
import type { Answer } from '../faulty-proxy.js';
import { NOT_SAVED, SHORT, UNCONFIRMED } from '../scene.js';
import type { Scene } from '../scene.js';
import type { Visit } from '../visit.js';
import type { Checks } from './check.js';

const UNREADABLE = /We could not read the service’s answer\./;
const SESSION_ENDED = /Your session has ended\. Sign in again/;
const NO_EVENTS = 'The service offers no events for this module.';

const unreadable = async (scene: Scene): Promise<void> => {
  const user = await scene.failsToLoad(UNREADABLE);
  assert.deepEqual(await user.kindsTold(), ['malformed']);
};

const unreadableSave = async (scene: Scene): Promise<Visit> => {
  const user = await scene.failsToSave(UNREADABLE, UNCONFIRMED);
  await scene.savesInTheEnd(user);
  return user;
};

/** The list of events is read as it is: there are none. */
const readsEvents = async (scene: Scene): Promise<Visit> => {
  scene.proxy.inject('events', scene.row.inject);
  const user = await scene.visit();
  await user.open(scene.options());
  await user.reads(NO_EVENTS);
  scene.assertSends('events');
  assert.deepEqual(await user.told(), []);
  return user;
};

/** Changes the integration that the server gives. */
export const changeIntegration =
  (change: (integration: Record<string, unknown>) => void) =>
  (answer: Answer): void => {
    const integration = JSON.parse(answer.body.toString('utf8')) as Record<string, unknown>;
    change(integration);
    answer.body = Buffer.from(JSON.stringify(integration));
  };

/** A new integration is registered, whatever the answer looks like; saving again is an update. */
const registersOnce = async (scene: Scene, fault: object): Promise<void> => {
  const { user } = await scene.filledIn();
  scene.proxy.inject('save', fault, {});
  await user.press('Register integration');
  await user.notice('The integration is registered.');
  scene.assertSends('save');
  assert.equal(await user.ask('valueOf', 'Integration name'), 'Northern Imaging');
  await user.ask('type', 'Integration name', 'Northern Imaging West');
  await user.press('Save changes');
  await user.notice('Your changes are saved.');
  assert.deepEqual(
    scene.proxy.sends('save').map(({ method }) => method),
    ['POST', 'PUT'],
  );
  assert.deepEqual(
    (await scene.all()).map(({ name }) => name),
    ['Northern Imaging West'],
  );
};

export const bodies: Checks = {
  form: {
    'fault-json-null': unreadable,
    'fault-json-wrong-shape': unreadable,
    'fault-json-deep': unreadable,
    'fault-empty-200': unreadable,
    'fault-204-read': unreadable,
    'fault-json-garbage': async (scene) => void (await unreadableSave(scene)),
    'fault-json-truncated': async (scene) => {
      await unreadable(scene);
      await scene.empty();
      await unreadableSave(scene);
    },
    'fault-html-200': async (scene) => {
      const user = await scene.failsToLoad(UNREADABLE, { recovers: false });
      assert.equal(await user.shows('form', ''), 0, 'no form of the login page');
      await scene.loadsInTheEnd(user);
      await scene.empty();
      await unreadableSave(scene);
    },

    'fault-json-bom': async (scene) => {
      await readsEvents(scene);
      scene.proxy.heal();
      scene.proxy.inject('load', {
        change: (answer) => (answer.body = Buffer.concat([Buffer.from('\ufeff'), answer.body])),
      });
      await scene.editing();
    },
    'fault-json-proto': async (scene) => {
      const user = await readsEvents(scene);
      assert.equal(await user.page.evaluate(() => 'polluted' in {}), false);
    },
    'fault-wrong-type-text': async (scene) => {
      // Answers are JSON by what they hold, as RestBackend says: the same each time.
      await readsEvents(scene);
      scene.proxy.heal();
      scene.proxy.inject('load', { headers: { 'content-type': 'text/plain' } });
      await scene.editing();
    },
    'fault-json-latin1': async (scene) => {
      await unreadable(scene);
      scene.proxy.inject('load', {
        change: (answer) => (answer.body = Buffer.from(answer.body.toString('utf8'), 'latin1')),
      });
      const { user, stored } = await scene.editing({}, { name: 'Clinique Été' });
      await user.ask('type', 'User name', 'someone else');
      await user.press('Save changes');
      await user.notice('Your changes are saved.');
      assert.equal((await scene.server.getIntegration(stored.id)).name, 'Clinique Été');
    },

    'fault-json-html-in-fields': async (scene) => {
      scene.proxy.inject('load', {
        change: changeIntegration((integration) => {
          integration['name'] = '<img src=x onerror=alert(1)>';
          integration['requestUrl'] = 'javascript:alert(1)';
          Object.assign(integration['launch'] as object, {
            confirmationMessage:
              '<p>Hello<script>alert(1)</script><img src=x onerror=alert(1)></p>',
            logoUrl: 'javascript:alert(1)',
          });
        }),
      });
      const stored = await scene.stored();
      const user = await scene.visit();
      await user.open(scene.options({ id: stored.id }));
      await user.ask('ready', '<img src=x onerror=alert(1)>');
      await user.ask('openAdvanced');
      await user.reads(/Preview .*Hello/);
      assert.deepEqual(await user.ask('addresses', 'javascript:|^x$'), []);
    },

    'fault-204-save': async (scene) => {
      const { user, stored } = await scene.editing();
      const name = 'Northern Imaging West';
      await user.ask('type', 'Integration name', name);
      scene.proxy.inject('save', { commitThen: { status: 204 } });
      await user.press('Save changes');
      await user.notice('Your changes are saved.');
      assert.equal(await user.ask('valueOf', 'Integration name'), name);
      assert.equal((await scene.server.getIntegration(stored.id)).name, name);
      scene.assertSends('save');
    },
    'fault-201-nobody': (scene) =>
      registersOnce(scene, { commitThen: { status: 201, headers: { location: '@real' } } }),
    'fault-201-nolocation': (scene) => registersOnce(scene, { commitThen: { status: 201 } }),
    'fault-202': async (scene) => {
      const user = await scene.failsToSave(
        'The service received the integration and is still setting it up.',
        /The integration is not active yet\..*Try again in [12] seconds?\./,
        { fault: { commitThen: scene.row.inject }, registered: 1 },
      );
      assert.equal(await user.ask('isDisabled', 'Register integration'), true);
      assert.doesNotMatch(await user.ask('text'), /is registered/);
      await user.ask('enabled', 'Register integration');
      await scene.savesInTheEnd(user);
      scene.assertSameKey();
    },

    'fault-10mb': async (scene) => {
      scene.proxy.inject('events', scene.row.inject);
      const user = await scene.visit();
      await user.open(scene.options());
      await user.reads('The events could not be loaded.');
      assert.deepEqual(await user.kindsTold(), ['too-large']);
      scene.assertSends('events');
      scene.proxy.heal();
      await user.press('Try again');
      await user.ask('ready');
    },
    'fault-no-content-length': async (scene) => {
      scene.proxy.inject('load', scene.row.inject);
      await scene.editing();
      scene.assertSends('load');
    },

    'fault-301': async (scene) => {
      const stored = await scene.stored();
      const location = `/v2/integrations/${stored.id}`;
      scene.proxy.inject('load', { status: 301, headers: { location } });
      const user = await scene.visit();
      await user.open(scene.options({ id: stored.id }));
      await user.ask('ready', stored.name);
      scene.assertSends('load');
      assert.deepEqual(await user.told(), []);
    },
    'fault-302-login': async (scene) => {
      const location = `${scene.proxy.otherOrigin}/api/login`;
      const client = { token: 'Bearer of-this-user', timeLimit: 5_000 };
      const fault = { status: 302, headers: { location } };
      const user = await scene.failsToLoad(SESSION_ENDED, { fault, options: { client } });
      assert.deepEqual(await user.kindsTold(), ['unauthorized']);
      const arrived = scene.proxy.sent.filter(({ path }) => path === '/api/login');
      assert.ok(arrived.length > 0);
      assert.deepEqual(
        arrived.flatMap(({ headers }) => headers.authorization ?? []),
        [],
      );
      assert.equal(user.page.url(), `${scene.proxy.origin}/`);
      const before = arrived.length;

      // It is the same where the page's own policy stands before the login page.
      const stored = await scene.stored();
      scene.proxy.inject('load', fault);
      const guarded = await scene.visit();
      await guarded.page.evaluate(() => {
        const policy = document.createElement('meta');
        policy.httpEquiv = 'Content-Security-Policy';
        policy.content = "connect-src 'self'";
        document.head.append(policy);
      });
      await guarded.open(scene.options({ id: stored.id, client }));
      await guarded.alert(SESSION_ENDED);
      assert.equal(scene.proxy.sent.filter(({ path }) => path === '/api/login').length, before);

      await scene.empty();
      const other = await scene.failsToSave(SESSION_ENDED, NOT_SAVED, {
        fault,
        options: { client },
      });
      assert.equal(scene.proxy.sent.filter(({ path }) => path === '/api/login').length, before);
      assert.equal(other.page.url(), `${scene.proxy.origin}/`);
      await scene.savesInTheEnd(other);
    },
    'fault-307-cross': async (scene) => {
      const location = `${scene.proxy.otherOrigin}/api/collect`;
      // Nothing tells a page a redirect of a write from one to a login page.
      const user = await scene.failsToSave(SESSION_ENDED, NOT_SAVED, {
        fault: { status: 307, headers: { location } },
      });
      assert.deepEqual(
        scene.proxy.sent.filter(({ path }) => path === '/api/collect'),
        [],
      );
      await scene.savesInTheEnd(user);
    },
    'fault-redirect-loop': async (scene) => {
      const stored = await scene.stored();
      const location = `/api/ocean/integrations/${stored.id}`;
      scene.proxy.inject('load', { status: 302, headers: { location } });
      const user = await scene.visit();
      await user.open(scene.options({ id: stored.id, client: { timeLimit: SHORT } }));
      await user.alert(/The service cannot be reached\./);
      scene.assertSends('load');
      await scene.loadsInTheEnd(user);
    },
  },
};
