/**
 * What is kept of an uploaded logo: its pixels, made into a file of this server's own. So nothing that came with the picture
 * (metadata, scripts, archives after its end, more frames) is ever served.
 *
 * Decoded by libvips, through `sharp`: it installs as prebuilt npm packages, decodes WebP, which no JavaScript does well, and
 * is the decoder that most Node servers trust with pictures of strangers. Its other formats are switched off.
 */
import sharp from 'sharp';
import type { Metadata, Sharp } from 'sharp';
import { MAX_LOGO_BYTES } from '../../src/server-rules/index.js';
import type { Logo, LogoType } from './store/logos.js';

/** Pixels: a side, and in all. The form sends 512 a side at most; these leave room for other clients. */
export const LOGO_BOUNDS = { side: 4_096, pixels: 2_000_000 } as const;

/** Seconds that a picture within these bounds may take. */
const TIME_LIMIT = 5;

sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadPng', 'VipsForeignLoadWebp'] });
// Each logo is decoded once: nothing is worth remembering.
sharp.cache(false);
sharp.concurrency(1);

const TYPES: Readonly<Record<string, LogoType>> = { png: 'image/png', webp: 'image/webp' };

/** From the best to the smallest; the first that the limit of a logo holds is taken. */
const encodersOf = ({ format, isPalette }: Metadata): [LogoType, (picture: Sharp) => Sharp][] => {
  const webp = (quality: number): [LogoType, (picture: Sharp) => Sharp] => [
    'image/webp',
    (picture) => picture.webp({ quality }),
  ];
  const png: [LogoType, (picture: Sharp) => Sharp] = [
    'image/png',
    (picture) => picture.png({ compressionLevel: 9, palette: isPalette ?? false }),
  ];
  return format === 'png' ? [png, webp(90), webp(60)] : [webp(90), webp(75), webp(50)];
};

const isWithin = ({ width, height }: Metadata): boolean =>
  Math.max(width, height) <= LOGO_BOUNDS.side && width * height <= LOGO_BOUNDS.pixels;

/** Undefined for what is no PNG or WebP, is not whole, or is larger than the bounds. The size is read before anything is decoded. */
export const readLogo = async (bytes: Uint8Array): Promise<Logo | undefined> => {
  const picture = (): Sharp =>
    sharp(bytes, { failOn: 'truncated', limitInputPixels: LOGO_BOUNDS.pixels, pages: 1 })
      .timeout({ seconds: TIME_LIMIT })
      .autoOrient();
  try {
    const metadata = await picture().metadata();
    if (!TYPES[metadata.format] || !isWithin(metadata)) return undefined;
    for (const [type, encode] of encodersOf(metadata)) {
      const made = await encode(picture()).toBuffer();
      if (made.length <= MAX_LOGO_BYTES) return { type, bytes: made };
    }
  } catch {
    // What cannot be decoded is no picture; libvips' own sentence may quote the file.
  }
  return undefined;
};
