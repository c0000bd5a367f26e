/** The timer of a launch that goes on by itself: a tick each second in the page, and none outside of it. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { TestContext } from 'node:test';
import type { Tick } from '../../../src/launch/countdown/auto-launch.js';
import { AutoLaunchTimer } from '../../../src/launch/countdown/auto-launch-timer.js';
import { FakeHost } from '../../support/fake-host.js';

const setUp = (t: TestContext) => {
  t.mock.timers.enable({ apis: ['setInterval'] });
  const host = new FakeHost();
  const page = { visible: true };
  const ticks: Tick[] = [];
  const timer = new AutoLaunchTimer(host, {
    visible: () => page.visible,
    ticked: (tick) => ticks.push(tick),
  });
  host.connect();
  const pass = (seconds: number): void => t.mock.timers.tick(seconds * 1000);
  return { host, page, ticks, timer, pass };
};

type Step =
  'start' | 'stop' | 'extend' | 'hide' | 'show' | 'connect' | 'disconnect' | 'move' | number;

/** Steps, numbers being seconds that pass; what is left; and how often it has ended. */
const ROWS: readonly (readonly [steps: readonly Step[], left: number | undefined, ends: number])[] =
  [
    [[5], undefined, 0],
    [['start'], 20, 0],
    [['start', 7], 13, 0],
    [['start', 19], 1, 0],
    [['start', 20], undefined, 1],
    [['start', 60], undefined, 1],
    [['start', 5, 'stop', 30], undefined, 0],
    [['start', 5, 'extend'], 35, 0],
    [['start', 5, 'extend', 34], 1, 0],
    [['start', 5, 'extend', 'extend', 35], 20, 0],
    [['start', 5, 'hide', 100, 'show'], 15, 0],
    [['start', 5, 'hide', 100, 'show', 15], undefined, 1],
    [['start', 5, 'disconnect', 100], 15, 0],
    [['start', 5, 'disconnect', 100, 'connect', 5], 10, 0],
    [['start', 5, 'move', 5], 10, 0],
    [['disconnect', 'start', 100], 20, 0],
    [['disconnect', 'start', 'connect', 3], 17, 0],
    [['start', 5, 'start', 5], 15, 0],
    [['start', 20, 'start', 5], 15, 1],
    [['extend', 5], undefined, 0],
    [['start', 20, 'extend', 5], undefined, 1],
  ];

describe('AutoLaunchTimer', () => {
  for (const [steps, left, ends] of ROWS)
    it(`${steps.join(', ')}: ${left ?? 'nothing'} left`, (t) => {
      const { host, page, timer, ticks, pass } = setUp(t);
      for (const step of steps) {
        if (typeof step === 'number') pass(step);
        else if (step === 'start') timer.start(20);
        else if (step === 'hide' || step === 'show') page.visible = step === 'show';
        else if (step === 'stop' || step === 'extend') timer[step]();
        else host[step]();
      }
      assert.equal(timer.left, left);
      assert.equal(ticks.filter((tick) => tick === 'end').length, ends);
    });

  it('renders each change', (t) => {
    const { host, timer, pass } = setUp(t);
    const rendersOf = (change: () => void): number => {
      const before = host.updates;
      change();
      return host.updates - before;
    };
    assert.ok(rendersOf(() => timer.start(20)) > 0);
    assert.equal(
      rendersOf(() => pass(3)),
      3,
    );
    assert.ok(rendersOf(() => timer.extend()) > 0);
    assert.ok(rendersOf(() => timer.stop()) > 0);
    assert.equal(
      rendersOf(() => pass(3)),
      0,
    );
  });
});
