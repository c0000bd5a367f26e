/** The errors that the in-memory backend fails with, with the status that a server would have answered. */
import { BackendError } from '../backend-error.js';
import type { BackendErrorKind, FieldError } from '../backend-error.js';

/** HTTP status of each kind; none where there was no answer. */
const STATUS: Readonly<Record<BackendErrorKind, number | undefined>> = {
  network: undefined,
  timeout: undefined,
  aborted: undefined,
  unauthorized: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 412,
  invalid: 422,
  'too-large': 413,
  'rate-limited': 429,
  unavailable: 503,
  malformed: 200,
  unsupported: 501,
};

/** Seconds that an injected `rate-limited` asks to wait. */
export const RETRY_AFTER = 30;

/** Any of the kinds, as a server that has this trouble would answer. */
export const refusal = (
  kind: BackendErrorKind,
  message: string,
  fieldErrors?: readonly FieldError[],
): BackendError =>
  new BackendError(kind, message, {
    status: STATUS[kind],
    fieldErrors,
    retryAfter: kind === 'rate-limited' ? RETRY_AFTER : undefined,
  });

export const invalid = (message: string, ...fieldErrors: FieldError[]): BackendError =>
  refusal('invalid', message, fieldErrors);

export const notFound = (what: string): BackendError =>
  refusal('not-found', `There is no such ${what}.`);
