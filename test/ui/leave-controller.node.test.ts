/** What is given up when an element leaves the page, and what is not when it is moved. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { LeaveController } from '../../src/ui/leave-controller.js';
import { FakeHost } from '../support/fake-host.js';

type Step = 'connect' | 'disconnect' | 'move' | 'wait';

interface Row {
  readonly steps: readonly Step[];
  readonly log: readonly ('left' | 'returned')[];
  /** Updates that the controller asks for. */
  readonly updates: number;
}

const ROWS: Readonly<Record<string, Row>> = {
  'the first connection': { steps: ['connect', 'wait'], log: [], updates: 0 },
  'a move': { steps: ['connect', 'move', 'wait'], log: [], updates: 0 },
  'two moves in one task': { steps: ['connect', 'move', 'move', 'wait'], log: [], updates: 0 },
  'leaving, not yet told': { steps: ['connect', 'disconnect'], log: [], updates: 0 },
  leaving: { steps: ['connect', 'disconnect', 'wait'], log: ['left'], updates: 0 },
  'a move that ends outside': {
    steps: ['connect', 'move', 'disconnect', 'wait'],
    log: ['left'],
    updates: 0,
  },
  'coming back': {
    steps: ['connect', 'disconnect', 'wait', 'connect', 'wait'],
    log: ['left', 'returned'],
    updates: 1,
  },
  'a move after coming back': {
    steps: ['connect', 'disconnect', 'wait', 'connect', 'move', 'wait'],
    log: ['left', 'returned'],
    updates: 1,
  },
  'leaving twice': {
    steps: ['connect', 'disconnect', 'wait', 'connect', 'disconnect', 'wait'],
    log: ['left', 'returned', 'left'],
    updates: 1,
  },
  'back only for the moment of a move elsewhere': {
    steps: ['connect', 'disconnect', 'wait', 'move', 'disconnect', 'wait'],
    log: ['left', 'returned', 'left'],
    updates: 1,
  },
};

describe('LeaveController', () => {
  for (const [name, { steps, log, updates }] of Object.entries(ROWS)) {
    it(name, async () => {
      const host = new FakeHost();
      const seen: string[] = [];
      new LeaveController(
        host,
        () => seen.push('left'),
        () => seen.push('returned'),
      );
      for (const step of steps) {
        if (step === 'wait') await Promise.resolve();
        else host[step]();
      }
      assert.deepEqual(seen, log);
      assert.equal(host.updates, updates);
    });
  }

  it('needs nothing to be done on return', async () => {
    const host = new FakeHost();
    new LeaveController(host, () => undefined);
    host.connect();
    host.disconnect();
    await Promise.resolve();
    host.connect();
    assert.equal(host.updates, 1);
  });
});
