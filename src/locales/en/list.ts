/** The list of integrations, in English (en-CA). */

import { texts as reasons } from './reasons.js';

const number = new Intl.NumberFormat('en-CA');
const plural = (count: number, one: string, many: string): string =>
  `${number.format(count)} ${count === 1 ? one : many}`;

export const texts = {
  title: 'Integrations',
  register: 'Register an integration',
  fromJson: 'Register from JSON',

  filters: {
    label: 'Find integrations',
    search: 'Search by name or URL',
    module: 'Module',
    health: 'Health',
    sort: 'Sort by',
    all: 'All',
    orders: { newest: 'Newest first', name: 'Name' },
  },
  modules: { 'patient-engagement': 'Patient engagement', ereferrals: 'eReferrals' },
  payloads: { 'ocean-json': 'Ocean JSON', 'fhir-r4': 'HL7 FHIR\u00a0R4' },

  columns: {
    name: 'Integration',
    module: 'Module',
    payload: 'Payload',
    events: 'Events',
    launch: 'Launch',
    health: 'Health',
    enabled: 'Enabled',
    more: 'Details',
  },
  unnamed: '(no name)',
  events: (count: number): string => plural(count, 'event', 'events'),
  yes: 'Yes',
  no: 'No',
  open: (name: string): string => `Open ${name}`,
  enable: (name: string): string => `Enable ${name}`,
  details: (name: string): string => `Details of ${name}`,

  health: {
    verified: 'Verified',
    failing: 'Check failed',
    erroring: 'Deliveries fail',
    unchecked: 'Not checked',
    checking: 'Checking…',
  },
  /** What the state means, and what to do. */
  advice: {
    verified: 'The endpoint has passed the check.',
    failing: 'The endpoint did not pass the check. Mend it, then check it again.',
    erroring:
      'Messages to this endpoint do not get through. Mend the endpoint, then check it again and redeliver what failed.',
    unchecked: 'The endpoint was not checked yet.',
  },
  /** By the reason that a check or a delivery gives. */
  reasons,
  status: (httpStatus: number): string => `HTTP ${httpStatus}`,
  answered: (httpStatus: number): string => `It answered with HTTP status ${httpStatus}.`,
  checkedAt: (when: string): string => `Checked ${when}`,
  since: (when: string): string => `Since ${when}`,

  check: 'Check endpoint',
  copyJson: 'Copy as JSON',
  copied: 'Copied, without secrets.',
  copyFailed: 'This page may not use the clipboard. Select the text and copy it.',
  json: 'Integration as JSON',
  activity: 'Activity',
  remove: 'Delete',

  loading: 'Loading the integrations…',
  failed: 'The integrations could not be loaded.',
  retry: 'Try again',
  wait: (seconds: number): string => `Try again in ${seconds} s.`,
  empty: 'There are no integrations yet.',
  emptyHint:
    'An integration tells another system of events at this site, and can take the sender of a referral on to that system.',
  nothing: 'No integration matches.',
  clear: 'Clear the search and filters',
  readonly: 'You can look at integrations, but not change them.',

  count: (total: number): string => plural(total, 'integration', 'integrations'),
  range: (from: number, to: number, total: number | undefined): string =>
    total === undefined
      ? `${number.format(from)} to ${number.format(to)}`
      : `${number.format(from)} to ${number.format(to)} of ${number.format(total)}`,
  pages: 'Pages',
  previous: 'Previous',
  next: 'Next',

  removal: {
    heading: (name: string): string => `Delete “${name}”?`,
    body: 'Ocean stops telling its endpoint of events.',
    looking: 'Looking up which listings use it…',
    listings: 'These directory listings lose their launch:',
    noListings: 'No directory listing uses it.',
    unknownListings: 'Which directory listings use it could not be looked up.',
    more: (count: number): string => `and ${number.format(count)} more`,
    confirm: 'Delete',
    cancel: 'Keep it',
    pending: (name: string): string => `“${name}” will be deleted.`,
    undo: 'Undo',
    undone: (name: string): string => `“${name}” is kept.`,
    done: (name: string): string => `“${name}” is deleted.`,
  },

  changed: {
    enabled: (name: string): string => `“${name}” is enabled.`,
    disabled: (name: string): string => `“${name}” is disabled.`,
  },
  /** By the kind of a `BackendError`. */
  errors: {
    network: 'The service cannot be reached.',
    timeout: 'The service is taking too long to answer.',
    aborted: 'The request was stopped.',
    unauthorized: 'Your session has ended. Sign in again, then try once more.',
    forbidden: 'You do not have permission to do this.',
    'not-found': 'This integration no longer exists.',
    conflict: 'Someone else changed this integration. Nothing was changed here.',
    invalid: 'The service did not accept this.',
    'too-large': 'This is more than the service accepts.',
    'rate-limited': 'Too many requests at the moment. Try again in a moment.',
    unavailable: 'Something went wrong at the service.',
    malformed: 'The service sent an answer that we could not read.',
    unsupported: 'The service does not offer this.',
  } as Record<string, string>,
  showCurrent: 'Show what it is now',

  fromJsonDialog: {
    heading: 'Register from JSON',
    hint: 'Paste what “Copy as JSON” gave. Secrets are not part of it: you enter them in the form.',
    field: 'JSON',
    confirm: 'Continue in the form',
    cancel: 'Cancel',
    notJson: 'This is not valid JSON.',
    problems: 'This does not fit. You can mend it here, or in the form:',
    required: 'is missing',
    tooLong: 'is too long',
    invalid: 'is not accepted',
    anyway: 'Continue in the form anyway',
  },
};

export type ListTexts = typeof texts;
