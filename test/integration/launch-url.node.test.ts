/** The URL that a launch opens. The corpus has rows for it too: see `urls.node.test.ts`. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildLaunchUrl } from '../../src/integration/launch-url.js';

describe('buildLaunchUrl', () => {
  const one = { referralRef: 'r1' };
  const rows: readonly (readonly [string, string])[] = [
    ['https://example.com/', 'https://example.com/?referralRef=r1'],
    ['https://example.com', 'https://example.com/?referralRef=r1'],
    ['https://example.com#top', 'https://example.com/?referralRef=r1#top'],
    ['https://example.com?', 'https://example.com?referralRef=r1'],
    ['https://example.com/?', 'https://example.com/?referralRef=r1'],
    ['https://example.com/?#', 'https://example.com/?referralRef=r1#'],
    ['https://example.com/?a', 'https://example.com/?a&referralRef=r1'],
    ['https://example.com/?a=', 'https://example.com/?a=&referralRef=r1'],
    ['https://example.com/?a=1&', 'https://example.com/?a=1&referralRef=r1'],
    ['https://example.com/?a=1&#b', 'https://example.com/?a=1&referralRef=r1#b'],
    ['https://example.com/?a=?', 'https://example.com/?a=?&referralRef=r1'],
    ['https://example.com/?a=%26', 'https://example.com/?a=%26&referralRef=r1'],
    ['https://example.com/?a=+%20%e9', 'https://example.com/?a=+%20%e9&referralRef=r1'],
    ['https://example.com/#?a=1', 'https://example.com/?referralRef=r1#?a=1'],
    ['https://example.com/?b#c?d#e', 'https://example.com/?b&referralRef=r1#c?d#e'],
    ['https://example.com/?referralRef=old', 'https://example.com/?referralRef=old&referralRef=r1'],
    ['https://example.com/a;b/c', 'https://example.com/a;b/c?referralRef=r1'],
  ];
  for (const [base, url] of rows) {
    it(`adds to ${base}`, () => assert.equal(buildLaunchUrl(base, one), url));
  }

  it('encodes names and values as a form does', () => {
    assert.equal(
      buildLaunchUrl('https://example.com/', { 'a&b': 'c=d#e?f +é😀\ud800' }),
      'https://example.com/?a%26b=c%3Dd%23e%3Ff+%2B%C3%A9%F0%9F%98%80%EF%BF%BD',
    );
  });

  it('takes pairs, in order and repeated, once through', () => {
    const pairs = [
      ['b', '1'],
      ['a', '2'],
      ['b', '3'],
    ] as const;
    const url = 'https://example.com/?b=1&a=2&b=3';
    assert.equal(buildLaunchUrl('https://example.com/', pairs), url);
    assert.equal(
      buildLaunchUrl('https://example.com/', new Map(pairs.slice(0, 2))),
      url.slice(0, -4),
    );
    assert.equal(buildLaunchUrl('https://example.com/', pairs.values()), url);
    assert.equal(
      buildLaunchUrl('https://example.com/', new URLSearchParams(url.split('?')[1])),
      url,
    );
  });

  it('leaves out what is not there', () => {
    const parameters = { referralRef: 'r1', siteNum: '', launch: undefined, x: null };
    assert.equal(
      buildLaunchUrl('https://example.com/', parameters),
      'https://example.com/?referralRef=r1&siteNum=',
    );
  });

  it('gives the base back where there is nothing to add', () => {
    for (const base of ['https://example.com', 'https://example.com/?a&#b', 'odd', '']) {
      assert.equal(buildLaunchUrl(base, {}), base);
      assert.equal(buildLaunchUrl(base, []), base);
    }
  });

  it('does not throw for what is not a URL', () => {
    for (const base of ['', '?', '#', 'odd', 'https://', '\n', '\ud800']) {
      assert.equal(typeof buildLaunchUrl(base, one), 'string');
    }
  });
});
