/** What a loader loads when, and what it has to show at each moment. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Loader } from '../../src/ui/loader.js';
import { FakeHost } from '../support/fake-host.js';

/** A loader of texts whose requests the test ends, in the order that it likes. */
const setUp = (host?: FakeHost) => {
  const requests: {
    signal: AbortSignal;
    resolve: (value: string) => void;
    reject: (error: unknown) => void;
  }[] = [];
  const settled: string[] = [];
  const loader: Loader<string> = new Loader<string>(() => settled.push(loader.status), host);
  const load = (signal: AbortSignal): Promise<string> =>
    new Promise((resolve, reject) => requests.push({ signal, resolve, reject }));
  const at = (index: number) => {
    const request = requests[index];
    assert.ok(request, `request ${index} was not made`);
    return request;
  };
  const state = () => ({ status: loader.status, value: loader.value, error: loader.error });
  return { loader, requests, settled, load, at, state };
};

const rest = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('Loader', () => {
  it('is idle before anything is wanted', async () => {
    const { loader, requests, state, settled } = setUp();
    await loader.retry();
    loader.abort();
    assert.deepEqual(state(), { status: 'idle', value: undefined, error: undefined });
    assert.deepEqual([requests.length, settled.length], [0, 0]);
  });

  const object = {};
  const CHANGES: readonly [
    before: readonly unknown[],
    after: readonly unknown[],
    again: boolean,
  ][] = [
    [['a'], ['a'], false],
    [['a'], ['b'], true],
    [[undefined], [undefined], false],
    [[undefined], [null], true],
    [[object, 1], [object, 1], false],
    [[object, 1], [object, 2], true],
    [[object, 1], [{}, 1], true],
    [[NaN], ['NaN'], true],
    [[0, 'x'], [1, 'x'], true],
    [[], [], false],
  ];
  for (const [before, after, again] of CHANGES)
    it(`from ${JSON.stringify(before)} to ${JSON.stringify(after)} it ${again ? 'loads again' : 'does not load again'}`, async () => {
      for (const end of ['resolve', 'reject', undefined] as const) {
        const { loader, requests, load, at } = setUp();
        loader.update(before, load);
        if (end) {
          at(0)[end]('old');
          await rest();
        }
        loader.update(after, load);
        assert.equal(requests.length, again ? 2 : 1);
      }
    });

  it('keeps the value while the next one is loaded, and where that fails', async () => {
    const { loader, load, at, state, settled } = setUp();
    loader.update([1], load);
    assert.deepEqual(state(), { status: 'loading', value: undefined, error: undefined });
    at(0).resolve('one');
    await rest();
    assert.deepEqual(state(), { status: 'ready', value: 'one', error: undefined });
    loader.update([2], load);
    assert.deepEqual(state(), { status: 'loading', value: 'one', error: undefined });
    at(1).reject('no');
    await rest();
    assert.deepEqual(state(), { status: 'failed', value: 'one', error: 'no' });
    void loader.retry();
    assert.deepEqual(state(), { status: 'loading', value: 'one', error: 'no' });
    at(2).resolve('two');
    await rest();
    assert.deepEqual(state(), { status: 'ready', value: 'two', error: undefined });
    assert.deepEqual(settled, ['ready', 'failed', 'ready']);
  });

  for (const end of ['resolve', 'reject'] as const)
    for (const order of ['before', 'after'] as const)
      it(`drops an older request that ends by ${end} ${order} the newer`, async () => {
        const { loader, load, at, state, settled } = setUp();
        loader.update([1], load);
        loader.update([2], load);
        assert.deepEqual([at(0).signal.aborted, at(1).signal.aborted], [true, false]);
        if (order === 'before') at(0)[end]('old');
        await rest();
        if (order === 'before') assert.equal(loader.status, 'loading');
        at(1).resolve('new');
        await rest();
        at(0)[end]('old');
        await rest();
        assert.deepEqual(state(), { status: 'ready', value: 'new', error: undefined });
        assert.deepEqual(settled, ['ready']);
      });

  for (const end of ['resolve', 'reject'] as const)
    it(`gives up what is under way, though it ends by ${end}, and loads the same again`, async () => {
      const { loader, requests, load, at, state, settled } = setUp();
      loader.update([1], load);
      loader.abort();
      assert.equal(at(0).signal.aborted, true);
      at(0)[end]('old');
      await rest();
      assert.deepEqual(state(), { status: 'idle', value: undefined, error: undefined });
      assert.deepEqual(settled, []);
      loader.update([1], load);
      assert.equal(requests.length, 2);
      assert.equal(loader.status, 'loading');
    });

  for (const end of ['resolve', 'reject'] as const)
    it(`has nothing to give up after it ended by ${end}`, async () => {
      const { loader, requests, load, at } = setUp();
      loader.update([1], load);
      at(0)[end]('one');
      await rest();
      const { status } = loader;
      loader.abort();
      assert.equal(loader.status, status);
      loader.update([1], load);
      assert.equal(requests.length, 1);
    });

  it('gives up when its element leaves the page, and loads again when it is back', async () => {
    const host = new FakeHost();
    const { loader, requests, load, at } = setUp(host);
    host.connect();
    loader.update([1], load);
    host.move();
    await rest();
    assert.equal(loader.status, 'loading');
    host.disconnect();
    await rest();
    assert.equal(loader.status, 'idle');
    assert.equal(at(0).signal.aborted, true);
    host.connect();
    assert.equal(host.updates, 1);
    loader.update([1], load);
    assert.equal(requests.length, 2);
  });
});
