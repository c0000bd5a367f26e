/**
 * An HL7 FHIR R4 message Bundle as the Ontario eReferral guide has it: a MessageHeader first, then what it is about and
 * all that this refers to. Everything in it is made up and marked as test data (`HTEST`).
 */
import { EVENT_CATALOGUE } from '../event-catalogue.js';
import type { FhirGuide } from '../rules.js';
import { resources } from './resources.js';
import type { Resource, ResourceName } from './resources.js';

/** Version of the MessageHeader's profile in each version of the guide. */
const PROFILE_VERSIONS: Readonly<Record<FhirGuide, string>> = {
  '0.10.0': '1.0.0',
  '0.11.1': '1.0.1',
};

const PROFILE =
  'http://ehealthontario.ca/fhir/StructureDefinition/ca-on-eReferral-profile-MessageHeader';

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

const isKnown = (name: string): name is ResourceName => Object.hasOwn(REFERS_TO, name);

export const messageBundle = (guide: FhirGuide, eventCode: string, requestUrl: string) => {
  const event = EVENT_CATALOGUE.find(({ code }) => code === eventCode);
  // An event that is not in the catalogue is shown about a Task.
  const known = (event?.focus ?? []).filter(isKnown);
  const focus = known.length > 0 ? known : (['Task'] as const);
  const sender = event?.direction === 'from-performer' ? 'performer' : 'requester';
  const all = resources(TIMESTAMP, sender);
  const entry = (resource: Resource) => ({ fullUrl: `urn:uuid:${resource.id}`, resource });
  const refer = (name: ResourceName) => ({ reference: `urn:uuid:${all[name].id}` });
  const header: Resource = {
    resourceType: 'MessageHeader',
    id: '5a3f0001-0000-4000-8000-000000000001',
    meta: {
      profile: [`${PROFILE}|${PROFILE_VERSIONS[guide]}`],
      security: [
        {
          system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason',
          code: 'HTEST',
          display: 'test health data',
        },
      ],
    },
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
  return {
    resourceType: 'Bundle',
    id: '5a3f0000-0000-4000-8000-000000000000',
    identifier: {
      system: 'urn:ietf:rfc:3986',
      value: 'urn:uuid:5a3f0000-0000-4000-8000-000000000000',
    },
    type: 'message',
    timestamp: TIMESTAMP,
    entry: [header, ...Array.from(names, (name) => all[name])].map(entry),
  };
};
