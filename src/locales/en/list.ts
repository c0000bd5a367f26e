/** The list of integrations, in English (en-CA). */

import { endSentence } from '../end-sentence.js';
import { number, plural } from '../english.js';
import { texts as reasons } from './reasons.js';

export const texts = {
  title: 'Integrations',
  register: 'Register an integration',
  fromJson: 'Register from JSON',

  filters: {
    label: 'Find integrations',
    search: 'Search by name or URL',
    module: 'Module',
    health: 'Endpoint status',
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
    health: 'Endpoint',
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
    failing: 'The endpoint did not pass the check. Fix the endpoint, then check it again.',
    erroring:
      'Messages are not delivered to this endpoint. Fix the endpoint, then check it again and redeliver what failed.',
    unchecked: 'The endpoint has not been checked yet.',
  },
  /** By the reason that a check or a delivery gives. */
  reasons,
  status: (httpStatus: number): string => `HTTP ${httpStatus}`,
  answered: (httpStatus: number): string => `The endpoint answered with HTTP status ${httpStatus}.`,
  checkedAt: (when: string): string => endSentence(`Checked ${when}`),
  since: (when: string): string => endSentence(`Since ${when}`),

  /** A name, and what became of its check. */
  checked: (name: string, health: string): string => `${name}: ${health}`,

  check: 'Check endpoint',
  copyJson: 'Copy as JSON',
  copied: 'Copied, without secrets.',
  copyFailed: 'This page cannot use the clipboard. Select the text and copy it.',
  json: 'Integration as JSON',
  activity: 'Activity',
  remove: 'Delete',

  loading: 'Loading the integrations…',
  failed: 'The integrations could not be loaded.',
  retry: 'Try again',
  wait: (seconds: number): string => `Try again in ${plural(seconds, 'second', 'seconds')}.`,
  empty: 'There are no integrations yet.',
  emptyHint:
    'An integration sends events from this site to another system. It can also take the sender of a referral to that system.',
  nothing: 'No integration matches.',
  clear: 'Clear the search and filters',
  readonly: 'You can view integrations, but you cannot change them.',

  count: (total: number): string => plural(total, 'integration', 'integrations'),
  range: (from: number, to: number, total: number | undefined): string =>
    total === undefined
      ? `${number(from)} to ${number(to)}`
      : `${number(from)} to ${number(to)} of ${number(total)}`,
  pages: 'Pages',
  previous: 'Previous page',
  next: 'Next page',

  removal: {
    heading: (name: string): string => `Delete “${name}”?`,
    body: 'Ocean will stop sending events to its endpoint.',
    looking: 'Checking which directory listings use this integration…',
    listings: 'These directory listings will lose their launch:',
    noListings: 'No directory listing uses this integration.',
    unknownListings: 'We could not find out which directory listings use this integration.',
    more: (count: number): string => `and ${number(count)} more`,
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
    unauthorized: 'Your session has ended. Sign in again, then try again.',
    forbidden: 'You do not have permission to do this.',
    'not-found': 'This integration no longer exists.',
    conflict: 'Someone else changed this integration. Your change was not saved.',
    invalid: 'The service did not accept the request.',
    'too-large': 'The request or its answer is too large. Contact your technical support.',
    'rate-limited': 'Too many requests at the moment.',
    unavailable: 'The service has a problem. Try again in a few minutes.',
    malformed:
      'We could not read the service’s answer. If this happens again, contact your technical support.',
    unsupported: 'The service does not offer this function. Contact your technical support.',
  } as Record<string, string>,
  noList:
    'The service has no list of integrations at this address. Contact your technical support.',
  showCurrent: 'Show the current version',

  fromJsonDialog: {
    heading: 'Register from JSON',
    hint: 'Paste the JSON that you copied with “Copy as JSON”. Secrets are not part of it: you enter them in the form.',
    field: 'JSON',
    confirm: 'Continue in the form',
    cancel: 'Cancel',
    notJson: 'This text is not an integration in JSON. Copy it again with “Copy as JSON”.',
    problems: 'Some values are not valid. Correct them here or in the form:',
    /** A field, and what is wrong with it. */
    problem: (label: string, sentence: string): string => `${label}: ${sentence}`,
    secretsRemoved: 'Secrets were removed from the JSON. Enter them in the form.',
    anyway: 'Continue in the form anyway',
  },
};

export type ListTexts = typeof texts;
