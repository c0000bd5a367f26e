/**
 * The challenge by which Ocean validates an endpoint: `{"challenge": token}` is posted, and has to come back with status 200.
 *
 * It is the same for either payload format: with FHIR nobody asks it unless a user does.
 * Reasons are those that the in-memory backend gives, and `authentication` (see `Failure`).
 */
import { randomBytes } from 'node:crypto';
import type { Endpoint } from '../../../src/integration/index.js';
import type { EndpointChecker, OutboundSettings } from '../ports.js';
import { AuthenticatedFetch } from './authenticate.js';
import { createGuardedFetch, failureOfStatus } from './guarded-fetch.js';
import type { Answer, GuardedFetch, Outcome } from './guarded-fetch.js';
import { inTime } from './time-limit.js';

export const createEndpointChecker = (
  settings: OutboundSettings,
  fetch: GuardedFetch = createGuardedFetch(settings),
): EndpointChecker => {
  const timeLimit = settings.checkTimeLimit;
  const authenticated = new AuthenticatedFetch({ fetch, timeLimit });
  return {
    check: async ({ requestUrl, authentication }, outer) => {
      const challenge = randomBytes(24).toString('base64url');
      const request = {
        url: requestUrl,
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({ challenge }),
      };
      const outcome = await inTime<Outcome>(
        timeLimit,
        async (signal) => (await authenticated.send(request, authentication, signal)).outcome,
        () => ({ failure: 'timeout' }),
        outer,
      );
      const reason = outcome.answer ? failureOf(outcome.answer, challenge) : outcome.failure;
      const status: Endpoint['status'] = reason === undefined ? 'verified' : 'failing';
      return {
        status,
        httpStatus: outcome.answer?.status ?? null,
        reason: reason ?? null,
        checkedAt: new Date().toISOString(),
      };
    },
  };
};

/** Undefined where the challenge is met. */
const failureOf = ({ status, body, cut }: Answer, challenge: string): string | undefined => {
  if (status !== 200) return failureOfStatus(status);
  if (cut === 'timeout' || cut === 'unreachable') return cut;
  let value: { challenge?: unknown } | null;
  try {
    value = JSON.parse(body) as typeof value;
  } catch {
    return 'not-json';
  }
  return value?.challenge === challenge ? undefined : 'challenge-mismatch';
};
