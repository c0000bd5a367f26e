/** Bounds of data that a schema does not know: how deep it may be nested, and how long its JSON may be. No recursion: depth is what it bounds. */

const isContainer = (value: unknown): value is object =>
  typeof value === 'object' && value !== null;

/** Whether arrays and objects stand within each other more than `most` levels deep. Linear; ends at a cycle. */
export const isDeeperThan = (value: unknown, most: number): boolean => {
  let level = isContainer(value) ? [value] : [];
  // What stands at several places is looked at once for each level.
  for (let depth = 0; level.length > 0; depth++) {
    if (depth >= most) return true;
    const below = new Set<object>();
    for (const one of level)
      for (const inner of Object.values(one)) if (isContainer(inner)) below.add(inner);
    level = [...below];
  }
  return false;
};

/** Characters of a value's JSON; without end for what has none. Of what is not deeper than a call stack. */
export const jsonLength = (value: unknown): number => {
  try {
    return JSON.stringify(value)?.length ?? 0;
  } catch {
    return Infinity;
  }
};
