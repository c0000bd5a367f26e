/** The countdown: seconds that could not be seen are not counted. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  AutoLaunch,
  LEAST_SECONDS,
  NEAR_END,
  autoLaunchSeconds,
} from '../../../src/launch/countdown/auto-launch.js';

describe('autoLaunchSeconds', () => {
  const rows: readonly (readonly [unknown, number | undefined])[] = [
    [undefined, undefined],
    [null, undefined],
    [NaN, undefined],
    [Infinity, undefined],
    [-1, 20],
    [0, 20],
    [1, 20],
    [19.9, 20],
    [20, 20],
    [20.4, 20],
    [30, 30],
    [90.6, 91],
  ];
  for (const [asked, seconds] of rows)
    it(`${String(asked)}: ${seconds === undefined ? 'off' : `${seconds} seconds`}`, () =>
      assert.equal(autoLaunchSeconds(asked as number), seconds));

  it('gives what WCAG 2.2.1 asks for', () => assert.equal(LEAST_SECONDS, 20));
});

describe('AutoLaunch', () => {
  it('counts nothing before it is started', () => {
    const countdown = new AutoLaunch(20);
    assert.equal(countdown.left, undefined);
    assert.equal(countdown.tick(true), 'quiet');
    assert.equal(countdown.left, undefined);
  });

  it('tells the moment near the end, and the end, once each', () => {
    const countdown = new AutoLaunch(20);
    countdown.start();
    const ticks = Array.from({ length: 25 }, () => countdown.tick(true));
    assert.deepEqual(
      ticks.flatMap((tick, index) => (tick === 'quiet' ? [] : [[index + 1, tick]])),
      [
        [20 - NEAR_END, 'near-end'],
        [20, 'end'],
      ],
    );
    assert.equal(countdown.left, undefined);
  });

  it('counts no second that could not be seen', () => {
    const countdown = new AutoLaunch(20);
    countdown.start();
    for (let second = 0; second < 100; second++) assert.equal(countdown.tick(false), 'quiet');
    assert.equal(countdown.left, 20);
    countdown.tick(true);
    assert.equal(countdown.left, 19);
  });

  it('gives as much time again, as often as it is asked for, and tells the end again', () => {
    const countdown = new AutoLaunch(20);
    countdown.start();
    for (let second = 0; second < 12; second++) countdown.tick(true);
    countdown.extend();
    countdown.extend();
    assert.equal(countdown.left, 48);
    const ticks = Array.from({ length: 48 }, () => countdown.tick(true));
    assert.equal(ticks.indexOf('near-end'), 48 - NEAR_END - 1);
    assert.equal(ticks.indexOf('end'), 47);
  });

  it('stops, and then neither ends nor can be extended', () => {
    const countdown = new AutoLaunch(20);
    countdown.start();
    countdown.tick(true);
    countdown.stop();
    countdown.extend();
    assert.equal(countdown.left, undefined);
    assert.equal(countdown.tick(true), 'quiet');
    countdown.start();
    assert.equal(countdown.left, 20);
  });
});
