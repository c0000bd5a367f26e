/** What does not fit in an integration's JSON, as the form would say it: the field's label and the sentence for the code. */
import type { Issue } from '../../integration/parse.js';
import type { FormTexts } from '../../locales/en/form.js';
import type { ListTexts } from '../../locales/en/list.js';
import type { MessageTexts } from '../../locales/en/messages.js';
import { ownSentence } from '../../ui/own-sentence.js';
import { textFor } from '../../ui/text.js';

/** Labels by pointer; what is not named has that of the part it is in. */
const labels = ({
  module,
  basics,
  payload,
  authentication,
  events,
  launch,
}: FormTexts): Readonly<Record<string, string>> => ({
  '/module': module.legend,
  '/name': basics.name,
  '/requestUrl': basics.requestUrl,
  '/payload': payload.type,
  '/payload/guide': payload.guide,
  '/authentication': authentication.type,
  '/events': events.heading,
  '/launch': launch.heading,
  '/launch/companyName': launch.companyName,
  '/launch/baseLaunchUrl': launch.baseLaunchUrl,
  '/launch/applicationName': launch.applicationName,
  '/launch/category': launch.category,
  ...Object.fromEntries(
    Object.entries(authentication.fields).map(([name, label]) => [
      `/authentication/${name}`,
      label,
    ]),
  ),
});

const labelOf = (form: FormTexts, pointer: string): string | undefined => {
  const all = labels(form);
  for (let at = pointer; at; at = at.slice(0, Math.max(0, at.lastIndexOf('/')))) {
    const label = textFor(all, at);
    if (label) return label;
  }
  return undefined;
};

export const jsonProblem = (
  { fromJsonDialog }: ListTexts,
  form: FormTexts,
  messages: MessageTexts,
  issue: Issue,
): string => {
  const sentence = ownSentence(messages, issue.pointer, issue);
  const label = labelOf(form, issue.pointer);
  return label ? fromJsonDialog.problem(label, sentence) : sentence;
};
