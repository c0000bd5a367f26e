/** What the address of a logo tells of its file. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { fileNameIn } from '../../../../../src/registration/parts/advanced/logo/logo-field-address.js';

test('the name of a file in an address', () => {
  assert.equal(fileNameIn('https://a.example/x/North%20Logo.png?v=1'), 'North Logo.png');
  assert.equal(fileNameIn('/x/l.png'), 'l.png');
  assert.equal(fileNameIn('https://a.example/%E2%80%AEgnp.png'), 'gnp.png');
  assert.equal(fileNameIn('https://a.example/'), undefined);
  assert.equal(fileNameIn('https://a.example/%ff'), undefined);
  assert.equal(fileNameIn('data:image/png;base64,AAAA'), undefined);
});
