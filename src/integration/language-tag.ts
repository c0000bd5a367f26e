/** Which of our languages a tag asks for, however a platform spells it. No DOM, and no `Intl`, which throws on such tags. */
import type { Language } from './rules.js';

/** BCP 47 tags of our languages, for `Intl`, for `lang` attributes and for servers. */
export const LANGUAGE_TAGS: Readonly<Record<Language, string>> = { en: 'en-CA', fr: 'fr-CA' };

/** ISO 639-1, 639-2 (both codes) and the name that Windows gives. */
const FRENCH: readonly string[] = ['fr', 'fra', 'fre', 'french'];

/** `fr-CA`, `fr_CA`, `FR`, `fr-Latn-CA`, `fra`, ` fr`, `fr_CA.UTF-8`: French. Anything else: English. */
export const languageOfTag = (tag: string | null | undefined): Language => {
  const [primary = ''] = (tag ?? '')
    .trim()
    .toLowerCase()
    .split(/[-_.@]/);
  return FRENCH.includes(primary) ? 'fr' : 'en';
};
