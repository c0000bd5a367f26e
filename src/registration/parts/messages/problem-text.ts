/** The sentence for a problem at a field: the same words at the field and in the summary. */
import { html } from 'lit';
import type { MessageTexts } from '../../../locales/en/messages.js';
import type { Text } from '../../../ui/fields.js';
import { ownSentence } from '../../../ui/own-sentence.js';
import { serverSentence } from '../../../ui/server-sentence.js';
import type { FieldProblem } from '../../model/form-store.js';
import type { FieldName } from '../../model/form-values.js';

/** Our own sentence, followed by the server's where it has one. */
export const problemSentence = (
  texts: MessageTexts,
  name: FieldName | undefined,
  problem: FieldProblem,
): NonNullable<Text> => {
  const own = ownSentence(texts, name, problem);
  const { detail, language } = problem;
  return detail && detail !== own ? html`${own} ${serverSentence(detail, language)}` : own;
};
