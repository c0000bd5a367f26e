/**
 * Reads what a file is, and how large a picture, from its first bytes: never from its name or from the type that is
 * declared for it. Sources: PNG 3rd edition, ITU-T T.81 (JPEG), RFC 9649 (WebP), GIF89a.
 */

export type RasterType = 'png' | 'jpeg' | 'webp' | 'gif';

export type ImageHeader =
  | {
      type: RasterType;
      /** As stored, in pixels; a turned photograph has them the other way round. */
      width: number;
      height: number;
      animated: boolean;
    }
  | { type: 'svg' }
  /** One of the four, whose size can't be read. */
  | { type: 'broken' }
  /** Known, and none of ours: a picture of another kind, a document, an archive. */
  | { type: 'other' }
  | { type: 'unknown' };

const startsWith = (bytes: Uint8Array, start: string, offset = 0): boolean =>
  bytes.length >= offset + start.length &&
  [...start].every((character, index) => bytes[offset + index] === character.charCodeAt(0));

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const sized = (type: RasterType, width: number, height: number, animated = false): ImageHeader =>
  width > 0 && height > 0 ? { type, width, height, animated } : { type: 'broken' };

const readPng = (bytes: Uint8Array): ImageHeader => {
  if (bytes.length < 33 || !startsWith(bytes, 'IHDR', 12)) return { type: 'broken' };
  const view = viewOf(bytes);
  let animated = false;
  // An animation is declared before the picture's data.
  for (let at = 33; at + 8 <= bytes.length && !startsWith(bytes, 'IDAT', at + 4);) {
    animated ||= startsWith(bytes, 'acTL', at + 4);
    at += 12 + view.getUint32(at);
  }
  return sized('png', view.getUint32(16), view.getUint32(20), animated);
};

/** Start of frame: C0 to CF but for tables (C4), extensions (C8) and arithmetic conditioning (CC). */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

const readJpeg = (bytes: Uint8Array): ImageHeader => {
  const view = viewOf(bytes);
  for (let at = 2; at + 9 <= bytes.length;) {
    if (bytes[at] !== 0xff) break;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) at += 1;
    else if (isFrame(marker)) {
      return sized('jpeg', view.getUint16(at + 7), view.getUint16(at + 5));
    } else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2;
    else if (marker === 0xda || marker === 0xd9) break;
    else at += 2 + view.getUint16(at + 2);
  }
  return { type: 'broken' };
};

const readWebp = (bytes: Uint8Array): ImageHeader => {
  const view = viewOf(bytes);
  const uint24 = (at: number): number => view.getUint16(at, true) + (view.getUint8(at + 2) << 16);
  if (startsWith(bytes, 'VP8X', 12) && bytes.length >= 30) {
    return sized('webp', uint24(24) + 1, uint24(27) + 1, (view.getUint8(20) & 2) !== 0);
  }
  if (startsWith(bytes, 'VP8L', 12) && bytes.length >= 25 && bytes[20] === 0x2f) {
    const bits = view.getUint32(21, true);
    return sized('webp', (bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1);
  }
  if (
    startsWith(bytes, 'VP8 ', 12) &&
    bytes.length >= 30 &&
    startsWith(bytes, '\x9d\x01\x2a', 23)
  ) {
    return sized('webp', view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff);
  }
  return { type: 'broken' };
};

/** Whether a GIF has a second picture: blocks are walked, not decoded. */
const hasFrames = (bytes: Uint8Array): boolean => {
  const tableSize = (flags = 0): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  let at = 13 + tableSize(bytes[10]);
  let frames = 0;
  const skipBlocks = (): void => {
    for (let size = bytes[at]; size; size = bytes[at]) at += size + 1;
    at += 1;
  };
  while (at < bytes.length && frames < 2) {
    if (bytes[at] === 0x21) {
      at += 2;
      skipBlocks();
    } else if (bytes[at] === 0x2c) {
      frames += 1;
      at += 11 + tableSize(bytes[at + 9]);
      skipBlocks();
    } else break;
  }
  return frames > 1;
};

const readGif = (bytes: Uint8Array): ImageHeader => {
  if (bytes.length < 13) return { type: 'broken' };
  const view = viewOf(bytes);
  return sized('gif', view.getUint16(6, true), view.getUint16(8, true), hasFrames(bytes));
};

/** First bytes of what people choose by mistake. */
const OTHERS: readonly [start: string, offset?: number][] = [
  ['BM'],
  ['\0\0\x01\0'],
  ['\0\0\x02\0'],
  ['II*\0'],
  ['MM\0*'],
  ['ftyp', 4],
  ['8BPS'],
  ['%PDF'],
  ['%!PS'],
  ['PK'],
  ['\x1f\x8b'],
  ['\0\0\0\x0cJXL'],
  ['\xff\x0a'],
];

/** The beginning as text, without byte order mark and, in UTF-16, without every other byte. */
const beginning = (bytes: Uint8Array): string =>
  [...bytes.subarray(0, 4_096)]
    .map((byte) => (byte ? String.fromCharCode(byte) : ''))
    .join('')
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '');

/** What a file's bytes are; `bytes` may be the whole file, as the size of a JPEG comes after its metadata. */
export const readImageHeader = (bytes: Uint8Array): ImageHeader => {
  if (startsWith(bytes, '\x89PNG\r\n\x1a\n')) return readPng(bytes);
  if (startsWith(bytes, '\xff\xd8\xff')) return readJpeg(bytes);
  if (startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBP', 8)) return readWebp(bytes);
  if (startsWith(bytes, 'GIF87a') || startsWith(bytes, 'GIF89a')) return readGif(bytes);
  if (OTHERS.some(([start, offset]) => startsWith(bytes, start, offset))) return { type: 'other' };
  const text = beginning(bytes).trimStart();
  if (/^<(?:!doctype html|html|head|body|script)/i.test(text)) return { type: 'other' };
  // Whatever comes before it (declaration, comments, document type): the checks of SVG decide.
  if (text.startsWith('<') && /<(?:[\w.-]+:)?svg[\s/>]/i.test(text)) return { type: 'svg' };
  if (/^<[?!]/.test(text)) return { type: 'other' };
  return { type: 'unknown' };
};
