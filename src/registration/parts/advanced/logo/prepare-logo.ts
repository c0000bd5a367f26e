/** Makes a logo that can be stored out of the file that a user chose. Needs a page. */
import { safeFileName } from './file-name.js';
import { readImageHeader } from './image-header.js';
import type { RasterType } from './image-header.js';
import { LogoRefusal } from './logo-refusal.js';
import { checkSvg } from './svg-check.js';
import { isWholeImage } from './whole-image.js';

export const LOGO_LIMITS = {
  /** Bytes of a file that is taken. */
  fileBytes: 5 * 1024 * 1024,
  /** Pixels on a side of a picture that is decoded: beyond it, memory. */
  side: 8_192,
  /** Pixels on a side of what is stored. */
  storedSide: 512,
  /** Bytes of what is stored; the backend's limit for a logo. */
  storedBytes: 256 * 1024,
  /** Pixels on a side below which a logo is warned of. */
  smallSide: 32,
} as const;

/** `too-small`: it will look poor. `first-frame`: of an animation, only the first picture is kept. */
export type LogoWarning = 'too-small' | 'first-frame';

export interface PreparedLogo {
  /** PNG, or WebP where that is needed to be small; drawn anew, so with nothing in it but the picture. */
  blob: Blob;
  /** Of `blob`, in pixels. */
  width: number;
  height: number;
  /** For people to read: the chosen file's name, not a path, without control characters. */
  fileName: string;
  warnings: LogoWarning[];
}

/** Something to draw and its size, which is as it shows: a photograph's orientation is applied. */
interface Picture {
  source: CanvasImageSource;
  width: number;
  height: number;
  release(): void;
}

/** For loading a drawing, which takes milliseconds unless it is made to take longer. */
const SVG_TIME = 5_000;

const until = async <T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> => {
  if (!signal) return work;
  signal.throwIfAborted();
  let abort: (() => void) | undefined;
  const aborted = new Promise<never>((_, reject) => {
    abort = () => reject(signal.reason as Error);
    signal.addEventListener('abort', abort, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    if (abort) signal.removeEventListener('abort', abort);
  }
};

const decodeRaster = async (bytes: Uint8Array<ArrayBuffer>, type: RasterType): Promise<Picture> => {
  try {
    // Unlike `<img>`, it takes no damaged picture, and no Content Security Policy forbids it.
    const source = await createImageBitmap(new Blob([bytes], { type: `image/${type}` }));
    const { width, height } = source;
    return { source, width, height, release: () => source.close() };
  } catch (cause) {
    throw new LogoRefusal('logo-unreadable', { cause });
  }
};

const loadSvg = async (svg: string, width: number, height: number): Promise<Picture> => {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  const source = new Image(width, height);
  let blocked = false;
  const onViolation = (event: SecurityPolicyViolationEvent): void => {
    blocked ||= event.blockedURI.startsWith('blob');
  };
  document.addEventListener('securitypolicyviolation', onViolation);
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    await new Promise((resolve, reject) => {
      timer = setTimeout(reject, SVG_TIME);
      source.addEventListener('load', resolve, { once: true });
      // The event of the violation comes at about the same time.
      source.addEventListener('error', () => setTimeout(reject, 50), { once: true });
      source.src = url;
    });
    return { source, width, height, release: () => undefined };
  } catch {
    throw new LogoRefusal(blocked ? 'logo-svg-blocked' : 'logo-unreadable');
  } finally {
    clearTimeout(timer);
    URL.revokeObjectURL(url);
    document.removeEventListener('securitypolicyviolation', onViolation);
  }
};

/** Width and height within `side` x `side`, in the same proportion and at least 1. */
const fit = (width: number, height: number, side: number): [number, number] => {
  const scale = side / Math.max(width, height);
  return [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))];
};

const draw = (picture: Picture, width: number, height: number): HTMLCanvasElement => {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (!context) throw new LogoRefusal('logo-cannot-shrink');
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture.source, 0, 0, width, height);
  return canvas;
};

const write = (canvas: HTMLCanvasElement, type: string, quality?: number): Promise<Blob | null> =>
  new Promise((resolve, reject) => {
    try {
      canvas.toBlob(resolve, type, quality);
    } catch (cause) {
      reject(new LogoRefusal('logo-unreadable', { cause }));
    }
  });

/** PNG first, which loses nothing; then WebP (not every browser writes it), then smaller. */
const FORMATS: readonly [type: string, quality?: number][] = [
  ['image/png'],
  ['image/webp', 0.92],
  ['image/webp', 0.8],
  ['image/webp', 0.6],
];
const SCALES = [1, 0.75, 0.5, 0.375, 0.25, 0.125];

type Stored = Pick<PreparedLogo, 'blob' | 'width' | 'height'>;

const shrink = async (
  picture: Picture,
  side: number,
  signal: AbortSignal | undefined,
): Promise<Stored> => {
  for (const scale of SCALES) {
    const [width, height] = fit(picture.width, picture.height, side * scale);
    const canvas = draw(picture, width, height);
    for (const [type, quality] of FORMATS) {
      const blob = await until(write(canvas, type, quality), signal);
      if (blob?.type === type && blob.size <= LOGO_LIMITS.storedBytes) {
        return { blob, width, height };
      }
    }
  }
  throw new LogoRefusal('logo-cannot-shrink');
};

const readBytes = async (file: Blob): Promise<Uint8Array<ArrayBuffer>> => {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (cause) {
    // Moved or changed since it was chosen.
    throw new LogoRefusal('logo-unreadable', { cause });
  }
};

/**
 * Reads a PNG, JPEG, WebP, GIF or SVG file, whatever its name and declared type say, draws it and gives what is to be
 * uploaded: PNG or WebP, at most 512 x 512 pixels and 256 KiB, without metadata. Proportions are kept, and only a drawing
 * (SVG) is enlarged, to 512 pixels on its longer side, as it has no pixels to spoil. Of an animation the first frame is kept.
 *
 * The size of the file (5 MiB) is looked at before it is read, the size of the picture (8,192 pixels a side) before it is
 * decoded. An SVG is checked (svg-check.ts) and loaded through an `<img>` with a `blob:` address, which runs and loads
 * nothing; where the page's Content Security Policy forbids that, an SVG is refused as `logo-svg-blocked` and the browser
 * reports a violation. The other formats need nothing of the policy.
 *
 * @throws {LogoRefusal} with a `code`; the reason of `signal` where it is aborted
 */
export const prepareLogo = async (
  file: Blob & { readonly name?: string },
  { signal }: { signal?: AbortSignal } = {},
): Promise<PreparedLogo> => {
  signal?.throwIfAborted();
  if (file.size === 0) throw new LogoRefusal('logo-empty');
  if (file.size > LOGO_LIMITS.fileBytes) throw new LogoRefusal('logo-too-large');
  const bytes = await until(readBytes(file), signal);
  const header = readImageHeader(bytes);
  const warnings: LogoWarning[] = [];
  let picture: Picture;
  let side: number = LOGO_LIMITS.storedSide;

  switch (header.type) {
    case 'other':
      throw new LogoRefusal('logo-type');
    case 'unknown':
    case 'broken':
      throw new LogoRefusal('logo-unreadable');
    case 'svg': {
      const check = checkSvg(bytes);
      if (!check.ok) throw new LogoRefusal(check.code);
      const [width, height] = fit(check.width, check.height, side);
      picture = await until(loadSvg(check.withSize(width, height), width, height), signal);
      break;
    }
    default: {
      if (Math.max(header.width, header.height) > LOGO_LIMITS.side) {
        throw new LogoRefusal('logo-too-many-pixels');
      }
      if (!(await until(isWholeImage(bytes, header.type), signal)))
        throw new LogoRefusal('logo-unreadable');
      picture = await until(decodeRaster(bytes, header.type), signal);
      side = Math.min(side, Math.max(picture.width, picture.height));
      if (Math.min(picture.width, picture.height) < LOGO_LIMITS.smallSide) {
        warnings.push('too-small');
      }
      if (header.animated) warnings.push('first-frame');
    }
  }
  try {
    const stored = await shrink(picture, side, signal);
    return { ...stored, fileName: safeFileName(file.name), warnings };
  } finally {
    picture.release();
  }
};
