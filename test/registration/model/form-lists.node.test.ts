/** The lists to choose from: when they are loaded, and what is offered. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { IntegrationBackend } from '../../../src/backend/backend.js';
import type { EventType, Integration, LocalizedText } from '../../../src/integration/schema.js';
import { FormLists } from '../../../src/registration/model/form-lists.js';
import {
  FakeElement,
  STORED,
  backendError,
  deferred,
  fakeServices,
  settled,
} from '../form-services.js';

const TYPES: EventType[] = [{ code: 'a', module: 'ereferrals', name: 'A', focus: [] }];

/** Enough of a backend that nothing is said to be missing. */
const whole = (methods: Partial<IntegrationBackend>): Partial<IntegrationBackend> => ({
  ...Object.fromEntries(
    [
      ...['getIntegration', 'registerIntegration', 'updateIntegration', 'checkEndpoint'],
      ...['listReferralForms', 'uploadLogo'],
    ].map((name) => [name, async () => assert.fail(name)]),
  ),
  listEventTypes: async () => TYPES,
  listIntegrations: async () => ({ items: [] }),
  ...methods,
});

const listsWith = (methods: Partial<IntegrationBackend>) => {
  const host = new FakeElement();
  host.connect();
  const services = fakeServices(whole(methods));
  return { host, lists: new FormLists(host, services), reported: services.reported };
};

const launching = (category: LocalizedText | null | undefined): Integration => ({
  ...STORED,
  launch: {
    companyName: 'x',
    applicationName: 'x',
    baseLaunchUrl: 'https://x.example/',
    category,
    useIframe: false,
  },
});

describe('Event types', () => {
  it('are loaded once for a backend, however often the form renders', async () => {
    let asked = 0;
    const { lists } = listsWith({
      listEventTypes: async () => {
        asked += 1;
        return TYPES;
      },
    });
    for (let times = 0; times < 3; times++) lists.update(false);
    assert.equal(lists.events.status, 'loading');
    await settled();
    lists.update(true);
    await settled();
    assert.equal(asked, 1);
    assert.deepEqual(lists.events, { status: 'ready', types: TYPES, filter: '' });
  });

  it('are one object as long as nothing has changed', async () => {
    const { lists } = listsWith({});
    lists.update(false);
    await settled();
    const { events } = lists;
    assert.equal(lists.events, events);
    lists.filter = 'x';
    assert.notEqual(lists.events, events);
    assert.equal(lists.events.filter, 'x');
  });

  it('that failed are reported and can be loaded again', async () => {
    let broken = true;
    const { lists, reported, host } = listsWith({
      listEventTypes: async () => {
        if (broken) throw backendError('unavailable');
        return TYPES;
      },
    });
    lists.update(false);
    await settled();
    assert.equal(lists.events.status, 'failed');
    assert.deepEqual(lists.events.types, []);
    assert.deepEqual(reported, ['unavailable']);
    assert.ok(host.updates > 0);
    broken = false;
    lists.retry();
    await settled();
    assert.equal(lists.events.status, 'ready');
  });

  it('are loaded again after the element was out of the page', async () => {
    const answers = [deferred<EventType[]>(), deferred<EventType[]>()];
    let asked = 0;
    const { lists, host } = listsWith({ listEventTypes: () => answers[asked++]!.promise });
    lists.update(false);
    await settled();
    host.disconnect();
    await settled();
    host.connect();
    lists.update(false);
    await settled();
    assert.equal(asked, 2);
    answers[1]?.resolve(TYPES);
    await settled();
    assert.equal(lists.events.status, 'ready');
  });
});

describe('Categories', () => {
  const suggest = async (
    items: Integration[],
    { activated = true, language = 'en' }: { activated?: boolean; language?: 'en' | 'fr' } = {},
  ) => {
    const { lists } = listsWith({ listIntegrations: async () => ({ items }) });
    lists.update(activated);
    await settled();
    return lists.categories(['Imaging', 'Booking'], language);
  };

  const ROWS: [
    name: string,
    items: Integration[],
    options: Parameters<typeof suggest>[1],
    expected: string[],
  ][] = [
    ['the short list alone at first', [], {}, []],
    ['what the site uses, behind it', [launching('Sleep')], {}, ['Sleep']],
    ['each once', [launching('Sleep'), launching('Sleep'), launching('Imaging')], {}, ['Sleep']],
    ['in English', [launching({ en: 'Sleep', fr: 'Sommeil' })], {}, ['Sleep']],
    ['in French', [launching({ en: 'Sleep', fr: 'Sommeil' })], { language: 'fr' }, ['Sommeil']],
    ['none where there is none', [launching(null), launching(''), STORED], {}, []],
    ['none while no launch is activated', [launching('Sleep')], { activated: false }, []],
  ];
  for (const [name, items, options, expected] of ROWS) {
    it(name, async () =>
      assert.deepEqual(await suggest(items, options), ['Imaging', 'Booking', ...expected]),
    );
  }

  it('that could not be loaded are nobody’s trouble', async () => {
    const { lists, reported } = listsWith({
      listIntegrations: async () => {
        throw backendError('forbidden');
      },
    });
    lists.update(true);
    await settled();
    assert.deepEqual(lists.categories(['Imaging'], 'en'), ['Imaging']);
    assert.deepEqual(reported, []);
  });
});
