/** The pages of the list, without a DOM: what is requested, which page is shown, and what becomes of it as integrations change. */
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { BackendError } from '../../../src/backend/backend-error.js';
import type { IntegrationBackend, IntegrationQuery, Page } from '../../../src/backend/backend.js';
import type { Integration } from '../../../src/integration/schema.js';
import { IntegrationPages } from '../../../src/management/list/integration-pages.js';
import { FakeHost } from '../../support/fake-host.js';

const named = (id: string, change: Partial<Integration> = {}): Integration =>
  ({ id, name: id, enabled: true, ...change }) as Integration;

const tick = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

interface Request {
  readonly query: IntegrationQuery;
  readonly signal: AbortSignal;
  answer(page: Page<Integration>): Promise<void>;
  fail(error: Error): Promise<void>;
}

const hosts: FakeHost[] = [];

/** What is still requested is given up, and no timer is left. */
afterEach(() => hosts.splice(0).forEach((host) => host.disconnect()));

/** Pages whose requests the test answers. Each change renders again, as the element does. */
const setUp = ({ size = 2 } = {}) => {
  const requests: Request[] = [];
  const backend = {
    listIntegrations: (query: IntegrationQuery, { signal }: { signal: AbortSignal }) =>
      new Promise((resolve, reject) => {
        requests.push({
          query,
          signal,
          answer: (page) => (resolve(page), tick()),
          fail: (error) => (reject(error), tick()),
        });
      }),
  } as unknown as IntegrationBackend;
  const host = new FakeHost();
  hosts.push(host);
  let updating = false;
  const state = { backend: backend as IntegrationBackend | undefined, size };
  const update = (): void => {
    if (updating) return;
    updating = true;
    pages.update(state.backend, state.size);
    updating = false;
  };
  const pages: IntegrationPages = new IntegrationPages(() => queueMicrotask(update), host);
  update();
  const last = (): Request => requests.at(-1) ?? assert.fail('Nothing was requested.');
  return { pages, requests, last, state, update, host };
};

/** Three pages of two; the last one has one. */
const PAGES: readonly Page<Integration>[] = [
  { items: [named('a'), named('b')], nextCursor: 'c1', total: 5 },
  { items: [named('c'), named('d')], nextCursor: 'c2', total: 5 },
  { items: [named('e')], nextCursor: null, total: 5 },
];

const page = (number: number): Page<Integration> => PAGES[number] ?? assert.fail();

const ids = (pages: IntegrationPages): string =>
  (pages.shown?.items ?? []).map(({ id }) => id).join('');

type Step = 'next' | 'previous' | 'filter' | 'refresh';

const act = (pages: IntegrationPages, step: Step): void => {
  if (step === 'next') pages.turn(1);
  else if (step === 'previous') pages.turn(-1);
  else if (step === 'filter') pages.filter({ status: 'failing' });
  else pages.refresh();
};

const answerOf = ({ cursor }: IntegrationQuery): Page<Integration> =>
  page(cursor === undefined ? 0 : cursor === 'c1' ? 1 : 2);

describe('Turning pages', () => {
  const rows: readonly (readonly [
    steps: readonly Step[],
    shown: string,
    range: string,
    cursors: readonly (string | undefined)[],
    previous: boolean,
    next: boolean,
  ])[] = [
    [[], 'ab', '1-2', [undefined], false, true],
    [['next'], 'cd', '3-4', [undefined, 'c1'], true, true],
    [['next', 'next'], 'e', '5-5', [undefined, 'c1', 'c2'], true, false],
    [['next', 'next', 'next'], 'e', '5-5', [undefined, 'c1', 'c2'], true, false],
    [['next', 'previous'], 'ab', '1-2', [undefined, 'c1', undefined], false, true],
    [['previous'], 'ab', '1-2', [undefined], false, true],
    [['next', 'next', 'previous'], 'cd', '3-4', [undefined, 'c1', 'c2', 'c1'], true, true],
    [['next', 'filter'], 'ab', '1-2', [undefined, 'c1', undefined], false, true],
    [['next', 'refresh'], 'cd', '3-4', [undefined, 'c1', 'c1'], true, true],
    [['filter', 'next'], 'cd', '3-4', [undefined, undefined, 'c1'], true, true],
  ];
  for (const [steps, shown, range, cursors, previous, next] of rows)
    it(steps.join(', ') || 'nowhere', async () => {
      const { pages, requests, last } = setUp();
      await last().answer(answerOf(last().query));
      for (const step of steps) {
        const before = requests.length;
        act(pages, step);
        await tick();
        if (requests.length > before) await last().answer(answerOf(last().query));
      }
      assert.equal(ids(pages), shown);
      assert.equal(`${pages.from}-${pages.to}`, range);
      assert.deepEqual(
        requests.map(({ query }) => query.cursor),
        cursors,
      );
      assert.deepEqual([pages.hasPrevious, pages.hasNext], [previous, next]);
      assert.equal(pages.status, 'ready');
    });

  it('does not turn twice while a page is loading', async () => {
    const { pages, requests, last } = setUp();
    await last().answer(page(0));
    pages.turn(1);
    await tick();
    pages.turn(1);
    await tick();
    assert.equal(requests.length, 2);
    assert.equal(ids(pages), 'ab');
    await last().answer(page(1));
    assert.equal(`${ids(pages)} ${pages.from}`, 'cd 3');
    pages.turn(-1);
    await tick();
    assert.equal(last().query.cursor, undefined);
  });

  it('goes back where all of the page was deleted', async () => {
    const { pages, last } = setUp();
    await last().answer(page(0));
    pages.turn(1);
    await tick();
    await last().answer({ items: [], nextCursor: null, total: 2 });
    assert.equal(last().query.cursor, undefined);
    await last().answer({ items: [named('a')], nextCursor: null, total: 1 });
    assert.equal(ids(pages), 'a');
    assert.equal(pages.from, 1);
  });
});

describe('What is requested', () => {
  it('is the page size, the filters and the cursor', async () => {
    const { pages, last, update } = setUp({ size: 7 });
    pages.filter({ query: 'x', module: 'ereferrals' });
    pages.filter({ status: 'failing', sort: 'name' });
    update();
    assert.deepEqual(last().query, {
      query: 'x',
      module: 'ereferrals',
      status: 'failing',
      sort: 'name',
      cursor: undefined,
      limit: 7,
    });
  });

  it('is nothing without a backend', () => {
    const { requests, state, pages, update } = setUp();
    state.backend = undefined;
    const before = requests.length;
    update();
    pages.refresh();
    update();
    assert.equal(requests.length, before);
    assert.equal(pages.status, 'loading');
  });

  it('is nothing again while nothing has changed', async () => {
    const { requests, update, last } = setUp();
    update();
    await last().answer(page(0));
    update();
    assert.equal(requests.length, 1);
  });

  it('begins with the first page for another size, and keeps the rows meanwhile', async () => {
    const { pages, last, state, update } = setUp();
    await last().answer(page(0));
    pages.turn(1);
    await tick();
    await last().answer(page(1));
    state.size = 4;
    update();
    assert.deepEqual([last().query.cursor, last().query.limit], [undefined, 4]);
    assert.equal(ids(pages), 'cd');
  });

  it('begins anew for another backend, and shows none of the rows of the one before', async () => {
    const { pages, last, state, update } = setUp();
    await last().answer(page(0));
    const other = setUp();
    state.backend = other.state.backend;
    update();
    assert.equal(pages.shown, undefined);
    await other.last().answer(page(1));
    assert.equal(ids(pages), 'cd');
  });

  it('aborts the request before, whose answer is dropped', async () => {
    const { pages, requests, last } = setUp();
    pages.filter({ query: 'b' });
    await tick();
    assert.equal(requests[0]?.signal.aborted, true);
    await last().answer(page(1));
    await requests[0]?.answer(page(0));
    assert.equal(ids(pages), 'cd');
  });

  it('is aborted as the element leaves, and requested again as it comes back', async () => {
    const { requests, host, update, last, pages } = setUp();
    host.connect();
    host.move();
    await tick();
    assert.equal(last().signal.aborted, false);
    host.disconnect();
    await tick();
    assert.equal(last().signal.aborted, true);
    host.connect();
    update();
    assert.equal(requests.length, 2);
    await last().answer(page(0));
    assert.equal(ids(pages), 'ab');
  });
});

describe('A page that failed', () => {
  const rows = [
    ['invalid', undefined],
    ['network', 'c1'],
    ['unavailable', 'c1'],
  ] as const;
  for (const [kind, cursor] of rows)
    it(`as ${kind} is requested again ${cursor ? 'where it was' : 'from the first page'}`, async () => {
      const { pages, last } = setUp();
      await last().answer(page(0));
      pages.turn(1);
      await tick();
      await last().fail(new BackendError(kind, 'A failure of the test.'));
      assert.equal(pages.status, 'failed');
      assert.equal((pages.error as BackendError).kind, kind);
      assert.equal(ids(pages), 'ab');
      pages.refresh();
      await tick();
      assert.equal(pages.status, 'loading');
      assert.equal(last().query.cursor, cursor);
    });
});

describe('Changes', () => {
  const B = named('b', { enabled: false });
  type Change = (pages: IntegrationPages) => void;
  const rows: readonly (readonly [
    string,
    Change,
    shown: string,
    total: number,
    enabled?: boolean,
  ])[] = [
    ['one is replaced', (pages) => pages.replace(B), 'ab', 5, false],
    ['one is restored', (pages) => pages.restore(B), 'ab', 5, false],
    ['one is removed', (pages) => pages.remove('b'), 'a', 4],
    ['one that is not there is removed', (pages) => pages.remove('z'), 'ab', 5, true],
    ['one that is not there is replaced', (pages) => pages.replace(named('z')), 'ab', 5, true],
  ];
  for (const [name, change, shown, total, enabled] of rows)
    it(`${name}: in the page that is shown`, async () => {
      const { pages, last } = setUp();
      await last().answer(page(0));
      change(pages);
      assert.equal(ids(pages), shown);
      assert.equal(pages.shown?.total, total);
      assert.equal(pages.shown?.items.find(({ id }) => id === 'b')?.enabled, enabled);
    });

  const late: readonly (readonly [
    string,
    Change,
    shown: string,
    total: number,
    enabled?: boolean,
  ])[] = [
    ['a replaced one stays', (pages) => pages.replace(B), 'ab', 5, false],
    [
      'a restored one is as the page has it',
      (pages) => (pages.replace(B), pages.restore(B)),
      'ab',
      5,
      true,
    ],
    ['a removed one stays away', (pages) => pages.remove('b'), 'a', 4],
  ];
  for (const [name, change, shown, total, enabled] of late)
    it(`${name}, where the page was requested before`, async () => {
      const { pages, last } = setUp();
      await last().answer(page(0));
      pages.refresh();
      await tick();
      change(pages);
      await last().answer(page(0));
      assert.equal(ids(pages), shown);
      assert.equal(pages.shown?.total, total);
      assert.equal(pages.shown?.items.find(({ id }) => id === 'b')?.enabled, enabled);
    });

  it('that were made before a request do not change its answer', async () => {
    const { pages, last } = setUp();
    await last().answer(page(0));
    pages.remove('b');
    pages.refresh();
    await tick();
    await last().answer(page(0));
    assert.equal(ids(pages), 'ab');
  });

  it('that empty the page lead to the one before, or load this one again', async () => {
    const { pages, last, requests } = setUp();
    await last().answer(page(0));
    pages.remove('a');
    pages.remove('b');
    await tick();
    assert.equal(requests.length, 2);
    await last().answer({ items: [named('c')], nextCursor: 'c1' });
    pages.turn(1);
    await tick();
    await last().answer(page(2));
    pages.remove('e');
    await tick();
    assert.equal(last().query.cursor, undefined);
    assert.equal(pages.shown?.items.length, 0);
  });

  it('without a total add none', async () => {
    const { pages, last } = setUp();
    await last().answer({ items: [named('a'), named('b')], nextCursor: null });
    pages.remove('a');
    assert.equal('total' in (pages.shown ?? {}), false);
  });
});
