/** The sentence for a problem at a field: the same words at the field and in the summary. */
import type { FormTexts } from '../locales/en/form.js';
import { shorten } from '../ui/text.js';
import type { FieldProblem } from './form-store.js';
import type { FieldName } from './form-values.js';

export const problemSentence = (
  texts: FormTexts,
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
