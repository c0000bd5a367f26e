/**
 * What a confirmation message may hold: elements, attributes, addresses and characters. Data and plain functions,
 * without a DOM. Source: the design's rich text ("nothing else"), which is what the editor offers and a reader needs.
 */

/** Elements that stand on lines of their own. */
export const BLOCKS: ReadonlySet<string> = new Set(
  'p ul ol li h2 h3 h4 blockquote pre hr'.split(' '),
);

/** Elements that stand in a line of text. */
export const INLINES: ReadonlySet<string> = new Set(
  'br b strong i em u s a code sub sup span'.split(' '),
);

/**
 * Elements that are not kept, but whose contents stood on lines of their own: each begins a new line, so that text
 * pasted from elsewhere doesn't run together.
 */
export const LINES: ReadonlySet<string> = new Set(
  (
    'div section article aside header footer main nav address figure figcaption details summary center ' +
    'h1 h5 h6 dl dt dd table caption thead tbody tfoot tr th td'
  ).split(' '),
);

/** Attributes of every kept element; `href` is for links. */
export const ATTRIBUTES = ['href', 'title', 'lang', 'dir'] as const;

/** Every link gets it: the site linked to learns neither the page nor gets hold of its window. */
export const LINK_REL = 'noopener noreferrer';

const SCHEMES: ReadonlySet<string> = new Set(['https:', 'http:', 'mailto:', 'tel:']);

/**
 * The address as it is kept, in its parsed form; undefined where it isn't. An address is absolute (a message is read on
 * pages of other sites), https, http, mailto or tel, and names no user (`https://ocean.ca@evil.example/`).
 */
export const safeAddress = (address: string): string | undefined => {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return undefined;
  }
  return SCHEMES.has(url.protocol) && !url.username && !url.password ? url.href : undefined;
};

/** Words that look like a host name and are a file's: "form.pdf". */
const FILE_NAME = /\.(?:pdf|docx?|xlsx?|pptx?|odt|txt|rtf|csv|html?|png|jpe?g|gif|webp|svg)$/i;
const ADDRESS_IN_TEXT = /(?:https?:)?\/\/[^\s<>"']+/gi;
const EMAIL = /^[^\s@]+@([^\s@]+\.[^\s@]+)$/;
const HOST = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}(?=$|[/:?#])/u;

const hostOf = (address: string): string | undefined => {
  try {
    return new URL(address).hostname.replace(/^www\./, '');
  } catch {
    return undefined;
  }
};

/**
 * Whether a link's text names another site or mailbox than the one that `address` leads to. A link to a part of the named
 * site (`booking.ocean.ca` under "ocean.ca") does not.
 */
export const isMisleading = (text: string, address: string): boolean => {
  const label = text.trim();
  const url = new URL(address);
  const email = EMAIL.exec(label);
  if (email && url.protocol === 'mailto:') {
    return decodeURIComponentOr(url.pathname).toLowerCase() !== label.toLowerCase();
  }
  const named = [...label.matchAll(ADDRESS_IN_TEXT)].map(([found]) =>
    hostOf(found.startsWith('//') ? `https:${found}` : found),
  );
  if (email) named.push(hostOf(`https://${email[1]}`));
  else if (HOST.test(label) && !FILE_NAME.test(label)) named.push(hostOf(`https://${label}`));
  const host =
    url.protocol === 'mailto:'
      ? hostOf(`https://${url.pathname.split('@').pop() ?? ''}`)
      : hostOf(address);
  return named.some(
    (name) => name !== undefined && name !== host && !(host ?? '').endsWith(`.${name}`),
  );
};

const decodeURIComponentOr = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** The value as it is kept; undefined where it isn't. */
export const safeAttribute = (name: string, value: string): string | undefined => {
  switch (name) {
    case 'href':
      return safeAddress(value);
    case 'title':
      return cleanText(value);
    case 'lang':
      return /^[a-z]{2,8}(?:-[a-z\d]{1,8})*$/i.test(value) ? value : undefined;
    case 'dir':
      return /^(?:ltr|rtl|auto)$/i.test(value) ? value.toLowerCase() : undefined;
    default:
      return undefined;
  }
};

/** Embeddings, overrides and isolates: what they order reaches beyond them where they are not closed. `dir` does their work. */
const DIRECTION_CONTROLS = /[\u202a-\u202e\u2066-\u2069]/g;
/** Marks: part of correct text in scripts written from right to left, and a disguise elsewhere. */
const DIRECTION_MARKS = /[\u061c\u200e\u200f]/g;
const RIGHT_TO_LEFT =
  /[\u0590-\u05ff\u0620-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Text without what turns its direction, and with the newlines that a parser would leave in it. */
export const cleanText = (text: string): string => {
  const plain = text.replace(/\r\n?/g, '\n').replaceAll('\0', '').replace(DIRECTION_CONTROLS, '');
  return RIGHT_TO_LEFT.test(plain) ? plain : plain.replace(DIRECTION_MARKS, '');
};

/** Characters that `cleanText` takes out of `text`, as `U+202E`. */
export const directionCharacters = (text: string): string[] => {
  const kept = new Set(cleanText(text));
  return [...new Set(text.match(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g))]
    .filter((character) => !kept.has(character))
    .map((character) => `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`);
};

/** Whether `message` has anything that a parser of HTML would not take for text. */
export const hasMarkup = (message: string): boolean => /<[a-z!/?]|&[#a-z]/i.test(message);

/** Tags as text would show them; linear, as it is for messages too long to be parsed. */
const TAGS =
  /<(script|style|template|svg|math)\b[^>]*>[\s\S]*?(?:<\/\1\s*>|$)|<!--[\s\S]*?(?:-->|$)|<[a-z!/?][^>]*>?/gi;

/** The message's words alone: its tags taken out, nothing parsed. For text nodes only, as it may still look like markup. */
export const withoutTags = (message: string): string => message.replace(TAGS, '');
