/** Which addresses an `<img>` of the form may load, and what name they tell. */
import assert from 'node:assert/strict';
import test from 'node:test';
import {
  fileNameIn,
  safeLogoAddress,
} from '../../../../../src/registration/parts/advanced/logo/logo-field-address.js';

const PAGE = 'https://clinic.example.org/admin/';

const ADDRESSES: [address: string, page: string, expected: string | undefined][] = [
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
];

for (const [address, page, expected] of ADDRESSES) {
  test(`${JSON.stringify(address)} in ${page}: ${expected ?? 'not used'}`, () => {
    assert.equal(safeLogoAddress(address, page), expected);
  });
}

test('the name of a file in an address', () => {
  assert.equal(fileNameIn('https://a.example/x/North%20Logo.png?v=1'), 'North Logo.png');
  assert.equal(fileNameIn('/x/l.png'), 'l.png');
  assert.equal(fileNameIn('https://a.example/%E2%80%AEgnp.png'), 'gnp.png');
  assert.equal(fileNameIn('https://a.example/'), undefined);
  assert.equal(fileNameIn('https://a.example/%ff'), undefined);
  assert.equal(fileNameIn('data:image/png;base64,AAAA'), undefined);
});
