/** Finding text as people type it: without regard to case, accents, ligatures and the order of the words. */
import type { LocalizedText } from '../../integration/schema.js';

/** Letters that Unicode doesn't decompose and that French writes: "cœur" is found by "coeur". */
const LIGATURES: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae' };

export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[œæ]/g, (letter) => LIGATURES[letter] ?? letter);

/** The words of a text in every language that it is given in. */
export const allLanguages = (text: LocalizedText): string =>
  typeof text === 'string' ? text : `${text.en}\n${text.fr}`;

/** Whether each word of `query` is somewhere in `texts`. An empty query matches everything. */
export const matcher = (query: string | undefined): ((...texts: string[]) => boolean) => {
  const words = fold(query ?? '')
    .split(/\s+/)
    .filter(Boolean);
  return (...texts) => {
    if (words.length === 0) return true;
    const folded = fold(texts.join('\n'));
    return words.every((word) => folded.includes(word));
  };
};
