/** A limit on what one requirement may take. */

/** Fails where the work takes over `timeLimit` milliseconds. */
export const within = async (timeLimit: number, work: Promise<void>): Promise<void> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`It took over ${timeLimit} ms.`)), timeLimit);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};
