/** Logos: taken by their bytes, served to everyone as pictures and nothing else. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import type { Sharp } from 'sharp';
import { startTestServer } from './reference-server.js';
import type { TestServer } from './reference-server.js';
import { ask, referralDraft, register } from './requests.js';
import type { Answered } from './requests.js';

/** CRC-32 of PNG (ISO 3309). */
const crc32 = (bytes: Buffer): number => {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
};

/** A chunk of a PNG. */
const chunk = (type: string, data: string | Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type), Buffer.from(data)]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(body.length - 4, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
};

/** The PNG with more chunks before its pixels. */
const pngWith = (...chunks: Buffer[]): Buffer =>
  Buffer.concat([PNG.subarray(0, 33), ...chunks, PNG.subarray(33)]);

/** A PNG that says to be of that size, of one bit a pixel; its pixels are there where they are not too many. */
const bomb = (width: number, height: number): Buffer => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 1;
  const rows = Math.min(height, 20_000) * (1 + Math.ceil(Math.min(width, 20_000) / 8));
  return Buffer.concat([
    PNG.subarray(0, 8),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(rows))),
    chunk('IEND', ''),
  ]);
};

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAMgAAABQAQAAAAB0FgcdAAAAJklEQVR42mPgxwUYhqbMB1xgiMqMxs9o/IzGz2j8jMbPaPwMgAwAc5bkRj6WnaQAAAAASUVORK5CYII=',
  'base64',
);

describe('logos', () => {
  let server: TestServer;
  before(async () => {
    server = await startTestServer();
  });
  after(() => server.stop());

  const upload = (body: Uint8Array, type = 'image/png') =>
    ask(server, '/logos', { method: 'POST', headers: { 'content-type': type }, body });

  /** The logo as it is served. */
  const served = async (json: Answered['json']): Promise<Response> =>
    fetch(new URL(String(json?.['logoUrl']), server.address));

  const pixelsOf = async (bytes: Uint8Array): Promise<{ width: number; pixels: Buffer }> => {
    const { data, info } = await sharp(bytes).ensureAlpha().raw().toBuffer({
      resolveWithObject: true,
    });
    return { width: info.width, pixels: data };
  };

  it('are served as they look, for good, without a site number, and can run nothing', async () => {
    const { status, json } = await upload(PNG);
    assert.equal(status, 201);
    const response = await served(json);
    const { headers } = response;
    const bytes = Buffer.from(await response.arrayBuffer());
    assert.deepEqual(await pixelsOf(bytes), await pixelsOf(PNG));
    assert.equal(headers.get('content-type'), 'image/png');
    assert.match(headers.get('cache-control') ?? '', /public.*immutable/);
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
    assert.match(headers.get('content-security-policy') ?? '', /sandbox/);
  });

  it('have the type of their bytes, whatever the request says', async () => {
    const { status, json } = await upload(PNG, 'image/webp');
    assert.equal(status, 201);
    const response = await fetch(new URL(String(json?.['logoUrl']), server.address));
    assert.equal(response.headers.get('content-type'), 'image/png');
  });

  it('are one where they are the same', async () => {
    assert.deepEqual((await upload(PNG)).json, (await upload(PNG)).json);
  });

  it('lose what came with the picture: metadata, and what stands after its end', async () => {
    const secret = '<script>jane.doe@example.com</script>';
    const withMetadata = (picture: Sharp): Promise<Buffer> =>
      picture.withExif({ IFD0: { Artist: secret, Copyright: secret } }).toBuffer();
    for (const bytes of [
      await withMetadata(sharp(PNG).png()),
      await withMetadata(sharp(PNG).webp({ lossless: true })),
      Buffer.concat([PNG, Buffer.from(secret)]),
      Buffer.concat([PNG, Buffer.from('PK\x05\x06'), Buffer.from(secret)]),
      pngWith(chunk('tEXt', `Author\0${secret}`)),
      pngWith(chunk('zTXt', secret), chunk('vpAg', secret)),
    ]) {
      assert.ok(bytes.includes('jane.doe') || bytes.includes('EXIF') || bytes.includes('eXIf'));
      const { status, json } = await upload(bytes);
      assert.equal(status, 201);
      const kept = Buffer.from(await (await served(json)).arrayBuffer());
      assert.equal(kept.includes('jane.doe'), false);
      const { exif, xmp, icc, comments } = await sharp(kept).metadata();
      assert.deepEqual([exif, xmp, icc, comments], [undefined, undefined, undefined, undefined]);
      assert.deepEqual(await pixelsOf(kept), await pixelsOf(bytes));
    }
  });

  it('stand upright once the note that says how to turn them is gone', async () => {
    const turned = await sharp(PNG).png().withExif({}).withMetadata({ orientation: 6 }).toBuffer();
    const { json } = await upload(turned);
    const { width, height } = await sharp(await (await served(json)).arrayBuffer()).metadata();
    assert.deepEqual([width, height], [80, 200]);
  });

  it('have a limit of bytes also once they are made anew', async () => {
    const noise = randomBytes(500 * 500 * 3);
    const raw = { width: 500, height: 500, channels: 3 } as const;
    const bytes = await sharp(noise, { raw }).webp({ quality: 30 }).toBuffer();
    assert.ok(bytes.length < 256 * 1024);
    const { status, json } = await upload(bytes, 'image/webp');
    assert.equal(status, 201);
    assert.ok((await (await served(json)).arrayBuffer()).byteLength <= 256 * 1024);
  });

  for (const [what, width, height] of [
    ['as large as an address can be', 2 ** 31 - 1, 1],
    ['too wide', 4_097, 1],
    ['too high', 1, 4_097],
    ['of too many pixels', 1_500, 1_500],
    ['of 20,000 a side', 20_000, 20_000],
    ['without a width', 0, 80],
  ] as const)
    it(`are not ${what}, which is seen before anything is decoded`, async () => {
      const { status, json } = await upload(bomb(width, height));
      assert.equal(status, 422);
      assert.deepEqual(json?.['errors'], [{ pointer: '', code: 'invalid' }]);
    });

  for (const [what, type] of [
    ['a JPEG', 'jpeg'],
    ['a GIF', 'gif'],
    ['a TIFF', 'tiff'],
    ['an AVIF', 'avif'],
  ] as const)
    it(`are not ${what}, whatever the request says`, async () => {
      const raw = { width: 20, height: 20, channels: 3 } as const;
      const bytes = await sharp(randomBytes(1_200), { raw }).toFormat(type).toBuffer();
      assert.equal((await upload(bytes)).status, 422);
    });

  for (const [what, bytes] of [
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
    ['garbage where the pixels are', Buffer.from(PNG).fill(0xaa, 45, 70)],
    ['a page', Buffer.from('<!doctype html><script>0</script>')],
    ['nothing', Buffer.alloc(0)],
    ['a picture that was cut off', PNG.subarray(0, 60)],
    ['a signature and nothing more', PNG.subarray(0, 8)],
  ] as const)
    it(`are not ${what}`, async () => assert.equal((await upload(bytes)).status, 422));

  it('need a site to be taken', async () => {
    const headers = { 'content-type': 'image/png', 'site-number': undefined };
    const { status } = await ask(server, '/logos', { method: 'POST', headers, body: PNG });
    assert.equal(status, 400);
  });

  it('have the address that the settings give the server', async () => {
    const elsewhere = await startTestServer({
      settings: { publicUrl: 'https://ocean.example.com' },
    });
    const headers = { 'content-type': 'image/png' };
    const { json } = await ask(elsewhere, '/logos', { method: 'POST', headers, body: PNG });
    await elsewhere.stop();
    assert.match(String(json?.['logoUrl']), /^https:\/\/ocean\.example\.com\/api\/ocean\/logos\//);
  });

  describe('in an integration', () => {
    const withLogo = (logoUrl: unknown) => {
      const { launch, ...rest } = referralDraft();
      return { ...rest, launch: { ...launch, logoUrl } };
    };
    const NONE = '0'.repeat(64);

    it('are those that were uploaded, or none', async () => {
      const { json } = await upload(PNG);
      for (const logoUrl of [json?.['logoUrl'], null, undefined, '']) {
        const made = await register(server, withLogo(logoUrl));
        assert.equal(made.status, 201, String(logoUrl));
        const path = `/integrations/${String(made.json?.['id'])}`;
        const headers = { 'if-match': '*' };
        const changed = await ask(server, path, {
          method: 'PUT',
          headers,
          body: withLogo(logoUrl),
        });
        assert.equal(changed.status, 200);
        const refused = await ask(server, path, {
          method: 'PUT',
          headers,
          body: withLogo('/api/logout'),
        });
        assert.equal(refused.status, 422);
      }
    });

    for (const logoUrl of [
      'javascript:alert(1)',
      'data:image/png;base64,AAAA',
      'data:image/svg+xml,<svg/>',
      'blob:https://a.example/1',
      '/api/logout',
      '/api/ocean/logos/',
      `/api/ocean/logos/${NONE}`,
      `/api/ocean/logos/../integrations`,
      `/api/ocean/logos/%2e%2e/integrations`,
      '//evil.test/logo.png',
      'https://evil.test/logo.png',
      'http://evil.test/logo.png',
      'https://evil.test/api/ocean/logos/OWN',
      'OWN?x=1',
      'OWN#x',
      'OWN/../../logout',
      ' OWN',
      'OWN\n',
      'logo.png',
      7,
      {},
    ])
      it(`are not ${JSON.stringify(logoUrl)}`, async () => {
        const { json } = await upload(PNG);
        const own = String(json?.['logoUrl']);
        const given =
          typeof logoUrl !== 'string'
            ? logoUrl
            : logoUrl.startsWith('https')
              ? logoUrl.replace('OWN', own.slice(own.lastIndexOf('/') + 1))
              : logoUrl.replace('OWN', own);
        const made = await register(server, withLogo(given));
        assert.equal(made.status, 422);
        const errors = made.json?.['errors'] as { pointer: string }[];
        assert.ok(errors.some(({ pointer }) => pointer === '/launch/logoUrl'));
      });
  });

  it('that are not there are not found', async () => {
    assert.equal((await ask(server, '/logos/unknown')).status, 404);
  });
});
