/** Searching referral forms: what is asked and when, page by page, and which answer counts. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page, ReferralFormQuery } from '../../../../../src/backend/backend.js';
import type { ReferralForm } from '../../../../../src/integration/schema.js';
import { ReferralFormSearch } from '../../../../../src/registration/parts/advanced/referral-form/referral-form-search.js';
import {
  FakeElement,
  backendError,
  deferred,
  fakeServices,
  settled,
} from '../../../form-services.js';

const form = (id: string): ReferralForm => ({ id, name: `Form ${id}`, listings: [] });
const page = (ids: string, rest: Partial<Page<ReferralForm>> = {}): Page<ReferralForm> => ({
  items: [...ids].map(form),
  ...rest,
});

const searchWith = (answer: (query: ReferralFormQuery) => Promise<Page<ReferralForm>>) => {
  const host = new FakeElement();
  host.connect();
  const asked: ReferralFormQuery[] = [];
  const answered: boolean[] = [];
  const services = fakeServices({
    listReferralForms: (query = {}) => {
      asked.push(query);
      return answer(query);
    },
  });
  const search = new ReferralFormSearch(host, services, (more) => void answered.push(more));
  const ids = (): string => search.items.map(({ id }) => id).join('');
  return { host, search, asked, answered, ids, reported: services.reported };
};

/** Asks, and waits for the answer. */
const ask = async (search: ReferralFormSearch, query: string): Promise<void> => {
  search.ask(query);
  await settled();
  await settled();
};

describe('A query', () => {
  const ROWS: [typed: string, asked: ReferralFormQuery][] = [
    ['', {}],
    ['   ', {}],
    ['knee', { query: 'knee' }],
    ['  knee  ', { query: 'knee' }],
    ['é'.repeat(300), { query: 'é'.repeat(200) }],
  ];
  for (const [typed, expected] of ROWS) {
    it(`is trimmed and bounded: ${JSON.stringify(typed.slice(0, 12))}`, async () => {
      const { search, asked } = searchWith(async () => page('a'));
      await ask(search, typed);
      assert.deepEqual(asked, [expected]);
    });
  }

  it('waits for a pause in typing, and the last one typed is asked alone', async () => {
    const { search, asked } = searchWith(async () => page('a'));
    search.ask('k', 30);
    search.ask('kn', 30);
    search.ask('kne', 30);
    assert.equal(search.status, 'loading');
    await new Promise((resolve) => setTimeout(resolve, 100));
    assert.deepEqual(asked, [{ query: 'kne' }]);
    assert.equal(search.status, 'ready');
  });

  it('that is newer wins over an older answer that comes later', async () => {
    const answers: Record<string, ReturnType<typeof deferred<Page<ReferralForm>>>> = {
      old: deferred(),
      new: deferred(),
    };
    const { search, ids } = searchWith(({ query }) => answers[query ?? '']!.promise);
    await ask(search, 'old');
    await ask(search, 'new');
    answers['new']?.resolve(page('n'));
    await settled();
    answers['old']?.resolve(page('o'));
    await settled();
    assert.equal(ids(), 'n');
    assert.equal(search.query, 'new');
  });

  it('keeps what was found before until its own answer comes', async () => {
    const second = deferred<Page<ReferralForm>>();
    const { search, ids } = searchWith(async ({ query }) =>
      query === 'two' ? second.promise : page('a'),
    );
    await ask(search, 'one');
    await ask(search, 'two');
    assert.equal(ids(), 'a');
    second.resolve(page('b'));
    await settled();
    assert.equal(ids(), 'b');
  });
});

describe('Pages', () => {
  it('follow one another, each form once, to the last', async () => {
    const pages: Record<string, Page<ReferralForm>> = {
      '': page('abc', { nextCursor: '2', total: 5 }),
      '2': page('cd', { nextCursor: '3', total: 5 }),
      '3': page('e', { total: 5 }),
    };
    const { search, asked, answered, ids } = searchWith(async ({ cursor }) => pages[cursor ?? '']!);
    await ask(search, 'x');
    assert.equal(search.hasMore, true);
    assert.equal(search.total, 5);
    search.more();
    await settled();
    assert.equal(ids(), 'abcd');
    search.more();
    await settled();
    assert.equal(ids(), 'abcde');
    assert.equal(search.hasMore, false);
    search.more();
    await settled();
    assert.deepEqual(asked, [
      { query: 'x' },
      { query: 'x', cursor: '2' },
      { query: 'x', cursor: '3' },
    ]);
    assert.deepEqual(answered, [false, true, true]);
  });

  it('end where one brings nothing new, whatever it says', async () => {
    const { search, asked } = searchWith(async () => page('a', { nextCursor: 'again' }));
    await ask(search, '');
    search.more();
    await settled();
    search.more();
    await settled();
    assert.equal(asked.length, 2);
    assert.equal(search.hasMore, false);
  });

  for (const nextCursor of [undefined, null]) {
    it(`end where the cursor is ${nextCursor}`, async () => {
      const { search } = searchWith(async () => page('a', { nextCursor }));
      await ask(search, '');
      assert.equal(search.hasMore, false);
    });
  }

  it('are not asked for while one is under way', async () => {
    const second = deferred<Page<ReferralForm>>();
    const { search, asked } = searchWith(async ({ cursor }) =>
      cursor ? second.promise : page('a', { nextCursor: '2' }),
    );
    await ask(search, '');
    search.more();
    search.more();
    await settled();
    assert.equal(asked.length, 2);
  });
});

describe('A failure', () => {
  it('is shown and reported, and asked again from the page that failed', async () => {
    let broken = false;
    const { search, asked, ids, reported } = searchWith(async ({ cursor }) => {
      if (broken) throw backendError('unavailable');
      return cursor ? page('b') : page('a', { nextCursor: '2' });
    });
    await ask(search, '');
    broken = true;
    search.more();
    await settled();
    assert.equal(search.status, 'failed');
    assert.equal(search.error?.kind, 'unavailable');
    assert.deepEqual(reported, ['unavailable']);
    assert.equal(ids(), 'a');
    broken = false;
    search.retry();
    await settled();
    assert.equal(search.status, 'ready');
    assert.equal(ids(), 'ab');
    assert.deepEqual(asked.at(-1), { cursor: '2' });
  });
});

describe('A search that is given up', () => {
  it('asks nothing after a pause that was not over, and is idle', async () => {
    const { search, asked } = searchWith(async () => page('a'));
    search.ask('x', 20);
    search.stop();
    assert.equal(search.status, 'idle');
    await new Promise((resolve) => setTimeout(resolve, 60));
    assert.deepEqual(asked, []);
  });

  it('drops the answer, when the element leaves the page', async () => {
    const answer = deferred<Page<ReferralForm>>();
    const { search, host, ids, answered } = searchWith(() => answer.promise);
    await ask(search, 'x');
    host.disconnect();
    await settled();
    answer.resolve(page('a'));
    await settled();
    assert.equal(search.status, 'idle');
    assert.equal(ids(), '');
    assert.deepEqual(answered, []);
  });
});
