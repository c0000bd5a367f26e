/** References that may travel in a URL, and those that may not: a table of both. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { isHealthCardNumber } from '../../src/integration/health-card-number.js';
import { isPatientReference } from '../../src/integration/referral-reference.js';

interface Row {
  id: string;
  input: string;
  is: 'patient' | 'opaque';
}
const rows = JSON.parse(
  readFileSync(new URL('../corpora/referral-references.json', import.meta.url), 'utf8'),
) as Row[];
const wrong = (is: Row['is']): string[] =>
  rows
    .filter((row) => row.is === is && isPatientReference(row.input) !== (is === 'patient'))
    .map(({ id, input }) => `${id} ${input}`);

describe('a referral’s reference', () => {
  it('that is a health card number, or names a patient, may not travel', (context) => {
    context.diagnostic(`${rows.filter(({ is }) => is === 'patient').length} rows`);
    assert.deepEqual(wrong('patient'), []);
  });

  it('that is opaque may travel', (context) => {
    context.diagnostic(`${rows.filter(({ is }) => is === 'opaque').length} rows`);
    assert.deepEqual(wrong('opaque'), []);
  });

  it('of nine digits is opaque, whatever its last digit', () => {
    for (let last = 0; last < 10; last++) assert.ok(!isHealthCardNumber(`12345678${last}`));
  });

  it('of ten digits is a card for one last digit of ten in Ontario', () => {
    const found = [...'0123456789'].filter((last) => isHealthCardNumber(`123456789${last}`));
    assert.deepEqual(found, ['7']);
  });
});
