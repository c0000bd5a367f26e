/** Which addresses of a logo a widget draws, whoever gave them. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { logoAddressOf } from '../../src/integration/logo-address.js';

const PAGE = 'https://clinic.example.org/admin/';

const ADDRESSES: [address: unknown, page: string | undefined, expected: string | undefined][] = [
  ['https://cdn.example.com/l.png', PAGE, 'https://cdn.example.com/l.png'],
  ['/logos/1.png', PAGE, 'https://clinic.example.org/logos/1.png'],
  ['logos/1.png', PAGE, 'https://clinic.example.org/admin/logos/1.png'],
  ['blob:https://clinic.example.org/1', PAGE, 'blob:https://clinic.example.org/1'],
  ['data:image/png;base64,AAAA', PAGE, 'data:image/png;base64,AAAA'],
  ['data:image/webp;base64,AAAA', PAGE, 'data:image/webp;base64,AAAA'],
  ['data:image/svg+xml,<svg onload=alert(1)>', PAGE, undefined],
  ['data:image/svg+xml;base64,AAAA', PAGE, undefined],
  ['data:text/html;base64,AAAA', PAGE, undefined],
  ['javascript:alert(1)', PAGE, undefined],
  [' java\tscript:alert(1)', PAGE, undefined],
  ['http://cdn.example.com/l.png', PAGE, undefined],
  ['http://clinic.example.org/l.png', PAGE, undefined],
  ['http://localhost:3000/l.png', 'http://localhost:3000/', 'http://localhost:3000/l.png'],
  ['http://cdn.example.com/l.png', 'http://localhost:3000/', undefined],
  ['file:///etc/l.png', PAGE, undefined],
  ['ftp://cdn.example.com/l.png', PAGE, undefined],
  ['https://', PAGE, undefined],
  ['about:blank', PAGE, undefined],
  ['', PAGE, undefined],
  [null, PAGE, undefined],
  [undefined, PAGE, undefined],
  [7, PAGE, undefined],
  [{}, PAGE, undefined],
  ['data:image/PNG;base64,AAAA', PAGE, 'data:image/PNG;base64,AAAA'],
  ['data:image/png,AAAA', PAGE, undefined],
  ['data:image/png+xml;base64,AAAA', PAGE, undefined],
  [' data:image/svg+xml;base64,AAAA', PAGE, undefined],
  ['//cdn.example.com/l.png', PAGE, 'https://cdn.example.com/l.png'],
  ['//cdn.example.com/l.png', 'http://localhost:3000/', undefined],
  ['/l.png', 'http://localhost:3000/a/', 'http://localhost:3000/l.png'],
  ['https://cdn.example.com/l.png', undefined, 'https://cdn.example.com/l.png'],
  ['data:image/gif;base64,AAAA', undefined, 'data:image/gif;base64,AAAA'],
  ['http://localhost:3000/l.png', undefined, undefined],
  ['l.png', undefined, undefined],
  ['/l.png', undefined, undefined],
];

for (const [address, page, expected] of ADDRESSES) {
  test(`${JSON.stringify(address)} in ${page ?? 'no page'}: ${expected ?? 'not used'}`, () => {
    assert.equal(logoAddressOf(address, page), expected);
  });
}
