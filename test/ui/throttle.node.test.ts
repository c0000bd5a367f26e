/** When work that is asked for again and again is done. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { TestContext } from 'node:test';
import { Throttle } from '../../src/ui/throttle.js';

/** Runs on a clock that the test moves; `done` has what was done and when. */
const setUp = (t: TestContext, interval = 200) => {
  let now = 5000;
  t.mock.timers.enable({ apis: ['setTimeout'] });
  t.mock.method(performance, 'now', () => now);
  const done: [name: string, at: number][] = [];
  const throttle = new Throttle(interval);
  return {
    done,
    throttle,
    run: (name: string) => throttle.run(() => done.push([name, now - 5000])),
    pass: (milliseconds: number) => {
      for (let passed = 0; passed < milliseconds; passed += 1) {
        now += 1;
        t.mock.timers.tick(1);
      }
    },
  };
};

interface Row {
  /** What is asked for at which millisecond, in order; a name of "" cancels. */
  readonly asked: readonly (readonly [at: number, name: string])[];
  readonly done: readonly (readonly [name: string, at: number])[];
}

const ROWS: Readonly<Record<string, Row>> = {
  'the first at once': { asked: [[0, 'a']], done: [['a', 0]] },
  'a second one after the interval': {
    asked: [
      [0, 'a'],
      [50, 'b'],
    ],
    done: [
      ['a', 0],
      ['b', 200],
    ],
  },
  'the last of those that came meanwhile': {
    asked: [
      [0, 'a'],
      [50, 'b'],
      [100, 'c'],
      [199, 'd'],
    ],
    done: [
      ['a', 0],
      ['d', 200],
    ],
  },
  'at once again when the interval has passed': {
    asked: [
      [0, 'a'],
      [200, 'b'],
    ],
    done: [
      ['a', 0],
      ['b', 200],
    ],
  },
  'the interval counts from what was done last, also where that was late': {
    asked: [
      [0, 'a'],
      [50, 'b'],
      [250, 'c'],
    ],
    done: [
      ['a', 0],
      ['b', 200],
      ['c', 400],
    ],
  },
  'steady typing is not put off for ever': {
    asked: Array.from({ length: 10 }, (_, index) => [index * 90, String(index)] as const),
    done: [
      ['0', 0],
      ['2', 200],
      ['4', 400],
      ['6', 600],
      ['8', 800],
      ['9', 1000],
    ],
  },
  'what was cancelled is not done': {
    asked: [
      [0, 'a'],
      [50, 'b'],
      [60, ''],
    ],
    done: [['a', 0]],
  },
  'what comes after a cancel still waits its turn': {
    asked: [
      [0, 'a'],
      [50, 'b'],
      [60, ''],
      [70, 'c'],
    ],
    done: [
      ['a', 0],
      ['c', 200],
    ],
  },
};

describe('Throttle', () => {
  for (const [name, { asked, done: expected }] of Object.entries(ROWS))
    it(name, (t) => {
      const { done, run, pass, throttle } = setUp(t);
      let now = 0;
      for (const [at, work] of asked) {
        pass(at - now);
        now = at;
        if (work) run(work);
        else throttle.cancel();
      }
      pass(2000);
      assert.deepEqual(done, expected);
    });

  it('does the first at once on a page that has just begun', (t) => {
    t.mock.method(performance, 'now', () => 1);
    let done = 0;
    new Throttle(200).run(() => (done += 1));
    assert.equal(done, 1);
  });
});
