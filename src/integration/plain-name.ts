/**
 * Names that others entered (companies, applications, listings, integrations, events), as they may be shown: without characters that
 * hide, or that turn the direction of the text around them, and of a length that can be read.
 */

/** Characters that a name is drawn with at most. */
const DRAWN = 200;

/**
 * Control, format (zero-width, bidirectional, soft hyphen, tags) and default-ignorable characters (fillers), by their Unicode
 * properties, and the blank Braille pattern.
 */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** Joiners and variation selectors: they shape the letter or sign before them (Persian, emoji), and hide after anything else. */
const SHAPING = /[\u200c\u200d\ufe0e\ufe0f]/;

const isHidden = (character: string, before: string | undefined): boolean =>
  HIDDEN.test(character) &&
  !(
    SHAPING.test(character) &&
    before !== undefined &&
    /[^\sA-Za-z]/.test(before) &&
    !HIDDEN.test(before)
  );

/** Whether a name has a character that nobody sees, so that it is refused where it is entered. */
export const hasHiddenCharacter = (name: string): boolean => {
  const characters = [...name];
  return characters.some((character, index) => isHidden(character, characters[index - 1]));
};

/** The name as it is shown: what hides is left out, a line break is a space, and what is too long ends in an ellipsis. */
export const plainName = (name: string): string => {
  // Of a text of any length no more is looked at than may be drawn, with as much that hides.
  const characters = [
    ...name.slice(0, DRAWN * 20).replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' '),
  ];
  const seen = characters.filter((character, index) => !isHidden(character, characters[index - 1]));
  const long = seen.length > DRAWN || name.length > DRAWN * 20;
  return (long ? `${seen.slice(0, DRAWN - 1).join('')}…` : seen.join('')).trim();
};
