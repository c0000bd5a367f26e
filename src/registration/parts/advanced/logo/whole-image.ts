/**
 * Whether a picture's file goes on to its end. Some browsers decode what is there of a file that was cut off or damaged (Firefox
 * does for PNG and JPEG); half a logo is not what its owner meant. No DOM.
 */
import type { RasterType } from './image-header.js';

const PNG_SIGNATURE = 8;

/** Samples of a pixel, by the colour type of a PNG. */
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** Whether packed data gives so many bytes. It may be damaged behind them. */
const unpacksTo = async (packed: Blob, length: number): Promise<boolean> => {
  const reader = packed.stream().pipeThrough(new DecompressionStream('deflate')).getReader();
  try {
    for (let given = 0; given < length;) {
      const { done, value } = await reader.read();
      if (done) return false;
      given += value.length;
    }
    return true;
  } catch {
    return false;
  } finally {
    reader.cancel().catch(() => undefined);
  }
};

/** Chunk by chunk, to the one that ends the picture; what stands after it does not matter. */
const isWholePng = async (bytes: Uint8Array<ArrayBuffer>): Promise<boolean> => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pixels: Uint8Array<ArrayBuffer>[] = [];
  for (let at = PNG_SIGNATURE; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) {
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (name === 'IDAT') pixels.push(bytes.subarray(at + 8, at + 8 + view.getUint32(at)));
    if (name !== 'IEND') continue;
    const bits = (SAMPLES[bytes[25] ?? 0] ?? 0) * (bytes[24] ?? 0);
    const least = Math.floor((view.getUint32(16) * view.getUint32(20) * bits) / 8);
    return unpacksTo(new Blob(pixels), least);
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

/** The length in the file's own header counts from behind its first eight bytes. */
const hasWebpEnd = (bytes: Uint8Array): boolean =>
  bytes.length >= 12 &&
  new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true) + 8 <= bytes.length;

const CHECKS: Readonly<
  Record<RasterType, (bytes: Uint8Array<ArrayBuffer>) => boolean | Promise<boolean>>
> = {
  png: isWholePng,
  jpeg: hasJpegEnd,
  webp: hasWebpEnd,
  // A GIF is taken for its first frame, which a decoder has whole or refuses.
  gif: () => true,
};

/** @param bytes those of a header that could be read */
export const isWholeImage = async (
  bytes: Uint8Array<ArrayBuffer>,
  type: RasterType,
): Promise<boolean> => CHECKS[type](bytes);
