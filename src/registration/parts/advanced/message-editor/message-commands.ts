/**
 * What the tools above a message write into its text: plain functions of a text and a selection. A message may be plain
 * text before and after: its blank lines go on beginning paragraphs (see ui/message-tree.ts), so nothing else is changed.
 */
import { PLACEHOLDERS, escapeMarkup } from '../../../../ui/message-markup.js';
import { safeAddress } from '../../../../ui/message-rules.js';

export interface EditedText {
  readonly value: string;
  /** Selection, in UTF-16 code units as a text area has it. */
  readonly start: number;
  readonly end: number;
}

export type MessageCommand = 'bold' | 'italic' | 'list' | 'link' | 'placeholder';

/** Where inline markup has to stop: at blank lines and at block elements. */
const STOPS = /(\n[ \t]*\n\s*|<\/?(?:p|ul|ol|li|h[2-4]|blockquote|pre|hr)\b[^>]*>)/i;

/** The element that a tool writes, and the one that means the same. */
const ELEMENTS = { bold: ['strong', 'b'], italic: ['em', 'i'] } as const;

/** Out of a tag that it is in the middle of. */
const outOfTag = (value: string, at: number): number => {
  const tag = /<\/?[a-z][^<>]*$/i.exec(value.slice(0, at));
  const rest = tag && /^[^<>]*>/.exec(value.slice(at));
  return rest ? at + rest[0].length : at;
};

/** The selection outside of tags, and without the white space at its ends. */
const trimmed = ({ value, start, end }: EditedText): EditedText => {
  const from = outOfTag(value, Math.min(start, end));
  const to = Math.max(from, outOfTag(value, Math.max(start, end)));
  const selected = value.slice(from, to);
  if (!selected.trim()) return { value, start: from, end: to };
  return {
    value,
    start: from + selected.length - selected.trimStart().length,
    end: to - (selected.length - selected.trimEnd().length),
  };
};

/** Replaces from `from` to `to`, with a selection in the replacement. */
const replaced = (
  value: string,
  [from, to]: readonly [number, number],
  text: string,
  [start, end]: readonly [number, number] = [text.length, text.length],
): EditedText => ({
  value: value.slice(0, from) + text + value.slice(to),
  start: from + start,
  end: from + end,
});

/** Puts `open` and `close` around each part of a text that may be in one line; white space stays outside. */
const wrapEach = (text: string, wrap: (part: string) => string): string =>
  text
    .split(STOPS)
    .map((part, index) => {
      const words = part.trim();
      return index % 2 || !words ? part : part.replace(words, () => wrap(words));
    })
    .join('');

/** The tag of an element of one of these names that is open at `at`. */
const openTag = (
  value: string,
  at: number,
  names: readonly string[],
): { tag: string; name: string; from: number } | undefined => {
  const tags = [
    ...value.slice(0, at).matchAll(new RegExp(`<(/?)(${names.join('|')})\\b[^>]*>`, 'gi')),
  ];
  const last = tags.at(-1);
  if (!last || last[1]) return undefined;
  return { tag: last[0], name: last[2] ?? '', from: last.index };
};

const toggle = (text: EditedText, names: readonly [string, string]): EditedText => {
  const selection = trimmed(text);
  const { value, start, end } = selection;
  const selected = value.slice(start, end);
  const [name] = names;
  const anyOf = names.join('|');
  const whole = new RegExp(
    `^<(${anyOf})\\b[^>]*>((?:(?!</?(?:${anyOf})\\b)[\\s\\S])*)</\\1>$`,
    'i',
  );

  const parts = selected.split(STOPS).filter((part, index) => index % 2 === 0 && part.trim());
  if (parts.length > 0 && parts.every((part) => whole.test(part.trim()))) {
    const plain = wrapEach(selected, (part) => part.replace(whole, '$2'));
    return replaced(value, [start, end], plain, [0, plain.length]);
  }

  // Inside such an element: it ends before the selection and begins again behind it.
  const open = openTag(value, start, names);
  const hasTags = new RegExp(`</?(?:${anyOf})\\b`, 'i').test(selected);
  if (open && !hasTags) {
    const close = `</${open.name}>`;
    const first = open.from + open.tag.length === start;
    const last = value.startsWith(close, end);
    const before = first ? '' : close;
    return replaced(
      value,
      [first ? open.from : start, last ? end + close.length : end],
      before + selected + (last ? '' : open.tag),
      [before.length, before.length + selected.length],
    );
  }

  if (!selected) {
    const tags = `<${name}></${name}>`;
    return replaced(value, [start, end], tags, [name.length + 2, name.length + 2]);
  }
  // What is so already, within, needs no second element.
  const wrapped = wrapEach(selected, (part) => `<${name}>${withoutPairs(part, anyOf)}</${name}>`);
  const single = parts.length === 1;
  const inner: [number, number] = single
    ? [name.length + 2, wrapped.length - name.length - 3]
    : [0, wrapped.length];
  return replaced(value, [start, end], wrapped, inner);
};

/** Without the tags of these names, where each that begins also ends. */
const withoutPairs = (part: string, anyOf: string): string => {
  const tags = new RegExp(`<(/?)(?:${anyOf})\\b[^>]*>`, 'gi');
  const found = [...part.matchAll(tags)];
  const ends = found.filter(([, slash]) => slash).length;
  return ends * 2 === found.length ? part.replace(tags, '') : part;
};

const LIST = /<([uo])l\b[^>]*>(?:(?!<\/?[uo]l\b)[\s\S])*<\/\1l>/gi;

const list = (text: EditedText): EditedText => {
  const { value } = text;
  const start = Math.min(text.start, text.end);
  const end = Math.max(text.start, text.end);
  const around = [...value.matchAll(LIST)].find(
    ({ 0: found, index }) => index <= start && end <= index + found.length,
  );
  if (around) {
    const items = around[0].matchAll(/<li\b[^>]*>([\s\S]*?)<\/li>/gi);
    const lines = [...items].map(([, item = '']) => item.trim()).join('\n');
    const { index, 0: found } = around;
    return replaced(value, [index, index + found.length], lines, [0, lines.length]);
  }

  const from = value.lastIndexOf('\n', start - 1) + 1;
  const lastEnd = end > start && value[end - 1] === '\n' ? end - 1 : end;
  const lineEnd = value.indexOf('\n', lastEnd);
  const to = lineEnd < 0 ? value.length : lineEnd;
  const lines = value
    .slice(from, to)
    .replace(/<\/p>\s*(?=<p\b)/gi, '</p>\n')
    .split('\n')
    .map((line) => line.trim().replace(/^<p\b[^>]*>(.*)<\/p>$/i, '$1'))
    .filter((line) => line);
  const items = (lines.length > 0 ? lines : ['']).map((line) => `<li>${line}</li>`).join('\n');
  const [before, after] = ['<ul>\n', '\n</ul>'];
  return replaced(value, [from, to], before + items + after, [
    before.length + '<li>'.length,
    before.length + items.length - '</li>'.length,
  ]);
};

const link = (text: EditedText, address: string): EditedText => {
  const { value, start, end } = trimmed(text);
  const selected = value.slice(start, end);
  // Also where the selection begins with the link itself.
  const [own = ''] = /^<a\b[^>]*>/i.exec(selected) ?? [];
  const open = openTag(value, start + own.length, ['a']);
  const href = address.trim() ? safeAddress(address.trim()) : undefined;
  if (address.trim() && href === undefined) return text;
  if (open) {
    const inside = open.from + open.tag.length;
    const close = value.slice(inside).search(/<\/a>/i);
    const words = close < 0 ? value.slice(inside) : value.slice(inside, inside + close);
    const to = inside + words.length + (close < 0 ? 0 : '</a>'.length);
    const tag = href === undefined ? '' : `<a href="${escapeMarkup(href)}">`;
    const range: [number, number] = [tag.length, tag.length + words.length];
    return replaced(value, [open.from, to], tag + words + (tag && '</a>'), range);
  }
  if (href === undefined) return text;
  const tag = `<a href="${escapeMarkup(href)}">`;
  const words = selected || escapeMarkup(href.replace(/^(?:mailto|tel):/, ''));
  const linked = wrapEach(words, (part) => `${tag}${withoutPairs(part, 'a')}</a>`);
  const single = !STOPS.test(words);
  return replaced(
    value,
    [start, end],
    linked,
    single ? [tag.length, linked.length - '</a>'.length] : [0, linked.length],
  );
};

/**
 * The text and selection after a tool was used.
 *
 * - `bold`, `italic`: `<strong>`, `<em>` around the selection, in each paragraph of it; taken off where it is so already.
 * - `list`: the lines of the selection as `<ul>`, an item each; a list as lines.
 * - `link`: `<a href>` around the selection, or around the address itself; inside a link, its address is replaced, and
 *   the link taken off where `argument` is empty. An address that a message can't hold changes nothing.
 * - `placeholder`: `{{argument}}` in place of the selection; an unknown one changes nothing.
 */
export const applyCommand = (
  text: EditedText,
  command: MessageCommand,
  argument = '',
): EditedText => {
  switch (command) {
    case 'bold':
    case 'italic':
      return toggle(text, ELEMENTS[command]);
    case 'list':
      return list(text);
    case 'link':
      return link(text, argument);
    case 'placeholder': {
      if (!PLACEHOLDERS.some((name) => name === argument)) return text;
      const { value, start, end } = trimmed(text);
      return replaced(value, [start, end], `{{${argument}}}`);
    }
  }
};
