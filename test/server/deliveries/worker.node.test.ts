/** The worker itself: its bound, its stop, and what it leaves to the next one. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CLAIM_LIFETIME } from './queue-in-memory.js';
import { bench, idsAt, ok, turn } from './worker-bench.js';

describe('A worker', () => {
  it('has no more under way than it may, and takes the next as soon as there is room', async () => {
    const waiting: (() => void)[] = [];
    const { worker, queue, enqueue } = await bench(
      (_received, response) => waiting.push(() => response.end()),
      { concurrency: 2 },
    );
    for (let number = 0; number < 6; number++) await enqueue();
    let claimed = 0;
    let most = 0;
    const claimDue = queue.claimDue.bind(queue);
    queue.claimDue = async (...given) => {
      const deliveries = await claimDue(...given);
      claimed += deliveries.length;
      most = Math.max(most, claimed - queue.recorded.length);
      return deliveries;
    };
    worker.start();
    for (let done = 0; done < 6; done++) {
      const expected = Math.min(2, 6 - done);
      while (waiting.length < expected) await turn();
      waiting.shift()?.();
      await queue.until(done + 1);
    }
    assert.equal(most, 2);
  });

  it('counts what someone waits for, and lets it wait for nothing', async () => {
    const waiting: (() => void)[] = [];
    const { worker, queue, clock, enqueue } = await bench(
      (_received, response) => waiting.push(() => response.end()),
      { concurrency: 1 },
    );
    const ids = [await enqueue(), await enqueue()];
    const attempts = ids.map((id) => worker.attempt(id));
    while (waiting.length < 2) await turn();
    const third = await enqueue();
    worker.start();
    await clock.untilIdle();
    for (let count = 0; count < 20; count++) await turn();
    assert.equal(waiting.length, 2);
    for (const answer of waiting.splice(0)) answer();
    await Promise.all(attempts);
    clock.advance(1_000);
    while (waiting.length < 1) await turn();
    waiting[0]?.();
    await queue.until(3);
    assert.equal(queue.statusOf(third), 'delivered');
  });

  it('that stops ends what is under way, and takes nothing more', async () => {
    let answerNow = (): void => undefined;
    const asked = new Promise<void>((resolve) => {
      answerNow = resolve;
    });
    let release = (): void => undefined;
    const { worker, queue, clock, endpoint, enqueue } = await bench(
      (_received, response) => {
        release = () => response.end();
        answerNow();
      },
      { concurrency: 1 },
    );
    const first = await enqueue();
    const second = await enqueue();
    worker.start();
    await asked;
    let stopped = false;
    const stopping = worker.stop().then(() => (stopped = true));
    for (let count = 0; count < 20; count++) await turn();
    assert.equal(stopped, false);
    release();
    await stopping;
    assert.deepEqual([queue.statusOf(first), queue.statusOf(second)], ['delivered', 'pending']);
    clock.advance(1e6);
    assert.equal(endpoint.received.length, 1);
  });

  it('that stops while it looks into the queue ends what it took there', async () => {
    const { worker, queue, enqueue } = await bench(ok);
    const id = await enqueue();
    const claimDue = queue.claimDue.bind(queue);
    let look = (): void => undefined;
    const looking = new Promise<void>((resolve) => (look = resolve));
    queue.claimDue = async (...given) => {
      const deliveries = await claimDue(...given);
      look();
      for (let count = 0; count < 20; count++) await turn();
      return deliveries;
    };
    worker.start();
    await looking;
    await worker.stop();
    assert.equal(queue.statusOf(id), 'delivered');
  });

  it('can be started again, and works once where it is started twice', async () => {
    const { worker, queue, clock, enqueue } = await bench(ok);
    worker.start();
    await worker.stop();
    const id = await enqueue();
    worker.start();
    worker.start();
    await queue.until(1);
    for (let count = 0; count < 20; count++) await turn();
    assert.equal(clock.waiting, 1);
    assert.equal(queue.statusOf(id), 'delivered');
  });

  it('that died leaves its delivery to the next one, under the same id', async () => {
    const { queue, clock, endpoint, enqueue, another } = await bench(ok);
    const id = await enqueue();
    // Claimed and sent, and then no word: the attempt is not recorded.
    queue.failures.push('recordAttempt');
    await assert.rejects(another().attempt(id));
    assert.equal(queue.statusOf(id), 'pending');
    const next = another();
    next.start();
    await clock.untilIdle();
    assert.equal(endpoint.received.length, 1);
    clock.advance(CLAIM_LIFETIME);
    await queue.until(1);
    assert.equal(queue.statusOf(id), 'delivered');
    assert.deepEqual(idsAt(endpoint), [id, id]);
  });

  it('goes on when the queue fails for a while, and logs no more than that', async () => {
    const { worker, queue, clock, log, enqueue } = await bench(ok);
    const id = await enqueue();
    queue.failures.push('claimDue', 'claimDue', 'loadTarget');
    worker.start();
    for (let round = 0; queue.statusOf(id) !== 'delivered'; round++) {
      assert.ok(round < 1_000);
      await clock.untilIdle();
      clock.advance(CLAIM_LIFETIME);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    assert.deepEqual(log, Array(3).fill({ error: 'Error', at: 'deliveries' }));
  });
});
