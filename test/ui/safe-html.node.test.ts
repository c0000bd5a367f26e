import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mute } from '../../src/ui/message-mute.js';
import { isMisleading, withoutTags } from '../../src/ui/message-rules.js';
import { sanitizeMessage } from '../../src/ui/safe-html.js';
import { fastestOf } from '../support/time.js';

describe('a message without a page', () => {
  it('can be imported, and not sanitised', async () => {
    await assert.rejects(sanitizeMessage('<p>a</p>'), /in a page/);
  });

  it('gives its words in a time that grows with its length alone', async () => {
    for (const unit of [
      '<',
      '<a',
      '<!--',
      '<script>',
      '<script',
      '</',
      '&',
      '<svg><',
      '-->',
      'a<b ',
    ]) {
      const { ms } = await fastestOf(200, () => withoutTags(unit.repeat(20_000 / unit.length)));
      assert.ok(ms < 200, `${unit}: ${ms} ms`);
    }
    assert.equal(withoutTags('1 < 2 <b>b</b><script>x<b></script><!-- c --><br'), '1 < 2 b');
  });
});

describe('mute', () => {
  it('takes a time that grows with the length alone', async () => {
    for (const unit of [
      '<',
      '<a',
      '<a ',
      '<a b',
      '<a b=',
      '<a b="',
      `<a b='c="`,
      '<style',
      '<style a',
      '<style>',
      '<title><style>',
      '<!--',
      '<a =/ ',
      '<a                ',
      'a=b ',
      '</',
      '<![CDATA[',
    ]) {
      const { ms } = await fastestOf(100, () => mute(unit.repeat(20_000 / unit.length)));
      assert.ok(ms < 100, `${unit}: ${ms} ms`);
    }
  });

  it('reads quotes as a parser does', () => {
    const rows: [markup: string, muted: string][] = [
      ['<p title=">" onclick="x">a', '<p title=">" data-muted-onclick="x">a'],
      [`<p title='">' style=y>`, `<p title='">' data-muted-style=y>`],
      ['<p a="b"onclick=x>', '<p a="b" data-muted-onclick=x>'],
      ['<p title="<b onclick=x>">onclick=x', '<p title="<b onclick=x>">onclick=x'],
      ['<p a"b> onclick="c">', '<p a"b> onclick="c">'],
      ['<!-- <p t=" --><p onclick=x t="">', '<!-- <p t=" --><p data-muted-onclick=x t="">'],
      [
        '<textarea><p t="</textarea><p onclick=x t="">',
        '<textarea><p t="</textarea><p data-muted-onclick=x t="">',
      ],
      ['<style t=">">a</style>', '<noembed data-muted-style t=">">a</noembed>'],
      ['1 < 2 onclick=x > 1', '1 < 2 onclick=x > 1'],
    ];
    for (const [markup, muted] of rows) assert.equal(mute(markup), muted);
  });
});

describe('isMisleading', () => {
  const CASES: [text: string, address: string, misleading: boolean][] = [
    ['here', 'https://ocean.ca/', false],
    ['ocean.ca', 'https://ocean.ca/', false],
    ['www.ocean.ca/a', 'https://ocean.ca/', false],
    ['https://OCEAN.ca:443/a', 'https://ocean.ca/', false],
    ['ocean.ca', 'https://evil.ca/', true],
    ['ocean.ca', 'https://notocean.ca/', true],
    ['book.ocean.ca', 'https://ocean.ca/', true],
    ['ocean.ca', 'https://xn--cean-kqe.ca/', true],
    ['Please go to http://ocean.ca now', 'https://evil.ca/', true],
    ['//ocean.ca', 'https://evil.ca/', true],
    ['form.pdf', 'https://ocean.ca/', false],
    ['Dr. Bob', 'https://ocean.ca/', false],
    ['v1.2', 'https://ocean.ca/', false],
    ['9 a.m.', 'https://ocean.ca/', false],
    ['a@ocean.ca', 'mailto:A@ocean.ca', false],
    ['a@ocean.ca', 'mailto:a@ocean.ca?subject=b', false],
    ['a@ocean.ca', 'mailto:b@ocean.ca', true],
    ['a@ocean.ca', 'https://evil.ca/', true],
    ['a@ocean.ca', 'https://ocean.ca/', false],
    ['ocean.ca', 'mailto:a@ocean.ca', false],
    ['ocean.ca', 'tel:1', true],
    ['555 0100', 'tel:5550100', false],
  ];
  for (const [text, address, misleading] of CASES) {
    it(`${misleading ? 'is' : 'is not'} "${text}" to ${address}`, () => {
      assert.equal(isMisleading(text, address), misleading);
    });
  }
});
