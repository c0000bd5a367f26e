/** Taking a logo as a server would: by its bytes, not by what it calls itself. */
import { invalid, refusal } from './refusal.js';

/** Bytes: 256 KiB. */
export const MAX_LOGO_BYTES = 256 * 1024;

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

const ascii = (bytes: Uint8Array, start: number, end: number): string =>
  String.fromCharCode(...bytes.subarray(start, end));

/** The type by the signature. PNG has more than its signature: header chunk of 25 bytes; WebP a chunk after its header. */
const typeOf = (bytes: Uint8Array): string | undefined => {
  if (PNG.every((byte, index) => bytes[index] === byte) && ascii(bytes, 12, 16) === 'IHDR')
    return 'image/png';
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 15) === 'WEBPVP8') return 'image/webp';
  return undefined;
};

const BLOCK = 0x8000;

const toBase64 = (bytes: Uint8Array): string => {
  let binary = '';
  for (let start = 0; start < bytes.length; start += BLOCK)
    binary += ascii(bytes, start, start + BLOCK);
  return btoa(binary);
};

/** The logo as a `data:` URL. Fails as `too-large` over 256 KiB, as `invalid` for what isn't a PNG or WebP. */
export const acceptLogo = async (blob: Blob): Promise<string> => {
  if (typeof blob?.arrayBuffer !== 'function') throw refuseFormat();
  if (blob.size > MAX_LOGO_BYTES) throw refusal('too-large', 'The logo is over 256 KiB.');
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const type = typeOf(bytes);
  if (!type) throw refuseFormat();
  return `data:${type};base64,${toBase64(bytes)}`;
};

const refuseFormat = () =>
  invalid('The logo is neither a PNG nor a WebP.', { pointer: '', code: 'invalid' });
