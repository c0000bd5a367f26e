/** Since when an endpoint is what it is found to be. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { withSince } from '../../src/integration/endpoint-since.js';

const EARLY = '2026-03-01T08:00:00.000Z';
const LATE = '2026-03-02T08:00:00.000Z';

const failing = { status: 'failing', httpStatus: 404, checkedAt: LATE } as const;

it('begins with what is found first', () => {
  assert.deepEqual(withSince(failing, undefined), { ...failing, since: LATE });
  assert.deepEqual(withSince(failing, { status: 'unchecked' }), { ...failing, since: LATE });
});

it('stays where the same is found again, whatever the reason', () => {
  const before = { status: 'failing', reason: 'tls', checkedAt: LATE, since: EARLY } as const;
  assert.equal(withSince(failing, before).since, EARLY);
});

it('is as old as the last look where nobody has noted it', () => {
  assert.equal(withSince(failing, { status: 'failing', checkedAt: EARLY }).since, EARLY);
});

it('begins anew with another status', () => {
  const before = { status: 'erroring', checkedAt: EARLY, since: EARLY } as const;
  assert.equal(withSince(failing, before).since, LATE);
});

it('is left out where nobody knows', () => {
  assert.deepEqual(withSince({ status: 'failing' }, undefined), { status: 'failing' });
});
