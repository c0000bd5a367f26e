/** The sentence for a problem at a field: the same words at the field and in the summary. */
import type { MessageTexts } from '../../../locales/en/messages.js';
import { shorten } from '../../../ui/text.js';
import type { FieldProblem } from '../../model/form-store.js';
import type { FieldName } from '../../model/form-values.js';

export const problemSentence = (
  texts: MessageTexts,
  name: FieldName,
  { code, maximum, detail }: FieldProblem,
): string => {
  if (detail) return shorten(detail);
  if (code === 'required' || code === 'url-empty') {
    return texts.required[name] ?? texts.requiredOther;
  }
  if (code === 'too-long' && maximum !== undefined) return texts.tooLong(maximum);
  return texts.problems[code] ?? texts.invalid;
};
