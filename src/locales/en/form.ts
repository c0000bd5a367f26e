/** The registration form's texts in English (en-CA). The shape that every other language has to fill. */

const plural = (count: number, one: string, many: string): string =>
  `${new Intl.NumberFormat('en-CA').format(count)} ${count === 1 ? one : many}`;

export const texts = {
  title: { register: 'Register an integration', edit: 'Edit integration', view: 'Integration' },
  optional: 'optional',
  english: 'English',
  french: 'French',
  loading: 'Loading the integration…',
  loadingPart: 'Loading…',
  partFailed: 'This part could not be loaded.',
  failed: 'The integration could not be loaded.',

  module: {
    legend: 'Module',
    options: { 'patient-engagement': 'Patient engagement', ereferrals: 'eReferrals' },
    hints: {
      'patient-engagement': 'Patient messages, notes and forms',
      ereferrals: 'Referrals and their progress',
    },
    unsent: (parts: readonly string[]): string =>
      `Not sent with this module: ${new Intl.ListFormat('en-CA').format(parts)}. It is kept here until you save.`,
    unsentEvents: (count: number): string => plural(count, 'event', 'events'),
    unsentLaunch: 'the referral system launch',
    unsentPayload: 'the payload type',
  },

  basics: {
    heading: 'Basics',
    name: 'Integration name',
    nameHint: 'Tells integrations apart in lists, and when a listing is bound to one.',
    requestUrl: 'Request URL',
    requestUrlHint: 'The webhook endpoint that Ocean sends updates to.',
  },

  endpoint: {
    check: 'Check endpoint',
    checking: 'Checking the endpoint…',
    unchecked: 'Not checked yet',
    stale: 'Changed since the last check',
    verified: 'Endpoint verified',
    failing: 'The endpoint did not pass the check',
    erroring: 'Deliveries to this endpoint fail',
    unavailable: 'The check could not be made',
    explain: 'How the check works',
  },

  payload: {
    heading: 'Payload',
    type: 'Payload type',
    formats: { 'fhir-r4': 'HL7 FHIR R4', 'ocean-json': 'Ocean JSON' },
    formatHints: {
      'fhir-r4': 'A message bundle by the Ontario eReferral guide',
      'ocean-json': 'References only, in Ocean’s own format',
    },
    deprecated:
      'Kept for existing integrations. New eReferral integrations should use HL7 FHIR R4.',
    only: 'Patient engagement events are always sent as Ocean JSON.',
    guide: 'FHIR guide version',
    guides: { '0.11.1': 'v0.11.1 (recommended)', '0.10.0': 'v0.10.0 (existing integrations)' },
    sample: 'Show sample payload',
    hideSample: 'Hide sample payload',
  },

  authentication: {
    heading: 'Authentication',
    type: 'Authentication',
    hint: 'How Ocean proves itself to your endpoint.',
    types: {
      none: 'None',
      basic: 'HTTP Basic',
      oauth2: 'OAuth 2.0 client credentials',
      'webhook-key': 'Webhook key',
    },
    fields: {
      username: 'User name',
      password: 'Password',
      tokenUrl: 'Token URL',
      clientId: 'Client ID',
      clientSecret: 'Client secret',
      scope: 'Scope',
      key: 'Key',
    },
    keyHint: 'Sent in the header x-ocean-webhook-key.',
    stored: 'One is stored. Leave this empty to keep it.',
  },

  events: {
    heading: 'Events',
    hint: 'What Ocean should tell the endpoint about.',
    filter: 'Filter events',
    selected: (count: number, total: number): string => `${count} of ${total} selected`,
    shown: (count: number): string => plural(count, 'event shown', 'events shown'),
    none: 'No event matches the filter.',
    empty: 'The service offers no events for this module.',
    selectAll: (group: string): string => `All: ${group}`,
    groups: {
      'from-patient': 'From the patient',
      'from-requester': 'From the requester',
      'from-performer': 'From the performer',
      'from-informer': 'From the informer',
      other: 'Other events',
      unknown: 'Selected, not offered by the service any more',
    } as Record<string, string>,
    loading: 'Loading the events…',
    failed: 'The events could not be loaded.',
  },

  launch: {
    heading: 'Referral system launch',
    activate: 'Activate a Referral System Launch when Sending a Referral',
    hint: 'After sending a referral, the sender is taken on to another system.',
    bilingual: 'Give the texts in English and French',
    companyName: 'Company name',
    companyNameHint: 'Of the system that will be launched.',
    baseLaunchUrl: 'Base launch URL',
    baseLaunchUrlHint:
      'Where the sender is taken. Only the referral’s reference, the site number and a one-time token are added.',
    applicationName: 'Application name',
    category: 'Category',
    categories: [
      'Central intake',
      'Diagnostic imaging',
      'eConsult',
      'Home and community care',
      'Laboratory',
      'Mental health',
      'Specialist care',
    ],
    advanced: 'Advanced settings',
    notAllowed: 'You may not change referral system launches. What is stored stays as it is.',
  },

  actions: {
    register: 'Register integration',
    save: 'Save changes',
    saving: 'Saving…',
    cancel: 'Cancel',
    retry: 'Try again',
    wait: (seconds: number): string => `Try again in ${plural(seconds, 'second', 'seconds')}.`,
  },
};

export type FormTexts = typeof texts;
