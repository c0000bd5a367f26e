/** Listing integrations: pages, search and the module. */
import type { Integration } from '../../integration/schema.js';
import { check, checkEqual, checkHolds } from './assert.js';
import { requirement } from './requirement.js';
import { collect } from './trial.js';
import type { Trial } from './trial.js';

const registerSome = async (trial: Trial, count: number): Promise<Integration[]> => {
  const made: Integration[] = [];
  for (let number = 1; number <= count; number++)
    made.push(await trial.register(trial.draft({ name: `Number ${number} ${trial.mark}` })));
  return made;
};

const idsOf = (items: readonly { id: string }[]): string[] => items.map(({ id }) => id).sort();

export const lists = [
  requirement('list-has-registered', 'The list has what was registered, whole', async (trial) => {
    const draft = trial.referralDraft();
    const { id, version } = await trial.register(draft);
    const [found, ...more] = await trial.find();
    check(found && more.length === 0, 'A search for a name of its own should find it once.');
    checkHolds(found, { ...draft, id, version }, 'What listIntegrations answers');
  }),

  requirement(
    'list-pages-whole',
    'The pages of the list visit each integration once, and end',
    async (trial) => {
      const made = await registerSome(trial, 5);
      const visited = await collect((cursor) =>
        trial.backend.listIntegrations({ query: trial.mark, limit: 2, cursor }),
      );
      checkEqual(idsOf(visited), idsOf(made), 'The ids on all pages');
    },
  ),

  requirement('list-limit', 'A page has no more items than asked for', async (trial) => {
    await registerSome(trial, 3);
    const { items, nextCursor } = await trial.backend.listIntegrations({
      query: trial.mark,
      limit: 2,
    });
    checkEqual(items.length, 2, 'The number of items on a page of two');
    check(nextCursor, 'A page with more behind it should have a cursor.');
    const whole = await trial.backend.listIntegrations({ query: trial.mark, limit: 200 });
    check(!whole.nextCursor, 'The last page should have no cursor.');
  }),

  requirement('list-total', 'The total, where there is one, counts all pages', async (trial) => {
    await registerSome(trial, 3);
    const { total } = await trial.backend.listIntegrations({ query: trial.mark, limit: 1 });
    if (total !== undefined) checkEqual(total, 3, 'The total of a list of three');
  }),

  requirement(
    'list-cursor-stable',
    'What is registered or deleted meanwhile makes the next page neither repeat nor skip',
    async (trial) => {
      const made = await registerSome(trial, 6);
      const query = { query: trial.mark, limit: 2 };
      const first = await trial.backend.listIntegrations(query);
      check(first.nextCursor, 'A page with more behind it should have a cursor.');
      const { nextCursor } = first;
      const seen = new Set(first.items.map(({ id }) => id));
      const rest = (): Promise<Integration[]> =>
        collect((cursor) => trial.backend.listIntegrations({ ...query, cursor }), nextCursor);
      const expected = made.filter(({ id }) => !seen.has(id)).map(({ id }) => id);
      const checkRest = async (when: string): Promise<void> => {
        const visited = (await rest()).map(({ id }) => id);
        check(
          expected.every((id) => visited.filter((one) => one === id).length === 1),
          `After ${when} the next pages should visit each of the others once, but do not.`,
        );
        check(
          !visited.some((id) => seen.has(id)),
          `After ${when} the next pages should repeat nothing, but do.`,
        );
      };
      for (const item of first.items)
        await trial.backend.deleteIntegration(item.id, { version: item.version });
      await checkRest('deleting');
      await registerSome(trial, 3);
      await checkRest('registering');
    },
  ),

  requirement('list-module', 'The list can be of one module', async (trial) => {
    const referral = await trial.register(trial.referralDraft());
    const engagement = await trial.register(trial.draft());
    checkEqual(
      idsOf(await trial.find({ module: 'ereferrals' })),
      [referral.id],
      'The integrations of eReferrals',
    );
    checkEqual(
      idsOf(await trial.find({ module: 'patient-engagement' })),
      [engagement.id],
      'The integrations of patient engagement',
    );
    checkEqual((await trial.find()).length, 2, 'The number of integrations of any module');
  }),

  requirement('list-status', 'The list can be of one state of the endpoint', async (trial) => {
    const unchecked = await trial.register(trial.draft());
    const failing = await trial.register(
      trial.draft({ requestUrl: trial.failingRequestUrl, payload: { format: 'ocean-json' } }),
    );
    await trial.backend.checkEndpoint({ integrationId: failing.id });
    const { endpoint } = await trial.backend.getIntegration(failing.id);
    const found = await trial.find({ status: endpoint.status });
    check(
      found.some(({ id }) => id === failing.id),
      `The integrations that are ${endpoint.status} should include one that is, but do not.`,
    );
    const before = await trial.backend.getIntegration(unchecked.id);
    const others = await trial.find({ status: before.endpoint.status });
    check(
      before.endpoint.status === endpoint.status || !others.some(({ id }) => id === failing.id),
      `The integrations that are ${before.endpoint.status} should not include one that is ${endpoint.status}.`,
    );
  }),

  requirement(
    'list-by-name',
    'The list can be by name, ignoring case and accents, over all its pages',
    async (trial) => {
      const made: Integration[] = [];
      for (const name of ['beta', 'Éa', 'Alpha', 'zulu', 'eb'])
        made.push(await trial.register(trial.draft({ name: `${name} ${trial.mark}` })));
      const visited = await collect((cursor) =>
        trial.backend.listIntegrations({ query: trial.mark, sort: 'name', limit: 2, cursor }),
      );
      const [beta, ea, alpha, zulu, eb] = made.map(({ id }) => id);
      checkEqual(
        visited.map(({ id }) => id),
        [alpha, beta, ea, eb, zulu],
        'The ids by name',
      );
    },
  ),

  requirement(
    'list-search-folded',
    'The search ignores case and accents, in the query and in the name',
    async (trial) => {
      const accented = await trial.register(trial.draft({ name: `Éclair-${trial.mark}` }));
      const plain = await trial.register(trial.draft({ name: `Foret-${trial.mark}` }));
      for (const [query, { id }] of [
        [`eclair-${trial.mark}`, accented],
        [`ÉCLAIR-${trial.mark.toUpperCase()}`, accented],
        [`forêt-${trial.mark}`, plain],
      ] as const)
        checkEqual(idsOf(await trial.find({ query })), [id], `What "${query}" finds`);
    },
  ),

  requirement('list-search-url', 'The search looks into the request URL too', async (trial) => {
    const requestUrl = new URL(trial.requestUrl);
    requestUrl.pathname = `/in-url-${trial.mark}`;
    const { id } = await trial.register(
      trial.draft({ name: 'Conformance', requestUrl: requestUrl.href }),
    );
    checkEqual(
      idsOf(await trial.find({ query: `in-url-${trial.mark}` })),
      [id],
      'What a part of a request URL finds',
    );
  }),

  requirement('list-search-nothing', 'A search without a match is an empty page', async (trial) => {
    const { items, nextCursor } = await trial.backend.listIntegrations({
      query: `nothing-${trial.mark}`,
    });
    checkEqual(items, [], 'The items of a search without a match');
    check(!nextCursor, 'A search without a match should have no cursor.');
  }),
];
