/** The parts of the message's editor that need no page: what is replaced in a text, and the addresses of links. */
import assert from 'node:assert/strict';
import test from 'node:test';
import {
  linkAddress,
  linkAt,
} from '../../../../../src/registration/parts/advanced/message-editor/message-editor-link.js';
import { changeBetween } from '../../../../../src/registration/parts/advanced/message-editor/message-editor-write.js';

/** Half of a character that takes two code units. */
const LONE_HALF = /\p{Surrogate}/u;

const TEXTS = [
  '',
  'a',
  'aa',
  'ab',
  'keep',
  '<b>keep</b>',
  'keep\n',
  '\u{1f600}',
  '\u{1f601}',
  'x\u{1f600}y',
];

test('what differs between two texts makes one of the other, and splits no character', () => {
  for (const before of TEXTS) {
    for (const after of TEXTS) {
      const { from, to, text } = changeBetween(before, after);
      assert.equal(before.slice(0, from) + text + before.slice(to), after, `${before} to ${after}`);
      assert.doesNotMatch(text, LONE_HALF, `${before} to ${after}`);
      assert.doesNotMatch(before.slice(from, to), LONE_HALF, `${before} to ${after}`);
    }
  }
});

test('only what differs is replaced', () => {
  assert.deepEqual(changeBetween('See the page.', 'See the new page.'), {
    from: 8,
    to: 8,
    text: 'new ',
  });
});

for (const [typed, address] of [
  ['https://example.org/a', 'https://example.org/a'],
  [' example.org ', 'https://example.org/'],
  ['example.org/a?b#c', 'https://example.org/a?b#c'],
  ['info@example.org', 'mailto:info@example.org'],
  ['mailto:info@example.org', 'mailto:info@example.org'],
  ['tel:+14165550100', 'tel:+14165550100'],
  ['javascript:alert(1)', undefined],
  ['https://ocean.ca@evil.example/', undefined],
  ['/relative', undefined],
  ['not an address', undefined],
  ['', undefined],
] as const) {
  test(`the address "${typed}" of a link: ${address ?? 'none'}`, () => {
    assert.equal(linkAddress(typed), address);
  });
}

test('the link around a place', () => {
  const markup =
    'See <a href="https://a.example/?b=1&amp;c=2">our <b>page</b></a>, <a href="tel:1">us</a>';
  const found = linkAt(markup, markup.indexOf('page'));
  assert.deepEqual(found && [found.address, markup.slice(found.from, found.to)], [
    'https://a.example/?b=1&c=2',
    'our <b>page</b>',
  ]);
  assert.equal(linkAt(markup, 1), undefined);
  assert.equal(linkAt(markup, markup.length - 5)?.address, 'tel:1');
});
