/** When to poll again: soon while deliveries change, later and later while they do not. Pure functions. */

/** Milliseconds between two polls: while deliveries change, and at most. */
export const SHORTEST = 5_000;
export const LONGEST = 60_000;

/** Most milliseconds that a server may ask to wait; one that asks for more is asked again after these. */
const LONGEST_PAUSE = 3_600_000;

/** `halted`: polling again makes no sense, such as without permission. */
export type PollOutcome = 'changed' | 'same' | 'failed' | 'halted';

/** Milliseconds until the next poll, from those before the last one; undefined where polling ends. */
export const nextInterval = (interval: number, outcome: PollOutcome): number | undefined => {
  if (outcome === 'halted') return undefined;
  return outcome === 'changed' ? SHORTEST : Math.min(Math.max(interval, SHORTEST) * 2, LONGEST);
};

/** Milliseconds to wait, from the seconds that a server has asked for. */
export const pauseOf = (retryAfter: number | undefined): number =>
  retryAfter !== undefined && retryAfter > 0 ? Math.min(retryAfter * 1_000, LONGEST_PAUSE) : 0;
