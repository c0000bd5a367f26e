/** Types of size.mjs, for tests and benchmarks. */
export interface Weight {
  raw: number;
  gzip: number;
  brotli: number;
}

export interface Measured {
  /** The entry with all that it imports statically. */
  usable: Weight;
  /** What loads later, heaviest first. */
  onDemand: ({ name: string } & Weight)[];
}

export const BUDGETS: readonly { entry: string; source: string; gzip: number }[];
export function measure(source: string): Promise<Measured>;
