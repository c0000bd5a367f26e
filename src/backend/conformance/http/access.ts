/** Who sees what: sites apart, and nothing without credentials. */
import { isObject } from '../../rest/problem.js';
import { check, checkHidden } from '../assert.js';
import { checkProblem } from './check-problem.js';
import { httpRequirement, NotTried } from './http-requirement.js';
import { launchSettings } from '../launches.js';

const CREDENTIALS = /^(?:authorization|cookie)$/i;

export const access = [
  httpRequirement(
    'http-sites-apart',
    'What one site has, another neither sees, lists, changes, deletes, launches nor delivers',
    async (trial) => {
      const { otherSiteNumber } = trial.subject;
      if (trial.api.options.siteNumber === undefined || otherSiteNumber === undefined)
        throw new NotTried('It needs two site numbers.');
      const other = trial.api.as({ siteNumber: otherSiteNumber });
      const draft = trial.referralDraft({ launch: launchSettings() });
      const { id, version } = await trial.register(draft);
      const sent = await trial.backend.sendTestEvent(id, { eventType: 'add-service-request' });
      const headers = { 'if-match': `"${version}"` };
      const path = ['integrations', id];
      checkProblem(await other.send('GET', path), 404);
      checkProblem(await other.send('PUT', path, { json: draft, headers }), 404);
      checkProblem(await other.send('DELETE', path, { headers }), 404);
      checkProblem(await other.send('GET', [...path, 'deliveries']), 404);
      const event = { eventType: 'add-service-request' };
      checkProblem(await other.send('POST', [...path, 'test-events'], { json: event }), 404);
      checkProblem(await other.send('POST', ['deliveries', sent.id, 'redeliver']), 404);
      const integrationId = id;
      checkProblem(await other.send('POST', ['endpoint-checks'], { json: { integrationId } }), 404);
      checkProblem(await other.send('GET', ['launch-settings'], { query: { integrationId } }), 404);
      const { json } = await other.send('GET', ['integrations'], { query: { query: trial.mark } });
      check(
        isObject(json) && Array.isArray(json['items']) && json['items'].length === 0,
        'The list of another site should not have the integration.',
      );
    },
  ),

  httpRequirement(
    'http-credentials',
    'Without the credentials that were given, a request is refused with 401 or 403',
    async (trial) => {
      const { headers } = trial.api.options;
      if (!headers.some(([name]) => CREDENTIALS.test(name)))
        throw new NotTried('It needs a header authorization or cookie.');
      const stranger = trial.api.as({
        headers: headers.filter(([name]) => !CREDENTIALS.test(name)),
      });
      const { id } = await trial.register(trial.draft());
      const answers = [
        await stranger.send('GET', ['integrations']),
        await stranger.send('GET', ['integrations', id]),
        await stranger.send('POST', ['integrations'], {
          json: trial.draft({ events: [] }),
          headers: { 'idempotency-key': trial.mark },
        }),
      ];
      for (const answer of answers) {
        checkProblem(answer, 401, 403);
        checkHidden(answer.text, trial.mark, `What a stranger is answered (${answer.request})`);
      }
    },
  ),
];
