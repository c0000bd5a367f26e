/** The registration form's texts in English (en-CA). The shape that every other language has to fill. */
import { endSentence } from '../end-sentence.js';
import { list, number, plural } from '../english.js';

export const texts = {
  title: { register: 'Register an integration', edit: 'Edit integration', view: 'Integration' },
  optional: '(optional)',
  /** A label, and the language of what is entered there. */
  inLanguage: (label: string, language: string): string => `${label} (${language})`,
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
      `${endSentence(`Will not be sent with this module: ${list(parts)}`)} These items stay in the form until you save.`,
    unsentEvents: (count: number): string => plural(count, 'event', 'events'),
    unsentLaunch: 'the referral system launch',
    unsentPayload: 'the payload type',
  },

  basics: {
    heading: 'Basics',
    name: 'Integration name',
    nameHint:
      'Helps people recognize this integration in lists, and when they link a directory listing to it.',
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
      'fhir-r4': 'A message bundle that follows the Ontario eReferral guide',
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
    hint: 'How Ocean signs in to your endpoint.',
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
    stored: 'A value is already saved. Leave this field empty to keep it.',
  },

  events: {
    heading: 'Events',
    hint: 'The events that Ocean sends to the endpoint.',
    filter: 'Filter events',
    selected: (count: number, total: number): string =>
      `${number(count)} of ${number(total)} selected`,
    shown: (count: number): string => plural(count, 'event shown', 'events shown'),
    none: 'No event matches the filter.',
    empty: 'The service offers no events for this module.',
    selectAll: (group: string): string => `All events: ${group}`,
    groups: {
      'from-patient': 'From the patient',
      'from-requester': 'From the sender (requester)',
      'from-performer': 'From the recipient (performer)',
      'from-informer': 'From another system (informer)',
      other: 'Other events',
      unknown: 'Selected, but no longer offered by the service',
    } as Record<string, string>,
    loading: 'Loading the events…',
    failed: 'The events could not be loaded.',
  },

  launch: {
    heading: 'Referral system launch',
    activate: 'Activate a Referral System Launch when Sending a Referral',
    hint: 'After sending a referral, the sender is taken to another system.',
    bilingual: 'Enter the texts in English and French',
    companyName: 'Company name',
    companyNameHint: 'The company whose system will be launched.',
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
    notAllowed:
      'You do not have permission to change the referral system launch. The saved settings stay as they are.',
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
