/** Counts what a reader sees of a message, without a DOM, so that a server and the form count alike. */

const COMMENT = '<!--';

/**
 * The markup without its tags and comments. By hand, not by a pattern: looking for the end of each `<a` that has none takes quadratic
 * time, and a message comes from outside.
 */
const withoutTags = (markup: string): string => {
  let text = '';
  let done = 0;
  /** Where the last `>` is: behind it no tag ends. */
  const lastEnd = markup.lastIndexOf('>');
  for (let at = markup.indexOf('<'); at >= 0; at = markup.indexOf('<', at)) {
    let end: number;
    if (markup.startsWith(COMMENT, at)) {
      const close = markup.indexOf('-->', at + COMMENT.length);
      end = close < 0 ? markup.length : close + 3;
    } else if (at < lastEnd && /^<\/?[a-z]/i.test(markup.slice(at, at + 3))) {
      end = markup.indexOf('>', at) + 1;
    } else {
      at += 1;
      continue;
    }
    text += markup.slice(done, at);
    done = at = end;
  }
  return text + markup.slice(done);
};

/** Length in characters of the text of `markup`: tags count nothing, a character reference counts one. */
export const messageTextLength = (markup: string): number =>
  withoutTags(markup).replace(/&(?:#\d+|#x[\da-f]+|[a-z][\da-z]*);/gi, '.').length;
