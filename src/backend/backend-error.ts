/** What a backend fails with. Kept apart: a failed transport, a refusal by the server, an answer that makes no sense. */
import type { Issue } from '../integration/parse.js';

export const BACKEND_ERROR_KINDS = [
  /** The server could not be reached, or the page or the network blocked the request. */
  'network',
  /** No whole answer within the time limit. */
  'timeout',
  /** The caller's signal was aborted. */
  'aborted',
  /** 401: the session has ended; the host refreshes its credentials. */
  'unauthorized',
  /** 403 */
  'forbidden',
  /** 404, 410 */
  'not-found',
  /** 409, 412, 428: changed by someone else, or something of this name exists. */
  'conflict',
  /** 400, 422: not accepted; `fieldErrors` says why, where known. */
  'invalid',
  /** 413, or an answer over the limit. */
  'too-large',
  /** 429, with `retryAfter`. */
  'rate-limited',
  /** 5xx. */
  'unavailable',
  /** The answer does not match the schema. */
  'malformed',
  /** 501, or a backend that does not have the method. */
  'unsupported',
] as const;

export type BackendErrorKind = (typeof BACKEND_ERROR_KINDS)[number];

/** What a server says is wrong with one field: RFC 9457's `errors: [{pointer, code, detail}]`. */
export interface FieldError extends Issue {
  /** The server's sentence. Untrusted: shown as text, shortened. */
  readonly detail?: string;
  /** Language of `detail`, as a tag (`fr-CA`), where the server names it. */
  readonly language?: string;
}

export interface BackendErrorOptions {
  cause?: unknown;
  /** HTTP status, where there was an answer. */
  status?: number;
  /** For `invalid` and `conflict`. */
  fieldErrors?: readonly FieldError[];
  /** Seconds to wait before asking again, for `rate-limited` and `unavailable`. */
  retryAfter?: number;
  /** The server's own sentence (`detail` or `title` of the problem), shortened. Never a body that is not a problem document. */
  detail?: string;
  /** Language of `detail`, as a tag (`fr-CA`), where the server names it (`Content-Language`). */
  language?: string;
  /** The `type` of the problem document (RFC 9457). */
  problemType?: string;
  /** What the server calls the request in its log (`x-request-id`), for support. */
  requestId?: string;
}

/** The one error that backends fail with. `message` is for developers: it holds no payload, no secret and no PHI. */
export class BackendError extends Error {
  override readonly name = 'BackendError';
  readonly status?: number;
  readonly fieldErrors: readonly FieldError[];
  readonly retryAfter?: number;
  readonly detail?: string;
  readonly language?: string;
  readonly problemType?: string;
  readonly requestId?: string;

  constructor(
    readonly kind: BackendErrorKind,
    message: string,
    options: BackendErrorOptions = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.status = options.status;
    this.fieldErrors = options.fieldErrors ?? [];
    this.retryAfter = options.retryAfter;
    this.detail = options.detail;
    this.language = options.language;
    this.problemType = options.problemType;
    this.requestId = options.requestId;
  }
}

/** Whether `value` is a `BackendError`, also one of another realm or of another copy of the library. */
export const isBackendError = (value: unknown): value is BackendError => {
  if (typeof value !== 'object' || value === null) return false;
  const { name, kind } = value as Partial<BackendError>;
  return name === 'BackendError' && BACKEND_ERROR_KINDS.includes(kind as BackendErrorKind);
};

/** Makes whatever was thrown a `BackendError`: a host's own backend may throw anything. */
export const toBackendError = (thrown: unknown): BackendError => {
  if (isBackendError(thrown)) return thrown;
  const name = thrown instanceof Error || thrown instanceof DOMException ? thrown.name : '';
  if (name === 'AbortError')
    return new BackendError('aborted', 'The request was aborted.', { cause: thrown });
  if (name === 'TimeoutError')
    return new BackendError('timeout', 'The request took too long.', { cause: thrown });
  return new BackendError('unavailable', 'The backend failed.', { cause: thrown });
};
