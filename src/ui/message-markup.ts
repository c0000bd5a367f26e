/** A sanitised message as markup to store, and its placeholders filled in. */
import { ATTRIBUTES, BLOCKS, INLINES, cleanText } from './message-rules.js';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\u00a0': '&nbsp;',
};

/** `text` as HTML, in an element or between double quotes. */
export const escapeMarkup = (text: string): string =>
  text.replace(/[&<>"\u00a0]/g, (character) => ESCAPES[character] ?? character);

const serialize = (node: Node): string => {
  if (node.nodeType === Node.TEXT_NODE) {
    return escapeMarkup(node.nodeValue ?? '').replaceAll('&quot;', '"');
  }
  const contents = [...node.childNodes].map(serialize).join('');
  if (!(node instanceof Element) || !(BLOCKS.has(node.localName) || INLINES.has(node.localName))) {
    return contents;
  }
  const name = node.localName;
  const attributes = ATTRIBUTES.map((attribute) => {
    const value = node.getAttribute(attribute);
    return value === null ? '' : ` ${attribute}="${escapeMarkup(value)}"`;
  }).join('');
  return name === 'br' || name === 'hr'
    ? `<${name}${attributes}>`
    : `<${name}${attributes}>${contents}</${name}>`;
};

/**
 * The markup of a message, to store. Only the elements and attributes that a message may hold are written: `rel` is not, as
 * links get it whenever they are sanitised.
 */
export const serializeMessage = (fragment: DocumentFragment | Element): string =>
  [...fragment.childNodes].map(serialize).join('');

/** What a message may name as `{{companyName}}` and so on. */
export const PLACEHOLDERS = ['companyName', 'applicationName', 'referralRef'] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

/**
 * Puts values in the place of placeholders, in the texts of `fragment` alone and as text: what looks like markup in a value
 * is shown, and no attribute is ever filled. A placeholder without a value is left out; one that is not ours
 * (`{{name}}`) stays as it is.
 */
export const fillPlaceholders = (
  fragment: DocumentFragment | Element,
  values: Partial<Record<Placeholder, string>>,
): void => {
  const texts = document.createTreeWalker(fragment, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const before = text.nodeValue ?? '';
    const after = before.replace(PATTERN, (_all, name: Placeholder) =>
      cleanText(values[name] ?? ''),
    );
    if (after !== before) text.nodeValue = after;
  }
};

const PATTERN = new RegExp(`\\{\\{\\s*(${PLACEHOLDERS.join('|')})\\s*\\}\\}`, 'g');
