/** How long a test waits before it gives up. */

/**
 * Milliseconds after which something that a test waits for is taken for hung. Time is not what is tested: a busy machine may take many times
 * as long as a quiet one.
 */
export const HUNG = 30_000;

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Fails where the work is not done in so many milliseconds. What it does later is nobody's concern. */
export const withinTime = async <T>(limit: number, work: Promise<T>): Promise<T> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`Not done in ${limit / 1000} seconds.`)), limit);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};

/**
 * Does the work, and again where it took longer than the limit, up to five times: gives the milliseconds of the fastest, as the clock counts
 * what else the machine does.
 */
export const fastestOf = async <T>(
  limit: number,
  work: () => T | Promise<T>,
): Promise<{ ms: number; value: T }> => {
  let ms = Infinity;
  for (let tries = 1; ; tries += 1) {
    const start = performance.now();
    const value = await work();
    ms = Math.min(ms, performance.now() - start);
    if (ms <= limit || tries === 5) return { ms, value };
  }
};
