/** A file that was cut off is told by its own structure, whatever a browser makes of it. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { isWholeImage } from '../../../../../src/registration/parts/advanced/logo/whole-image.js';

const rows = JSON.parse(readFileSync('test/corpora/logos.json', 'utf8')) as {
  id: string;
  base64?: string;
}[];
const bytesOf = (id: string): Uint8Array =>
  new Uint8Array(Buffer.from(rows.find((row) => row.id === id)?.base64 ?? '', 'base64'));

describe('A picture is whole', () => {
  const table: [string, 'png' | 'jpeg' | 'webp' | 'gif', boolean][] = [
    ['logo-png', 'png', true],
    ['logo-trunc-png', 'png', false],
    ['logo-noend', 'png', false],
    ['logo-sig', 'png', false],
    ['logo-poly-png-html', 'png', true],
    ['logo-jpeg-ext', 'jpeg', true],
    ['logo-trunc-jpg', 'jpeg', false],
    ['logo-poly-jpg-html', 'jpeg', true],
    ['logo-webp', 'webp', true],
    ['logo-gif-anim', 'gif', true],
  ];
  for (const [id, type, whole] of table) {
    it(`${id}: ${whole ? 'yes' : 'no'}`, () => {
      const bytes = bytesOf(id);
      assert.ok(bytes.length > 0);
      assert.equal(isWholeImage(bytes, type), whole);
    });
  }

  it('not at any length short of its end, and never in an endless loop', () => {
    for (const [id, type] of [
      ['logo-png', 'png'],
      ['logo-webp', 'webp'],
    ] as const) {
      const bytes = bytesOf(id);
      for (let length = 12; length < bytes.length - 4; length += 7) {
        assert.equal(isWholeImage(bytes.slice(0, length), type), false, `${id} cut at ${length}`);
      }
    }
    assert.equal(isWholeImage(new Uint8Array(100_000), 'png'), false);
  });
});
