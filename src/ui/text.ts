/** Texts of the data, which may be one string or one per language. */
import type { Language } from '../integration/rules.js';
import type { LocalizedText } from '../integration/schema.js';

/** The text in `language`, else in the other one. */
export const textIn = (text: LocalizedText | null | undefined, language: Language): string =>
  typeof text === 'object' && text !== null
    ? text[language] || text[language === 'en' ? 'fr' : 'en'] || ''
    : (text ?? '');

/** A server's sentence, cut to what can be read. */
export const shorten = (text: string, limit = 300): string =>
  text.length > limit ? `${text.slice(0, limit - 1)}…` : text;
