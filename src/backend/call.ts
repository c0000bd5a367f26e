/** Calls a backend so that a host's own one, however it misbehaves, ends in a value or a `BackendError`. */
import type { IntegrationBackend } from './backend.js';
import { BackendError, toBackendError } from './backend-error.js';

/** Longest time, in milliseconds, that a widget waits for any backend. `RestBackend`'s own limit is shorter. */
export const CALL_TIME_LIMIT = 60_000;

/**
 * Runs `request` with a signal that is aborted with the caller's, or when the time is up.
 * A synchronous throw and an odd rejection become a `BackendError`; a promise that never settles ends as `timeout`;
 * the value is a copy, so that a backend that keeps and changes what it returned does not change a form.
 */
export const call = async <T>(
  backend: IntegrationBackend | undefined,
  request: (backend: IntegrationBackend, signal: AbortSignal) => T | PromiseLike<T>,
  signal?: AbortSignal,
): Promise<T> => {
  if (!backend) throw new BackendError('unsupported', 'No backend was given to the element.');
  const controller = new AbortController();
  const abort = (): void => controller.abort(signal?.reason);
  const timer = setTimeout(abort, CALL_TIME_LIMIT);
  try {
    if (signal?.aborted) throw new BackendError('aborted', 'The request was given up.');
    signal?.addEventListener('abort', abort);
    const givenUp = new Promise<never>((_, reject) => {
      controller.signal.addEventListener('abort', () =>
        reject(
          signal?.aborted
            ? new BackendError('aborted', 'The request was given up.')
            : new BackendError('timeout', 'The backend did not answer in time.'),
        ),
      );
    });
    const answer = (async () => request(backend, controller.signal))();
    return copy(await Promise.race([answer, givenUp]));
  } catch (thrown) {
    throw toBackendError(thrown);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
};

const copy = <T>(value: T): T => {
  try {
    return structuredClone(value);
  } catch {
    return value;
  }
};
