/** JSON of plain data, whatever a page's scripts have given to arrays and texts. */
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { plainJson } from '../../src/integration/plain-json.js';

const DATA = {
  name: 'Northern',
  events: ['a', 'b'],
  launch: { at: [1, { deep: ['c'] }] },
  no: null,
};

describe('plainJson', () => {
  const built = [Array.prototype, String.prototype, Object.prototype];
  afterEach(() => {
    for (const each of built) Reflect.deleteProperty(each, 'toJSON');
  });

  it('is what JSON.stringify gives', () => {
    assert.equal(plainJson(DATA), JSON.stringify(DATA));
    assert.equal(plainJson(DATA, 2), JSON.stringify(DATA, null, 2));
    assert.equal(plainJson(['a', undefined]), '["a",null]');
    assert.equal(plainJson({ left: undefined }), '{}');
  });

  for (const [index, name] of ['arrays', 'texts', 'objects'].entries())
    it(`is so where ${name} have a toJSON`, () => {
      const expected = JSON.stringify(DATA);
      Object.defineProperty(built[index], 'toJSON', {
        value: () => 'JSON within JSON',
        configurable: true,
        enumerable: false,
      });
      assert.equal(plainJson(DATA), expected);
    });
});
