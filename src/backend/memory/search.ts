/** Finding text as people type it: whatever the order of the words. */
import { fold } from '../../integration/fold.js';
import type { LocalizedText } from '../../integration/schema.js';

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
