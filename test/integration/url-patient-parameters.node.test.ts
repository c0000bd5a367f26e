/** Personal health information in an address: the corpus of both kinds, must be refused and must pass. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { parseBaseLaunchUrl, parseRequestUrl } from '../../src/integration/urls.js';
import { hasPatientParameter } from '../../src/integration/url-patient-parameters.js';
import { fastestOf } from '../support/time.js';

interface Row {
  id: string;
  input: string;
  expect: 'accept' | 'reject';
  why: string;
}
const rows = JSON.parse(
  readFileSync(new URL('../corpora/patient-data-urls.json', import.meta.url), 'utf8'),
) as Row[];
const found = (input: string): string => {
  const result = parseBaseLaunchUrl(input);
  return result.ok ? 'accept' : result.code === 'url-patient-identifier' ? 'reject' : result.code;
};
const wrong = (expect: Row['expect']): string[] =>
  rows
    .filter((row) => row.expect === expect && found(row.input) !== expect)
    .map(({ id, input }) => `${id} ${input}: ${found(input)}`);

describe('patient data in a base launch URL', () => {
  it('is refused, wherever it stands', (context) => {
    context.diagnostic(`${rows.filter(({ expect }) => expect === 'reject').length} rows`);
    assert.deepEqual(wrong('reject'), []);
  });

  it('is not seen in what only looks like it', (context) => {
    context.diagnostic(`${rows.filter(({ expect }) => expect === 'accept').length} rows`);
    assert.deepEqual(wrong('accept'), []);
  });

  it('has as many rows that must pass as rows that must not', () => {
    const refused = rows.filter(({ expect }) => expect === 'reject').length;
    assert.ok(rows.length - refused >= refused, `${rows.length - refused} to ${refused}`);
  });

  it('is of no concern in a request URL, which no browser opens', () => {
    assert.ok(parseRequestUrl('https://example.com/hook?client_dob=1').ok);
  });

  it('takes time in proportion to the length', async () => {
    const units = [
      '%25',
      'a=',
      '/a',
      'hcn',
      'hcn-',
      'A',
      'a.',
      '[',
      '%20',
      ':',
      '"',
      'YWFh',
      '(',
      'x1',
      ' ',
      '/1',
      'http://',
    ];
    for (const unit of units) {
      const input = `https://example.com/?${unit.repeat(Math.floor(8000 / unit.length))}`;
      const { ms } = await fastestOf(500, () => hasPatientParameter(input));
      assert.ok(ms < 500, `${unit}: ${ms} ms`);
    }
  });
});
