/**
 * An HL7 FHIR R4 message Bundle as the Ontario eReferral guide has it: a MessageHeader first, then what it is about and
 * all that this refers to. Everything in it is made up, and each resource is marked as test data (`HTEST`).
 *
 * The header's extension with the referral's ref is in messages that Ocean sends and in OceanMD's open-source code. No
 * profile but the header's is claimed: what the guide asks of the other resources is more than a sample shows.
 */
import { EVENT_CATALOGUE } from '../event-catalogue.js';
import type { FhirGuide } from '../rules.js';
import { SAMPLE_REF, resources } from './resources.js';
import type { Resource, ResourceName } from './resources.js';

/** Version of the MessageHeader's profile in each version of the guide. */
const PROFILE_VERSIONS: Readonly<Record<FhirGuide, string>> = {
  '0.10.0': '1.0.0',
  '0.11.1': '1.0.1',
};

const ONTARIO = 'http://ehealthontario.ca/fhir/StructureDefinition';

const TEST_DATA = {
  security: [
    {
      system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason',
      code: 'HTEST',
      display: 'test health data',
    },
  ],
};

/** The same each time, so that two samples can be compared. */
const TIMESTAMP = '2026-01-15T14:30:00-05:00';

/** What each resource refers to, so that a bundle holds all of it. */
const REFERS_TO: Readonly<Record<ResourceName, readonly ResourceName[]>> = {
  ServiceRequest: ['Patient', 'requester', 'HealthcareService'],
  Task: ['ServiceRequest', 'Patient', 'requester', 'performer'],
  Appointment: ['ServiceRequest', 'Patient', 'performer'],
  Communication: ['ServiceRequest', 'Patient', 'requester', 'performer'],
  Patient: [],
  requester: ['requesterPractitioner', 'requesterOrganization'],
  performer: ['performerPractitioner', 'performerOrganization'],
  requesterPractitioner: [],
  performerPractitioner: [],
  requesterOrganization: [],
  performerOrganization: [],
  HealthcareService: ['performerOrganization'],
};

/** The resources that the event is about, and after them all that they refer to, each once. */
const gather = (names: readonly ResourceName[], found = new Set<ResourceName>()) => {
  for (const name of names) found.add(name);
  for (const name of names)
    gather(
      REFERS_TO[name].filter((other) => !found.has(other)),
      found,
    );
  return found;
};

/** FNV-1a, 32 bits, in the shape of a UUID: each message has an identifier of its own, the same each time. */
const uuidOf = (text: string): string => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++)
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return `5a3f0001-0000-4000-8000-${hash.toString(16).padStart(12, '0')}`;
};

const isKnown = (name: string): name is ResourceName => Object.hasOwn(REFERS_TO, name);

export const messageBundle = (guide: FhirGuide, eventCode: string, requestUrl: string) => {
  const event = EVENT_CATALOGUE.find(({ code }) => code === eventCode);
  // An event that is not in the catalogue is shown about a Task.
  const known = (event?.focus ?? []).filter(isKnown);
  const focus = known.length > 0 ? known : (['Task'] as const);
  const sender = event?.direction === 'from-performer' ? 'performer' : 'requester';
  const all = resources(eventCode, TIMESTAMP, sender);
  const entry = ({ resourceType, id, meta, ...members }: Resource) => ({
    fullUrl: `urn:uuid:${id}`,
    resource: { resourceType, id, meta: { ...(meta ?? {}), ...TEST_DATA }, ...members },
  });
  const refer = (name: ResourceName) => ({ reference: `urn:uuid:${all[name].id}` });
  const header: Resource = {
    resourceType: 'MessageHeader',
    id: uuidOf(`header ${guide} ${eventCode}`),
    meta: {
      profile: [`${ONTARIO}/ca-on-eReferral-profile-MessageHeader|${PROFILE_VERSIONS[guide]}`],
    },
    extension: [{ url: `${ONTARIO}/ext-id-message-header`, valueString: SAMPLE_REF }],
    eventCoding: {
      system: 'https://ehealthontario.ca/fhir/CodeSystem/message-event-code',
      code: eventCode,
    },
    destination: [{ name: 'Sample endpoint', endpoint: requestUrl }],
    sender: refer(`${sender}Organization`),
    author: refer(sender),
    source: { name: 'Ocean (sample, made-up data)', endpoint: 'https://ocean.example.org/fhir' },
    focus: focus.map(refer),
  };
  const names = gather([...focus, sender]);
  const id = uuidOf(`bundle ${guide} ${eventCode}`);
  return {
    resourceType: 'Bundle',
    id,
    meta: TEST_DATA,
    identifier: { system: 'urn:ietf:rfc:3986', value: `urn:uuid:${id}` },
    type: 'message',
    timestamp: TIMESTAMP,
    entry: [header, ...Array.from(names, (name) => all[name])].map(entry),
  };
};
