/** Where a launch goes from each state: a row for each pair of state and action. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nextState } from '../../src/launch/launch-state.js';
import type { LaunchAction, LaunchState, LaunchStateName } from '../../src/launch/launch-state.js';

const STATES: { [N in LaunchStateName]: Extract<LaunchState, { name: N }> } = {
  idle: { name: 'idle' },
  confirmed: { name: 'confirmed', referralRef: 'r1' },
  launching: { name: 'launching', referralRef: 'r1', mode: 'blank' },
  framed: { name: 'framed', referralRef: 'r1', url: 'https://book.example/' },
  done: { name: 'done', referralRef: 'r1', way: 'self' },
  failed: { name: 'failed', referralRef: 'r1', mode: 'self', reason: 'unavailable' },
};

const ACTIONS: { [T in LaunchAction['type']]: Extract<LaunchAction, { type: T }> } = {
  confirm: { type: 'confirm', referralRef: 'r2' },
  launch: { type: 'launch', mode: 'self' },
  sent: { type: 'sent' },
  'taken-over': { type: 'taken-over' },
  frame: { type: 'frame', url: 'https://intake.example/' },
  finish: { type: 'finish' },
  close: { type: 'close' },
  fail: { type: 'fail', reason: 'invalid-url' },
  reset: { type: 'reset' },
};

/** The action means nothing there: the very same state. */
const SAME = null;

const NEXT_REFERRAL: LaunchState = { name: 'confirmed', referralRef: 'r2' };
const LAUNCHING: LaunchState = { name: 'launching', referralRef: 'r1', mode: 'self' };

const TABLE: Record<LaunchStateName, Record<LaunchAction['type'], LaunchState | typeof SAME>> = {
  idle: {
    confirm: NEXT_REFERRAL,
    launch: SAME,
    sent: SAME,
    'taken-over': SAME,
    frame: SAME,
    finish: SAME,
    close: SAME,
    fail: SAME,
    reset: SAME,
  },
  confirmed: {
    confirm: NEXT_REFERRAL,
    launch: LAUNCHING,
    sent: SAME,
    'taken-over': SAME,
    frame: SAME,
    finish: SAME,
    close: SAME,
    fail: SAME,
    reset: { name: 'idle' },
  },
  launching: {
    confirm: SAME,
    launch: SAME,
    sent: { name: 'done', referralRef: 'r1', way: 'blank' },
    'taken-over': { name: 'done', referralRef: 'r1', way: 'host' },
    frame: { name: 'framed', referralRef: 'r1', url: 'https://intake.example/' },
    finish: SAME,
    close: STATES.confirmed,
    fail: { name: 'failed', referralRef: 'r1', mode: 'blank', reason: 'invalid-url' },
    reset: { name: 'idle' },
  },
  framed: {
    confirm: SAME,
    launch: SAME,
    sent: SAME,
    'taken-over': SAME,
    frame: SAME,
    finish: { name: 'done', referralRef: 'r1', way: 'iframe' },
    close: STATES.confirmed,
    fail: { name: 'failed', referralRef: 'r1', mode: 'iframe', reason: 'invalid-url' },
    reset: { name: 'idle' },
  },
  done: {
    confirm: NEXT_REFERRAL,
    launch: LAUNCHING,
    sent: SAME,
    'taken-over': SAME,
    frame: SAME,
    finish: SAME,
    close: SAME,
    fail: SAME,
    reset: { name: 'idle' },
  },
  failed: {
    confirm: NEXT_REFERRAL,
    launch: LAUNCHING,
    sent: SAME,
    'taken-over': SAME,
    frame: SAME,
    finish: SAME,
    close: SAME,
    fail: SAME,
    reset: { name: 'idle' },
  },
};

describe('The state of a launch', () => {
  for (const [name, row] of Object.entries(TABLE) as [LaunchStateName, typeof TABLE.idle][]) {
    for (const [type, expected] of Object.entries(row) as [
      LaunchAction['type'],
      LaunchState | typeof SAME,
    ][]) {
      it(`${name}, ${type}: ${expected ? expected.name : 'unchanged'}`, () => {
        const before = structuredClone(STATES[name]);
        const after = nextState(STATES[name], ACTIONS[type]);
        if (expected === SAME) assert.equal(after, STATES[name]);
        else assert.deepEqual(after, expected);
        assert.deepEqual(STATES[name], before, 'the state before is left as it was');
      });
    }
  }

  for (const name of ['confirmed', 'launching', 'framed', 'done', 'failed'] as const) {
    it(`${name}: the same referral once more changes nothing`, () => {
      const again = nextState(STATES[name], { type: 'confirm', referralRef: 'r1' });
      assert.equal(again, STATES[name]);
    });
  }
});
