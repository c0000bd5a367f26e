/** When to ask again: soon while things change, ever later while nothing does. Knows no clock and no timer. */

/** Milliseconds between two questions while things change, and at most. */
export const SHORTEST = 5_000;
export const LONGEST = 60_000;

/** Milliseconds for which a server may ask to be left alone; more is asked again then, and told anew. */
const LONGEST_HOLD = 3_600_000;

/** `halted`: asking again by itself is of no use, such as without permission. */
export type PollOutcome = 'changed' | 'same' | 'failed' | 'halted';

/** Milliseconds until the next question, after one that came `interval` milliseconds after the one before; undefined: none. */
export const nextInterval = (interval: number, outcome: PollOutcome): number | undefined => {
  if (outcome === 'halted') return undefined;
  return outcome === 'changed' ? SHORTEST : Math.min(Math.max(interval, SHORTEST) * 2, LONGEST);
};

/** Milliseconds for which nothing may be asked, from the seconds that a server has given. */
export const holdOf = (retryAfter: number | undefined): number =>
  retryAfter !== undefined && retryAfter > 0 ? Math.min(retryAfter * 1_000, LONGEST_HOLD) : 0;
