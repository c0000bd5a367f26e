/** Where the links of a message lead, in words beside them: judged once its placeholders are filled, as a value may look like an address. */
import { isMisleading } from './message-rules.js';

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** The host, the mail addresses or the number that a link leads to. */
const placeOf = ({ href }: HTMLAnchorElement): string => {
  const { protocol, host, pathname, searchParams } = new URL(href);
  if (/^https?:$/.test(protocol)) return host;
  const copies = ['to', 'cc', 'bcc'].flatMap((name) => searchParams.getAll(name));
  return [decoded(pathname), ...copies].filter(Boolean).join(', ');
};

/** Whether a link's words are the place itself, and nothing else. */
const isPlace = (words: string, place: string, protocol: string): boolean => {
  const same = (text: string): string =>
    protocol === 'tel:' ? text.replace(/[\s().-]/g, '') : text.trim().toLowerCase();
  return same(words) === same(place);
};

/**
 * Shows beside each link of a filled message where it leads, unless its whole text is just that; a link whose words name another
 * place than it leads to is left out, and its words stay.
 */
export const showPlaces = (message: Element): void => {
  for (const link of message.querySelectorAll('a')) {
    const words = link.textContent;
    if (isMisleading(words, link.href)) {
      link.replaceWith(...link.childNodes);
      continue;
    }
    const place = placeOf(link);
    if (isPlace(words, place, link.protocol)) continue;
    const shown = document.createElement('span');
    shown.translate = false;
    shown.textContent = ` (${place})`;
    link.after(shown);
  }
};
