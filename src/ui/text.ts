/** Texts of the data, which may be one string or one per language. */
import { plainName } from '../integration/plain-name.js';
import type { Language } from '../integration/rules.js';
import type { LocalizedText } from '../integration/schema.js';

/** The text in `language`, else in the other one, as it may be shown. */
export const textIn = (text: LocalizedText | null | undefined, language: Language): string =>
  plainName(
    typeof text === 'object' && text !== null
      ? text[language] || text[language === 'en' ? 'fr' : 'en'] || ''
      : (text ?? ''),
  );

/** The text for a code that comes from outside; undefined for what any object has of its own accord, such as `constructor`. */
export const textFor = <T>(
  texts: Readonly<Record<string, T>>,
  code: string | null | undefined,
): T | undefined => (code && Object.hasOwn(texts, code) ? texts[code] : undefined);

/** A server's sentence, cut to what can be read. */
export const shorten = (text: string, limit = 300): string =>
  text.length > limit ? `${text.slice(0, limit - 1)}…` : text;
