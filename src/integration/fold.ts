/**
 * How a text is compared in a search, by widgets and servers alike: without regard to case, accents, ligatures, and which
 * apostrophe, hyphen or space was typed.
 */

/** Letters and signs that Unicode does not decompose, as people without them on their keyboard type them. */
const TYPED_AS: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  ς: 'σ',
};

export const fold = (text: string): string =>
  text
    // On its own it is typed for an apostrophe; Unicode decomposes it to a space.
    .replaceAll('´', "'")
    .normalize('NFKD')
    .toLowerCase()
    // Combining marks, and what has no looks of its own, such as a soft hyphen that was pasted along.
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(/[œæßøłđðþħŧıς]/g, (letter) => TYPED_AS[letter] ?? letter)
    // Apostrophes, of which French and names of Indigenous languages have several, and the signs taken for one.
    .replace(/[’‘‛ʼʻʹ′`]/g, "'")
    .replace(/[‐‑‒–—−]/g, '-');
