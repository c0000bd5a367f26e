/** What an operation of the contract is, as data. */
import type * as z from 'zod/mini';
import type { ProblemName } from './problems.js';
import type { HeaderName, ParameterName } from './parameters.js';

export interface Example {
  readonly summary: string;
  readonly value: unknown;
}

/** JSON of a schema, or bytes of the media types that are named. */
export type Body =
  | { readonly schema: z.ZodMiniType; readonly examples: Readonly<Record<string, Example>> }
  | { readonly mediaTypes: readonly string[] };

export interface Answer {
  readonly description: string;
  readonly headers?: readonly HeaderName[];
  readonly body?: Body;
}

export interface Operation {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** Below the base URL; `{name}` is a path parameter. */
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly description: string;
  readonly parameters: readonly ParameterName[];
  readonly request?: Body;
  /** The successes, by status. */
  readonly answers: Readonly<Record<number, Answer>>;
  /** The refusals of its own; those that any operation may have are not listed. */
  readonly problems: readonly ProblemName[];
}
