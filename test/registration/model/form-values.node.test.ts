/** What stands in the form, there and back: nothing of an integration is lost on the way. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseIntegrationDraft } from '../../../src/integration/parse.js';
import type { Integration } from '../../../src/integration/schema.js';
import {
  EMPTY_VALUES,
  differences,
  fieldOf,
  toDraft,
  toValues,
  unsent,
} from '../../../src/registration/model/form-values.js';

const STORED: Integration = {
  id: '7',
  version: '3',
  module: 'ereferrals',
  name: 'North',
  requestUrl: 'https://hooks.example.org/x',
  payload: { format: 'fhir-r4', guide: '0.10.0', newerPart: 1 },
  authentication: {
    type: 'oauth2',
    tokenUrl: 'https://id.example.org/t',
    clientId: 'me',
    hasClientSecret: true,
    audience: 'kept',
  },
  events: ['add-service-request', 'from-a-newer-server'],
  enabled: false,
  endpoint: { status: 'verified' },
  launch: {
    companyName: { en: 'North', fr: 'Nord' },
    applicationName: 'Book',
    baseLaunchUrl: 'https://book.example.org/?a=1#b',
    category: null,
    confirmationMessage: '<p>Thanks</p>',
    referralFormId: 'f-1',
    logoUrl: 'https://cdn.example.org/l.png',
    logoAlt: 'North',
    useIframe: true,
    hologram: 'kept',
  },
  shinyNew: { a: 1 },
};

describe('An integration in the form', () => {
  it('comes back whole, without what is the backend’s', () => {
    const draft = toDraft(toValues(STORED), STORED);
    const { id, version, endpoint, ...rest } = STORED;
    assert.deepEqual([id, version, endpoint.status], ['7', '3', 'verified']);
    assert.equal('id' in draft || 'version' in draft || 'endpoint' in draft, false);
    assert.deepEqual(draft['shinyNew'], rest['shinyNew']);
    assert.equal(draft.enabled, false);
    assert.deepEqual(draft.payload, STORED.payload);
    assert.deepEqual(draft.authentication, {
      type: 'oauth2',
      tokenUrl: 'https://id.example.org/t',
      clientId: 'me',
      audience: 'kept',
    });
    assert.deepEqual(draft.events, STORED.events);
    assert.deepEqual(draft.launch, {
      ...STORED.launch,
      // One text given in two languages makes all of them so; what was one string stands in both.
      applicationName: { en: 'Book', fr: 'Book' },
      category: '',
      confirmationMessage: { en: '<p>Thanks</p>', fr: '<p>Thanks</p>' },
      logoAlt: { en: 'North', fr: 'North' },
    });
    assert.equal(parseIntegrationDraft(draft, { stored: STORED }).ok, true);
  });

  it('sends a secret only where one was typed', () => {
    const values = { ...toValues(STORED), '/authentication/clientSecret': 'typed' };
    assert.equal(
      (toDraft(values, STORED).authentication as { clientSecret?: string }).clientSecret,
      'typed',
    );
    assert.equal('clientSecret' in toDraft(toValues(STORED), STORED).authentication, false);
  });

  it('sends nothing of the other module', () => {
    const values = { ...toValues(STORED), '/module': 'patient-engagement' as const };
    assert.deepEqual(unsent(values), { events: 2, launch: true, payload: true });
    const draft = toDraft(values, STORED);
    assert.deepEqual([draft.payload.format, draft.launch, draft.events], ['ocean-json', null, []]);
  });

  it('is the same after being opened twice', () => {
    assert.deepEqual(differences(toValues(STORED), toValues(structuredClone(STORED))), []);
    assert.deepEqual(differences(toValues(STORED), { ...toValues(STORED), '/name': 'x' }), [
      '/name',
    ]);
  });

  it('takes nothing of a wrong type from a host', () => {
    const odd = { name: 5, events: ['a'], launch: { useIframe: 'yes' } } as unknown as Integration;
    const values = toValues(odd);
    assert.equal(values['/name'], '');
    assert.equal(values['/launch/useIframe'], false);
    assert.equal(({} as { polluted?: unknown }).polluted, undefined);
  });
});

describe('The field of a pointer', () => {
  const rows: [string, string | undefined][] = [
    ['/name', '/name'],
    ['#/requestUrl', '/requestUrl'],
    ['/events/3', '/events'],
    ['/launch/companyName/en', '/launch/companyName'],
    ['/launch/companyName/fr', '/launch/companyName/fr'],
    ['/authentication/clientSecret', '/authentication/clientSecret'],
    ['/launch/unknown', '/launch'],
    ['/notAField', undefined],
    ['/__proto__', undefined],
    ['', undefined],
  ];
  for (const [pointer, field] of rows) {
    it(`${pointer || 'the whole'} is ${field ?? 'none'}`, () => {
      assert.equal(fieldOf(pointer), field);
    });
  }
  it('has a field for every value', () => {
    for (const name of Object.keys(EMPTY_VALUES)) {
      if (name.startsWith('/')) assert.equal(fieldOf(name), name);
    }
  });
});
