/** The name of a chosen file, fit to be shown and sent. */

const LENGTH = 100;

/**
 * The last part of a path, without control and direction characters, cut in its middle to 100 characters with the
 * ending kept. "logo" where nothing is left. It is text: whoever shows it must not take it for markup.
 */
export const safeFileName = (name: string | undefined): string => {
  const last = (name ?? '').split(/[/\\]/).pop() ?? '';
  const clean = last
    .replace(/[\r\n\t]+/g, ' ')
    .replace(/[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu, '')
    .trim();
  if (!clean) return 'logo';
  const characters = [...clean];
  if (characters.length <= LENGTH) return clean;
  const ending = /\.[\p{L}\p{N}]{1,8}$/u.exec(clean)?.[0] ?? '';
  return `${characters.slice(0, LENGTH - 1 - ending.length).join('')}…${ending}`;
};
