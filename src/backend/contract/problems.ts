/** The refusals, by name: each an RFC 9457 problem document. */
import type { HeaderName } from './parameters.js';
import type { Problem } from './schemas.js';

export interface ProblemAnswer {
  readonly status: number;
  readonly description: string;
  readonly headers?: readonly HeaderName[];
  readonly example: Problem;
}

export const PROBLEMS = {
  malformed: {
    status: 400,
    description:
      'The request is not what it says it is: no JSON, no site number, no idempotency key.',
    example: { title: 'Bad request', status: 400, detail: 'The body is not JSON.' },
  },
  unauthorized: {
    status: 401,
    description: 'No credentials, or no longer good ones. The host renews them and asks again.',
    example: { title: 'Unauthorized', status: 401, detail: 'The session has ended.' },
  },
  forbidden: {
    status: 403,
    description: 'This user may not do this.',
    example: { title: 'Forbidden', status: 403, detail: 'You may not change integrations.' },
  },
  notFound: {
    status: 404,
    description: 'There is nothing of this id, for this site.',
    example: { title: 'Not found', status: 404, detail: 'There is no such integration.' },
  },
  conflict: {
    status: 409,
    description:
      'The first request of this idempotency key still runs, or what it made is deleted.',
    example: {
      title: 'A request with this idempotency key is outstanding',
      status: 409,
      detail: 'Ask again in a moment.',
    },
  },
  preconditionFailed: {
    status: 412,
    description: 'Changed by someone else: another version is stored. Nothing was changed.',
    example: {
      title: 'Precondition failed',
      status: 412,
      detail: 'The integration was changed by someone else.',
    },
  },
  tooLarge: {
    status: 413,
    description: 'The body is over the limit.',
    example: { title: 'Content too large', status: 413, detail: 'A logo has at most 256 KiB.' },
  },
  unsupportedMediaType: {
    status: 415,
    description: 'The content type is not one that this operation takes.',
    example: { title: 'Unsupported media type', status: 415, detail: 'Send application/json.' },
  },
  invalid: {
    status: 422,
    description: 'Not accepted. `errors` has all that is wrong, with a pointer at each field.',
    example: {
      title: 'Unprocessable content',
      status: 422,
      detail: 'The integration is not valid.',
      errors: [
        { pointer: '/name', code: 'required' },
        {
          pointer: '/launch/baseLaunchUrl',
          code: 'url-patient-identifier',
          detail: 'A launch URL names no patient.',
        },
      ],
    },
  },
  preconditionRequired: {
    status: 428,
    description: 'No If-Match. Nothing was changed.',
    example: { title: 'Precondition required', status: 428, detail: 'Send If-Match.' },
  },
  rateLimited: {
    status: 429,
    description: 'Too many requests.',
    headers: ['retryAfter'],
    example: { title: 'Too many requests', status: 429, detail: 'Ask again in 30 seconds.' },
  },
  unsupported: {
    status: 501,
    description: 'This server creates no launches: the widget builds the URL itself.',
    example: { title: 'Not implemented', status: 501, detail: 'This server creates no launches.' },
  },
  unavailable: {
    status: 503,
    description: 'Not now. It was not taken; a client waits and asks again.',
    headers: ['retryAfter'],
    example: { title: 'Service unavailable', status: 503, detail: 'Back in a moment.' },
  },
} as const satisfies Record<string, ProblemAnswer>;

export type ProblemName = keyof typeof PROBLEMS;

/** What any operation may be refused with. */
export const COMMON_PROBLEMS: readonly ProblemName[] = [
  'malformed',
  'unauthorized',
  'forbidden',
  'rateLimited',
  'unavailable',
];
