import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyCommand } from '../../../../../src/registration/parts/advanced/message-editor/message-commands.js';
import type { MessageCommand } from '../../../../../src/registration/parts/advanced/message-editor/message-commands.js';

/** A text with its selection between `[` and `]`, or `|` where it is empty. */
const read = (marked: string): { value: string; start: number; end: number } => {
  const caret = marked.indexOf('|');
  if (caret >= 0) return { value: marked.replace('|', ''), start: caret, end: caret };
  const start = marked.indexOf('[');
  return { value: marked.replace(/[[\]]/g, ''), start, end: marked.indexOf(']') - 1 };
};

const write = ({ value, start, end }: { value: string; start: number; end: number }): string =>
  start === end
    ? `${value.slice(0, start)}|${value.slice(start)}`
    : `${value.slice(0, start)}[${value.slice(start, end)}]${value.slice(end)}`;

const CASES: [
  name: string,
  before: string,
  command: MessageCommand,
  after: string,
  argument?: string,
][] = [
  ['a word bold', 'a [b] c', 'bold', 'a <strong>[b]</strong> c'],
  ['no white space bold', 'a[ b ]c', 'bold', 'a <strong>[b]</strong> c'],
  ['what is typed next bold', 'a |', 'bold', 'a <strong>|</strong>'],
  ['that not bold again', 'a <strong>|</strong>', 'bold', 'a |'],
  ['a word not bold', 'a <strong>[b]</strong> c', 'bold', 'a [b] c'],
  ['a word with its tags not bold', 'a [<strong>b</strong>] c', 'bold', 'a [b] c'],
  ['a word in b not bold', 'a <b>[b]</b> c', 'bold', 'a [b] c'],
  [
    'part of bold words not bold',
    '<strong>a [b] c</strong>',
    'bold',
    '<strong>a </strong>[b]<strong> c</strong>',
  ],
  ['the end of bold words not bold', '<strong>a [b]</strong>', 'bold', '<strong>a </strong>[b]'],
  [
    'the beginning of bold words not bold',
    '<strong>[a] b</strong>',
    'bold',
    '[a]<strong> b</strong>',
  ],
  ['what follows bold words not bold', '<strong>a|</strong>', 'bold', '<strong>a</strong>|'],
  ['half bold words bold', '[<strong>a</strong> b]', 'bold', '<strong>[a b]</strong>'],
  ['each paragraph bold', '[a\n\nb\nc]', 'bold', '[<strong>a</strong>\n\n<strong>b\nc</strong>]'],
  ['no paragraph bold', '[<strong>a</strong>\n\n<strong>b</strong>]', 'bold', '[a\n\nb]'],
  [
    'items bold',
    '[<li>a</li><li>b</li>]',
    'bold',
    '[<li><strong>a</strong></li><li><strong>b</strong></li>]',
  ],
  ['a word italic', '[a]', 'italic', '<em>[a]</em>'],
  ['a bold word italic', '<strong>[a]</strong>', 'italic', '<strong><em>[a]</em></strong>'],
  ['no tag broken', '<p ti|tle="a">b</p>', 'bold', '<p title="a"><strong>|</strong>b</p>'],
  ['a sign that is no tag', '1 < [2] > 0', 'bold', '1 < <strong>[2]</strong> > 0'],
  ['a dollar as it is', '[$& $1]', 'bold', '<strong>[$& $1]</strong>'],
  ['a line a list', 'a\n|b\n\nc', 'list', 'a\n<ul>\n<li>|b</li>\n</ul>\n\nc'.replace('|b', '[b]')],
  ['lines a list', '[a\n\nb]\nc', 'list', '<ul>\n<li>[a</li>\n<li>b]</li>\n</ul>\nc'],
  ['only lines that are selected a list', '[a\n]b', 'list', '<ul>\n<li>[a]</li>\n</ul>\nb'],
  ['an empty line a list', 'a\n|', 'list', 'a\n<ul>\n<li>|</li>\n</ul>'],
  ['paragraphs a list', '[<p>a</p><p>b</p>]', 'list', '<ul>\n<li>[a</li>\n<li>b]</li>\n</ul>'],
  ['a list lines', 'a\n<ul>\n<li>b|</li>\n<li>c</li>\n</ul>', 'list', 'a\n[b\nc]'],
  ['a selected list lines', '[<ol><li>b</li><li>c</li></ol>]', 'list', '[b\nc]'],
  [
    'a word a link',
    'a [b] c',
    'link',
    'a <a href="https://ocean.ca/">[b]</a> c',
    'https://ocean.ca',
  ],
  [
    'an address a link',
    'a |',
    'link',
    'a <a href="https://ocean.ca/?a&amp;b=%22">[https://ocean.ca/?a&amp;b=%22]</a>',
    'https://ocean.ca/?a&b="',
  ],
  [
    'a mailbox a link',
    '|',
    'link',
    '<a href="mailto:a@ocean.ca">[a@ocean.ca]</a>',
    ' mailto:a@ocean.ca ',
  ],
  [
    'another address',
    'a <a href="https://a.ca/">b| c</a> d',
    'link',
    'a <a href="https://b.ca/">[b c]</a> d',
    'https://b.ca',
  ],
  [
    'another address of all',
    '[<a href="https://a.ca/">b</a>]',
    'link',
    '<a href="https://b.ca/">[b]</a>',
    'https://b.ca',
  ],
  ['no link any more', 'a <a href="https://a.ca/">[b]</a> c', 'link', 'a [b] c', ''],
  ['nothing of no address', 'a [b]', 'link', 'a [b]', ' '],
  ['nothing of an address that is not kept', 'a [b]', 'link', 'a [b]', 'javascript:alert(1)'],
  [
    'paragraphs links',
    '[a\n\nb]',
    'link',
    '[<a href="tel:1">a</a>\n\n<a href="tel:1">b</a>]',
    'tel:1',
  ],
  [
    'one link of several',
    '[a <a href="tel:2">b</a>]',
    'link',
    '<a href="tel:1">[a b]</a>',
    'tel:1',
  ],
  ['a placeholder', 'a [b] c', 'placeholder', 'a {{companyName}}| c', 'companyName'],
  ['nothing of an unknown placeholder', 'a [b] c', 'placeholder', 'a [b] c', 'name'],
];

describe('applyCommand', () => {
  for (const [name, before, command, after, argument] of CASES) {
    it(`makes ${name}`, () => {
      assert.equal(write(applyCommand(read(before), command, argument)), after);
    });
  }

  it('takes off what it put on', () => {
    for (const command of ['bold', 'italic', 'list'] as const) {
      for (const text of ['[a]', 'b [a] c', '[a\nb]', '|']) {
        const before = read(text);
        const back = applyCommand(applyCommand(before, command), command);
        assert.equal(back.value, before.value, `${command} ${text}`);
      }
    }
  });

  it('takes a selection from its end to its beginning', () => {
    assert.equal(
      applyCommand({ value: 'ab', start: 2, end: 1 }, 'bold').value,
      'a<strong>b</strong>',
    );
  });
});
