/** Counts what a reader sees of a message, without a DOM, so that a server and the form count alike. */

/** Length in characters of the text of `markup`: tags count nothing, a character reference counts one. */
export const messageTextLength = (markup: string): number =>
  markup
    .replace(/<!--[\s\S]*?(?:-->|$)|<\/?[a-z][^>]*>/gi, '')
    .replace(/&(?:#\d+|#x[\da-f]+|[a-z][\da-z]*);/gi, '.').length;
