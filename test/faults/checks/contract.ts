/** The service keeps the contract in its own way: it is newer, older, or careless. */
import assert from 'node:assert/strict';
import type { Integration, IntegrationDraft } from '../../../src/integration/schema.js';
import type { Scene } from '../scene.js';
import { changeIntegration } from './bodies.js';
import type { Checks } from './check.js';

const SAVE = 'Save changes';

/** The form of an integration that the server gives in a changed shape. */
const editsChanged = async (
  scene: Scene,
  change: (integration: Record<string, unknown>) => void,
  name = 'Northern Imaging',
) => {
  const stored = await scene.stored();
  scene.proxy.inject('load', { change: changeIntegration(change) });
  const user = await scene.visit();
  await user.open(scene.options({ id: stored.id }));
  await user.ask('ready', name);
  scene.assertSends('load');
  return { user, stored };
};

/** What is sent when another field is changed. */
const savedBack = async (
  scene: Scene,
  change: (integration: Record<string, unknown>) => void,
): Promise<IntegrationDraft> => {
  const { user } = await editsChanged(scene, change);
  await user.ask('type', 'Integration name', 'Northern Imaging West');
  await user.press(SAVE);
  await user.notice('Your changes are saved.');
  scene.assertSends('save');
  return scene.lastSaved();
};

/** A list as the server would give it, read by the client alone. */
const listed = async (scene: Scene, items: (item: Integration) => unknown[], more: object = {}) => {
  const item = await scene.stored();
  scene.proxy.inject('list', { body: JSON.stringify({ items: items(item), ...more }) });
  scene.proxy.sent = [];
  const page = await scene.client().listIntegrations({ cursor: '1' });
  scene.assertSends('list');
  return page;
};

export const contract: Checks = {
  form: {
    'fault-new-enum': async (scene) => {
      const { user } = await editsChanged(scene, (integration) => {
        (integration['events'] as string[]).push('referral.teleported');
        integration['endpoint'] = { status: 'PAUSED_BY_ADMIN' };
        (integration['launch'] as Record<string, unknown>)['launchMode'] = 'hologram';
      });
      await user.reads('Selected, but no longer offered by the service');
      assert.equal((await user.ask('contents'))['referral.teleported'], true);
      await user.ask('type', 'Integration name', 'Northern Imaging West');
      await user.press(SAVE);
      await user.notice('Your changes are saved.');
      const { events, launch } = scene.lastSaved();
      assert.deepEqual(events, ['add-service-request', 'referral.teleported']);
      assert.equal(launch?.['launchMode'], 'hologram');
      scene.assertSends('save');
    },
    'fault-new-field': async (scene) => {
      const saved = await savedBack(scene, (integration) => {
        integration['shinyNew'] = { a: 1 };
      });
      assert.deepEqual((saved as Record<string, unknown>)['shinyNew'], { a: 1 });
    },
    'fault-secret-masked': async (scene) => {
      const saved = await savedBack(scene, (integration) => {
        integration['authentication'] = { type: 'basic', username: 'ocean', password: '••••' };
      });
      assert.deepEqual(Object.keys(saved.authentication).sort(), ['type', 'username']);
      const [stored] = await scene.all();
      assert.equal(
        stored?.authentication.type === 'basic' && stored.authentication.hasPassword,
        true,
      );
    },
    'fault-type-drift': async (scene) => {
      const saved = await savedBack(scene, (integration) => {
        integration['enabled'] = 'false';
        integration['version'] = Number(integration['version']) || integration['version'];
      });
      assert.equal(saved.enabled, false);
      await scene.empty();
      const { items } = await listed(scene, (item) => [{ ...item, id: 1, enabled: 'false' }]);
      assert.deepEqual(
        items.map(({ id, enabled }) => [id, enabled]),
        [['1', false]],
      );
    },

    'fault-missing-field': async (scene) => {
      const { user } = await editsChanged(scene, (integration) => {
        delete integration['requestUrl'];
        delete integration['events'];
      });
      assert.equal(await user.ask('valueOf', 'Request URL'), '');
      await user.press(SAVE);
      await user.notice('There is a problem');
      await user.ask('type', 'Request URL', 'https://hooks.northern-imaging.example/mended');
      // Nobody knows whether the password was stored for this address.
      await user.ask('type', 'Password', 'typed-again');
      await user.press('New referral sent', 'checkbox');
      await user.press(SAVE);
      await user.notice('Your changes are saved.');
      scene.assertSends('save');
      await scene.empty();
      const { items } = await listed(scene, (item) => [{ id: 'bare' }, item, { no: 'id' }]);
      assert.deepEqual(
        items.map(({ name, events }) => [name, events.length]),
        [
          ['', 0],
          ['Northern Imaging', 1],
        ],
      );
    },
    'fault-null-field': async (scene) => {
      const { user } = await editsChanged(
        scene,
        (integration) => Object.assign(integration, { name: null, events: null }),
        '',
      );
      assert.equal(await user.ask('valueOf', 'Integration name'), '');
      await user.ask('type', 'Integration name', 'Mended');
      await user.press('New referral sent', 'checkbox');
      await user.press(SAVE);
      await user.notice('Your changes are saved.');
      await scene.empty();
      const { items } = await listed(scene, (item) => [
        { ...item, name: null, events: null },
        item,
      ]);
      assert.deepEqual(
        items.map(({ name }) => name),
        ['', 'Northern Imaging'],
      );
    },
    'fault-dup-ids': async (scene) => {
      // A list that the form shows: that of the events.
      scene.proxy.inject('events', {
        change: (answer) => {
          const types = JSON.parse(answer.body.toString('utf8')) as
            { items: Record<string, unknown>[] } | Record<string, unknown>[];
          const items = Array.isArray(types) ? types : types.items;
          const twice = {
            ...items.find(({ code }) => code === 'add-service-request'),
            name: 'Once more',
          };
          answer.body = Buffer.from(JSON.stringify({ items: [...items, twice] }));
        },
      });
      const user = await scene.registering();
      assert.equal(await user.shows('checkbox', 'New referral sent'), 1);
      assert.equal(await user.shows('checkbox', 'Once more'), 1);
      const { items } = await listed(scene, (item) => [
        { ...item, name: 'a' },
        { ...item, name: 'b' },
      ]);
      assert.deepEqual(
        items.map(({ name }) => name),
        ['a', 'b'],
      );
    },
    'fault-date-forms': async (scene) => {
      const dates = ['2026-11-22T20:00:00-05:00', '2026-11-22T20:00:00', 1_795_377_600_000, 'soon'];
      for (const checkedAt of dates) {
        const { user } = await editsChanged(scene, (integration) => {
          integration['endpoint'] = {
            status: 'failing',
            httpStatus: 500,
            reason: 'status',
            checkedAt,
          };
          integration['updatedAt'] = checkedAt;
        });
        const text = await user.reads(/did not pass the check.*HTTP status 500\./);
        const told = typeof checkedAt === 'string' && checkedAt !== 'soon';
        assert.equal(/Checked Nov\.? 2[23], 2026/.test(text), told, String(checkedAt));
        scene.proxy.sent = [];
      }
    },
    'fault-pagination': async (scene) => {
      scene.proxy.inject('forms', {
        change: (answer) => {
          const page = JSON.parse(answer.body.toString('utf8')) as { items: unknown[] };
          answer.body = Buffer.from(
            JSON.stringify({ items: page.items.slice(0, 2), nextCursor: 'again', total: 4 }),
          );
        },
      });
      const user = await scene.registering();
      await user.ask('openAdvanced');
      scene.proxy.sent = [];
      await user.ask('search', '');
      await user.reads('2 of 4 shown');
      await user.press('Show more');
      await scene.proxy.arrived('forms', 2);
      await user.ask('gone', 'Show more');
      await user.ask('settle');
      assert.equal(scene.proxy.sends('forms').length, 2);
      const { nextCursor } = await listed(scene, (item) => [item], { nextCursor: '1' });
      assert.equal(nextCursor, null);
    },
    'fault-version-skew': async (scene) => {
      scene.proxy.inject('load', { headers: scene.row.inject.headers });
      const { user } = await scene.editing();
      const { 'Request URL': url, 'New referral sent': chosen } = await user.ask('contents');
      assert.deepEqual([url, chosen], ['https://hooks.northern-imaging.example/ocean', true]);
      scene.assertSends('load');
    },
  },
};
