import { expect } from '@open-wc/testing';
import { readImageHeader } from '../../../../../src/registration/parts/advanced/logo/image-header.js';
import { LogoRefusal } from '../../../../../src/registration/parts/advanced/logo/logo-refusal.js';
import {
  LOGO_LIMITS,
  prepareLogo,
} from '../../../../../src/registration/parts/advanced/logo/prepare-logo.js';
import type { PreparedLogo } from '../../../../../src/registration/parts/advanced/logo/prepare-logo.js';
import { fastestOf } from '../../../../support/time.js';

interface LogoRow {
  id: string;
  class: string;
  title: string;
  fileName: string;
  declaredType: string;
  base64?: string;
  generate?: {
    prefix?: string;
    open?: string;
    n?: number;
    close?: string;
    suffix?: string;
    padTo?: number;
  };
  expected: 'accept' | 'reject' | 'accept-stripped' | 'policy' | 'behaviour';
}

/** What the rows that leave the choice to us come to; dimensions as stored. */
const POLICY: Record<string, string> = {
  'logo-webp': '200x80',
  'logo-png-1x1': '1x1 too-small',
  'logo-png-wide': '512x1 too-small',
  'logo-trunc-jpg': 'logo-unreadable',
  'logo-noend': 'logo-unreadable',
  'logo-jpg-as-png': '200x80',
  'logo-gif-anim': '1x1 too-small first-frame',
  'logo-apng': '1x1 too-small first-frame',
  'logo-svg-clean': '512x512',
  'logo-svg-no-size': '512x256',
  'logo-svg-huge-view': 'logo-unsafe',
};

/** Codes of the rows that must be refused, where the corpus asks for one. */
const CODES: Record<string, string> = {
  'logo-zero': 'logo-empty',
  'logo-one': 'logo-unreadable',
  'logo-sig': 'logo-unreadable',
  'logo-trunc-png': 'logo-unreadable',
  'logo-idat-junk': 'logo-unreadable',
  'logo-html': 'logo-type',
  'logo-svg-as-png': 'logo-unsafe',
  'logo-ico': 'logo-type',
  'logo-tiff': 'logo-type',
  'logo-heic': 'logo-type',
  'logo-bmp': 'logo-type',
  'logo-bomb-20k': 'logo-too-many-pixels',
  'logo-bomb-max': 'logo-too-many-pixels',
  'logo-bomb-zero': 'logo-unreadable',
  'logo-bomb-jpg': 'logo-too-many-pixels',
  'logo-bomb-svg-laughs': 'logo-unsafe',
  'logo-bomb-svg-depth': 'logo-unsafe',
  'logo-bomb-svg-use': 'logo-unsafe',
  'logo-size-1gb': 'logo-too-large',
  'logo-svgz': 'logo-type',
  'logo-svg-no-ns': 'logo-unreadable',
  'logo-svg-utf7': 'logo-type',
};

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

const textOf = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

/** A file that says it is large, and can't be read. */
const unreadable = (size: number): File => {
  const file = new File(['x'], 'huge.png');
  const fail = (): never => {
    throw new Error('read');
  };
  for (const member of ['arrayBuffer', 'slice', 'stream', 'text', 'bytes']) {
    Object.defineProperty(file, member, { value: fail });
  }
  Object.defineProperty(file, 'size', { value: size });
  return file;
};

const fileOf = ({ base64, generate, fileName, declaredType }: LogoRow): File => {
  if (generate?.padTo) return unreadable(generate.padTo);
  const { prefix = '', open = '', n = 0, close = '', suffix = '' } = generate ?? {};
  const part = generate
    ? prefix + open.repeat(n) + close.repeat(n) + suffix
    : bytesOf(base64 ?? '');
  return new File([part], fileName, { type: declaredType });
};

const refusalOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
    return 'taken';
  } catch (error) {
    return error instanceof LogoRefusal ? error.code : String(error);
  }
};

/** What is wrong with something that is to be uploaded. */
const faults = async ({ blob, width, height }: PreparedLogo): Promise<string[]> => {
  const found: string[] = [];
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const header = readImageHeader(bytes);
  if (!/^image\/(?:png|webp)$/.test(blob.type)) found.push(blob.type);
  if (`image/${header.type}` !== blob.type) found.push(`is ${header.type}`);
  if (blob.size > LOGO_LIMITS.storedBytes) found.push(`${blob.size} bytes`);
  const bitmap = await createImageBitmap(blob);
  if (bitmap.width !== width || bitmap.height !== height) found.push('other size');
  if (Math.max(width, height) > LOGO_LIMITS.storedSide) found.push(`${width}x${height}`);
  if (/script|alert|php|<|Jane|Author|%PDF|Exif|tEXt|acTL/.test(chunkNames(bytes))) {
    found.push('metadata');
  }
  if (header.type === 'png' && textOf(bytes.subarray(-8, -4)) !== 'IEND') found.push('trailing');
  return found;
};

/** All of a PNG but the compressed picture, which may hold any letters by chance. */
const chunkNames = (bytes: Uint8Array): string => {
  const view = new DataView(bytes.buffer);
  let text = '';
  for (let at = 8; at + 8 <= bytes.length;) {
    const name = textOf(bytes.subarray(at + 4, at + 8));
    const length = view.getUint32(at);
    text += name + (name === 'IDAT' ? '' : textOf(bytes.subarray(at + 8, at + 8 + length)));
    at += 12 + length;
  }
  return text;
};

/** The colour at a place, in parts of the picture's width and height. */
const colourAt = async (blob: Blob, x: number, y: number): Promise<number[]> => {
  const bitmap = await createImageBitmap(blob);
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
  context?.drawImage(bitmap, 0, 0);
  const place = [Math.floor(x * bitmap.width), Math.floor(y * bitmap.height)] as const;
  return [...(context?.getImageData(...place, 1, 1).data ?? [])];
};

const noise = async (width: number, height: number): Promise<Blob> => {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  const data = new Uint8ClampedArray(width * height * 4);
  for (let at = 0; at < data.length; at += 65_536) {
    crypto.getRandomValues(data.subarray(at, at + 65_536));
  }
  context?.putImageData(new ImageData(data, width, height), 0, 0);
  return canvas.convertToBlob({ type: 'image/png' });
};

describe('prepareLogo', () => {
  let rows: LogoRow[];

  before(async () => {
    const all = (await (await fetch('/corpora/own/logos.json')).json()) as LogoRow[];
    rows = all.filter(({ expected }) => expected !== 'behaviour');
  });

  it('takes, strips and refuses the files of the corpus, each within two seconds', async function () {
    const failures: string[] = [];
    for (const row of rows) {
      const fail = (what: string): void => void failures.push(`${row.id} (${row.title}): ${what}`);
      const file = fileOf(row);
      let outcome: string;
      try {
        const { ms, value: logo } = await fastestOf(2_000, () => prepareLogo(file));
        if (ms > 2_000) fail(`took ${ms} ms`);
        outcome = [`${logo.width}x${logo.height}`, ...logo.warnings].join(' ');
        for (const fault of await faults(logo)) fail(fault);
        if (row.expected === 'reject') fail('taken');
      } catch (error) {
        if (!(error instanceof LogoRefusal)) throw error;
        outcome = error.code;
        if (row.expected.startsWith('accept')) fail(outcome);
      }
      const wanted = row.expected === 'policy' ? POLICY[row.id] : CODES[row.id];
      if (wanted !== undefined && outcome !== wanted) fail(`${outcome} instead of ${wanted}`);
      if (row.expected === 'policy' && wanted === undefined) fail(`${outcome}, not decided here`);
      if (row.class === 'svg' && row.expected === 'reject' && !/^logo-/.test(outcome))
        fail(outcome);
    }
    expect(failures, failures.join('\n')).to.be.empty;
  });

  const rowOf = (id: string): LogoRow => {
    const row = rows.find((candidate) => candidate.id === id);
    if (!row) throw new Error(`No row ${id}`);
    return row;
  };

  it('turns a photograph the way it is meant', async () => {
    const { width, height } = await prepareLogo(fileOf(rowOf('logo-exif-orient')));
    expect([width, height]).to.deep.equal([80, 200]);
  });

  it('keeps transparency and colours', async () => {
    const canvas = new OffscreenCanvas(100, 50);
    const context = canvas.getContext('2d');
    if (context) context.fillStyle = '#ff8000';
    context?.fillRect(50, 0, 50, 50);
    const { blob } = await prepareLogo(await canvas.convertToBlob());
    expect(await colourAt(blob, 0.1, 0.5)).to.deep.equal([0, 0, 0, 0]);
    expect(await colourAt(blob, 0.9, 0.5)).to.deep.equal([255, 128, 0, 255]);
  });

  it('makes large pictures smaller, in proportion, and never small ones larger', async () => {
    const sizeOf = async (width: number, height: number): Promise<number[]> => {
      const canvas = new OffscreenCanvas(width, height);
      canvas.getContext('2d')?.fillRect(0, 0, width, height);
      const logo = await prepareLogo(await canvas.convertToBlob());
      return [logo.width, logo.height];
    };
    expect(await sizeOf(2_000, 500)).to.deep.equal([512, 128]);
    expect(await sizeOf(300, 1_200)).to.deep.equal([128, 512]);
    expect(await sizeOf(512, 40)).to.deep.equal([512, 40]);
    expect(await sizeOf(60, 40)).to.deep.equal([60, 40]);
  });

  it('writes what cannot be compressed within the limit', async () => {
    const logo = await prepareLogo(await noise(800, 800));
    expect(logo.blob.size).to.be.at.most(LOGO_LIMITS.storedBytes);
    expect(logo.blob.type).to.equal('image/webp');
    expect(logo.width).to.be.within(256, 512);
    expect(logo.height).to.equal(logo.width);
  });

  it('goes smaller where the browser writes no WebP', async () => {
    const { prototype } = HTMLCanvasElement;
    const toBlob = Object.getOwnPropertyDescriptor(prototype, 'toBlob') as PropertyDescriptor;
    const original = toBlob.value as HTMLCanvasElement['toBlob'];
    prototype.toBlob = function (callback) {
      original.call(this, callback, 'image/png');
    };
    try {
      const logo = await prepareLogo(await noise(800, 800));
      expect(logo.blob.type).to.equal('image/png');
      expect(logo.width).to.be.below(512);
      expect(logo.blob.size).to.be.at.most(LOGO_LIMITS.storedBytes);
      prototype.toBlob = (callback) => callback(null);
      expect(await refusalOf(prepareLogo(await noise(64, 64)))).to.equal('logo-cannot-shrink');
    } finally {
      Object.defineProperty(prototype, 'toBlob', toBlob);
    }
  });

  it('draws an SVG sharply, in its proportion', async () => {
    const svg = (root: string): Blob =>
      new Blob([
        `<?xml version="1.0" encoding="UTF-8"?>\n<!-- made by hand -->
        <svg xmlns="http://www.w3.org/2000/svg" ${root}><title>A &amp; B</title>
        <style><![CDATA[ .a { fill: #f00 } ]]></style>
        <rect class="a" width="10" height="20"/><rect x="10" width="10" height="20" fill="blue"/></svg>`,
      ]);
    const { blob, width, height } = await prepareLogo(svg('viewBox="0 0 20 20" width="1in"'));
    expect([width, height]).to.deep.equal([512, 512]);
    expect(await colourAt(blob, 0.49, 0.5)).to.deep.equal([255, 0, 0, 255]);
    expect(await colourAt(blob, 0.51, 0.5)).to.deep.equal([0, 0, 255, 255]);
    const sizeOf = async (root: string): Promise<number[]> => {
      const logo = await prepareLogo(svg(root));
      return [logo.width, logo.height];
    };
    expect(await sizeOf('width="40" height="10"')).to.deep.equal([512, 128]);
    expect(await sizeOf('width="100%" viewBox="0,0,10,40"')).to.deep.equal([128, 512]);
  });

  it('says when the page forbids what an SVG needs', async () => {
    const policy = document.createElement('meta');
    const frame = document.createElement('iframe');
    policy.httpEquiv = 'Content-Security-Policy';
    policy.content = "img-src 'self'";
    frame.srcdoc = `${policy.outerHTML}<script type="module">
      import { prepareLogo } from '/src/registration/parts/advanced/logo/prepare-logo.ts';
      const svg = '<svg xmlns="http://www.w3.org/2000/svg"/>';
      const png = await (await fetch('data:image/png;base64,${rowOf('logo-png').base64 ?? ''}')).blob();
      const results = [new Blob([svg]), png].map((file) => prepareLogo(file).then(() => 'taken', (error) => error.code));
      parent.postMessage(await Promise.all(results));
    </script>`;
    const answer = new Promise<MessageEvent>((resolve) => {
      window.addEventListener('message', resolve, { once: true });
    });
    document.body.append(frame);
    expect((await answer).data).to.deep.equal(['logo-svg-blocked', 'taken']);
    frame.remove();
  });

  it('looks at the size before reading, and says so when reading fails', async () => {
    expect(await refusalOf(prepareLogo(unreadable(LOGO_LIMITS.fileBytes + 1)))).to.equal(
      'logo-too-large',
    );
    const gone = new File(['x'], 'gone.png');
    gone.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotReadableError'));
    expect(await refusalOf(prepareLogo(gone))).to.equal('logo-unreadable');
  });

  it('stops when it is told to', async () => {
    const file = fileOf(rowOf('logo-png'));
    expect(await refusalOf(prepareLogo(file, { signal: AbortSignal.abort('no') }))).to.equal('no');
    const controller = new AbortController();
    const work = prepareLogo(file, { signal: controller.signal });
    controller.abort('enough');
    expect(await refusalOf(work)).to.equal('enough');
  });
});
