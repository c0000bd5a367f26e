/** A sentence with elements in it, and a host's name, as nodes. */
import type { LabelText } from '../../../src/launch/sender-view.js';
import { el } from './dom.js';
import type { Child } from './dom.js';

/** `{application}` in a sentence becomes what is given for it. */
export const phrase = (text: string, parts: Readonly<Record<string, () => Child[]>>): Child[] =>
  text
    .split(/\{(\w+)\}/)
    .flatMap((part, index) => (index % 2 === 0 ? [part] : (parts[part]?.() ?? [])));

/** In another language than the one around it, in an element that says so. */
export const spoken = ({ text, lang }: LabelText): Child =>
  lang ? el('span', { lang }, text) : text;

/** In ASCII; an internationalised name also in letters, once what decodes it is loaded. */
export const hostName = (host: string): Child[] => {
  const ascii = el('span', { class: 'host', translate: 'no' }, host);
  if (!/(^|\.)xn--/.test(host)) return [ascii];
  const letters = el('span', { translate: 'no' });
  void import('../../../src/launch/url/idn.js').then(({ toUnicode }) => {
    letters.textContent = toUnicode(host);
    letters.after(' (');
    ascii.after(')');
  });
  return [letters, ascii];
};
