/** Delivering again all that failed since a time: through the pages, each once, as gently as the server asks. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { BackendError } from '../../../src/backend/backend-error.js';
import type { BackendErrorKind } from '../../../src/backend/backend-error.js';
import type { Delivery, IntegrationBackend } from '../../../src/backend/backend.js';
import { call } from '../../../src/backend/call.js';
import { texts } from '../../../src/locales/en/activity.js';
import type { ActivityContext } from '../../../src/management/activity/activity-context.js';
import { BulkRedelivery } from '../../../src/management/activity/bulk-redelivery.js';
import { deliveries, delivery } from './made-up-deliveries.js';

interface Setting {
  readonly failed: Delivery[];
  /** What comes of a delivery; delivered where nothing is said. */
  readonly come?: (id: string) => Delivery['status'] | BackendError;
  /** Called as each is asked for. */
  readonly asked?: (id: string) => void;
  /** Of the page after, in place of a true one. */
  readonly nextCursor?: string;
}

/** A backend that holds what failed, in pages of 100; and what it was asked to send. */
const setUp = ({ failed, come = () => 'delivered', asked, nextCursor }: Setting) => {
  const sent: string[] = [];
  const said: string[] = [];
  const reported: string[] = [];
  let pages = 0;
  const backend = {
    async listDeliveries(_id: string, query: { cursor?: string; limit?: number }) {
      pages += 1;
      const from = query.cursor ? failed.findIndex(({ id }) => id === query.cursor) + 1 : 0;
      const items = failed.slice(from, from + (query.limit ?? 50));
      const more = from + items.length < failed.length;
      return { items, nextCursor: nextCursor ?? (more ? items.at(-1)?.id : null) };
    },
    async redeliver(id: string) {
      asked?.(id);
      const outcome = come(id);
      if (typeof outcome !== 'string') throw outcome;
      sent.push(id);
      return delivery(Number(id.slice(1)), outcome);
    },
  } as unknown as IntegrationBackend;
  let refreshed = 0;
  const context: ActivityContext = {
    id: 'i1',
    backend,
    call: (request, signal) => call(backend, request, signal),
    changed: () => undefined,
    announce: (read) => said.push(read(texts)),
    report: ({ kind }) => reported.push(kind),
    reportSending: ({ kind }) => reported.push(kind),
    added: () => undefined,
    updated: () => undefined,
    refresh: () => (refreshed += 1),
  };
  const bulk = new BulkRedelivery(context);
  return { bulk, sent, said, reported, pages: () => pages, refreshed: () => refreshed };
};

/** An hour after number 0 was made: those after 0 are of the last hour. */
const NOW = Date.UTC(2026, 10, 1) + 3_600_000;

const fails = (kind: BackendErrorKind, retryAfter?: number): BackendError =>
  new BackendError(kind, 'A failure that was asked for.', { retryAfter });

test('goes through all pages, and says what came of it', async () => {
  const { bulk, sent, said, refreshed } = setUp({
    failed: deliveries(250, 1, 'failed'),
    come: (id) => (id === 'd7' ? 'failed' : id === 'd8' ? 'pending' : 'delivered'),
  });
  await bulk.start(NOW);
  assert.equal(sent.length, 250);
  assert.equal(new Set(sent).size, 250);
  assert.deepEqual(bulk.tally, { delivered: 248, failed: 1, pending: 1, skipped: 0 });
  assert.equal(bulk.state, 'done');
  assert.deepEqual(said, ['248 delivered, 1 failed again, 1 pending.']);
  assert.equal(refreshed(), 1);
});

test('ends where the failures are older, without looking further', async () => {
  const old = deliveries(0, -400, 'failed').map((each) => ({
    ...each,
    createdAt: '2026-10-01T00:00:00Z',
  }));
  const { bulk, sent, pages } = setUp({ failed: [...deliveries(30, 1, 'failed'), ...old] });
  await bulk.start(NOW);
  assert.equal(sent.length, 30);
  assert.equal(pages(), 1);
});

test('the time is chosen', async () => {
  const { bulk, sent } = setUp({ failed: deliveries(30, 1, 'failed') });
  await bulk.start(NOW + 2 * 3_600_000);
  assert.equal(sent.length, 0);
  assert.equal(bulk.count, 0);
  bulk.choose('day');
  await bulk.start(NOW + 2 * 3_600_000);
  assert.equal(sent.length, 30);
});

test('nothing has failed: that is said', async () => {
  const { bulk, said } = setUp({ failed: [] });
  await bulk.start(NOW);
  assert.equal(bulk.state, 'done');
  assert.deepEqual(said, [texts.bulk.nothing]);
});

test('is stopped: what is under way is waited for and counted', async () => {
  const { bulk, sent, said } = setUp({
    failed: deliveries(250, 1, 'failed'),
    asked: (id) => {
      if (id === 'd241') bulk.stop();
    },
  });
  await bulk.start(NOW);
  assert.equal(bulk.state, 'stopped');
  assert.equal(sent.length, 10);
  assert.deepEqual(said, ['10 delivered, 0 failed again.']);
});

test('a failure ends it, is reported, and it goes on from there', async () => {
  let broken = true;
  const { bulk, sent, reported } = setUp({
    failed: deliveries(120, 1, 'failed'),
    come: (id) => (id === 'd15' && broken ? fails('network') : 'delivered'),
  });
  await bulk.start(NOW);
  assert.equal(bulk.state, 'failed');
  assert.equal(bulk.problem?.kind, 'network');
  assert.deepEqual(reported, ['network']);
  assert.equal(bulk.count, 105);
  assert.equal(bulk.total, 120);
  broken = false;
  await bulk.resume();
  assert.equal(bulk.state, 'done');
  assert.equal(sent.length, 120);
  assert.equal(new Set(sent).size, 120);
});

test('one that cannot be sent does not hold up the others', async () => {
  const { bulk, said } = setUp({
    failed: deliveries(3, 1, 'failed'),
    come: (id) => (id === 'd2' ? fails('not-found') : 'delivered'),
  });
  await bulk.start(NOW);
  assert.equal(bulk.state, 'done');
  assert.deepEqual(said, ['2 delivered, 0 failed again, 1 could not be sent.']);
});

test('a server that asks to wait is waited for', async () => {
  let busy = 2;
  const { bulk, sent } = setUp({
    failed: deliveries(3, 1, 'failed'),
    come: () => (busy-- > 0 ? fails('rate-limited', 0.01) : 'delivered'),
  });
  await bulk.start(NOW);
  assert.equal(bulk.state, 'done');
  assert.equal(sent.length, 3);
});

/** Requests of the same kind that a server refuses, asking to wait; then it takes them. */
const refusals: readonly (readonly [
  times: number,
  state: BulkRedelivery['state'],
  asked: number,
])[] = [
  [1, 'done', 4],
  [4, 'done', 7],
  [5, 'done', 8],
  [6, 'failed', 6],
  [7, 'failed', 6],
  [Infinity, 'failed', 6],
];
for (const kind of ['rate-limited', 'unavailable'] as const)
  for (const [times, state, count] of refusals)
    test(`a server that is ${kind} and asks to wait ${times} times in a row: ${state}`, async () => {
      let asked = 0;
      const { bulk, reported } = setUp({
        failed: deliveries(3, 1, 'failed'),
        come: () => (++asked <= times ? fails(kind, 0.001) : 'delivered'),
      });
      await bulk.start(NOW);
      assert.equal(bulk.state, state);
      assert.equal(asked, count);
      assert.deepEqual(reported, state === 'failed' ? [kind] : []);
    });

test('waits are counted anew for each delivery, and when it is resumed', async () => {
  let asked = 0;
  const { bulk, sent } = setUp({
    failed: deliveries(3, 1, 'failed'),
    come: () => (++asked % 6 === 0 ? 'delivered' : fails('rate-limited', 0.001)),
  });
  await bulk.start(NOW);
  assert.equal(bulk.state, 'done');
  assert.equal(sent.length, 3);
  asked = -100;
  const { bulk: again } = setUp({
    failed: deliveries(1, 1, 'failed'),
    come: () => (++asked <= -93 ? fails('rate-limited', 0.001) : 'delivered'),
  });
  await again.start(NOW);
  assert.equal(again.state, 'failed');
  await again.resume();
  assert.equal(again.state, 'done');
});

const without: readonly (readonly [BackendErrorKind, number | undefined])[] = [
  ['rate-limited', undefined],
  ['unavailable', undefined],
  ['network', 0.001],
  ['forbidden', 0.001],
  ['timeout', 0.001],
];
for (const [kind, retryAfter] of without)
  test(`a failure as ${kind}${retryAfter ? ' with' : ' without'} a time to wait is not waited for`, async () => {
    let asked = 0;
    const { bulk } = setUp({
      failed: deliveries(3, 1, 'failed'),
      come: () => ((asked += 1), fails(kind, retryAfter)),
    });
    await bulk.start(NOW);
    assert.equal(bulk.state, 'failed');
    assert.equal(asked, 1);
  });

test('a wait ends at once when it is stopped', async () => {
  const { bulk } = setUp({
    failed: deliveries(3, 1, 'failed'),
    come: () => fails('rate-limited', 600),
  });
  const run = bulk.start(NOW);
  while (bulk.waitsUntil === undefined) await new Promise((resolve) => setTimeout(resolve, 1));
  bulk.stop();
  await run;
  assert.equal(bulk.state, 'stopped');
});

test('a cursor that leads nowhere ends it', async () => {
  const { bulk, sent, pages } = setUp({
    failed: deliveries(3, 1, 'failed'),
    nextCursor: 'of-nothing',
  });
  await bulk.start(NOW);
  assert.equal(sent.length, 3);
  assert.equal(pages(), 2);
  assert.equal(bulk.state, 'done');
});
