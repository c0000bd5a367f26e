/** Finds words that run together where text is copied or read aloud: "Deliveries failHTTP 503". */

/** What a reader pauses at by itself: no white space is needed before or after. */
const BLOCKS =
  'address,article,aside,blockquote,button,caption,dd,details,dialog,div,dl,dt,fieldset,figure,footer,form,h1,h2,h3,h4,h5,h6,header,' +
  'label,legend,li,main,nav,ol,optgroup,option,p,pre,section,select,summary,table,tbody,td,textarea,th,thead,tr,ul,[role=note]';

const blockOf = (node: Node): Element | null | undefined => node.parentElement?.closest(BLOCKS);

/** Each place where two texts of one block meet without white space or punctuation between them. */
export const wordsRunTogether = (root: DocumentFragment | Element): string[] => {
  const found: string[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let before: Text | undefined;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node as Text;
    if (!text.data || text.parentElement?.closest('style, script, [aria-hidden=true]')) continue;
    if (
      before &&
      blockOf(before) === blockOf(text) &&
      /[\p{L}\p{N}.…!?:;,)»”%]$/u.test(before.data) &&
      /^[\p{L}\p{N}«“(]/u.test(text.data)
    )
      found.push(`${before.data.slice(-30)}|${text.data.slice(0, 30)}`);
    before = text;
  }
  return found;
};
