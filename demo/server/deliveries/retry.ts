/** What follows an attempt: done, tried again later, or given up. */
import { failureOfStatus } from '../outbound/guarded-fetch.js';
import type { Outcome } from '../outbound/guarded-fetch.js';
import type { AfterAttempt } from '../ports.js';

export interface RetryRules {
  /** Milliseconds after the first, second, ... attempt; after one more, the delivery is given up. */
  readonly delays: readonly number[];
  /** Each delay is longer or shorter by up to this part, so that what failed together does not come back together. */
  readonly jitter: number;
  /** Milliseconds that an endpoint may ask to wait at most. */
  readonly longest: number;
}

/** Five attempts in about 13 minutes. */
export const STANDARD_RETRIES: RetryRules = {
  delays: [5_000, 30_000, 120_000, 600_000],
  jitter: 0.2,
  longest: 3_600_000,
};

/** Why an attempt has not got through; undefined where it has. Any 2xx will do, also where the rest of the answer is late. */
export const failureOf = ({ answer, failure }: Outcome): string | undefined => {
  if (!answer) return failure;
  return answer.status >= 200 && answer.status < 300 ? undefined : failureOfStatus(answer.status);
};

export interface Retry {
  readonly outcome: Outcome;
  /** How many attempts there were, with this one. */
  readonly attempts: number;
  readonly now: Date;
  /** 0 to 1. */
  readonly random: number;
}

export const nextOf = (
  { outcome, attempts, now, random }: Retry,
  { delays, jitter, longest }: RetryRules,
): AfterAttempt => {
  if (failureOf(outcome) === undefined) return { status: 'delivered' };
  const delay = delays[attempts - 1];
  // Gone is for good, says the scheme.
  if (delay === undefined || outcome.answer?.status === 410) return { status: 'failed' };
  const spread = delay * (1 + jitter * (2 * random - 1));
  const wait = Math.max(spread, Math.min(askedToWait(outcome, now), longest));
  return { status: 'pending', dueAt: new Date(now.getTime() + wait) };
};

/** Milliseconds: `Retry-After`, in seconds or as a date, of an answer that may have it. */
const askedToWait = ({ answer }: Outcome, now: Date): number => {
  if (answer?.status !== 429 && answer?.status !== 503) return 0;
  const text = answer.headers['retry-after']?.trim() ?? '';
  const wait = /^\d+$/.test(text) ? 1_000 * Number(text) : Date.parse(text) - now.getTime();
  return wait > 0 ? wait : 0;
};
