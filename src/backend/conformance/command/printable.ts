/** Text of a server as a terminal may print it: control characters and those that turn the direction of text are written as escapes. */

/** C0 but for newline and tab, DEL, C1, and marks, embeddings, overrides and isolates of direction. */
const UNPRINTABLE =
  /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

export const printable = (text: string): string =>
  text.replace(
    UNPRINTABLE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
