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

/** Of one module, or of several that a page imports together. */
export type Source = string | readonly string[];

export const BUDGETS: readonly { entry: string; source: Source; apart?: RegExp; gzip: number }[];
export function measure(source: Source): Promise<Measured>;
