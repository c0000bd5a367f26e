/** Each row of the corpus has its check. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { adapters } from './checks/adapters.js';
import { bodies } from './checks/bodies.js';
import { contract } from './checks/contract.js';
import { environment } from './checks/environment.js';
import { lifecycle } from './checks/lifecycle.js';
import { list } from './checks/list.js';
import { network } from './checks/network.js';
import { refusals } from './checks/refusals.js';
import { ROWS } from './row.js';

it('there is a check for each row, with the form or the list in the page, and none for anything else', () => {
  const all = [network, bodies, refusals, contract, lifecycle, adapters, environment, list];
  const checked = all.flatMap(({ form = {}, list: rows = {} }) =>
    [form, rows].flatMap(Object.keys),
  );
  assert.deepEqual([...new Set(checked)].sort(), ROWS.map(({ id }) => id).sort());
});
