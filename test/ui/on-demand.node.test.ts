/** A part that loads on demand: once, again after a failure, and never with an unhandled rejection. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { OnDemand } from '../../src/ui/on-demand.js';

/** A part whose imports the test ends: with a value, or by failing. */
const setUp = () => {
  const imports: { resolve: (value: string) => void; reject: (error: unknown) => void }[] = [];
  const changes: { value: string | undefined; failed: boolean }[] = [];
  const part: OnDemand<string> = new OnDemand<string>(
    () => new Promise((resolve, reject) => imports.push({ resolve, reject })),
    () => changes.push({ value: part.value, failed: part.failed }),
  );
  return { part, imports, changes };
};

describe('OnDemand', () => {
  it('loads nothing before it is asked to', () => {
    const { part, imports, changes } = setUp();
    assert.deepEqual([part.value, part.failed], [undefined, false]);
    assert.deepEqual([imports.length, changes.length], [0, 0]);
  });

  it('loads once, however often it is asked', async () => {
    const { part, imports, changes } = setUp();
    const asked = [part.load(), part.load()];
    imports[0]?.resolve('part');
    await Promise.all(asked);
    await part.load();
    assert.equal(imports.length, 1);
    assert.deepEqual(changes, [{ value: 'part', failed: false }]);
  });

  it('is settled for everybody who waits once the part is there', async () => {
    const { part, imports } = setUp();
    const seen: (string | undefined)[] = [];
    const asked = [1, 2, 3].map(async () => {
      await part.load();
      seen.push(part.value);
    });
    imports[0]?.resolve('part');
    await Promise.all(asked);
    assert.deepEqual(seen, ['part', 'part', 'part']);
  });

  it('says that it failed, and does not reject', async () => {
    const { part, imports, changes } = setUp();
    const asked = part.load();
    assert.equal(part.failed, false);
    imports[0]?.reject(new Error('offline'));
    await asked;
    assert.deepEqual([part.value, part.failed], [undefined, true]);
    assert.deepEqual(changes, [{ value: undefined, failed: true }]);
  });

  it('loads again after a failure, and no longer counts as failed while it does', async () => {
    const { part, imports, changes } = setUp();
    const first = part.load();
    imports[0]?.reject(new Error('offline'));
    await first;
    const second = part.load();
    assert.equal(imports.length, 2);
    assert.equal(part.failed, false);
    imports[1]?.resolve('part');
    await second;
    assert.deepEqual([part.value, part.failed], ['part', false]);
    assert.equal(changes.length, 2);
  });

  it('takes an import that throws at once for one that failed', async () => {
    let changes = 0;
    const part = new OnDemand<string>(
      () => {
        throw new Error('no');
      },
      () => (changes += 1),
    );
    await part.load();
    assert.deepEqual([part.failed, changes], [true, 1]);
  });

  it('keeps a value that is falsy', async () => {
    let imports = 0;
    const part = new OnDemand<number>(
      async () => {
        imports += 1;
        return 0;
      },
      () => undefined,
    );
    await part.load();
    await part.load();
    assert.equal(imports, 1);
  });
});
