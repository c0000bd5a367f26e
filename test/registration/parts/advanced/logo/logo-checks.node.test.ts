import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { safeFileName } from '../../../../../src/registration/parts/advanced/logo/file-name.js';
import { readImageHeader } from '../../../../../src/registration/parts/advanced/logo/image-header.js';
import { checkSvg } from '../../../../../src/registration/parts/advanced/logo/svg-check.js';
import { fastestOf } from '../../../../support/time.js';

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === 'string' ? [...part].map((character) => character.charCodeAt(0)) : part,
    ),
  );

const u32 = (value: number): number[] => [
  value >>> 24,
  (value >>> 16) & 255,
  (value >>> 8) & 255,
  value & 255,
];
const PNG = '\x89PNG\r\n\x1a\n';
const ihdr = (width: number, height: number): (string | number[])[] => [
  PNG,
  u32(13),
  'IHDR',
  u32(width),
  u32(height),
  [8, 6, 0, 0, 0],
  u32(0),
];
const SOF = [0xff, 0xc2, 0, 17, 8, 0x01, 0x02, 0x03, 0x04, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0];
const GIF_FRAME = [0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x4c, 1, 0];

describe('readImageHeader', () => {
  const CASES: [name: string, file: Uint8Array, expected: unknown][] = [
    [
      'PNG',
      bytes(...ihdr(300, 70_000)),
      { type: 'png', width: 300, height: 70_000, animated: false },
    ],
    [
      'APNG',
      bytes(...ihdr(1, 2), u32(8), 'acTL', u32(1), u32(0), u32(0)),
      { type: 'png', width: 1, height: 2, animated: true },
    ],
    ['PNG of nothing', bytes(...ihdr(0, 2)), { type: 'broken' }],
    ['PNG cut', bytes(PNG), { type: 'broken' }],
    [
      'JPEG',
      bytes([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0], SOF),
      { type: 'jpeg', width: 0x304, height: 0x102, animated: false },
    ],
    [
      'JPEG with fill and tables',
      bytes([0xff, 0xd8, 0xff, 0xff, 0xff, 0xc4, 0, 3, 0], SOF),
      { type: 'jpeg', width: 0x304, height: 0x102, animated: false },
    ],
    ['JPEG without a frame', bytes([0xff, 0xd8, 0xff, 0xda, 0, 4, 0, 0], SOF), { type: 'broken' }],
    ['JPEG cut', bytes([0xff, 0xd8, 0xff]), { type: 'broken' }],
    [
      'WebP, lossy',
      bytes(
        'RIFF',
        u32(0),
        'WEBPVP8 ',
        u32(0),
        [0, 0, 0, 0x9d, 0x01, 0x2a, 0x02, 0x41, 0x03, 0x00],
      ),
      { type: 'webp', width: 0x102, height: 3, animated: false },
    ],
    [
      'WebP, lossless',
      bytes('RIFF', u32(0), 'WEBPVP8L', u32(0), [0x2f, 0xff, 0xc0, 0x00, 0x00, 0]),
      { type: 'webp', width: 256, height: 4, animated: false },
    ],
    [
      'WebP, extended, moving',
      bytes('RIFF', u32(0), 'WEBPVP8X', u32(0), [2, 0, 0, 0, 0xff, 0, 0, 1, 0, 0]),
      { type: 'webp', width: 256, height: 2, animated: true },
    ],
    ['WebP cut', bytes('RIFF', u32(0), 'WEBPVP8X'), { type: 'broken' }],
    [
      'GIF',
      bytes('GIF89a', [2, 1, 3, 0, 0, 0, 0], GIF_FRAME, [0x3b]),
      { type: 'gif', width: 258, height: 3, animated: false },
    ],
    [
      'GIF, moving',
      bytes(
        'GIF89a',
        [2, 0, 3, 0, 0x80, 0, 0],
        [0, 0, 0, 1, 1, 1],
        [0x21, 0xf9, 1, 0, 0],
        GIF_FRAME,
        GIF_FRAME,
      ),
      { type: 'gif', width: 2, height: 3, animated: true },
    ],
    ['GIF cut', bytes('GIF89a'), { type: 'broken' }],
    [
      'GIF that ends in a block',
      bytes('GIF89a', [2, 0, 3, 0, 0, 0, 0, 0x21, 0xf9, 200]),
      { type: 'gif', width: 2, height: 3, animated: false },
    ],
    ['SVG', bytes('<svg xmlns="">'), { type: 'svg' }],
    [
      'SVG with what comes before',
      bytes('\xef\xbb\xbf \n<?xml version="1.0"?><!-- a --><!DOCTYPE svg><s:svg>'),
      { type: 'svg' },
    ],
    ['SVG in UTF-16', bytes('\xff\xfe<\0s\0v\0g\0>\0'), { type: 'svg' }],
    ['HTML with a drawing', bytes('<!doctype html><svg>'), { type: 'other' }],
    ['XML', bytes('<?xml version="1.0"?><a/>'), { type: 'other' }],
    ['PDF', bytes('%PDF-1.7'), { type: 'other' }],
    ['AVIF', bytes(u32(24), 'ftypavif'), { type: 'other' }],
    ['ZIP', bytes('PK\x03\x04'), { type: 'other' }],
    ['text', bytes('hello'), { type: 'unknown' }],
    ['nothing', bytes(''), { type: 'unknown' }],
  ];
  for (const [name, file, expected] of CASES) {
    it(`reads ${name}`, () => assert.deepEqual(readImageHeader(file), expected));
  }

  it('throws for no beginning of any file of the corpus', () => {
    const file = new URL('../../../../corpora/logos.json', import.meta.url);
    const rows = JSON.parse(readFileSync(file, 'utf8')) as { base64?: string }[];
    for (const { base64 = '' } of rows) {
      const whole = Uint8Array.from(Buffer.from(base64, 'base64'));
      for (let end = 0; end <= Math.min(whole.length, 2_000); end += 1) {
        readImageHeader(whole.subarray(0, end));
      }
    }
  });
});

const svg = (inside: string, root = 'xmlns="http://www.w3.org/2000/svg"'): Uint8Array =>
  new TextEncoder().encode(`<svg ${root}>${inside}</svg>`);

describe('checkSvg', () => {
  const SAFE: [name: string, inside: string][] = [
    [
      'shapes and texts',
      '<g id="a" style="fill:#123"><path d="M0 0"/><text>1 &lt; 2 &#233;</text></g>',
    ],
    [
      'gradients of its own',
      '<defs><linearGradient id="a"/></defs><rect fill="url(#a)" stroke="url(\'#a\')"/>',
    ],
    [
      'a drawing used twice',
      '<g id="a"><path d=""/></g><use href="#a"/><use xlink:href="#a" xmlns:xlink="b"/>',
    ],
    ['a style sheet', '<style>.a{fill:url(#b)} /* c */</style>'],
    [
      'what editors note',
      '<sodipodi:namedview xmlns:sodipodi="c" sodipodi:path="C:\\a"/><metadata><rdf:li rdf:resource="http://x"/></metadata>',
    ],
    ['a comment', '<!-- <script> -->'],
  ];
  for (const [name, inside] of SAFE) {
    it(`takes ${name}`, () => assert.equal(checkSvg(svg(inside)).ok, true));
  }

  const UNSAFE: [name: string, inside: string][] = [
    ['a script', '<script>x</script>'],
    ['a script by another prefix', '<x:ScRiPt xmlns:x="http://www.w3.org/2000/svg"/>'],
    ['a handler', '<g onclick="x"/>'],
    ['HTML inside', '<foreignObject/>'],
    ['HTML by its namespace', '<p xmlns="http://www.w3.org/1999/xhtml"/>'],
    ['a link', '<a href="https://a.example"/>'],
    ['a link in references', '<a href="&#106;avascript:x"/>'],
    ['a picture', '<image href="#a"/>'],
    ['a file used', '<use href="a.svg#b"/>'],
    ['a file in a style', '<rect style="fill:url(a.svg#b)"/>'],
    ['a file in a quoted style', '<rect fill="url( &quot;//a.example&quot;)"/>'],
    ['an import', '<style>@import "a.css";</style>'],
    ['an import in references', '<style>&#64;import "a.css";</style>'],
    ['an import in CDATA', '<style><![CDATA[@import "a.css";]]></style>'],
    ['an escape', '<style>.a{fill:\\75rl(b)}</style>'],
    ['an image set', '<style>.a{background:image-set("b" 1x)}</style>'],
    ['an animation', '<set attributeName="href" to="javascript:x"/>'],
    ['another base', '<g xml:base="https://a.example/"/>'],
    ['an unknown entity', '<text>&a;</text>'],
    ['an instruction', '<?xml-stylesheet href="a"?>'],
    ['a document type', '<!DOCTYPE svg>'],
    ['depth', '<g>'.repeat(200) + '</g>'.repeat(200)],
    ['many elements', '<g/>'.repeat(10_001)],
    [
      'uses that multiply',
      Array.from(
        { length: 12 },
        (_, n) => `<g id="a${n}">${`<use href="#a${n - 1}"/>`.repeat(3)}</g>`,
      ).join(''),
    ],
    [
      'patterns that multiply',
      Array.from(
        { length: 12 },
        (_, n) => `<pattern id="a${n}">${`<rect fill="url(#a${n - 1})"/>`.repeat(3)}</pattern>`,
      ).join(''),
    ],
    [
      'a use of itself',
      '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/><use href="#a"/></g>',
    ],
    [
      'a long chain',
      Array.from({ length: 500 }, (_, n) => `<g id="a${n}"><use href="#a${n + 1}"/></g>`).join(''),
    ],
  ];
  for (const [name, inside] of UNSAFE) {
    it(`refuses ${name}`, () =>
      assert.deepEqual(checkSvg(svg(inside)), { ok: false, code: 'logo-unsafe' }));
  }

  for (const file of [
    '<svg',
    '<svg><g></svg>',
    '<svg/><svg/>',
    '<svg/>',
    'a<svg/>',
    '<svg a=b/>',
    '<svg a="<"/>',
    '<g/>',
    '<!-- ',
    '',
  ]) {
    it(`can't read ${file || 'nothing'}`, () =>
      assert.deepEqual(checkSvg(new TextEncoder().encode(file)), {
        ok: false,
        code: 'logo-unreadable',
      }));
  }

  it('refuses what is not UTF-8', () => {
    for (const file of [
      bytes('\xff\xfe<\0'),
      bytes('<?xml version="1.0" encoding="UTF-16"?>', '<svg xmlns="http://www.w3.org/2000/svg"/>'),
      bytes('<svg xmlns="http://www.w3.org/2000/svg">\0</svg>'),
    ]) {
      assert.deepEqual(checkSvg(file), { ok: false, code: 'logo-unsafe' });
    }
  });

  it('reads the size, and writes another', () => {
    const root = 'xmlns="http://www.w3.org/2000/svg" ';
    const sizeOf = (attributes: string): string => {
      const check = checkSvg(svg('', root + attributes));
      return check.ok ? `${check.width}x${check.height}` : check.code;
    };
    assert.equal(sizeOf(''), '300x150');
    assert.equal(sizeOf('width="10" height="20px"'), '10x20');
    assert.equal(sizeOf('width="1in" viewBox="0 0 2 1"'), '96x48');
    assert.equal(sizeOf('width="100%" height="100%" viewBox="0 0 2 1"'), '2x1');
    assert.equal(sizeOf('viewBox="0 0 1e30 1"'), 'logo-unsafe');
    assert.equal(sizeOf('width="1e9"'), 'logo-unsafe');
    assert.equal(sizeOf('viewBox="0 0 x 1"'), 'logo-unsafe');
    const check = checkSvg(
      svg('<g width="1"/>', `${root}width='10' aria-label='"&amp;' height="5"`),
    );
    assert.equal(
      check.ok && check.withSize(512, 256),
      `<svg ${root}aria-label="&quot;&amp;" viewBox="0 0 10 5" width="512" height="256"><g width="1"/></svg>`,
    );
  });

  it('takes a time that grows with the length alone', async () => {
    for (const unit of [
      '<',
      '<g',
      '<g ',
      ' ',
      'a="',
      'a=""',
      '<!--',
      '&',
      '&a',
      '<g a="',
      'url(',
      'url(  ',
      '<style>@',
    ]) {
      const { ms } = await fastestOf(2_000, () => {
        checkSvg(svg(unit.repeat(900_000 / unit.length)));
        checkSvg(svg(`<g ${unit.repeat(900_000 / unit.length)}`));
        checkSvg(svg(`<style>${unit.repeat(900_000 / unit.length)}</style>`));
      });
      assert.ok(ms < 2_000, `${unit}: ${ms} ms`);
    }
  });
});

describe('safeFileName', () => {
  const CASES: [name: string | undefined, safe: string][] = [
    ['logo.png', 'logo.png'],
    [undefined, 'logo'],
    ['', 'logo'],
    ['a/', 'logo'],
    ['../../etc/passwd.png', 'passwd.png'],
    ['C:\\Users\\Jane Doe\\logo.png', 'logo.png'],
    ['logo.php\0.png', 'logo.php.png'],
    ['logo\r\nX-Header: 1.png', 'logo X-Header: 1.png'],
    ['gnp.\u202egol', 'gnp.gol'],
    ['.png', '.png'],
    ['été 诊所 😀.png', 'été 诊所 😀.png'],
    ['"><img src=x onerror=alert(1)>.png', '"><img src=x onerror=alert(1)>.png'],
    [`${'a'.repeat(200)}.png`, `${'a'.repeat(95)}….png`],
  ];
  for (const [name, safe] of CASES) {
    it(`makes ${JSON.stringify(safe)}`, () => assert.equal(safeFileName(name), safe));
  }
});
