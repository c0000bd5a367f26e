/** The sentence for a problem at a field: the same words at the field and in the summary. */
import { html } from 'lit';
import type { MessageTexts } from '../../../locales/en/messages.js';
import type { Text } from '../../../ui/fields.js';
import { serverSentence } from '../../../ui/server-sentence.js';
import { textFor } from '../../../ui/text.js';
import type { FieldProblem } from '../../model/form-store.js';
import type { FieldName } from '../../model/form-values.js';

/** In our words. A code that this version does not know is a value that is not valid. */
export const ownSentence = (
  texts: MessageTexts,
  name: FieldName | undefined,
  { code, maximum }: FieldProblem,
): string => {
  if (code === 'required' || code === 'url-empty') {
    return textFor(texts.required, name) ?? texts.requiredOther;
  }
  if (code === 'too-long' && maximum !== undefined) return texts.tooLong(maximum);
  return textFor(texts.problems, code) ?? texts.invalid;
};

/** What the server says of it stands after our own words. */
export const problemSentence = (
  texts: MessageTexts,
  name: FieldName | undefined,
  problem: FieldProblem,
): NonNullable<Text> => {
  const own = ownSentence(texts, name, problem);
  const { detail, language } = problem;
  return detail && detail !== own ? html`${own} ${serverSentence(detail, language)}` : own;
};
