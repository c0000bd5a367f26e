/** A file that was cut off is told by its own structure, whatever a browser makes of it. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { deflateSync } from 'node:zlib';
import { isWholeImage } from '../../../../../src/registration/parts/advanced/logo/whole-image.js';

const rows = JSON.parse(readFileSync('test/corpora/logos.json', 'utf8')) as {
  id: string;
  base64?: string;
}[];
const bytesOf = (id: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.from(rows.find((row) => row.id === id)?.base64 ?? '', 'base64'));

describe('A picture is whole', () => {
  const table: [string, 'png' | 'jpeg' | 'webp' | 'gif', boolean][] = [
    ['logo-png', 'png', true],
    ['logo-trunc-png', 'png', false],
    ['logo-noend', 'png', false],
    ['logo-idat-junk', 'png', false],
    ['logo-sig', 'png', false],
    ['logo-poly-png-html', 'png', true],
    ['logo-jpeg-ext', 'jpeg', true],
    ['logo-trunc-jpg', 'jpeg', false],
    ['logo-poly-jpg-html', 'jpeg', true],
    ['logo-webp', 'webp', true],
    ['logo-gif-anim', 'gif', true],
  ];
  for (const [id, type, whole] of table) {
    it(`${id}: ${whole ? 'yes' : 'no'}`, async () => {
      const bytes = bytesOf(id);
      assert.ok(bytes.length > 0);
      assert.equal(await isWholeImage(bytes, type), whole);
    });
  }

  it('not at any length short of its end, and never in an endless loop', async () => {
    for (const [id, type] of [
      ['logo-png', 'png'],
      ['logo-webp', 'webp'],
    ] as const) {
      const bytes = bytesOf(id);
      for (let length = 12; length < bytes.length - 4; length += 7) {
        const cut = bytes.slice(0, length);
        assert.equal(await isWholeImage(cut, type), false, `${id} cut at ${length}`);
      }
    }
    assert.equal(await isWholeImage(new Uint8Array(100_000), 'png'), false);
  });
});

interface Png {
  size?: [width: number, height: number];
  depth?: number;
  colour?: number;
  interlaced?: boolean;
  /** What becomes of the packed pixels. */
  damage?: (packed: Buffer) => Buffer;
  /** How many chunks they are in. */
  chunks?: number;
  rows?: number;
}

/** A PNG of black pixels; its checksums are left out, as nobody looks at them here. */
const png = ({
  size: [width, height] = [20, 20],
  depth = 8,
  colour = 6,
  interlaced = false,
  damage = (packed) => packed,
  chunks = 1,
  rows = height,
}: Png): Uint8Array<ArrayBuffer> => {
  const chunk = (name: string, data: Buffer): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, Buffer.from(name), data, Buffer.alloc(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([depth, colour, 0, 0, interlaced ? 1 : 0], 8);
  const samples = [1, 0, 3, 1, 2, 0, 4][colour] ?? 0;
  const row = 1 + Math.ceil((width * depth * samples) / 8);
  const packed = damage(deflateSync(Buffer.alloc(row * rows)));
  const length = Math.ceil(packed.length / chunks);
  return new Uint8Array(
    Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk('IHDR', header),
      ...Array.from({ length: chunks }, (_, index) =>
        chunk('IDAT', packed.subarray(index * length, (index + 1) * length)),
      ),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  );
};

describe('The pixels of a PNG', () => {
  const rows: [what: string, picture: Png, whole: boolean][] = [
    ...[0, 2, 3, 4, 6].flatMap((colour): [string, Png, boolean][] =>
      [1, 2, 4, 8, 16].map((depth) => [`colour ${colour}, ${depth} bits`, { colour, depth }, true]),
    ),
    ['one pixel', { size: [1, 1] }, true],
    ['one row of one bit', { size: [3, 1], depth: 1, colour: 0 }, true],
    ['interlaced', { interlaced: true }, true],
    ['in many chunks', { chunks: 9 }, true],
    ['more than fit at once', { size: [2000, 1000] }, true],
    [
      'bytes left over behind them',
      { damage: (packed) => Buffer.concat([packed, Buffer.from('more')]) },
      true,
    ],
    ['a colour type that is none: for the browser to say', { colour: 5 }, true],
    ['no bytes', { damage: () => Buffer.alloc(0) }, false],
    ['no zlib', { damage: () => Buffer.from('not zlib') }, false],
    ['cut in half', { size: [300, 300], damage: (packed) => packed.subarray(0, 60) }, false],
    ['half of the rows', { rows: 10 }, false],
    ['no rows', { rows: 0 }, false],
  ];
  for (const [what, picture, whole] of rows)
    it(`${what}: ${whole ? 'whole' : 'not whole'}`, async () => {
      assert.equal(await isWholeImage(png(picture), 'png'), whole);
    });
});
