/** Lists of many integrations: each way to narrow and order them gives, page by page, what reading all would give. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { matcher } from '../../src/backend/memory/search.js';
import { fold } from '../../src/integration/fold.js';
import type { AcceptedDraft } from '../../src/server-rules/index.js';
import { ENDPOINT_STATUSES } from '../../src/integration/schema.js';
import { SecretBox } from '../../demo/server/secrets.js';
import { Database } from '../../demo/server/store/database.js';
import { createStore } from '../../demo/server/store/index.js';
import { listIntegrations } from '../../demo/server/store/integration-list.js';
import type { ListPlace, ListQuery } from '../../demo/server/store/integration-list.js';
import { plant } from './many-integrations.js';
import { removeFolder, temporaryFolder } from './reference-server.js';
import { SITE, draft, referralDraft } from './requests.js';

/** Over the number up to which the server counts what a search finds. */
const MANY = 2_400;

const NAMES = [
  'Éclair',
  'eclair',
  'Booking',
  'Œuvre',
  'Clinic "A"',
  '100 % *',
  'Réservation',
  'ab',
];

const draftOf = (number: number): AcceptedDraft => {
  const name = `${NAMES[number % NAMES.length]} ${number % 5 ? number : 'same'}`;
  const make = number % 3 ? draft : referralDraft;
  return {
    ...make({ name, requestUrl: `https://receiver-${number}.example.com/ocean` }),
    enabled: true,
    launch: null,
  };
};

const statusOf = (number: number) => ENDPOINT_STATUSES[number % 7] ?? 'unchecked';

describe('a list of many integrations', () => {
  let folder: string;
  let database: Database;
  const box = new SecretBox(randomBytes(32));
  before(async () => {
    folder = await temporaryFolder();
    database = await Database.open({ url: pathToFileURL(path.join(folder, 'lists.db')).href });
    await plant(database, box, MANY, (number) => ({
      site: SITE,
      draft: draftOf(number),
      endpoint: { status: statusOf(number) },
    }));
    // Of a site whose number is a part of the other's.
    await plant(database, box, 300, (number) => ({ site: '123', draft: draftOf(number) }));
  });
  after(async () => {
    await database.close();
    await removeFolder(folder);
  });

  const expected = ({ module, status, query, sort }: Omit<ListQuery, 'limit'>): string[] => {
    const matches = matcher(query);
    const found = Array.from({ length: MANY }, (_, number) => ({ number, ...draftOf(number) }))
      .filter((one) => !module || one.module === module)
      .filter(({ number }) => !status || statusOf(number) === status)
      .filter(({ name, requestUrl }) => matches(name, requestUrl))
      .reverse();
    if (sort === 'name')
      // Stable: the newest first of one name.
      found.sort((one, other) =>
        fold(one.name) === fold(other.name) ? 0 : fold(one.name) < fold(other.name) ? -1 : 1,
      );
    return found.map(({ requestUrl }) => requestUrl);
  };

  const queries = [
    ...[undefined, 'eclair', 'ÉCLAIR same', 'oeuvre', 'clinic "a"', '% *', 'ab', 'ab example'],
    ...[
      'receiver-17.',
      'eiver-23',
      '"',
      'nothing-like-this',
      'OR',
      'example NOT booking',
      'a" OR "b',
    ],
  ];
  for (const sort of ['newest', 'name'] as const)
    for (const query of queries)
      it(`is whole by ${sort}${query === undefined ? '' : `, searched for ${query}`}`, async () => {
        for (const narrowed of [{}, { module: 'ereferrals' }, { status: 'failing' }] as const) {
          const wanted = expected({ sort, query, ...narrowed });
          const visited: string[] = [];
          let after: ListPlace | undefined;
          do {
            const page = await listIntegrations(database, SITE, {
              ...{ sort, query, after, limit: 170 },
              ...narrowed,
            });
            visited.push(...page.items.map(({ requestUrl }) => requestUrl));
            if (page.total !== undefined) assert.equal(page.total, wanted.length);
            after = page.last;
          } while (after);
          assert.deepEqual(visited, wanted);
        }
      });

  it('follows what is renamed, moved to another module and deleted', async () => {
    const { integrations } = createStore(database, box, 1_000);
    const site = '77';
    const any = (): boolean => true;
    const { id } = await integrations.register(site, draftOf(1), 'a');
    const found = async (
      query: Omit<ListQuery, 'limit'>,
    ): Promise<[number, number | undefined]> => {
      const { items, total } = await listIntegrations(database, site, { ...query, limit: 5 });
      return [items.length, total];
    };
    assert.deepEqual(await found({ query: 'eclair' }), [1, 1]);
    await integrations.update(site, id, any, () => ({ ...draftOf(0), name: 'Renamed' }));
    assert.deepEqual(await found({ query: 'eclair' }), [0, 0]);
    assert.deepEqual(await found({ query: 'renamed' }), [1, 1]);
    assert.deepEqual(await found({ module: 'patient-engagement' }), [0, 0]);
    assert.deepEqual(await found({ module: 'ereferrals' }), [1, 1]);
    await integrations.remove(site, id, any);
    assert.deepEqual(await found({}), [0, 0]);
    assert.deepEqual(await found({ query: 'renamed' }), [0, 0]);
  });
});
