/**
 * Which requests are sent again without asking the user, and when.
 *
 * A read is sent again after 502, 503 and 504. A write only where it cannot take effect twice or be mistaken: with an
 * Idempotency-Key after 502 and 503 and while the server says that the first one still runs; without a key (PUT and
 * DELETE with If-Match) only after 429 and 503 with a Retry-After, which say that it was not taken. After a lost answer
 * or 504 a retried If-Match would fail against our own change, and after any lost connection the user decides.
 */
import { BackendError } from '../backend-error.js';

/** Seconds. A longer, absurd or unreadable Retry-After is taken as this; the user may then try again. */
export const RETRY_AFTER_CAP = 60;

/** Seconds that are waited in silence. What takes longer fails with `retryAfter`, for a count-down. */
const LONGEST_QUIET_WAIT = 10;

/** Milliseconds before the first retry, doubled for each further one. */
const FIRST_WAIT = 500;

/**
 * Seconds to wait by a Retry-After header: seconds, or a date (RFC 9110, 10.2.3). A date is measured from the server's
 * own Date where it is known, as this clock may be wrong.
 */
export const retryAfterSeconds = (
  header: string | null,
  date: string | null,
  now = Date.now(),
): number | undefined => {
  if (header === null) return undefined;
  const text = header.trim();
  const from = Date.parse(date ?? '') || now;
  // Date.parse takes "-5" for a year; an HTTP date begins with the name of a day.
  const seconds = /^\d+$/.test(text)
    ? Number(text)
    : /^[a-z]{3,9},? /i.test(text)
      ? Math.max(0, Math.ceil((Date.parse(text) - from) / 1_000))
      : NaN;
  return seconds <= RETRY_AFTER_CAP ? seconds : RETRY_AFTER_CAP;
};

/** Milliseconds to wait before sending again, or undefined where it is not. `retry` is 0 for the first one. */
export const retryWait = (
  method: string,
  keyed: boolean,
  { kind, status = 0, retryAfter }: Pick<BackendError, 'kind' | 'status' | 'retryAfter'>,
  retry: number,
  random = Math.random(),
): number | undefined => {
  const told = retryAfter !== undefined;
  if (told && retryAfter > LONGEST_QUIET_WAIT) return undefined;
  const notTaken = told && (status === 429 || status === 503);
  const again =
    method === 'GET'
      ? notTaken || [502, 503, 504].includes(status)
      : keyed
        ? notTaken || [502, 503].includes(status) || (status === 409 && kind === 'unavailable')
        : method !== 'POST' && notTaken;
  if (!again) return undefined;
  // Spread, so that many clients do not come back at once, but never sooner than asked.
  return told ? (retryAfter + random / 4) * 1_000 : FIRST_WAIT * 2 ** retry * (0.5 + random / 2);
};

export const sleep = (milliseconds: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const end = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      if (signal?.aborted) reject(new BackendError('aborted', 'The request was given up.'));
      else resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal?.addEventListener('abort', end);
    if (signal?.aborted) end();
  });
