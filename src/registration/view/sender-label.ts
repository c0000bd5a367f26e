/** The label of a text that a sender reads, where it is given in one language or in each. */
import type { Language } from '../../integration/rules.js';
import type { FormView } from './form-view.js';

/** English labels stand for the English text by themselves; every other field names its language. */
export const senderLabel = (
  { texts, language }: Pick<FormView, 'texts' | 'language'>,
  label: string,
  of: Language | undefined,
): string => {
  if (of === 'fr') return texts.inLanguage(label, texts.french);
  return of === 'en' && language !== 'en' ? texts.inLanguage(label, texts.english) : label;
};
