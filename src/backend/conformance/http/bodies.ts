/** What is not understood: paths, content types, bodies, fields. */
import { check, checkEqual } from '../assert.js';
import { checkProblem } from './check-problem.js';
import { httpRequirement } from './http-requirement.js';

export const bodies = [
  httpRequirement('http-unknown-path', 'An unknown path is 404', async (trial) => {
    checkProblem(await trial.api.send('GET', [`unknown-${trial.mark}`]), 404);
    checkProblem(await trial.api.send('GET', ['integrations', `unknown-${trial.mark}`, 'x']), 404);
  }),

  httpRequirement(
    'http-malformed-json',
    'A body that is not JSON is refused with 400, and makes nothing',
    async (trial) => {
      const text = JSON.stringify(trial.draft()).slice(0, -2);
      const headers = { 'content-type': 'application/json' };
      checkProblem(await trial.post(undefined, { text, headers }), 400);
      checkEqual((await trial.find()).length, 0, 'The number of integrations');
    },
  ),

  httpRequirement(
    'http-content-type',
    'A draft of another content type is refused with 415, and makes nothing',
    async (trial) => {
      const text = JSON.stringify(trial.draft());
      const headers = { 'content-type': 'text/plain' };
      checkProblem(await trial.post(undefined, { text, headers }), 415);
      checkEqual((await trial.find()).length, 0, 'The number of integrations');
    },
  ),

  httpRequirement(
    'http-field-errors',
    'A draft that is not valid is refused with 422, and a pointer and a code for each field',
    async (trial) => {
      const draft = trial.draft({ name: ' ', requestUrl: 'http:/nowhere', events: [] });
      const { errors = [] } = checkProblem(await trial.post(draft), 422);
      const named = errors.map(({ pointer }) => pointer);
      for (const pointer of ['/name', '/requestUrl', '/events'])
        check(
          named.includes(pointer),
          `The errors should point at ${pointer}, but point at ${JSON.stringify(named)}.`,
        );
    },
  ),

  httpRequirement(
    'http-not-a-draft',
    'JSON that is no object is refused with 422 or 400',
    async (trial) => {
      for (const text of ['null', '[]', '"text"']) {
        const headers = { 'content-type': 'application/json' };
        checkProblem(await trial.post(undefined, { text, headers }), 422, 400);
      }
    },
  ),
];
