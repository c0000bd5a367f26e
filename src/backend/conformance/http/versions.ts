/** Versions on the wire: ETag and If-Match. */
import { isObject } from '../../rest/problem.js';
import { check, checkEqual } from '../assert.js';
import { checkProblem } from './check-problem.js';
import type { ApiAnswer } from './api.js';
import { httpRequirement } from './http-requirement.js';
import type { HttpTrial } from './http-requirement.js';

const checkEtag = ({ headers, json, request }: ApiAnswer): void => {
  const version = isObject(json) ? json['version'] : undefined;
  checkEqual(headers.get('etag'), `"${String(version)}"`, `The ETag of ${request}`);
};

/** Nothing has happened to what was registered. */
const checkUnchanged = async (trial: HttpTrial, id: string, version: string): Promise<void> => {
  const { status, json } = await trial.read(id);
  checkEqual(status, 200, 'The status of reading the integration afterwards');
  checkEqual(isObject(json) && json['version'], version, 'The version afterwards');
};

export const versions = [
  httpRequirement(
    'http-etag',
    'The ETag of an integration that is read, registered or changed is its version in quotes',
    async (trial) => {
      const { id, version } = await trial.register(trial.draft());
      checkEtag(await trial.read(id));
      checkEtag(await trial.post(trial.draft()));
      checkEtag(
        await trial.api.send('PUT', ['integrations', id], {
          json: trial.draft({ name: `Changed ${trial.mark}` }),
          headers: { 'if-match': `"${version}"` },
        }),
      );
    },
  ),

  httpRequirement(
    'http-if-match-required',
    'Changing or deleting without If-Match is refused with 428, and does nothing',
    async (trial) => {
      const { id, version } = await trial.register(trial.draft());
      const json = trial.draft({ name: `Lost ${trial.mark}` });
      checkProblem(await trial.api.send('PUT', ['integrations', id], { json }), 428);
      checkProblem(await trial.api.send('DELETE', ['integrations', id]), 428);
      await checkUnchanged(trial, id, version);
    },
  ),

  httpRequirement(
    'http-if-match-stale',
    'Changing or deleting another version than is stored is refused with 412, and does nothing',
    async (trial) => {
      const { id, version } = await trial.register(trial.draft());
      const theirs = trial.draft({ name: `Theirs ${trial.mark}` });
      const now = await trial.backend.updateIntegration(id, theirs, { version });
      const headers = { 'if-match': `"${version}"` };
      const json = trial.draft({ name: `Ours ${trial.mark}` });
      checkProblem(await trial.api.send('PUT', ['integrations', id], { json, headers }), 412);
      checkProblem(await trial.api.send('DELETE', ['integrations', id], { headers }), 412);
      await checkUnchanged(trial, id, now.version);
      check(now.version !== version, 'A change should give another version.');
    },
  ),

  httpRequirement(
    'http-delete-empty',
    'Deleting answers 204 without a body, and 404 the second time',
    async (trial) => {
      const { id, version } = await trial.register(trial.draft());
      const headers = { 'if-match': `"${version}"` };
      const { status, text } = await trial.api.send('DELETE', ['integrations', id], { headers });
      checkEqual(status, 204, 'The status of deleting');
      checkEqual(text, '', 'The body of deleting');
      checkProblem(await trial.api.send('DELETE', ['integrations', id], { headers }), 404);
    },
  ),
];
