/** JSON that a user pasted, with values of a wrong type in each of its members: read without an error, and each field holds what it can. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseIntegration, parseIntegrationDraft } from '../../../src/integration/parse.js';
import type { IntegrationDraft } from '../../../src/integration/schema.js';
import { FormStore } from '../../../src/registration/model/form-store.js';
import {
  CHOICES,
  EMPTY_VALUES,
  toDraft,
  toValues,
  unsent,
} from '../../../src/registration/model/form-values.js';

type Fields = Record<string, unknown>;

const TEXT = { en: 'North', fr: 'Nord' };

const WHOLE: Fields = {
  module: 'ereferrals',
  name: 'North',
  requestUrl: 'https://hooks.example.org/x',
  payload: { format: 'fhir-r4', guide: '0.10.0' },
  authentication: {
    type: 'oauth2',
    username: 'u',
    password: 'p',
    tokenUrl: 'https://id.example.org/t',
    clientId: 'me',
    clientSecret: 's',
    scope: 'a',
    key: 'k',
    hasPassword: true,
  },
  events: ['add-service-request'],
  enabled: true,
  launch: {
    companyName: TEXT,
    applicationName: 'Book',
    baseLaunchUrl: 'https://book.example.org/',
    category: TEXT,
    confirmationMessage: TEXT,
    referralFormId: 'f-1',
    logoUrl: 'https://cdn.example.org/l.png',
    logoAlt: TEXT,
    useIframe: true,
  },
};

const ODD: unknown[] = [
  null,
  true,
  false,
  0,
  7,
  '',
  'hologram',
  '<b>x',
  'constructor',
  '__proto__',
  'toString',
  'hasOwnProperty',
  [],
  [null],
  [7, true, null, {}, ['a']],
  ['constructor', 'constructor'],
  {},
  { length: 3 },
  { en: 7, fr: null },
  { type: { type: 'basic' }, format: ['fhir-r4'] },
  { type: 'constructor', format: 'toString', guide: '__proto__' },
  { a: { b: { c: [{ d: null }] } } },
  JSON.parse('{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}'),
  JSON.parse(`${'['.repeat(2_000)}${']'.repeat(2_000)}`),
];

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Paths of all members, those that hold others as well. */
const pathsOf = (fields: Fields): string[][] =>
  Object.entries(fields).flatMap(([name, value]) => [
    [name],
    ...(isFields(value) ? pathsOf(value).map((path) => [name, ...path]) : []),
  ]);

const withOdd = (fields: Fields, [name = '', ...rest]: string[], odd: unknown): Fields => ({
  ...fields,
  [name]: rest.length > 0 ? withOdd(fields[name] as Fields, rest, odd) : odd,
});

/** Goes through all that reads pasted JSON, and says what is in the form. */
const openInForm = (odd: unknown): typeof EMPTY_VALUES => {
  parseIntegration(odd);
  parseIntegrationDraft(odd);
  parseIntegrationDraft(odd, { stored: null });
  const values = toValues(odd as Partial<IntegrationDraft>);
  for (const [name, empty] of Object.entries(EMPTY_VALUES))
    assert.equal(typeof values[name as keyof typeof values], typeof empty, name);
  assert.deepEqual(Object.keys(values), Object.keys(EMPTY_VALUES));
  for (const [name, choices] of Object.entries(CHOICES))
    assert.ok(choices.includes(values[name as '/module']), name);
  assert.deepEqual(Object.keys(values['/events']), Object.keys(EMPTY_VALUES['/events']));
  for (const code of Object.values(values['/events']).flat()) assert.equal(typeof code, 'string');
  unsent(values);
  toDraft(values);
  const store = new FormStore(() => {});
  store.open(odd as Partial<IntegrationDraft>);
  store.validate();
  assert.equal(store.dirty, false);
  return values;
};

describe('Pasted JSON with values of a wrong type', () => {
  for (const path of pathsOf(WHOLE))
    it(`is read with anything in ${path.join('.')}`, () => {
      for (const odd of ODD) openInForm(withOdd(WHOLE, path, odd));
      assert.equal(({} as { polluted?: unknown }).polluted, undefined);
    });

  it('is read where it is no integration at all', () => {
    for (const odd of ODD) openInForm(odd);
    for (const odd of ODD)
      openInForm(Object.fromEntries(Object.keys(WHOLE).map((name) => [name, odd])));
  });

  it('keeps the other members of an integration that has one odd one', () => {
    const rows: [path: string[], odd: unknown, name: keyof typeof EMPTY_VALUES, kept: unknown][] = [
      [['module'], 'hologram', '/name', 'North'],
      [['module'], null, '/events', { 'patient-engagement': [], ereferrals: WHOLE['events'] }],
      [['authentication', 'type'], 'hologram', '/authentication/clientId', 'me'],
      [['authentication'], 'hologram', '/requestUrl', WHOLE['requestUrl']],
      [['payload', 'format'], 'hologram', '/payload/guide', '0.10.0'],
      [['events'], 'add-service-request', '/launch/companyName', 'North'],
      [
        ['events'],
        ['a', 7, null, 'b'],
        '/events',
        { 'patient-engagement': [], ereferrals: ['a', 'b'] },
      ],
      [['launch', 'companyName'], 7, '/launch/category/fr', 'Nord'],
      [['launch'], 'yes', '/launch', false],
      [['launch'], null, '/launch', false],
      [['authentication/type'], 'basic', '/authentication/type', 'oauth2'],
      [['launch', 'companyName/fr'], 'x', '/launch/companyName/fr', 'Nord'],
    ];
    for (const [path, odd, name, kept] of rows)
      assert.deepEqual(openInForm(withOdd(WHOLE, path, odd))[name], kept, path.join('.'));
  });
});
