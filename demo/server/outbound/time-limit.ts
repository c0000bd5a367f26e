/** A time limit for work of several steps, as one signal. */

/** The reason of a signal whose time is over. */
export class TimeIsOver extends Error {
  override readonly name = 'TimeIsOver';
}

/**
 * Does the work with a signal that aborts when the time is over, or with the outer one.
 * @returns what the work gives, else what `late` gives. Fails with the outer signal's reason where that one is aborted.
 */
export const inTime = async <T>(
  milliseconds: number,
  work: (signal: AbortSignal) => Promise<T>,
  late: () => T,
  outer?: AbortSignal,
): Promise<T> => {
  outer?.throwIfAborted();
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(new TimeIsOver()), milliseconds);
  const follow = (): void => controller.abort(outer?.reason);
  outer?.addEventListener('abort', follow);
  try {
    return await work(controller.signal);
  } catch (error) {
    if (error instanceof TimeIsOver) return late();
    throw error;
  } finally {
    clearTimeout(timer);
    outer?.removeEventListener('abort', follow);
  }
};

/** What the promise gives, unless the signal aborts before: work that others wait for too goes on. */
export const unlessAborted = async <T>(promise: Promise<T>, signal: AbortSignal): Promise<T> => {
  signal.throwIfAborted();
  let stop = (): void => undefined;
  const aborted = new Promise<never>((_resolve, reject) => {
    stop = () => reject(signal.reason as Error);
    signal.addEventListener('abort', stop);
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
};
