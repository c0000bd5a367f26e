/** Refusals as problem documents (RFC 9457). */
import { STATUS_CODES } from 'node:http';
import { isBackendError } from '../../src/backend/index.js';
import type { FieldError } from '../../src/backend/index.js';

export interface ProblemOptions {
  /** What is wrong with which field. */
  readonly errors?: readonly FieldError[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** Thrown by whatever refuses a request. `message` is answered as `detail`: it holds nothing of the request. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly status: number,
    message: string,
    readonly options: ProblemOptions = {},
  ) {
    super(message);
  }

  get body(): string {
    return JSON.stringify({
      type: 'about:blank',
      title: STATUS_CODES[this.status],
      status: this.status,
      detail: this.message,
      errors: this.options.errors?.length ? this.options.errors : undefined,
    });
  }
}

export const invalid = (message: string, ...errors: FieldError[]): Problem =>
  new Problem(422, message, { errors });

export const notFound = (what: string): Problem => new Problem(404, `There is no such ${what}.`);

/** The framework's own refusals. Its sentences are not passed on: one of a parser may quote the request. */
const SENTENCES: Readonly<Record<number, string>> = {
  400: 'The request cannot be read.',
  408: 'The request did not come in time.',
  413: 'The request is too large.',
  414: 'The path is too long.',
  415: 'This content type is not accepted here.',
};

/** What to answer to whatever was thrown. Nothing is told of what the server did not mean to throw. */
export const toProblem = (thrown: unknown): Problem => {
  if (thrown instanceof Problem) return thrown;
  // The model's own refusals, of what this server shares with the in-memory backend.
  if (isBackendError(thrown) && thrown.status)
    return new Problem(thrown.status, thrown.message, { errors: thrown.fieldErrors });
  const { statusCode = 500 } = thrown as { statusCode?: number };
  if (statusCode >= 400 && statusCode < 500)
    return new Problem(statusCode, SENTENCES[statusCode] ?? 'The request is not accepted.');
  return new Problem(500, 'The server failed.');
};
