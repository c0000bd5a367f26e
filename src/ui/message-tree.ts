/**
 * Builds a message anew from what the sanitiser left: only known elements, made here, in an order that a parser of HTML
 * reads back as it was written, so that sanitising twice is sanitising once. It is also a second wall: of what the
 * sanitiser lets through, nothing but text, known names and checked values is carried over.
 *
 * Outside of block elements a blank line begins a paragraph, and a newline is a line break; inside one, white space is what
 * it is in HTML. So plain text, and plain text with a bold word or a list in it, look as they were typed.
 */
import {
  ATTRIBUTES,
  BLOCKS,
  INLINES,
  LINES,
  LINK_REL,
  cleanText,
  directionCharacters,
  isMisleading,
  safeAttribute,
} from './message-rules.js';

/** Deeper elements are unwrapped: parsers stop nesting somewhere (Chromium at 512), and no message needs it. */
const DEPTH = 24;

/** Where a node stands. */
interface Place {
  readonly depth: number;
  /** Inside a paragraph, heading or `pre`: no block may follow, a parser would close the paragraph. */
  readonly inLine: boolean;
  readonly inPre: boolean;
  readonly inLink: boolean;
  /** Inside an item, with no list since: a parser would close it at the next one. */
  readonly inItem: boolean;
}

const ROOT: Place = { depth: 0, inLine: false, inPre: false, inLink: false, inItem: false };

const ELEMENT = 1;
const TEXT = 3;
const isElement = (node: Node): node is HTMLElement => node.nodeType === ELEMENT;
const isText = (node: Node): node is Text => node.nodeType === TEXT;

/** In the list of what stands at the top: a new paragraph begins. */
const BREAK: unique symbol = Symbol('paragraph');

class Builder {
  readonly removed = new Set<string>();
  /** Whether the line that is being written has something in it, and whether the next thing begins a new one. */
  private lineHasContent = false;
  private lineEnds = false;

  readonly top: (Node | typeof BREAK)[] = [];

  copyAll(nodes: Iterable<Node>, parent: Element | undefined, place: Place): void {
    for (const node of nodes) this.copy(node, parent, place);
  }

  private copy(node: Node, parent: Element | undefined, place: Place): void {
    if (isText(node)) this.copyText(node.data, parent, place);
    else if (isElement(node)) this.copyElement(node, parent, place);
  }

  private copyText(data: string, parent: Element | undefined, place: Place): void {
    for (const character of directionCharacters(data)) this.removed.add(character);
    const text = cleanText(data);
    if (!text) return;
    if (!isBlank(text)) {
      this.beginLine(parent, place);
      this.lineHasContent = true;
    }
    this.put(document.createTextNode(text), parent);
  }

  private copyElement(element: Element, parent: Element | undefined, place: Place): void {
    const name = element.localName;
    const block = BLOCKS.has(name);
    if (!block && !INLINES.has(name)) {
      this.removed.add(name);
      this.unwrap(element, LINES.has(name), parent, place);
      return;
    }
    // What stands in a line at the top comes to stand in a paragraph.
    const depth = place.depth + (parent || block ? 0 : 1);
    const misplaced =
      depth >= DEPTH ||
      (block && place.inLine) ||
      (name === 'li' && place.inItem) ||
      (name === 'a' && place.inLink);
    const copy = document.createElement(name);
    this.copyAttributes(element, copy);
    // A link that leads nowhere is not one.
    if (misplaced || (name === 'a' && !copy.hasAttribute('href'))) {
      this.unwrap(element, block, parent, place);
      return;
    }
    if (block) this.endBlock();
    else if (name !== 'br') this.beginLineFor(element, parent, place);
    if (name === 'br' || name === 'hr') {
      this.put(copy, parent);
      if (name === 'br') this.lineHasContent = false;
      return;
    }
    this.copyAll(element.childNodes, copy, {
      depth: depth + 1,
      inLine: place.inLine || name === 'p' || name === 'pre' || /^h\d$/.test(name),
      inPre: place.inPre || name === 'pre',
      inLink: place.inLink || name === 'a',
      inItem: name === 'li' || (place.inItem && !['ul', 'ol', 'blockquote'].includes(name)),
    });
    if (name === 'pre') trimStart(copy);
    if (block) this.endBlock();
    if (name === 'a' && isMisleading(copy.textContent, copy.getAttribute('href') ?? '')) {
      this.removed.add('href');
      for (const child of [...copy.childNodes]) this.put(child, parent);
    } else this.put(copy, parent);
  }

  private copyAttributes(from: Element, to: Element): void {
    for (const name of ATTRIBUTES) {
      const value = from.getAttribute(name);
      if (value === null) continue;
      const safe = name === 'href' && to.localName !== 'a' ? undefined : safeAttribute(name, value);
      if (safe === undefined) this.removed.add(name);
      else to.setAttribute(name, safe);
    }
    if (to.hasAttribute('href')) to.setAttribute('rel', LINK_REL);
  }

  /** Leaves an element out and keeps what is in it. */
  private unwrap(
    element: Element,
    ownLine: boolean,
    parent: Element | undefined,
    place: Place,
  ): void {
    if (ownLine) this.lineEnds ||= this.lineHasContent;
    this.copyAll(element.childNodes, parent, place);
    if (ownLine) this.lineEnds ||= this.lineHasContent;
  }

  /** An inline element with words in it begins the line outside of itself, so that a paragraph can begin there. */
  private beginLineFor(element: Element, parent: Element | undefined, place: Place): void {
    if (this.lineEnds && element.textContent.trim()) this.beginLine(parent, place);
  }

  private beginLine(parent: Element | undefined, place: Place): void {
    if (!this.lineEnds) return;
    this.lineEnds = false;
    this.lineHasContent = false;
    if (!parent) this.top.push(BREAK);
    else if (place.inPre) parent.append('\n');
    else parent.append(document.createElement('br'));
  }

  private endBlock(): void {
    this.lineEnds = false;
    this.lineHasContent = false;
  }

  private put(node: Node, parent: Element | undefined): void {
    if (parent) parent.append(node);
    else this.top.push(node);
  }
}

/** A parser drops the newline at the beginning of `pre`, once at each reading. */
const trimStart = (pre: Element): void => {
  pre.normalize();
  const first = pre.firstChild;
  if (first && isText(first)) first.data = first.data.replace(/^\n+/, '');
};

/** Blocks, and inline elements that hold one (`<b><p>…</p></b>`, as word processors paste). */
const standsAlone = (node: Node): boolean =>
  isElement(node) && (BLOCKS.has(node.localName) || node.querySelector(ANY_BLOCK) !== null);

const ANY_BLOCK = [...BLOCKS].join();

/** Splits a text at its blank lines, which are kept as texts of their own between two breaks. */
const splitAtBlankLines = (text: Text): (Node | typeof BREAK)[] =>
  text.data.split(/((?:[ \t\f]*\n){2,})/).flatMap((part, index) => {
    const node = document.createTextNode(part);
    return index % 2 ? [BREAK, node, BREAK] : [node];
  });

/** Puts a line break before each newline; a newline after a `br` of the source is that line break already. */
const breakLines = (parent: Element, state: { broken: boolean }): void => {
  for (const node of [...parent.childNodes]) {
    if (isText(node)) {
      const [first = '', ...rest] = node.data.split('\n');
      if (!isBlank(first)) state.broken = false;
      node.data = first;
      let last: ChildNode = node;
      for (const line of rest) {
        const next = document.createTextNode(`\n${line}`);
        last.after(...(state.broken ? [next] : [document.createElement('br'), next]));
        last = next;
        state.broken = false;
      }
    } else if (isElement(node)) {
      if (node.localName === 'br') state.broken = true;
      else breakLines(node, state);
    }
  }
};

const isBlank = (text: string): boolean => !/[^ \t\n\f]/.test(text);

/** A paragraph of `nodes`, with the white space around it outside. Nothing but white space is none. */
const paragraph = (nodes: readonly Node[]): Node[] => {
  if (nodes.every((node) => isText(node) && isBlank(node.data))) return [...nodes];
  const p = document.createElement('p');
  p.append(...nodes);
  p.normalize();
  const [before, after] = [document.createTextNode(''), document.createTextNode('')];
  const { firstChild, lastChild } = p;
  if (firstChild && isText(firstChild)) {
    before.data = /^[ \t\n\f]*/.exec(firstChild.data)?.[0] ?? '';
    firstChild.data = firstChild.data.slice(before.data.length);
  }
  if (lastChild && isText(lastChild)) {
    const kept = lastChild.data.replace(/[ \t\n\f]+$/, '');
    after.data = lastChild.data.slice(kept.length);
    lastChild.data = kept;
  }
  breakLines(p, { broken: true });
  return [before, p, after];
};

export interface BuiltMessage {
  fragment: DocumentFragment;
  /** Names of elements and attributes that were left out, and characters as `U+202E`. */
  removed: Set<string>;
}

/** The message in `nodes`, which are only read. Needs a DOM. */
export const buildMessage = (nodes: Iterable<Node>): BuiltMessage => {
  const builder = new Builder();
  builder.copyAll(nodes, undefined, ROOT);
  const fragment = document.createDocumentFragment();
  let line: Node[] = [];
  const endLine = (): void => {
    fragment.append(...paragraph(line));
    line = [];
  };
  const items = builder.top.flatMap((item): (Node | typeof BREAK)[] =>
    item !== BREAK && isText(item) ? splitAtBlankLines(item) : [item],
  );
  for (const item of items) {
    if (item === BREAK) endLine();
    else if (standsAlone(item)) {
      endLine();
      fragment.append(item);
    } else line.push(item);
  }
  endLine();
  fragment.normalize();
  return { fragment, removed: builder.removed };
};

/** The message in a text: paragraphs and line breaks. Needs a DOM. */
export const buildText = (text: string): BuiltMessage =>
  buildMessage([document.createTextNode(text)]);
