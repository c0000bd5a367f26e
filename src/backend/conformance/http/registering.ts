/** Registering on the wire: where it is, and the idempotency key. */
import { isObject } from '../../rest/problem.js';
import { check, checkEqual } from '../assert.js';
import { randomWord } from '../trial.js';
import { checkProblem } from './check-problem.js';
import { httpRequirement } from './http-requirement.js';

export const registering = [
  httpRequirement(
    'http-created',
    'Registering answers 201 with a Location that ends in the id',
    async (trial) => {
      const { status, headers, json } = await trial.post(trial.draft());
      checkEqual(status, 201, 'The status of registering');
      const location = headers.get('location');
      check(location, 'Registering should answer with a Location, but does not.');
      const id = decodeURIComponent(
        new URL(location, trial.api.options.baseUrl).pathname.replace(/^.*\//, ''),
      );
      checkEqual(id, isObject(json) && json['id'], 'The last segment of the Location');
    },
  ),

  httpRequirement(
    'http-idempotency-key-required',
    'Registering without an Idempotency-Key is refused with 400, and makes nothing',
    async (trial) => {
      const answer = await trial.api.send('POST', ['integrations'], { json: trial.draft() });
      const left = await trial.find();
      for (const { id, version } of left) await trial.backend.deleteIntegration(id, { version });
      checkProblem(answer, 400);
      checkEqual(left.length, 0, 'The number of integrations that were made without a key');
    },
  ),

  httpRequirement(
    'http-idempotency-key-repeat',
    'The same Idempotency-Key with the same draft is answered as it was the first time',
    async (trial) => {
      const draft = trial.draft();
      const headers = { 'idempotency-key': randomWord() };
      const first = await trial.post(draft, { headers });
      const again = await trial.post(draft, { headers });
      checkEqual(again.status, first.status, 'The status of the repeated request');
      checkEqual(again.json, first.json, 'The answer to the repeated request');
      checkEqual(
        again.headers.get('location'),
        first.headers.get('location'),
        'The Location of the repeated request',
      );
    },
  ),

  httpRequirement(
    'http-idempotency-key-other',
    'The same Idempotency-Key with another draft is refused with 422',
    async (trial) => {
      const headers = { 'idempotency-key': randomWord() };
      await trial.post(trial.draft(), { headers });
      const other = trial.draft({ name: `Other ${trial.mark}` });
      checkProblem(await trial.post(other, { headers }), 422);
    },
  ),
];
