/** What a server's refusal means: status and problem document (RFC 9457) to a `BackendError`. */
import { BackendError } from '../backend-error.js';
import type { BackendErrorKind, FieldError } from '../backend-error.js';
import type { RestAnswer } from './request.js';
import { retryAfterSeconds, RETRY_AFTER_CAP } from './retry.js';

/** Longest sentence of a server that is passed on, in characters. */
const MAX_DETAIL = 300;
const MAX_FIELD_ERRORS = 100;

const KINDS: Readonly<Record<number, BackendErrorKind>> = {
  // Taken, but not done: where a result was asked for, there is none yet.
  202: 'unavailable',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not-found',
  408: 'timeout',
  409: 'conflict',
  410: 'not-found',
  412: 'conflict',
  413: 'too-large',
  428: 'conflict',
  429: 'rate-limited',
  501: 'unsupported',
};

/** An unknown status is what the first of its class is (RFC 9110, 15). A 1xx or 3xx is no answer to anything asked. */
export const kindOfStatus = (status: number): BackendErrorKind =>
  KINDS[status] ?? (status >= 500 ? 'unavailable' : status >= 400 ? 'invalid' : 'malformed');

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** JSON, or undefined where it is none. */
export const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const sentence = (value: unknown, maximum = MAX_DETAIL): string | undefined => {
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  return value.length > maximum ? `${value.slice(0, maximum - 1).trimEnd()}…` : value;
};

/** `#/requestUrl`, `/requestUrl`, `requestUrl`, `launch.category`, `events[1]`: all to a JSON pointer. */
const toPointer = (given: string): string => {
  let pointer = given;
  if (given.startsWith('#')) {
    try {
      pointer = decodeURIComponent(given.slice(1));
    } catch {
      pointer = given.slice(1);
    }
  } else if (given !== '' && !given.startsWith('/')) {
    pointer = `/${given.replaceAll('[', '.').replaceAll(']', '').replaceAll('.', '/')}`;
  }
  return pointer.slice(0, MAX_DETAIL);
};

/** A tag for a `lang` attribute. Of several, none is known to be that of the sentence. */
const languageTag = (value: string | null): string | undefined => {
  const tag = value?.trim().replaceAll('_', '-') ?? '';
  return /^[a-z]{2,8}(?:-[a-z\d]{1,8})*$/i.test(tag) ? tag : undefined;
};

const fieldError = (pointer: unknown, code: unknown, detail: unknown): FieldError => ({
  pointer: toPointer(typeof pointer === 'string' ? pointer : ''),
  code: sentence(code) ?? 'invalid',
  detail: sentence(detail),
});

/** `errors: [{pointer, code, detail}]`, or a map of field names to sentences. */
const fieldErrors = (errors: unknown, language: string | undefined): FieldError[] => {
  const found = Array.isArray(errors)
    ? errors.filter(isObject).map(({ pointer, code, detail }) => fieldError(pointer, code, detail))
    : isObject(errors)
      ? Object.entries(errors).flatMap(([name, details]) =>
          [details].flat().map((detail) => fieldError(name, undefined, detail)),
        )
      : [];
  const shown = found.slice(0, MAX_FIELD_ERRORS);
  return language === undefined ? shown : shown.map((error) => ({ ...error, language }));
};

/**
 * Sentences are taken from a document that says it is a problem only: any other body may hold what nobody meant for a
 * reader (a stack, a proxy's page). Field errors are taken from any JSON.
 */
export const problemOf = ({ status, headers, text }: RestAnswer): BackendError => {
  const parsed = parseJson(text);
  const body = isObject(parsed) ? parsed : {};
  const problem = /^application\/problem\+json\b/i.test(headers.get('content-type') ?? '')
    ? body
    : {};
  const detail = sentence(problem['detail']) ?? sentence(problem['title']);
  // Not a conflict of names: the first request of this key still runs (draft-ietf-httpapi-idempotency-key-header, 2.7).
  const outstanding = status === 409 && /idempoten/i.test(`${sentence(problem['title'])}${detail}`);
  const kind = outstanding ? 'unavailable' : kindOfStatus(status);
  const language = languageTag(headers.get('content-language'));
  const retryAfter = retryAfterSeconds(headers.get('retry-after'), headers.get('date'));
  return new BackendError(kind, `The server answered with status ${status}.`, {
    status,
    detail,
    language,
    fieldErrors:
      kind === 'invalid' || kind === 'conflict' ? fieldErrors(body['errors'], language) : [],
    retryAfter: kind === 'rate-limited' ? (retryAfter ?? RETRY_AFTER_CAP) : retryAfter,
    problemType: sentence(problem['type']),
    requestId: sentence(headers.get('x-request-id'), 100),
  });
};
