/** The seconds that a user waits where a backend asks for it, whatever it asks for. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { TestContext } from 'node:test';
import { Countdown } from '../../src/ui/countdown.js';
import { FakeHost } from '../support/fake-host.js';

const setUp = (t: TestContext) => {
  t.mock.timers.enable({ apis: ['setTimeout', 'Date'], now: 1_000_000 });
  const host = new FakeHost();
  const countdown = new Countdown(host);
  host.connect();
  return { host, countdown, pass: (seconds: number) => t.mock.timers.tick(seconds * 1000) };
};

describe('Countdown', () => {
  const WAITS: readonly (readonly [asked: number | undefined, left: number])[] = [
    [undefined, 0],
    [0, 0],
    [-5, 0],
    [NaN, 0],
    [0.2, 1],
    [1, 1],
    [1.5, 2],
    [30, 30],
    [59.4, 60],
    [60, 60],
    [61, 60],
    [3600, 60],
    [1e9, 60],
    [Infinity, 60],
  ];
  for (const [asked, left] of WAITS)
    it(`asked for ${asked} seconds, it begins at ${left} and ends after ${left}`, (t) => {
      const { countdown, pass } = setUp(t);
      countdown.start(asked);
      assert.equal(countdown.left, left);
      if (left === 0) return;
      pass(left - 1);
      assert.equal(countdown.left, 1);
      pass(1);
      assert.equal(countdown.left, 0);
    });

  it('asks for an update with each second, and for none when it is over', (t) => {
    const { countdown, host, pass } = setUp(t);
    countdown.start(3);
    const seen: [number, number][] = [];
    for (let second = 0; second < 5; second += 1) {
      pass(1);
      seen.push([countdown.left, host.updates]);
    }
    assert.deepEqual(seen, [
      [2, 1],
      [1, 2],
      [0, 3],
      [0, 3],
      [0, 3],
    ]);
  });

  it('counts by the clock, not by its ticks', (t) => {
    const { countdown, pass } = setUp(t);
    countdown.start(10);
    pass(1);
    t.mock.timers.setTime(Date.now() + 6000);
    pass(1);
    assert.equal(countdown.left, 2);
  });

  it('begins anew when it is started again', (t) => {
    const { countdown, host, pass } = setUp(t);
    countdown.start(2);
    pass(1);
    countdown.start(30);
    assert.equal(countdown.left, 30);
    pass(1);
    assert.deepEqual([countdown.left, host.updates], [29, 2]);
    countdown.start(undefined);
    assert.equal(countdown.left, 0);
    pass(5);
    assert.equal(host.updates, 2);
  });

  it('stands still while its element is out of the page, and has lost no time when it is back', (t) => {
    const { countdown, host, pass } = setUp(t);
    countdown.start(10);
    host.disconnect();
    pass(4);
    assert.deepEqual([countdown.left, host.updates], [10, 0]);
    host.connect();
    pass(1);
    assert.equal(countdown.left, 5);
  });

  it('makes no tick for an element whose countdown is over', (t) => {
    const { host, pass } = setUp(t);
    host.move();
    pass(5);
    assert.equal(host.updates, 0);
  });
});
