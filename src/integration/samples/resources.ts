/**
 * The made-up resources of the sample bundles. Nobody in them exists, and none has a health card number, an address or a
 * telephone number: an invented one that is valid may be somebody's.
 */

/** The referral's ref in every sample, of either format. */
export const SAMPLE_REF = 'sample-690';

export interface Resource {
  resourceType: string;
  id: string;
  [member: string]: unknown;
}

const IDS = {
  ServiceRequest: '5a3f0002-0000-4000-8000-000000000002',
  Task: '5a3f0003-0000-4000-8000-000000000003',
  Appointment: '5a3f0004-0000-4000-8000-000000000004',
  Communication: '5a3f0005-0000-4000-8000-000000000005',
  Patient: '5a3f0006-0000-4000-8000-000000000006',
  requester: '5a3f0007-0000-4000-8000-000000000007',
  performer: '5a3f0008-0000-4000-8000-000000000008',
  requesterPractitioner: '5a3f0009-0000-4000-8000-000000000009',
  performerPractitioner: '5a3f000a-0000-4000-8000-00000000000a',
  requesterOrganization: '5a3f000b-0000-4000-8000-00000000000b',
  performerOrganization: '5a3f000c-0000-4000-8000-00000000000c',
  HealthcareService: '5a3f000d-0000-4000-8000-00000000000d',
} as const;

export type ResourceName = keyof typeof IDS;

const refer = (name: ResourceName) => ({ reference: `urn:uuid:${IDS[name]}` });

interface Statuses {
  readonly request?: string;
  readonly task?: string;
}

/** What the event says has become of the referral and of its processing, where that is not `active` and `accepted`. */
const STATUSES: Readonly<Record<string, Statuses>> = {
  'revoke-service-request': { request: 'revoked' },
  'notify-add-process-request': { task: 'received' },
  'notify-update-service-record': { task: 'in-progress' },
};

/** All of them, as they are when the event is sent `at`; `sender` writes the message of a Communication. */
export const resources = (
  eventCode: string,
  at: string,
  sender: 'requester' | 'performer',
): Readonly<Record<ResourceName, Resource>> => {
  const requester = side('requester', 'Requester');
  const performer = side('performer', 'Performer');
  const { request = 'active', task = 'accepted' } = STATUSES[eventCode] ?? {};
  return {
    ServiceRequest: {
      resourceType: 'ServiceRequest',
      id: IDS.ServiceRequest,
      identifier: [{ system: 'https://ocean.example.org/referral-ref', value: SAMPLE_REF }],
      status: request,
      // As in messages that Ocean sends, not `order`.
      intent: 'proposal',
      priority: 'routine',
      code: { text: 'Sample referral' },
      subject: refer('Patient'),
      authoredOn: at,
      requester: refer('requester'),
      performer: [refer('HealthcareService')],
      reasonCode: [{ text: 'Made-up reason of a sample' }],
    },
    Task: {
      resourceType: 'Task',
      id: IDS.Task,
      basedOn: [refer('ServiceRequest')],
      status: task,
      intent: 'order',
      // Tells the Task that a referral is processed by from others. Without a system: public sources do not agree on one.
      code: { coding: [{ code: 'process-request' }] },
      description: 'Sample task: this is made-up data.',
      focus: refer('ServiceRequest'),
      for: refer('Patient'),
      authoredOn: at,
      lastModified: at,
      requester: refer('requester'),
      owner: refer('performer'),
    },
    Appointment: {
      resourceType: 'Appointment',
      id: IDS.Appointment,
      status: 'booked',
      description: 'Sample appointment',
      start: '2026-02-02T09:00:00-05:00',
      end: '2026-02-02T09:30:00-05:00',
      basedOn: [refer('ServiceRequest')],
      participant: [
        { actor: refer('Patient'), status: 'accepted' },
        { actor: refer('performer'), status: 'accepted' },
      ],
    },
    Communication: {
      resourceType: 'Communication',
      id: IDS.Communication,
      basedOn: [refer('ServiceRequest')],
      status: 'completed',
      subject: refer('Patient'),
      sent: at,
      sender: refer(sender),
      recipient: [refer(sender === 'requester' ? 'performer' : 'requester')],
      payload: [{ contentString: 'Sample message: this is made-up data.' }],
    },
    Patient: {
      resourceType: 'Patient',
      id: IDS.Patient,
      identifier: [{ system: 'https://ocean.example.org/sample-patient', value: 'sample-1' }],
      name: [{ use: 'official', family: 'Sample', given: ['Exemple'] }],
      gender: 'unknown',
      birthDate: '1900-01-01',
    },
    requester: requester.role,
    requesterPractitioner: requester.practitioner,
    requesterOrganization: requester.organization,
    performer: performer.role,
    performerPractitioner: performer.practitioner,
    performerOrganization: performer.organization,
    HealthcareService: {
      resourceType: 'HealthcareService',
      id: IDS.HealthcareService,
      active: true,
      providedBy: refer('performerOrganization'),
      name: 'Sample service',
    },
  };
};

/** A role, the person who has it and the organization: of the requester, or of the performer. */
const side = (name: 'requester' | 'performer', title: string) => {
  const role: Resource = {
    resourceType: 'PractitionerRole',
    id: IDS[name],
    practitioner: refer(`${name}Practitioner`),
    organization: refer(`${name}Organization`),
  };
  const practitioner: Resource = {
    resourceType: 'Practitioner',
    id: IDS[`${name}Practitioner`],
    name: [{ use: 'official', family: `Sample-${title}`, given: ['Exemple'] }],
  };
  const organization: Resource = {
    resourceType: 'Organization',
    id: IDS[`${name}Organization`],
    name: `Sample ${title} Clinic`,
  };
  return { role, practitioner, organization };
};
