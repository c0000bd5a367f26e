/** Of several requests of a kind only the latest is answered, whatever order the answers come in, and whether or not they heed their signal. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { LatestRequest } from '../../src/ui/latest-request.js';
import { FakeHost } from '../support/fake-host.js';

/** A request that the test answers. It heeds its signal only where it is asked to. */
class Question<T> {
  signal?: AbortSignal;
  answer!: (value: T) => void;
  fail!: (error: unknown) => void;
  private readonly promise = new Promise<T>((resolve, reject) => {
    this.answer = resolve;
    this.fail = reject;
  });

  constructor(private readonly heeds = false) {}

  readonly run = (signal: AbortSignal): Promise<T> => {
    this.signal = signal;
    if (this.heeds) signal.addEventListener('abort', () => this.fail(signal.reason));
    return this.promise;
  };
}

describe('LatestRequest', () => {
  it('gives the value, or the error', async () => {
    const latest = new LatestRequest();
    assert.deepEqual(await latest.run(async () => 1), { ok: true, value: 1 });
    const error = new Error('no');
    assert.deepEqual(await latest.run(() => Promise.reject(error)), { ok: false, error });
    const thrown = await latest.run(() => {
      throw error;
    });
    assert.deepEqual(thrown, { ok: false, error });
    assert.deepEqual(await latest.run(() => undefined), { ok: true, value: undefined });
  });

  for (const heeds of [true, false])
    for (const first of ['older', 'newer'] as const)
      for (const end of ['answer', 'fail'] as const)
        it(`drops an older one that ends by ${end}, ${first} first${heeds ? '' : ', its signal not heeded'}`, async () => {
          const latest = new LatestRequest();
          const older = new Question<string>(heeds);
          const newer = new Question<string>(heeds);
          const answers = [latest.run(older.run), latest.run(newer.run)];
          assert.equal(older.signal?.aborted, true);
          assert.equal(newer.signal?.aborted, false);
          if (first === 'older') older[end]('old');
          newer.answer('new');
          await answers[1];
          older[end]('old');
          assert.deepEqual(await Promise.all(answers), [undefined, { ok: true, value: 'new' }]);
          assert.equal(latest.pending, false);
          assert.equal(newer.signal?.aborted, false);
        });

  it('is pending from its start to its end', async () => {
    const latest = new LatestRequest();
    assert.equal(latest.pending, false);
    const question = new Question<number>();
    const answer = latest.run(question.run);
    assert.equal(latest.pending, true);
    question.answer(1);
    await answer;
    assert.equal(latest.pending, false);
    const failing = latest.run(() => Promise.reject(new Error()));
    assert.equal(latest.pending, true);
    await failing;
    assert.equal(latest.pending, false);
  });

  it('stays pending while an older one ends', async () => {
    const latest = new LatestRequest();
    const older = new Question<number>();
    const newer = new Question<number>();
    const first = latest.run(older.run);
    const second = latest.run(newer.run);
    older.answer(1);
    await first;
    assert.equal(latest.pending, true);
    newer.answer(2);
    assert.deepEqual(await second, { ok: true, value: 2 });
  });

  for (const end of ['answer', 'fail'] as const)
    it(`is given up by abort, then ends by ${end}`, async () => {
      const latest = new LatestRequest();
      latest.abort();
      const question = new Question<unknown>();
      const answer = latest.run(question.run);
      latest.abort();
      assert.equal(question.signal?.aborted, true);
      assert.equal(latest.pending, false);
      question[end](1);
      assert.equal(await answer, undefined);
    });

  it('is given up when its element leaves for good, not when it is moved', async () => {
    const host = new FakeHost();
    const latest = new LatestRequest(host);
    host.connect();
    const question = new Question<number>();
    const answer = latest.run(question.run);
    host.move();
    await Promise.resolve();
    assert.equal(question.signal?.aborted, false);
    host.disconnect();
    await Promise.resolve();
    assert.equal(question.signal?.aborted, true);
    question.answer(1);
    assert.equal(await answer, undefined);
  });
});
