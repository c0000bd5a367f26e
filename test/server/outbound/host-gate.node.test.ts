/** How hard one host may be pressed. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { HostGate } from '../../../demo/server/outbound/host-gate.js';
import { createGuardedFetch } from '../../../demo/server/outbound/guarded-fetch.js';
import { startEndpoint } from './endpoint.js';

const never = (): AbortSignal => new AbortController().signal;

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

describe('a gate', () => {
  it('lets in so many at once, and one more where one leaves', async () => {
    const gate = new HostGate({ connections: 2, perSecond: 1e6 });
    const inside: (() => void)[] = [];
    for (let number = 0; number < 5; number++)
      void gate.enter('192.0.2.1', never()).then((leave) => inside.push(leave));
    await settled();
    assert.equal(inside.length, 2);
    inside[0]?.();
    await settled();
    assert.equal(inside.length, 3);
    await gate.enter('192.0.2.2', never());
  });

  it('lets in so many a second', async () => {
    let now = 0;
    const gate = new HostGate({ connections: 100, perSecond: 10 }, () => now);
    await gate.enter('192.0.2.1', never());
    let second = false;
    void gate.enter('192.0.2.1', never()).then(() => (second = true));
    await settled();
    assert.equal(second, false);
    await new Promise((resolve) => setTimeout(resolve, 150));
    assert.equal(second, true);
    now = 10_000;
    await gate.enter('192.0.2.1', never());
  });

  it('gives up with the signal, and then keeps no place', async () => {
    const gate = new HostGate({ connections: 1, perSecond: 1e6 });
    const leave = await gate.enter('192.0.2.1', never());
    const controller = new AbortController();
    const waiting = gate.enter('192.0.2.1', controller.signal);
    controller.abort(new Error('over'));
    await assert.rejects(waiting, /over/);
    leave();
    (await gate.enter('192.0.2.1', never()))();
    await assert.rejects(gate.enter('192.0.2.1', controller.signal), /over/);
  });

  it('gives the place back of who gave up in the pause', async () => {
    const gate = new HostGate({ connections: 1, perSecond: 0.001 });
    (await gate.enter('192.0.2.1', never()))();
    const controller = new AbortController();
    const waiting = gate.enter('192.0.2.1', controller.signal);
    await settled();
    controller.abort(new Error('over'));
    await assert.rejects(waiting, /over/);
    const next = new AbortController();
    const last = gate.enter('192.0.2.1', next.signal);
    await settled();
    next.abort(new Error('waited for the pause, not for a place'));
    await assert.rejects(last, /pause/);
  });
});

describe('requests to one host', () => {
  it('are no more than so many at once, by whatever names it has', async () => {
    let open = 0;
    let most = 0;
    const endpoint = await startEndpoint((_request, response) => {
      open += 1;
      most = Math.max(most, open);
      setTimeout(() => {
        open -= 1;
        response.end();
      }, 20);
    });
    try {
      const { port, pathname } = new URL(endpoint.url);
      const gate = new HostGate({ connections: 3, perSecond: 1e6 });
      // Two that share the gate, as the check and the deliveries of a server do.
      const servers = [0, 1].map(() =>
        createGuardedFetch({
          allowLoopback: true,
          gate,
          resolve: async () => [{ address: '127.0.0.1', family: 4 }],
        }),
      );
      const outcomes = await Promise.all(
        Array.from({ length: 40 }, async (_, index) =>
          servers[index % 2]?.(
            { url: `http://n${index}.localhost:${port}${pathname}`, headers: {}, body: '{}' },
            never(),
          ),
        ),
      );
      assert.ok(outcomes.every((outcome) => outcome?.answer));
      assert.equal(most, 3);
    } finally {
      await endpoint.close();
    }
  });
});
