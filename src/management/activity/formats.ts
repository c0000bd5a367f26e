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
  const unit = (name: string, digits: number): Intl.NumberFormat =>
    new Intl.NumberFormat(tag, { style: 'unit', unit: name, maximumFractionDigits: digits });
  const milliseconds = unit('millisecond', 0);
  const seconds = unit('second', 1);
  return {
    when: (date) => (Number.isNaN(Date.parse(date)) ? '–' : dateTime.format(new Date(date))),
    clock: (at) => time.format(new Date(at)),
    duration: (length) =>
      length < 1_000 ? milliseconds.format(length) : seconds.format(length / 1_000),
  };
};
