/** Dates of the data, as the language writes them. */

/** The day and the time; undefined where it is no date. */
export const whenOf = (tag: string, date: string | undefined): string | undefined =>
  date === undefined || Number.isNaN(Date.parse(date))
    ? undefined
    : new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' }).format(
        new Date(date),
      );
