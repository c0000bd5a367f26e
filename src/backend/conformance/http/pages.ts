/** Pages on the wire: cursors and limits. */
import { isObject } from '../../rest/problem.js';
import { check, checkEqual } from '../assert.js';
import type { Query } from '../../rest/address.js';
import { checkProblem } from './check-problem.js';
import { httpRequirement } from './http-requirement.js';
import type { HttpTrial } from './http-requirement.js';

const COUNT = 5;

const LISTS = [['integrations'], ['referral-forms']] as const;

/** One page as it came. */
const pageOf = async (
  trial: HttpTrial,
  query: Query,
): Promise<{ ids: unknown[]; next: unknown }> => {
  const { status, json } = await trial.api.send('GET', ['integrations'], { query });
  checkEqual(status, 200, 'The status of a page');
  const items = isObject(json) ? json['items'] : undefined;
  check(Array.isArray(items), 'A page should have items, but has none.');
  return {
    ids: items.map((item: unknown) => isObject(item) && item['id']),
    next: isObject(json) ? json['nextCursor'] : undefined,
  };
};

export const pages = [
  httpRequirement(
    'http-cursor-walk',
    'Cursors lead through the list once: no page repeats or leaves out, and the last has none',
    async (trial) => {
      const made: string[] = [];
      for (let number = 0; number < COUNT; number++)
        made.push((await trial.register(trial.draft())).id);
      const walked: unknown[] = [];
      let cursor: string | undefined;
      // One page more than there can be, so that pages without end are found.
      for (let number = 0; number <= COUNT; number++) {
        const { ids, next } = await pageOf(trial, { query: trial.mark, limit: 2, cursor });
        check(ids.length > 0, 'A page that a cursor leads to should have items, but has none.');
        walked.push(...ids);
        cursor = typeof next === 'string' ? next : undefined;
        if (cursor === undefined) break;
      }
      check(cursor === undefined, 'The last page should have no cursor, but the pages go on.');
      checkEqual(new Set(walked).size, walked.length, 'The number of different ids on the pages');
      checkEqual(walked.sort(), made.sort(), 'The ids on the pages');
    },
  ),

  httpRequirement(
    'http-cursor-unknown',
    'A cursor that the server did not give is refused with 422 or 400',
    async (trial) => {
      for (const path of LISTS)
        checkProblem(
          await trial.api.send('GET', path, { query: { cursor: `unknown-${trial.mark}` } }),
          422,
          400,
        );
    },
  ),

  httpRequirement(
    'http-limit',
    'A limit of 1 to 200 is taken, anything else refused with 422 or 400',
    async (trial) => {
      for (const path of LISTS) {
        for (const limit of [1, 200]) {
          const { status, request } = await trial.api.send('GET', path, { query: { limit } });
          checkEqual(status, 200, `The status of ${request} with a limit of ${limit}`);
        }
        for (const limit of ['0', '201', '-1', '1.5', 'many'])
          checkProblem(await trial.api.send('GET', path, { query: { limit } }), 422, 400);
      }
    },
  ),
];
