/** What a server answers cannot steer the terminal that the `conformance` command prints to. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { command } from '../../src/backend/conformance/command/command.js';
import { printable } from '../../src/backend/conformance/command/printable.js';

describe('Text of a server', () => {
  const rows: [text: string, printed: string][] = [
    ['a\tb\nc', 'a\tb\nc'],
    ['École « à » 日本 🙂', 'École « à » 日本 🙂'],
    ['\x1b[31mred\x1b[0m', '\\u001b[31mred\\u001b[0m'],
    ['\x1b]0;title\x07', '\\u001b]0;title\\u0007'],
    ['kept\rBROKEN', 'kept\\u000dBROKEN'],
    ['a\bb\0c\x7f', 'a\\u0008b\\u0000c\\u007f'],
    ['\x9b2J\x9d\x85', '\\u009b2J\\u009d\\u0085'],
    ['\u202eabc\u2066\u2069\u200f\u061c', '\\u202eabc\\u2066\\u2069\\u200f\\u061c'],
  ];
  for (const [text, printed] of rows)
    it(`is printed as ${printed.trim()}`, () => assert.equal(printable(text), printed));

  it('is escaped in all that the command prints', async () => {
    const lines: string[] = [];
    const note = (line: string): void => void lines.push(line);
    const code = await command(['conformance', '\x1b[31m\x9b\u202e'], {
      print: note,
      complain: note,
      onInterrupt: () => undefined,
    });
    assert.notEqual(code, 0);
    assert.doesNotMatch(lines.join('\n'), /[\x1b\x9b\u202e]/);
  });
});
