/**
 * Gives handlers and styles in markup another name before it is parsed. They are left out in any case, but a parser reports them to the
 * host's Content Security Policy first, as if something had tried to run. Without a DOM; reads tags as a parser does, quotes included.
 */

/** Begins the name of an attribute that is muted; DOMPurify takes it out like any other that is not known. */
export const MUTED = 'data-muted-';

/** Stands for a style sheet: read alike, as raw text, and left out with what is in it. */
const MUTED_STYLE = 'noembed';

/** White space before, the name, and the value with its `=`. What is in quotes ends where they do. */
const ATTRIBUTE =
  /([\t\n\f\r /]*)(=[^\t\n\f\r />=]*|[^\t\n\f\r />=]+)((?:[\t\n\f\r ]*=[\t\n\f\r ]*(?:"[^"]*"|'[^']*'|[^\t\n\f\r >]*))?)/g;
/** Nothing follows that could fail, so a match never goes back: linear. */
const TOKEN = new RegExp(
  '<!--(?:-?>|[^]*?(?:--!?>|$))|<(?:[!?]|/[^a-z])[^>]*>?|' +
    `<(/?[a-z][^\\t\\n\\f\\r />]*)((?:${ATTRIBUTE.source.replace(/\((?!\?)/g, '(?:')})*)[\\t\\n\\f\\r /]*>?`,
  'gi',
);

/** Elements whose contents are no markup, whatever stands in them, and where no quote reaches beyond their end. */
const RAW = /^(?:style|script|textarea|title|xmp|iframe|noembed|noframes)$/i;

const muteTag = (whole: string, name?: string, attributes = ''): string => {
  if (name === undefined) return whole;
  const muted = attributes.replace(ATTRIBUTE, (all, space: string, attribute: string, value) =>
    /^(?:on|style$)/i.test(attribute) ? `${space || ' '}${MUTED}${attribute}${value}` : all,
  );
  const renamed = name
    .replace(/^style$/i, `${MUTED_STYLE} ${MUTED}style`)
    .replace(/^\/style$/i, `/${MUTED_STYLE}`);
  return `<${renamed}${muted}${whole.slice(1 + name.length + attributes.length)}`;
};

/** Where the contents of an element end that begin at `from`. */
const endOf = (html: string, name: string, from: number): number => {
  const end = new RegExp(`</${name}(?=[\\t\\n\\f\\r />])`, 'gi');
  end.lastIndex = from;
  return end.exec(html)?.index ?? html.length;
};

/** The markup with each handler, style and style sheet in its tags under another name. */
export const mute = (markup: string): string => {
  // Ends elsewhere in a picture's markup (`<svg>`) than outside of it; a comment ends at the same place in both.
  const html = markup.replace(/<!\[CDATA\[/gi, '<![');
  let muted = '';
  let done = 0;
  TOKEN.lastIndex = 0;
  for (let found = TOKEN.exec(html); found; found = TOKEN.exec(html)) {
    const [whole, name, attributes] = found;
    muted += html.slice(done, found.index) + muteTag(whole, name, attributes);
    done = TOKEN.lastIndex;
    if (name === undefined || !RAW.test(name)) continue;
    const end = endOf(html, name, done);
    // In a picture's markup (`<svg><title>`) the contents are markup after all.
    const contents = html.slice(done, end).replace(TOKEN, muteTag);
    muted += /^style$/i.test(name) ? contents.replace(/<\/noembed/gi, '</') : contents;
    done = TOKEN.lastIndex = end;
  }
  return muted + html.slice(done);
};
