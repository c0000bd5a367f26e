/** Asking an endpoint the challenge. */
import { ENDPOINT_STATUSES } from '../../integration/schema.js';
import { check, checkEqual, checkFails, checkPointers } from './assert.js';
import { requirement } from './requirement.js';
import type { Trial } from './trial.js';

/** With the subject's own URL its endpoint answers the challenge; without one, any state is an answer. */
const checkGood = (trial: Trial, status: string, what: string): void => {
  if (trial.subject.requestUrl === undefined)
    check((ENDPOINT_STATUSES as readonly string[]).includes(status), `${what} should be a status.`);
  else checkEqual(status, 'verified', what);
};

const target = (requestUrl: string) => ({
  requestUrl,
  payload: { format: 'ocean-json' as const },
  authentication: { type: 'none' as const },
});

export const endpoints = [
  requirement('endpoint-verified', 'An endpoint that answers is verified', async (trial) => {
    const { status } = await trial.backend.checkEndpoint(target(trial.requestUrl));
    checkGood(trial, status, 'The status of an endpoint that answers');
  }),

  requirement(
    'endpoint-failing',
    'An endpoint that does not answer is an answer, not an error',
    async (trial) => {
      const { status, reason, httpStatus } = await trial.backend.checkEndpoint(
        target(trial.failingRequestUrl),
      );
      checkEqual(status, 'failing', 'The status of an endpoint that does not answer');
      check(
        reason || httpStatus,
        'A failing endpoint should come with a reason or an HTTP status, but has neither.',
      );
    },
  ),

  requirement(
    'endpoint-stored',
    'A stored integration is checked by its id, and has the state afterwards',
    async (trial) => {
      const draft = trial.draft({ requestUrl: trial.failingRequestUrl });
      const { id } = await trial.register(draft);
      const { status } = await trial.backend.checkEndpoint({ integrationId: id });
      checkEqual(status, 'failing', 'The status of a stored endpoint that does not answer');
      const read = await trial.backend.getIntegration(id);
      checkEqual(read.endpoint.status, 'failing', 'The status that is stored after the check');
    },
  ),

  requirement(
    'endpoint-check-keeps-version',
    'A check is not an edit: the version from before it can still be saved',
    async (trial) => {
      const draft = trial.draft();
      const { id, version } = await trial.register(draft);
      await trial.backend.checkEndpoint({ integrationId: id });
      const updated = await trial.backend.updateIntegration(id, draft, { version });
      checkEqual(updated.id, id, 'The id of what was saved after a check');
    },
  ),

  requirement(
    'endpoint-failing-saved',
    'An integration whose endpoint fails can be registered',
    async (trial) => {
      await trial.backend.checkEndpoint(target(trial.failingRequestUrl));
      const draft = trial.draft({ requestUrl: trial.failingRequestUrl });
      const { endpoint } = await trial.register(draft);
      check(endpoint.status !== 'verified', 'An endpoint that fails should not be verified.');
    },
  ),

  requirement(
    'endpoint-invalid',
    'Checking what is no URL is refused as invalid',
    async (trial) => {
      const error = await checkFails('invalid', 'checkEndpoint of what is no URL', () =>
        trial.backend.checkEndpoint(target('javascript:void(0)')),
      );
      checkPointers(error, ['/requestUrl'], 'checkEndpoint of what is no URL');
    },
  ),

  requirement('endpoint-not-found', 'Checking an unknown id is not-found', async (trial) => {
    await checkFails('not-found', 'checkEndpoint of an unknown id', () =>
      trial.backend.checkEndpoint({ integrationId: `unknown-${trial.mark}` }),
    );
  }),
];
