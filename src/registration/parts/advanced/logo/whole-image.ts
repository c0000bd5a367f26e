/**
 * Whether a picture's file goes on to its end. Some browsers decode what is there of a file that was cut off (Firefox does
 * for PNG and JPEG); half a logo is not what its owner meant. Pure; no DOM.
 */
import type { RasterType } from './image-header.js';

const PNG_SIGNATURE = 8;

/** Chunk by chunk, to the one that ends the picture; what stands after it does not matter. */
const hasPngEnd = (bytes: Uint8Array): boolean => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = PNG_SIGNATURE; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) {
    if (String.fromCharCode(...bytes.subarray(at + 4, at + 8)) === 'IEND') return true;
  }
  return false;
};

/** The marker "end of image", `FF D9`. */
const hasJpegEnd = (bytes: Uint8Array): boolean => {
  for (let at = bytes.length - 2; at > 0; at--) {
    if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return true;
  }
  return false;
};

/** The length that the file says itself to have, after its first eight bytes. */
const hasWebpEnd = (bytes: Uint8Array): boolean =>
  bytes.length >= 12 &&
  new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true) + 8 <= bytes.length;

const ENDS: Readonly<Record<RasterType, (bytes: Uint8Array) => boolean>> = {
  png: hasPngEnd,
  jpeg: hasJpegEnd,
  webp: hasWebpEnd,
  // A GIF is taken for its first frame, which a decoder has whole or refuses.
  gif: () => true,
};

export const isWholeImage = (bytes: Uint8Array, type: RasterType): boolean => ENDS[type](bytes);
