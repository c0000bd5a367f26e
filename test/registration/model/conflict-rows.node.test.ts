/** What a conflict is made of, without a page: rows, who changed what, what a choice takes along. */
import assert from 'node:assert/strict';
import test from 'node:test';
import {
  conflictRows,
  settled,
  suggestedSide,
} from '../../../src/registration/model/conflict-rows.js';
import type { Side } from '../../../src/registration/model/conflict-rows.js';
import { EMPTY_VALUES } from '../../../src/registration/model/form-values.js';
import type { FieldName, FormValues } from '../../../src/registration/model/form-values.js';

const BASE: FormValues = {
  ...EMPTY_VALUES,
  '/name': 'North',
  '/requestUrl': 'https://north.example.org/ocean',
  '/events': { 'patient-engagement': [], ereferrals: ['a', 'b'] },
};
const LAUNCH: Partial<FormValues> = {
  '/launch': true,
  '/launch/companyName': 'Acme',
  '/launch/applicationName': 'Intake',
  '/launch/baseLaunchUrl': 'https://acme.example.org/launch',
};
const values = (changes: Partial<FormValues>): FormValues => ({ ...BASE, ...changes });
const names = (mine: FormValues, theirs: FormValues): FieldName[] =>
  conflictRows(mine, theirs, BASE).map(({ name }) => name);

test('only what differs, in the order of the form', () => {
  assert.deepEqual(names(BASE, BASE), []);
  assert.deepEqual(
    names(values({ '/requestUrl': 'https://x.example.org', '/name': 'Mine' }), BASE),
    ['/name', '/requestUrl'],
  );
});

const SAME: readonly [string, Partial<FormValues>][] = [
  ['white space around a name', { '/name': ' North ' }],
  ['the order of events', { '/events': { 'patient-engagement': [], ereferrals: ['b', 'a'] } }],
  [
    'events of the other module',
    { '/events': { 'patient-engagement': ['x'], ereferrals: ['a', 'b'] } },
  ],
  ['a secret', { '/authentication/password': 'secret' }],
  ['a field of another kind of authentication', { '/authentication/username': 'left over' }],
  ['a launch that is not activated', { '/launch/companyName': 'left over' }],
];
for (const [what, changes] of SAME) {
  test(`no difference: ${what}`, () => assert.deepEqual(names(values(changes), BASE), []));
}

const TOGETHER: readonly [FieldName, Partial<FormValues>, FieldName[]][] = [
  [
    '/authentication/type',
    { '/authentication/type': 'basic', '/authentication/username': 'u' },
    ['/authentication/username'],
  ],
  ['/payload/format', { '/payload/format': 'ocean-json' }, ['/payload/guide']],
  [
    '/launch',
    LAUNCH,
    // Of a launch, what is there on one side only.
    ['bilingual', '/launch/companyName', '/launch/baseLaunchUrl', '/launch/applicationName'],
  ],
];
for (const [name, changes, along] of TOGETHER) {
  test(`one row: ${name}, with what hangs on it`, () => {
    const [row, ...others] = conflictRows(values(changes), BASE, BASE);
    assert.equal(row?.name, name);
    assert.deepEqual(others, []);
    for (const field of along) assert.ok(row.details.includes(field), field);
    const back = settled(values(changes), BASE, [row], () => 'theirs');
    assert.deepEqual(conflictRows(back, BASE, BASE), []);
    const forth = settled(BASE, values(changes), [row], () => 'theirs');
    assert.deepEqual(conflictRows(forth, values(changes), BASE), []);
  });
}

test('a launch in both: field by field, and the languages together', () => {
  const mine = values({ ...LAUNCH, '/launch/category': 'Imaging' });
  assert.deepEqual(names(mine, values(LAUNCH)), ['/launch/category']);
  const french = values({ ...LAUNCH, bilingual: true, '/launch/companyName/fr': 'Acmé' });
  assert.deepEqual(names(mine, french), ['bilingual']);
});

test('another module: payload, events and launch go along', () => {
  const mine = values(LAUNCH);
  const theirs: FormValues = {
    ...BASE,
    '/module': 'patient-engagement',
    '/payload/format': 'ocean-json',
    '/events': { 'patient-engagement': ['note'], ereferrals: [] },
  };
  const rows = conflictRows(mine, theirs, BASE);
  assert.deepEqual(
    rows.map(({ name }) => name),
    ['/module'],
  );
  const result = settled(mine, theirs, rows, () => 'theirs');
  assert.equal(result['/module'], 'patient-engagement');
  assert.deepEqual(result['/events'], {
    'patient-engagement': ['note'],
    ereferrals: ['a', 'b'],
  });
});

test('who changed it decides what is chosen at first', () => {
  const mine = values({ '/name': 'Mine', '/payload/guide': '0.10.0' });
  const theirs = values({ '/name': 'Theirs', '/requestUrl': 'https://theirs.example.org' });
  const rows = conflictRows(mine, theirs, BASE);
  assert.deepEqual(
    rows.map((row) => [row.name, row.changedBy, suggestedSide(row)]),
    [
      ['/name', 'both', 'mine'],
      ['/requestUrl', 'them', 'theirs'],
      ['/payload/guide', 'me', 'mine'],
    ],
  );
  const result = settled(mine, theirs, rows, suggestedSide);
  assert.equal(result['/name'], 'Mine');
  assert.equal(result['/requestUrl'], 'https://theirs.example.org');
  assert.equal(result['/payload/guide'], '0.10.0');
});

test('without knowing what was there before, mine is chosen', () => {
  const [row] = conflictRows(values({ '/name': 'Mine' }), BASE, undefined);
  assert.equal(row && suggestedSide(row), 'mine' satisfies Side);
});

test('a typed secret stays, whatever is chosen', () => {
  const mine = values({ '/authentication/password': 'typed', '/name': 'Mine' });
  const rows = conflictRows(mine, BASE, BASE);
  const result = settled(mine, BASE, rows, () => 'theirs');
  assert.equal(result['/authentication/password'], 'typed');
  assert.equal(result['/name'], 'North');
});
