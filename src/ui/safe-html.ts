/**
 * A confirmation message made safe to show. The markup comes from another user, so it is parsed and cleaned by DOMPurify
 * (loaded when a message has markup) and then built anew from known elements alone, see message-tree.ts.
 */
import type { Config, DOMPurify } from 'dompurify';
import { LIMITS } from '../integration/rules.js';
import { MUTED, mute } from './message-mute.js';
import { ATTRIBUTES, BLOCKS, INLINES, LINES, hasMarkup, withoutTags } from './message-rules.js';
import { buildMessage, buildText } from './message-tree.js';

export { PLACEHOLDERS, fillPlaceholders, serializeMessage } from './message-markup.js';
export type { Placeholder } from './message-markup.js';
export { showPlaces } from './message-links.js';

export interface InspectedMessage {
  /** As `sanitizeMessage` gives it. */
  fragment: DocumentFragment;
  /**
   * What was left out, each once: names of elements (`script`) and attributes (`onclick`; `href` for an address that is
   * refused), characters that turn the direction of text (`U+202E`). At most 20.
   */
  removed: string[];
  /**
   * Why the fragment holds the words alone: the markup is longer than `LIMITS.messageMarkup`, or DOMPurify could not be
   * loaded or may not run here.
   */
  textOnly?: 'too-long' | 'unavailable';
}

/**
 * Text shown of a message that is too long to be parsed. So few that its markup is within the limit however its characters
 * are written: sanitised again, it stays the same.
 */
const TEXT_OF_TOO_LONG = LIMITS.messageText - 100;

/** What DOMPurify lets through: more elements than are kept, as the builder reads lines and cells off them. */
const CONFIG = {
  ALLOWED_TAGS: [...BLOCKS, ...INLINES, ...LINES],
  ALLOWED_ATTR: [...ATTRIBUTES],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  ALLOWED_NAMESPACES: ['http://www.w3.org/1999/xhtml'],
  // Else their values would have to look like addresses too.
  ADD_URI_SAFE_ATTR: ['lang', 'dir'],
  ALLOWED_URI_REGEXP: /^(?:https?|mailto|tel):/i,
  RETURN_DOM_FRAGMENT: true,
} satisfies Config;

/** Not told: the shell that a parser puts around any markup, comments, and what every link has anyway. */
const UNTOLD = new Set(['html', 'head', 'body', '#comment', '#text', 'rel']);

/** Name of an element that was taken out, as it was before it was muted. */
const nameOf = (node: Node): string =>
  node instanceof Element && node.hasAttribute(`${MUTED}style`) ? 'style' : node.nodeName;

/**
 * Settings that the page gave DOMPurify for good (`setConfig`), as a hook is given them: they make it ignore ours. Undefined where
 * there are none.
 */
const pageSettings = (purifier: DOMPurify): Config | undefined => {
  let settings: Config | undefined;
  const note = (_node: Node, _data: unknown, config: Config): void => {
    settings = config;
  };
  purifier.addHook('beforeSanitizeElements', note);
  try {
    purifier.sanitize('<p>a</p>', CONFIG);
  } finally {
    purifier.removeHook('beforeSanitizeElements', note);
  }
  return String(settings?.ALLOWED_TAGS) === String(CONFIG.ALLOWED_TAGS) ? undefined : settings;
};

/**
 * Runs `use` with our settings. It is the shared copy, without the page's settings meanwhile, and never a copy of our own: each
 * would ask for a Trusted Types policy of the same name, and a second one is refused and reported.
 */
const withOurSettings = <T>(purifier: DOMPurify, use: (config: Config & typeof CONFIG) => T): T => {
  const theirs = pageSettings(purifier);
  if (!theirs) return use(CONFIG);
  const { TRUSTED_TYPES_POLICY } = theirs;
  purifier.clearConfig();
  try {
    return use(TRUSTED_TYPES_POLICY ? { ...CONFIG, TRUSTED_TYPES_POLICY } : CONFIG);
  } finally {
    purifier.setConfig(theirs);
  }
};

/** What DOMPurify left of `html`, and the names of what it took out. Throws where it can't be loaded or may not run. */
const purify = async (markup: string): Promise<{ nodes: Node[]; removed: string[] }> => {
  // In a body from the beginning: else a `<frameset>` takes its place, and there is nothing to clean.
  const html = `<body>${mute(markup)}`;
  const { default: purifier } = await import('dompurify');
  return withOurSettings(purifier, (config) => {
    const clean: unknown = purifier.sanitize(html, config);
    if (!(clean instanceof Node)) throw new Error('DOMPurify does not run here.');
    const removed = purifier.removed.map((entry) =>
      'element' in entry ? nameOf(entry.element) : (entry.attribute?.name ?? '').replace(MUTED, ''),
    );
    // Where a page's Trusted Types don't allow its policy, it parses nothing and gives an empty fragment.
    if (!clean.hasChildNodes() && !purifier.sanitize('<p>a</p>', config).hasChildNodes()) {
      throw new Error('DOMPurify may not run here: allow the Trusted Types policy "dompurify".');
    }
    return { nodes: [...clean.childNodes], removed };
  });
};

const inspect = (nodes: Iterable<Node>, removedBefore: readonly string[]): InspectedMessage => {
  const { fragment, removed } = buildMessage(nodes);
  const names = [...removedBefore.map((name) => name.toLowerCase()), ...removed];
  const told = [...new Set(names)].filter((name) => name && !UNTOLD.has(name));
  return { fragment, removed: told.slice(0, 20) };
};

/**
 * As `sanitizeMessage`, and tells what was left out: for an editor that says so. Needs a DOM; rejects where there is none.
 */
export const inspectMessage = async (html: string): Promise<InspectedMessage> => {
  if (typeof document === 'undefined')
    throw new Error('A message can be sanitised in a page only.');
  const asText = (text: string, textOnly: InspectedMessage['textOnly']): InspectedMessage => ({
    fragment: buildText(text).fragment,
    removed: [],
    textOnly,
  });
  if (html.length > LIMITS.messageMarkup) {
    const text = withoutTags(html.slice(0, LIMITS.messageMarkup)).trim();
    const cut = text.length > TEXT_OF_TOO_LONG;
    return asText(cut ? `${text.slice(0, TEXT_OF_TOO_LONG)}…` : text, 'too-long');
  }
  if (!hasMarkup(html)) return inspect([document.createTextNode(html)], []);
  try {
    const { nodes, removed } = await purify(html);
    return inspect(nodes, removed);
  } catch {
    return asText(withoutTags(html), 'unavailable');
  }
};

/**
 * A message as a fragment that holds nothing but these elements: p br b strong i em u s ul ol li a h2 h3 h4 blockquote code
 * pre hr sub sup span, with href (https, http, mailto, tel), title, lang and dir; each link also gets
 * `rel="noopener noreferrer"`. No other attribute comes through, in particular no id, name, class, style or handler.
 *
 * - What is not allowed is left out and its words are kept, but for scripts, styles and the like.
 * - Plain text is made into paragraphs (at blank lines) and line breaks (at newlines), as is text between block elements.
 * - A link that names a user (`https://ocean.ca@evil.example`), or whose text names another site than it leads to, becomes text.
 * - Characters that turn the direction of text are left out, except marks in text written from right to left.
 * - Over 20,000 characters (`LIMITS.messageMarkup`), as parsing more takes a browser too long, only words are given, and no
 *   more than 3,900 characters of them. The same, uncut, where DOMPurify can't be loaded or run.
 *
 * Sanitising what was sanitised changes nothing, where its markup is within the 20,000 characters. Works under
 * `require-trusted-types-for 'script'` with the policy name `dompurify` allowed. Rejects only where there is no DOM.
 */
export const sanitizeMessage = async (html: string): Promise<DocumentFragment> =>
  (await inspectMessage(html)).fragment;
