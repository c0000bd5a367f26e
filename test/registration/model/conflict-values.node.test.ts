/** A conflict's fields and values in words, in both languages. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { texts as conflictEnglish } from '../../../src/locales/en/conflict.js';
import { texts as formEnglish } from '../../../src/locales/en/form.js';
import { texts as conflictFrench } from '../../../src/locales/fr/conflict.js';
import { texts as formFrench } from '../../../src/locales/fr/form.js';
import { conflictRows } from '../../../src/registration/model/conflict-rows.js';
import { fieldLabel, valueLines } from '../../../src/registration/model/conflict-values.js';
import type { ValueWords } from '../../../src/registration/model/conflict-values.js';
import { EMPTY_VALUES, SECRET_FIELDS } from '../../../src/registration/model/form-values.js';
import type { FieldName, FormValues } from '../../../src/registration/model/form-values.js';

const eventName = (code: string): string => code.toUpperCase();
const ENGLISH: ValueWords = { form: formEnglish, conflict: conflictEnglish, eventName };
const FRENCH: ValueWords = { form: formFrench, conflict: conflictFrench, eventName };

const withValues = (values: Partial<FormValues>): FormValues => ({ ...EMPTY_VALUES, ...values });

/** What my side has in the first row, its lines joined. */
const mineOf = (
  mine: Partial<FormValues>,
  theirs: Partial<FormValues>,
  words = ENGLISH,
): string[] => {
  const [a, b] = [withValues(mine), withValues(theirs)];
  const [row] = conflictRows(a, b, undefined);
  assert.ok(row, 'the two differ');
  return valueLines(row, a, b, words).map(({ term, text }) => (term ? `${term}: ${text}` : text));
};

describe('The label of a field', () => {
  for (const words of [ENGLISH, FRENCH]) {
    it(`is a text for each field that can differ (${words.form.french})`, () => {
      const secrets: readonly FieldName[] = SECRET_FIELDS;
      for (const name of Object.keys(EMPTY_VALUES) as FieldName[]) {
        if (secrets.includes(name)) continue;
        const label = fieldLabel(name, words);
        assert.ok(typeof label === 'string' && label.length > 1, name);
        assert.doesNotMatch(label, /undefined|\//, name);
      }
    });
  }

  it('names the language of a French text', () => {
    assert.notEqual(
      fieldLabel('/launch/companyName/fr', ENGLISH),
      fieldLabel('/launch/companyName', ENGLISH),
    );
    assert.ok(fieldLabel('/launch/logoAlt/fr', ENGLISH).includes(formEnglish.french));
  });

  it('is another for each two fields', () => {
    const names = (Object.keys(EMPTY_VALUES) as FieldName[]).filter(
      // Authentication is told with its kind; a launch by its heading.
      (name) => !name.startsWith('/authentication'),
    );
    const labels = names.map((name) => fieldLabel(name, ENGLISH));
    assert.deepEqual(
      labels.filter((label, index) => labels.indexOf(label) !== index),
      [],
    );
  });
});

describe('A value', () => {
  const LAUNCH = { '/launch': true } as const;
  const ROWS: [
    name: string,
    mine: Partial<FormValues>,
    theirs: Partial<FormValues>,
    lines: string[],
  ][] = [
    ['a text, trimmed', { '/name': '  North ' }, { '/name': 'South' }, ['North']],
    ['nothing', { '/name': '' }, { '/name': 'South' }, [conflictEnglish.empty]],
    ['blanks', { '/name': '   ' }, { '/name': 'South' }, [conflictEnglish.empty]],
    [
      'a choice by its label',
      { '/payload/format': 'ocean-json' },
      {},
      [formEnglish.payload.formats['ocean-json']],
    ],
    [
      'a guide by its label',
      { '/payload/guide': '0.10.0' },
      { '/payload/guide': '0.11.1' },
      [formEnglish.payload.guides['0.10.0']],
    ],
    [
      'a check box that is on, with what goes along',
      LAUNCH,
      {},
      [
        conflictEnglish.yes,
        `${formEnglish.launch.bilingual}: ${conflictEnglish.no}`,
        `${conflictEnglish.fields.useIframe}: ${conflictEnglish.no}`,
      ],
    ],
    ['a check box that is off', {}, LAUNCH, [conflictEnglish.no]],
    [
      'a message without its markup',
      { ...LAUNCH, '/launch/confirmationMessage': '<p>Thank</p><p>you&nbsp;all</p>' },
      { ...LAUNCH, '/launch/confirmationMessage': 'Bye' },
      ['Thank you all'],
    ],
    [
      'a message as it is, where the markup alone differs',
      { ...LAUNCH, '/launch/confirmationMessage': '<p>Hi</p>' },
      { ...LAUNCH, '/launch/confirmationMessage': '<b>Hi</b>' },
      ['<p>Hi</p>'],
    ],
    [
      'authentication with what goes along',
      { '/authentication/type': 'basic', '/authentication/username': 'ocean' },
      {},
      [
        formEnglish.authentication.types.basic,
        `${formEnglish.authentication.fields.username}: ocean`,
      ],
    ],
    [
      'authentication without what another kind has',
      {},
      { '/authentication/type': 'basic', '/authentication/username': 'ocean' },
      [formEnglish.authentication.types.none],
    ],
  ];
  for (const [name, mine, theirs, lines] of ROWS) {
    it(`is ${name}`, () => assert.deepEqual(mineOf(mine, theirs), lines));
  }

  it('that is long is cut', () => {
    const [line = ''] = mineOf({ '/name': 'x'.repeat(1000) }, {});
    assert.ok(line.length <= 240 && line.length > 200, String(line.length));
  });

  it('is in French for a French form', () => {
    assert.equal(mineOf({ '/launch': true }, {}, FRENCH)[0], conflictFrench.yes);
    assert.deepEqual(mineOf({ '/name': '' }, { '/name': 'x' }, FRENCH), [conflictFrench.empty]);
  });

  it('carries the language of a French text', () => {
    const both = { '/launch': true, bilingual: true } as const;
    const mine = withValues({ ...both, '/launch/companyName/fr': 'Nord' });
    const theirs = withValues({ ...both, '/launch/companyName/fr': 'Sud' });
    const [row] = conflictRows(mine, theirs, undefined);
    assert.ok(row);
    assert.deepEqual(valueLines(row, mine, theirs, ENGLISH), [{ text: 'Nord', language: 'fr' }]);
  });
});

describe('Events', () => {
  const events = (...codes: string[]): Partial<FormValues> => ({
    '/events': { 'patient-engagement': [], ereferrals: codes },
  });
  const many = Array.from({ length: 9 }, (_, index) => `e${index}`);

  const ROWS: [mine: string[], theirs: string[], lines: string[]][] = [
    [['a'], ['b'], ['1 event', 'With: A']],
    [['a', 'b'], ['b'], ['2 events', 'With: A']],
    [['b'], ['a', 'b'], ['1 event', 'Without: A']],
    [[], ['a'], ['0 events', 'Without: A']],
    [['a', 'b', 'c'], [], ['3 events', `With: ${conflictEnglish.named(['A', 'B', 'C'], 0)}`]],
    [
      many,
      [],
      [
        '9 events',
        `With: ${conflictEnglish.named(
          many.slice(0, 6).map((code) => eventName(code)),
          3,
        )}`,
      ],
    ],
  ];
  for (const [mine, theirs, lines] of ROWS) {
    it(`${mine.join('') || 'none'} beside ${theirs.join('') || 'none'}`, () =>
      assert.deepEqual(mineOf(events(...mine), events(...theirs)), lines));
  }
});
