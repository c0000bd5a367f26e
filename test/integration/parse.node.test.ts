/** The schemas' rules, as a table: what is refused, where, and why. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { messageTextLength } from '../../src/integration/message-text.js';
import {
  parseIntegration,
  parseIntegrationDraft,
  parseLaunchSettings,
} from '../../src/integration/parse.js';
import type { DraftOptions } from '../../src/integration/parse.js';

const DRAFT = {
  module: 'ereferrals',
  name: 'North',
  requestUrl: 'https://hooks.example.org/x',
  payload: { format: 'fhir-r4', guide: '0.11.1' },
  authentication: { type: 'none' },
  events: ['add-service-request'],
};
const LAUNCH = {
  companyName: 'North',
  applicationName: { en: 'Book', fr: 'Réserver' },
  baseLaunchUrl: 'https://book.example.org/',
};

const refusals: [
  what: string,
  change: object,
  pointer: string,
  code: string,
  options?: DraftOptions,
][] = [
  ['no name', { name: '' }, '/name', 'required'],
  ['a name of white space', { name: '  ' }, '/name', 'required'],
  ['a missing name', { name: undefined }, '/name', 'required'],
  ['a long name', { name: 'x'.repeat(81) }, '/name', 'too-long'],
  ['a module of its own', { module: 'labs' }, '/module', 'invalid'],
  ['no URL', { requestUrl: '' }, '/requestUrl', 'url-empty'],
  ['http', { requestUrl: 'http://hooks.example.org/' }, '/requestUrl', 'url-not-https'],
  ['a private host', { requestUrl: 'https://10.0.0.1/' }, '/requestUrl', 'url-host-not-public'],
  ['no events', { events: [] }, '/events', 'required'],
  ['an unknown format', { payload: { format: 'hl7v2' } }, '/payload/format', 'invalid'],
  ['FHIR without a guide', { payload: { format: 'fhir-r4' } }, '/payload/guide', 'required'],
  ['an unknown guide', { payload: { format: 'fhir-r4', guide: '9' } }, '/payload/guide', 'invalid'],
  [
    'FHIR for patient engagement',
    { module: 'patient-engagement' },
    '/payload/format',
    'format-not-for-module',
  ],
  [
    'a launch for patient engagement',
    { module: 'patient-engagement', payload: { format: 'ocean-json' }, launch: LAUNCH },
    '/launch',
    'launch-not-for-module',
  ],
  [
    'an unknown authentication',
    { authentication: { type: 'mtls' } },
    '/authentication/type',
    'invalid',
  ],
  [
    'basic without a user name',
    { authentication: { type: 'basic' } },
    '/authentication/username',
    'required',
  ],
  [
    'a token URL that is none',
    { authentication: { type: 'oauth2', tokenUrl: 'x', clientId: 'c' } },
    '/authentication/tokenUrl',
    'url-scheme-missing',
  ],
  [
    'a new integration without its secret',
    { authentication: { type: 'webhook-key' } },
    '/authentication/key',
    'required',
    { stored: null },
  ],
  [
    'another authentication without its secret',
    { authentication: { type: 'webhook-key' } },
    '/authentication/key',
    'required',
    { stored: { authentication: { type: 'basic', username: 'a', hasPassword: true } } },
  ],
  [
    'no company name',
    { launch: { ...LAUNCH, companyName: '' } },
    '/launch/companyName',
    'required',
  ],
  [
    'a company name without its French',
    { launch: { ...LAUNCH, companyName: { en: 'a', fr: '' } } },
    '/launch/companyName/fr',
    'required',
  ],
  [
    'a patient in the launch URL',
    { launch: { ...LAUNCH, baseLaunchUrl: 'https://book.example.org/?hcn=1' } },
    '/launch/baseLaunchUrl',
    'url-patient-identifier',
  ],
  [
    'a patient in a word of a parameter of the launch URL',
    { launch: { ...LAUNCH, baseLaunchUrl: 'https://book.example.org/?p[hcn]=1' } },
    '/launch/baseLaunchUrl',
    'url-patient-identifier',
  ],
  [
    'a parameter of the launch in the launch URL',
    { launch: { ...LAUNCH, baseLaunchUrl: 'https://book.example.org/?launch=1' } },
    '/launch/baseLaunchUrl',
    'url-launch-parameter',
  ],
  [
    'a message of 4,001 characters',
    { launch: { ...LAUNCH, confirmationMessage: `<p>${'x'.repeat(4001)}</p>` } },
    '/launch/confirmationMessage',
    'message-too-long',
  ],
  [
    'a message of 20,001 characters of markup',
    { launch: { ...LAUNCH, confirmationMessage: '<br>'.repeat(5001) } },
    '/launch/confirmationMessage',
    'message-markup-too-long',
  ],
];

describe('A draft is refused for', () => {
  for (const [what, change, pointer, code, options] of refusals) {
    it(what, () => {
      const result = parseIntegrationDraft({ ...DRAFT, ...change }, options);
      assert.equal(result.ok, false);
      assert.deepEqual(result.ok ? [] : result.issues.map((issue) => [issue.pointer, issue.code]), [
        [pointer, code],
      ]);
    });
  }
  for (const value of [undefined, null, 5, 'x', [], {}]) {
    it(`being ${JSON.stringify(value)}`, () => {
      assert.equal(parseIntegrationDraft(value).ok, false);
      assert.equal(parseIntegration(value).ok, false);
      assert.equal(parseLaunchSettings(value).ok, false);
    });
  }
});

describe('A draft is accepted', () => {
  it('trimmed, with its URLs as they are stored and unknown fields kept', () => {
    const result = parseIntegrationDraft({
      ...DRAFT,
      name: ' North ',
      requestUrl: ' https://HOOKS.example.org/x#y',
      launch: { ...LAUNCH, later: 1 },
      shinyNew: true,
    });
    assert.ok(result.ok);
    assert.equal(result.value.name, 'North');
    assert.equal(result.value.requestUrl, 'https://hooks.example.org/x');
    assert.equal(result.value['shinyNew'], true);
    assert.equal(result.value.launch?.['later'], 1);
  });
  it('without a secret that is stored', () => {
    const authentication = { type: 'basic', username: 'a' };
    const stored = { authentication: { type: 'basic' as const, username: 'a', hasPassword: true } };
    assert.equal(parseIntegrationDraft({ ...DRAFT, authentication }, { stored }).ok, true);
  });
  it('with a host of the deployment', () => {
    const draft = { ...DRAFT, requestUrl: 'http://emr.local:8080/hook' };
    assert.equal(parseIntegrationDraft(draft, { deployment: 'on-premise' }).ok, true);
    assert.equal(parseIntegrationDraft(draft).ok, false);
  });
});

describe('What a newer server answers', () => {
  const answer = {
    ...DRAFT,
    id: '1',
    version: '"a"',
    enabled: true,
    endpoint: { status: 'teleported' },
    updatedAt: 'soon',
    events: ['referral.teleported'],
    launch: { ...LAUNCH, baseLaunchUrl: 'javascript:alert(1)' },
    shinyNew: 1,
  };
  it('is read: unknown values are kept, odd ones of no weight are left out', () => {
    const result = parseIntegration(answer);
    assert.ok(result.ok);
    assert.equal(result.value.endpoint.status, 'unchecked');
    assert.equal(result.value.updatedAt, undefined);
    assert.deepEqual(result.value.events, ['referral.teleported']);
    assert.equal(result.value['shinyNew'], 1);
  });
  it('is refused where a type has drifted', () => {
    assert.equal(parseIntegration({ ...answer, enabled: 'false' }).ok, false);
    assert.equal(parseIntegration({ ...answer, id: 1 }).ok, false);
  });
});

describe('The length of a message', () => {
  const rows: [string, number][] = [
    ['', 0],
    ['Thanks', 6],
    ['<p>Th<strong>an</strong>ks</p>', 6],
    ['a &amp; b &#39; &nbsp;', 9],
    ['1 < 2', 5],
    ['<!-- hidden -->seen', 4],
  ];
  for (const [markup, length] of rows) {
    it(`of ${JSON.stringify(markup)} is ${length}`, () => {
      assert.equal(messageTextLength(markup), length);
    });
  }
});
