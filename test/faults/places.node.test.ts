/** Places to try rows at: a row that hangs or fails costs the rows behind it nothing. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Places } from './places.js';

const LONG = 60_000;

/** Places with a number each, and which of them were removed. */
const numbered = (size: number, remove: () => Promise<unknown> = () => Promise.resolve()) => {
  let made = 0;
  const removed: number[] = [];
  const places = new Places(
    size,
    () => Promise.resolve((made += 1)),
    (place) => (removed.push(place), remove()),
  );
  return { places, removed, made: () => made };
};

const never = (): Promise<never> => new Promise(() => undefined);
const here = (place: number): Promise<number> => Promise.resolve(place);

describe('places', () => {
  it('are used again', async () => {
    const { places, removed, made } = numbered(2);
    for (let row = 0; row < 5; row += 1) assert.equal(await places.use(LONG, here), 1);
    assert.equal(made(), 1);
    assert.deepEqual(removed, []);
  });

  for (const [title, row] of [
    ['runs out of time', never],
    ['fails', () => Promise.reject(new Error('made up'))],
    ['fails at once', () => assert.fail('made up')],
  ] as const)
    it(`are made anew after a row that ${title}`, async () => {
      const { places, removed } = numbered(1);
      for (let round = 1; round <= 3; round += 1) {
        await assert.rejects(places.use(5, row), /Not done in 0.005 seconds|made up/);
        assert.equal(removed.at(-1), round);
        assert.equal(removed.length, round);
        assert.equal(await places.use(LONG, here), round + 1);
      }
    });

  it('are not waited for where they can’t be removed', async () => {
    const { places } = numbered(1, never);
    await assert.rejects(places.use(5, never), /Not done/);
    assert.equal(await places.use(LONG, here), 2);
  });

  it('are free again where removing one fails', async () => {
    const { places } = numbered(1, () => Promise.reject(new Error('closed already')));
    await assert.rejects(places.use(5, never), /Not done/);
    assert.equal(await places.use(LONG, here), 2);
  });

  it('are free again where one can’t be made', async () => {
    let tries = 0;
    const places = new Places(
      1,
      () => ((tries += 1) === 1 ? Promise.reject(new Error('no browser')) : here(tries)),
      () => Promise.resolve(),
    );
    await assert.rejects(places.use(LONG, here), /no browser/);
    assert.equal(await places.use(LONG, here), 2);
  });

  it('are never more than so many', async () => {
    const { places } = numbered(2);
    const ends: (() => void)[] = [];
    const busy = () => new Promise<void>((resolve) => ends.push(resolve));
    const rows = [places.use(LONG, busy), places.use(LONG, busy)];
    await assert.rejects(places.use(LONG, here), /More rows at a time than places/);
    await new Promise(setImmediate);
    for (const end of ends) end();
    await Promise.all(rows);
    assert.ok((await places.use(LONG, here)) <= 2);
  });

  it('are removed in the end', async () => {
    const { places, removed } = numbered(2);
    await Promise.all([places.use(LONG, here), places.use(LONG, here)]);
    await places.close();
    assert.deepEqual(removed.sort(), [1, 2]);
  });
});
