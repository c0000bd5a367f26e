/** When the deliveries are asked for again. */
import assert from 'node:assert/strict';
import test from 'node:test';
import {
  LONGEST,
  SHORTEST,
  pauseOf,
  nextInterval,
} from '../../../src/management/activity/poll-schedule.js';
import type { PollOutcome } from '../../../src/management/activity/poll-schedule.js';

/** The intervals, in seconds, that follow from what came of each question. */
const intervals = (outcomes: readonly PollOutcome[]): (number | undefined)[] => {
  let interval: number | undefined = SHORTEST;
  return outcomes.map((outcome) => {
    interval = nextInterval(interval ?? SHORTEST, outcome);
    return interval === undefined ? undefined : interval / 1_000;
  });
};

for (const [title, outcomes, expected] of [
  ['backs off to a minute while nothing changes', Array(6).fill('same'), [10, 20, 40, 60, 60, 60]],
  ['is quick again after a change', ['same', 'same', 'changed', 'same'], [10, 20, 5, 10]],
  ['stays quick while things change', ['changed', 'changed'], [5, 5]],
  ['backs off from a server that fails', ['failed', 'failed', 'failed'], [10, 20, 40]],
  ['ends where asking is of no use', ['same', 'halted'], [10, undefined]],
] as [string, PollOutcome[], (number | undefined)[]][]) {
  test(`the schedule ${title}`, () => {
    assert.deepEqual(intervals(outcomes), expected);
  });
}

test('no interval is shorter than five seconds or longer than a minute', () => {
  assert.equal(nextInterval(0, 'same'), 2 * SHORTEST);
  assert.equal(nextInterval(LONGEST, 'failed'), LONGEST);
  assert.equal(nextInterval(LONGEST, 'changed'), SHORTEST);
});

for (const [seconds, milliseconds] of [
  [undefined, 0],
  [-3, 0],
  [0, 0],
  [1.5, 1_500],
  [120, 120_000],
  [1e9, 3_600_000],
  [NaN, 0],
] as const) {
  test(`a server that asks to wait ${seconds} seconds is left alone for ${milliseconds} ms`, () => {
    assert.equal(pauseOf(seconds), milliseconds);
  });
}
