/** Each row of the corpus has its check. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { adapters } from './checks/adapters.js';
import { bodies } from './checks/bodies.js';
import { contract } from './checks/contract.js';
import { environment } from './checks/environment.js';
import { lifecycle } from './checks/lifecycle.js';
import { network } from './checks/network.js';
import { refusals } from './checks/refusals.js';
import { ROWS } from './row.js';

it('there is one check for each row, and none for anything else', () => {
  const all = [network, bodies, refusals, contract, lifecycle, adapters, environment];
  const checked = all.flatMap(({ page, client = {} }) => [page, client].flatMap(Object.keys));
  assert.deepEqual(checked.sort(), ROWS.map(({ id }) => id).sort());
});
