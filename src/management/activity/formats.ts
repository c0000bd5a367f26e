/** Times, durations and counts, as the language writes them. */

export interface Formats {
  /** A date of the data; a dash where it is none. */
  when(date: string): string;
  /** The time of the day, from milliseconds since 1970. */
  clock(time: number): string;
  /** Milliseconds. */
  duration(milliseconds: number): string;
}

export const formatsFor = (tag: string): Formats => {
  const dateTime = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'medium' });
  const time = new Intl.DateTimeFormat(tag, { timeStyle: 'medium' });
  const number = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 });
  return {
    when: (date) => (Number.isNaN(Date.parse(date)) ? '–' : dateTime.format(new Date(date))),
    clock: (at) => time.format(new Date(at)),
    // The same symbols in both languages; how `Intl` abbreviates them in English differs from browser to browser.
    duration: (length) =>
      length < 1_000
        ? `${number.format(Math.round(length))}\u00a0ms`
        : `${number.format(length / 1_000)}\u00a0s`,
  };
};
