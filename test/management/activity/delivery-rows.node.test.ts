/** Which deliveries are held: nothing moves while someone reads, and never more than a few hundred are kept. */
import assert from 'node:assert/strict';
import test from 'node:test';
import type { Delivery, Page } from '../../../src/backend/backend.js';
import { DeliveryRows, MOST_ROWS } from '../../../src/management/activity/delivery-rows.js';
import { deliveries, delivery } from './made-up-deliveries.js';

const page = (items: Delivery[], nextCursor: string | null = null): Page<Delivery> => ({
  items,
  nextCursor,
});
const ids = ({ items }: DeliveryRows): string => items.map(({ id }) => id).join(' ');

const loaded = (first: Page<Delivery>): DeliveryRows => {
  const rows = new DeliveryRows();
  rows.takeNewest(first, false);
  return rows;
};

test('the first page is no news', () => {
  const rows = new DeliveryRows();
  assert.deepEqual(rows.takeNewest(page(deliveries(3, 1)), false), { fresh: 0, changed: 0 });
  assert.equal(ids(rows), 'd3 d2 d1');
});

test('new deliveries are shown on top, and what is held below stays', () => {
  const rows = loaded(page(deliveries(4, 3), 'after-3'));
  const news = rows.takeNewest(page(deliveries(5, 4), 'after-4'), false);
  assert.deepEqual(news, { fresh: 1, changed: 0 });
  assert.equal(ids(rows), 'd5 d4 d3');
  assert.equal(rows.olderCursor, 'after-3');
});

test('new deliveries wait while someone reads, and are news once', () => {
  const rows = loaded(page(deliveries(2, 1)));
  assert.equal(rows.takeNewest(page(deliveries(4, 1)), true).fresh, 2);
  assert.equal(rows.takeNewest(page(deliveries(4, 1)), true).fresh, 0);
  assert.equal(ids(rows), 'd2 d1');
  assert.equal(rows.waiting, 2);
  rows.showNewest();
  assert.equal(ids(rows), 'd4 d3 d2 d1');
  assert.equal(rows.waiting, 0);
});

test('a delivery that changes does so in place, also while someone reads', () => {
  const rows = loaded(page([delivery(2, 'pending'), delivery(1)]));
  const news = rows.takeNewest(page([delivery(2, 'failed'), delivery(1)]), true);
  assert.deepEqual(news, { fresh: 0, changed: 1 });
  assert.equal(rows.items[0]?.status, 'failed');
});

test('what no longer has the outcome goes, but not while someone reads', () => {
  const rows = loaded(page(deliveries(3, 1, 'failed')));
  const now = page([delivery(3, 'failed')]);
  rows.takeNewest(now, true);
  assert.equal(ids(rows), 'd3 d2 d1');
  assert.equal(rows.waiting, 0);
  rows.takeNewest(now, false);
  assert.equal(ids(rows), 'd3');
  rows.takeNewest(page([]), false);
  assert.equal(ids(rows), '');
});

test('a gap between what is held and the newest page is not hidden: the page takes its place', () => {
  const rows = loaded(page(deliveries(3, 1)));
  rows.takeNewest(page(deliveries(90, 80), 'after-80'), false);
  assert.equal(ids(rows), ids(loaded(page(deliveries(90, 80)))));
  assert.equal(rows.olderCursor, 'after-80');
});

test('older ones follow on, without repeating any', () => {
  const rows = loaded(page(deliveries(6, 5), 'after-5'));
  rows.addOlder(page(deliveries(5, 3), 'after-3'));
  assert.equal(ids(rows), 'd6 d5 d4 d3');
  assert.equal(rows.olderCursor, 'after-3');
  rows.addOlder(page(deliveries(2, 1)));
  assert.equal(rows.olderCursor, undefined);
});

test('of a hundred thousand no more than some hundred are held', () => {
  const total = 100_000;
  const rows = loaded(page(deliveries(total, total - 49), 'more'));
  for (let newest = total - 50; newest > total - 2_000; newest -= 50)
    rows.addOlder(page(deliveries(newest, newest - 49), 'more'));
  assert.equal(rows.items.length, MOST_ROWS);
  assert.equal(rows.fromNewest, false);
  // Polling goes on, and moves nothing.
  const before = ids(rows);
  assert.deepEqual(rows.takeNewest(page(deliveries(total, total - 49), 'more'), false), {
    fresh: 0,
    changed: 0,
  });
  assert.equal(rows.takeNewest(page(deliveries(total + 1, total - 48), 'more'), false).fresh, 1);
  assert.equal(ids(rows), before);
  rows.showNewest();
  assert.equal(rows.items.length, 50);
  assert.equal(rows.items[0]?.id, 'd100001');
  assert.equal(rows.fromNewest, true);
});

test('new ones that would be too many with those held make a new beginning', () => {
  const rows = loaded(page(deliveries(550, 501), 'more'));
  for (let newest = 500; newest > 50; newest -= 50)
    rows.addOlder(page(deliveries(newest, newest - 49), 'more'));
  assert.equal(rows.items.length, MOST_ROWS);
  assert.equal(rows.fromNewest, true);
  rows.takeNewest(page(deliveries(551, 502), 'after-502'), true);
  rows.showNewest();
  assert.equal(rows.items.length, 50);
  assert.equal(rows.olderCursor, 'after-502');
});

test('one that was just sent is there at once, and no news afterwards', () => {
  const rows = loaded(page(deliveries(2, 1)));
  rows.add(delivery(3));
  assert.equal(ids(rows), 'd3 d2 d1');
  assert.deepEqual(rows.takeNewest(page(deliveries(3, 1)), false), { fresh: 0, changed: 0 });
});
