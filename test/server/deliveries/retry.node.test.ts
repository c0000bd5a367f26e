/** What follows an attempt, as tables. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { STANDARD_RETRIES, failureOf, nextOf } from '../../../demo/server/deliveries/retry.js';
import type { Outcome } from '../../../demo/server/outbound/guarded-fetch.js';

const NOW = new Date('2026-11-23T12:00:00Z');

const answered = (status: number, retryAfter?: string): Outcome => ({
  answer: { status, headers: { 'retry-after': retryAfter }, body: '' },
});

const next = (outcome: Outcome, attempts = 1, random = 0.5) =>
  nextOf({ outcome, attempts, now: NOW, random }, STANDARD_RETRIES);

/** Milliseconds until the next attempt; undefined where there is none. */
const wait = (...given: Parameters<typeof next>): number | undefined => {
  const { dueAt } = next(...given);
  return dueAt && dueAt.getTime() - NOW.getTime();
};

describe('An attempt', () => {
  it('gets through with any 2xx, also where the rest of the answer is late', () => {
    for (const status of [200, 201, 202, 204, 299])
      assert.deepEqual(next(answered(status)), { status: 'delivered' });
    const late: Outcome = { answer: { status: 200, headers: {}, body: '', cut: 'timeout' } };
    assert.deepEqual(next(late), { status: 'delivered' });
  });

  it('fails with a reason that widgets know', () => {
    for (const [outcome, reason] of [
      [answered(200), undefined],
      [answered(302), 'redirect'],
      [answered(308), 'redirect'],
      [answered(304), 'http-status'],
      [answered(404), 'http-status'],
      [answered(503), 'http-status'],
      [{ failure: 'tls' }, 'tls'],
      [{ failure: 'refused-address' }, 'refused-address'],
    ] as const)
      assert.equal(failureOf(outcome), reason);
  });

  it('is followed by others, later each time, and given up after the fifth', () => {
    const failure: Outcome = { failure: 'unreachable' };
    assert.deepEqual(
      [1, 2, 3, 4].map((attempts) => wait(failure, attempts)),
      [5_000, 30_000, 120_000, 600_000],
    );
    assert.deepEqual(next(failure, 5), { status: 'failed' });
    assert.deepEqual(next(failure, 6), { status: 'failed' });
  });

  it('is followed earlier or later by chance, by a fifth at most', () => {
    assert.deepEqual(
      [0, 0.25, 1].map((random) => wait(answered(500), 1, random)),
      [4_000, 4_500, 6_000],
    );
  });

  it('is given up at once where the endpoint says that it is gone', () => {
    assert.deepEqual(next(answered(410)), { status: 'failed' });
  });

  const ASKED: [string, Outcome, number][] = [
    ['seconds', answered(429, '60'), 60_000],
    ['seconds, by a server that is busy', answered(503, ' 60 '), 60_000],
    ['a date', answered(503, 'Mon, 23 Nov 2026 12:02:00 GMT'), 120_000],
    ['less than the back-off', answered(429, '1'), 5_000],
    ['nothing', answered(429, '0'), 5_000],
    ['a date that is over', answered(429, 'Mon, 23 Nov 2020 12:02:00 GMT'), 5_000],
    ['a day, which is too long', answered(429, '86400'), 3_600_000],
    ['more than a number holds', answered(429, '9'.repeat(400)), 3_600_000],
    ['what nobody understands', answered(429, 'soon'), 5_000],
    ['with a status that has no such header', answered(500, '60'), 5_000],
  ];
  for (const [what, outcome, expected] of ASKED)
    it(`waits as it is asked to: ${what}`, () => {
      assert.equal(wait(outcome), expected);
    });

  it('is given up after the fifth, whatever is asked for', () => {
    assert.deepEqual(next(answered(429, '60'), 5), { status: 'failed' });
  });
});
