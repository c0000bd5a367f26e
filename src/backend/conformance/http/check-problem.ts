/** Looks at a refusal: its status, and that it is a problem document (RFC 9457). */
import type * as z from 'zod/mini';
import { problemSchema } from '../../contract/schemas.js';
import type { Problem } from '../../contract/schemas.js';
import { parseWith } from '../../../integration/parse.js';
import { check, checkEqual } from '../assert.js';
import type { ApiAnswer } from './api.js';

const schema: z.ZodMiniType<Problem> = problemSchema;

/** Fails where the answer is not a problem document of one of the statuses. */
export const checkProblem = (
  { status, headers, json, request }: Pick<ApiAnswer, 'status' | 'headers' | 'json' | 'request'>,
  ...statuses: readonly number[]
): Problem => {
  check(
    statuses.length === 0 || statuses.includes(status),
    `${request} should be refused with ${statuses.join(' or ')}, but is answered with ${status}.`,
  );
  const type = headers.get('content-type');
  check(
    /^application\/problem\+json\b/i.test(type ?? ''),
    `A refusal (${request}, ${status}) should be application/problem+json, but is ${type ?? 'of no type'}.`,
  );
  const problem = parseWith(schema, json);
  check(
    problem.ok,
    `A refusal (${request}, ${status}) should be a problem document, but ${JSON.stringify(!problem.ok && problem.issues)}.`,
  );
  checkEqual(problem.value.status, status, `The status within a refusal (${request})`);
  return problem.value;
};
