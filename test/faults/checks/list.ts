/** The same rows with the list of integrations in the page, wherever a list is what they are about. */
import assert from 'node:assert/strict';
import type { Integration } from '../../../src/integration/schema.js';
import type { Fault } from '../faulty-proxy.js';
import type { Scene } from '../scene.js';
import type { Visit } from '../visit.js';
import type { Check, Checks } from './check.js';

const EMPTY = 'There are no integrations yet.';
const UNREADABLE = /We could not read the service’s answer\./;

const openList = async (scene: Scene): Promise<Visit> => {
  const user = await scene.visit();
  await user.ask('openList', scene.options());
  return user;
};

/** Instead of the list one reads why, and may try again; it is never said to be empty. */
const failsToList =
  (says: RegExp, kind: string, given?: Fault): Check =>
  async (scene) => {
    await scene.stored();
    scene.proxy.inject('list', given ?? scene.row.inject);
    const user = await openList(scene);
    assert.match(await user.alert(says), /^The integrations could not be loaded\./);
    assert.ok(!(await user.ask('text')).includes(EMPTY));
    assert.deepEqual(await user.kindsTold(), [kind]);
    scene.assertSends('list');
    scene.proxy.heal();
    await user.press('Try again');
    await user.reads('Northern Imaging');
  };

/** One integration is answered as the row says, and another one is whole. */
const listsBeside = async (
  scene: Scene,
  odd: (item: Integration) => Record<string, unknown>,
): Promise<Visit> => {
  const stored = await scene.stored();
  const { id } = await scene.stored({ name: 'Southern Imaging' });
  scene.proxy.inject('list', {
    change: (answer) => {
      const page = JSON.parse(answer.body.toString('utf8')) as { items: Integration[] };
      const items = page.items.map((item) => (item.id === id ? item : odd(stored)));
      answer.body = Buffer.from(JSON.stringify({ ...page, items }));
    },
  });
  const user = await openList(scene);
  await user.reads('Southern Imaging');
  return user;
};

/** What is blank in the list is not saved back over what is stored. */
const togglesWhole = async (scene: Scene, user: Visit, name: string): Promise<void> => {
  await user.press(`Enable ${name}`, 'switch');
  await user.ask('settle', 300);
  await scene.proxy.arrived('save');
  const { name: kept, requestUrl, events } = scene.lastSaved();
  assert.equal(kept, 'Northern Imaging');
  assert.equal(requestUrl, 'https://hooks.northern-imaging.example/ocean');
  assert.deepEqual(events, ['add-service-request']);
};

export const list: Checks = {
  list: {
    'fault-refused': failsToList(/The service cannot be reached\./, 'network', {
      network: 'refused',
    }),
    'fault-json-truncated': failsToList(UNREADABLE, 'malformed'),
    'fault-json-null': failsToList(UNREADABLE, 'malformed'),
    'fault-json-wrong-shape': failsToList(UNREADABLE, 'malformed', { body: '[]' }),
    'fault-html-200': failsToList(UNREADABLE, 'malformed'),
    'fault-empty-200': failsToList(UNREADABLE, 'malformed'),
    'fault-204-read': failsToList(UNREADABLE, 'malformed'),
    'fault-10mb': failsToList(/The request or its answer is too large\./, 'too-large'),
    'fault-401': failsToList(/Your session has ended\. Sign in again/, 'unauthorized'),
    'fault-403': failsToList(/You do not have permission to do this\./, 'forbidden'),
    'fault-404-list': async (scene) => {
      await failsToList(
        /The service has no list of integrations at this address\./,
        'not-found',
      )(scene);
      const user = await openList(scene);
      scene.proxy.inject('list', scene.row.inject);
      await user.ask('refreshList');
      assert.match(await user.warned(), /has no list of integrations: look at its base URL/);
    },
    'fault-500': failsToList(
      /The service has a problem\. Try again in a few minutes\./,
      'unavailable',
    ),

    'fault-429-seconds': async (scene) => {
      scene.proxy.inject('list', scene.row.inject);
      const user = await openList(scene);
      await user.alert(/Too many requests.*Try again in (?:30|2\d) seconds\./);
      assert.equal(await user.shows('button', 'Try again'), 0);
      scene.assertSends('list');
    },
    'fault-503-retry': async (scene) => {
      await scene.stored();
      const [refusal = {}] = scene.row.inject.sequence ?? [];
      scene.proxy.inject('list', { ...refusal, headers: { 'retry-after': '1' } }, {});
      const user = await openList(scene);
      await user.reads('Loading the integrations…');
      await user.reads('Northern Imaging');
      scene.assertSends('list', 2);
      assert.deepEqual(await user.told(), []);
    },

    'fault-big-list': async (scene) => {
      const item = await scene.stored();
      const items = Array.from({ length: 5_000 }, (_, index) => ({
        ...item,
        id: `${index}`,
        name: `Clinic ${index}`,
      }));
      scene.proxy.inject('list', {
        change: (answer) =>
          (answer.body = Buffer.from(JSON.stringify({ items, total: items.length }))),
      });
      const user = await openList(scene);
      await user.reads('1 to 5,000 of 5,000');
      assert.equal((await user.ask('listed')).length, 5_000);
      scene.assertSends('list');
      scene.proxy.heal();
      await user.ask('searchList', 'northern');
      await user.ask('gone', 'Clinic 4999');
      assert.deepEqual(await user.ask('listed'), ['Northern Imaging']);
    },
    'fault-dup-ids': async (scene) => {
      const user = await listsBeside(scene, (item) => ({ ...item, name: 'Once more' }));
      const item = await scene.stored({ name: 'Eastern Imaging' });
      scene.proxy.inject('list', {
        body: JSON.stringify({
          items: [item, { ...item, name: 'The same' }, { ...item, name: 'And again' }],
        }),
      });
      await user.ask('searchList', 'east');
      await user.reads('And again');
      assert.deepEqual(await user.ask('listed'), ['Eastern Imaging', 'The same', 'And again']);
      scene.proxy.heal();
      await user.ask('searchList', 'southern');
      await user.reads('Southern Imaging');
      assert.deepEqual(await user.ask('listed'), ['Southern Imaging']);
    },
    'fault-missing-field': async (scene) => {
      const user = await listsBeside(scene, ({ id }) => ({ id }));
      assert.deepEqual((await user.ask('listed')).sort(), ['(no name)', 'Southern Imaging']);
      await togglesWhole(scene, user, '(no name)');
    },
    'fault-null-field': async (scene) => {
      const user = await listsBeside(scene, ({ id }) => ({
        id,
        version: 'v-of-the-list',
        name: null,
        requestUrl: 7,
        events: null,
      }));
      assert.deepEqual((await user.ask('listed')).sort(), ['(no name)', 'Southern Imaging']);
      await togglesWhole(scene, user, '(no name)');
    },
    'fault-new-enum': async (scene) => {
      const user = await listsBeside(scene, (item) => ({
        ...item,
        module: 'telepathy',
        authentication: { type: 'seal' },
        endpoint: { status: 'PAUSED_BY_ADMIN' },
      }));
      assert.deepEqual((await user.ask('listed')).sort(), ['Northern Imaging', 'Southern Imaging']);
      await togglesWhole(scene, user, 'Northern Imaging');
      assert.equal(scene.lastSaved().authentication.type, 'basic');
    },
    'fault-date-forms': async (scene) => {
      const user = await listsBeside(scene, (item) => ({
        ...item,
        createdAt: 1_700_000_000_000,
        endpoint: { status: 'failing', checkedAt: 'yesterday', since: '2026-13-41' },
      }));
      await user.press('Details of Northern Imaging');
      await user.reads('The endpoint did not pass the check.');
    },
    'fault-json-html-in-fields': async (scene) => {
      const name = '<img src=x onerror=alert(1)>';
      const user = await listsBeside(scene, (item) => ({
        ...item,
        name,
        requestUrl: 'javascript:alert(1)',
        endpoint: { status: 'failing', reason: '<script>alert(2)</script>' },
      }));
      assert.ok((await user.ask('listed')).includes(name));
      await user.press(`Details of ${name}`);
      await user.reads('<script>alert(2)</script>');
      assert.deepEqual(await user.ask('addresses', '^(?:x|javascript:)'), []);
    },

    'fault-pagination': async (scene) => {
      const items = [await scene.stored()];
      scene.proxy.inject('list', {
        body: JSON.stringify({ items, nextCursor: 'again', total: 9 }),
      });
      const user = await openList(scene);
      await user.press('Next page');
      await scene.proxy.arrived('list', 2);
      await user.reads('51 to 51 of 9');
      await user.press('Next page');
      await user.ask('settle', 500);
      assert.equal(scene.proxy.sends('list').length, 2);
    },
    'fault-out-of-order': async (scene) => {
      await scene.stored({ name: 'Old Town Imaging' });
      await scene.stored({ name: 'New Town Imaging' });
      const user = await openList(scene);
      await user.reads('Old Town Imaging');
      scene.proxy.sent = [];
      scene.proxy.inject('list', { delayMs: 800 }, { delayMs: 50 });
      await user.ask('searchList', 'o');
      await scene.proxy.arrived('list');
      await user.ask('pasteSearch', 'new');
      await user.reads('1 integration');
      await user.ask('settle', 1_000);
      assert.deepEqual(await user.ask('listed'), ['New Town Imaging']);
      scene.assertSends('list', 2);
    },
    'fault-search-flood': async (scene) => {
      const user = await openList(scene);
      await user.reads(EMPTY);
      scene.proxy.sent = [];
      scene.proxy.inject('list', { delayMs: 100 });
      await user.ask('searchList', 'a form of cardiology');
      await user.reads('No integration matches.');
      await user.ask('settle', 500);
      scene.assertSends('list');
      assert.ok(scene.proxy.mostAtOnce('list') <= 1);
    },
    'fault-save-then-load-race': async (scene) => {
      await scene.stored();
      const user = await openList(scene);
      await user.reads('Northern Imaging');
      scene.proxy.sent = [];
      scene.proxy.inject('list', { delayMs: 800 });
      await user.ask('refreshList');
      await scene.proxy.arrived('list');
      await user.press('Enable Northern Imaging', 'switch');
      await user.reads('“Northern Imaging” is disabled.');
      await user.ask('settle', 1_000);
      assert.equal(await user.ask('checked', 'Enable Northern Imaging'), false);
      assert.equal((await scene.all())[0]?.enabled, false);
    },
    'fault-412': async (scene) => {
      const stored = await scene.stored();
      const user = await openList(scene);
      await user.reads('Northern Imaging');
      const { version } = stored;
      const theirs = {
        name: 'Northern Imaging',
        enabled: true,
        events: ['cancel-service-request'],
      };
      await scene.change(stored.id, theirs, version);
      await user.press('Enable Northern Imaging', 'switch');
      await user.alert(/Someone else changed this integration\. Your change was not saved\./);
      assert.deepEqual((await scene.all())[0]?.events, ['cancel-service-request']);
      assert.equal(await user.ask('checked', 'Enable Northern Imaging'), true);
    },
  },
};
