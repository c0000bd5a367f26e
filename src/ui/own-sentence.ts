/** Our sentence for what is wrong with a value, by the code of the schema or of a server. */
import type { Issue } from '../integration/parse.js';
import type { MessageTexts } from '../locales/en/messages.js';
import { textFor } from './text.js';

/** A code that this version does not know is a value that is not valid. */
export const ownSentence = (
  texts: MessageTexts,
  pointer: string | undefined,
  { code, maximum }: Pick<Issue, 'code' | 'maximum'>,
): string => {
  if (code === 'required' || code === 'url-empty') {
    return textFor(texts.required, pointer) ?? texts.requiredOther;
  }
  if (code === 'too-long' && maximum !== undefined) return texts.tooLong(maximum);
  return textFor(texts.problems, code) ?? texts.invalid;
};
