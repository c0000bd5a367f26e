/** How English (en-CA) writes numbers, counts and lists. `Intl` is asked when a text is read: the first of its objects in a page is slow. */

const TAG = 'en-CA';

export const number = (value: number): string => new Intl.NumberFormat(TAG).format(value);

/** A count with its noun. */
export const plural = (count: number, one: string, other: string): string =>
  `${number(count)} ${new Intl.PluralRules(TAG).select(count) === 'one' ? one : other}`;

export const list = (items: readonly string[]): string => new Intl.ListFormat(TAG).format(items);
