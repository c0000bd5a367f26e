/** Types of paths.mjs, for tests and benchmarks. */
export const ROOT: string;
export const CACHE: string;
export function fromRoot(...parts: string[]): string;
