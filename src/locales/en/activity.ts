/** Texts of an integration's activity: test events and deliveries, in English (en-CA). */
import { endSentence } from '../end-sentence.js';
import { number, plural } from '../english.js';
import { texts as copy } from './copy.js';
import { texts as list } from './list.js';
import { texts as reasons } from './reasons.js';

export const texts = {
  title: (name: string): string => `Activity of ${name}`,
  loadingPart: 'Loading…',
  partFailed: 'This part could not be loaded.',
  retry: 'Try again',
  /** By the kind of a `BackendError`. */
  errors: list.errors,
  heldUntil: (time: string): string =>
    endSentence(`The service asked us to wait. We will try again at ${time}`),
  waitSeconds: (seconds: number): string =>
    `Wait ${plural(seconds, 'second', 'seconds')} before you try again.`,
  noReading: 'You do not have permission to see what was sent to this integration.',
  noSending: 'You can view deliveries, but you cannot send any.',
  lostSending: 'You no longer have permission to send anything. You can still view deliveries.',
  /** What a button does, and to what. */
  of: (what: string, name: string): string => `${what}: ${name}`,
  /** What happened, and when. */
  at: (event: string, when: string): string => `${event}, ${when}`,

  outcomes: { delivered: 'Delivered', failed: 'Failed', pending: 'Pending' },
  status: list.status,
  /** What an attempt was answered, and after how long. */
  took: (answer: string, duration: string): string => `${answer}, after ${duration}`,
  noAnswer: 'no answer',
  reasons,
  otherReason: (code?: string): string =>
    code === undefined
      ? 'The message was not delivered. The reason is unknown.'
      : endSentence(`The message was not delivered. Reason given: ${code}`),
  /** What an answer tells, and what to do. */
  answers: {
    credentials:
      'The endpoint refused the credentials. Check the authentication of this integration, and that the other system accepts it.',
    missing:
      'There is nothing at this address. Check the path of the request URL, and that the other system is switched on.',
    method:
      'The endpoint does not accept POST requests with JSON at this address. Check the path of the request URL.',
    'too-many':
      'The endpoint accepts no more requests at the moment. Wait a while, then redeliver.',
    server:
      'The other system had an internal error. Ask the people who run it to check its log, then redeliver.',
    'web-page':
      'The answer is a web page, not JSON. Often it comes from a sign-in page or a proxy in between: check that the request URL is that of the endpoint itself.',
  },
  notVerified: (reason: string): string =>
    `The message was delivered, but the endpoint has not passed the check (the challenge). ${reason}`,
  answer: {
    show: 'Show the answer',
    hide: 'Hide the answer',
    label: 'Answer of the endpoint',
    hint: 'The first part of the endpoint’s answer, unchanged. It may contain personal health information.',
  },

  testEvent: {
    heading: 'Test event',
    hint: 'A test event is sent to the request URL like a real message, with made-up data.',
    event: 'Event',
    noEvents: 'No events are selected for this integration. Edit it and select at least one.',
    showSample: 'Show sample payload',
    hideSample: 'Hide sample payload',
    sample: 'Sample payload',
    samples: {
      'ocean-json': 'Sample payload (Ocean JSON)',
      'fhir-r4': 'Sample payload (HL7 FHIR R4)',
    },
    madeUp: 'Everything in this sample is made up. It shows no real patient, clinic or referral.',
    send: 'Send test event',
    sending: 'Sending…',
    failed: 'The test event could not be sent.',
    result: 'Result',
    came: (outcome: string): string => endSentence(`Test event: ${outcome}`),
    pending: 'Waiting to be sent. The result will appear here.',
    copy,
  },

  deliveries: {
    heading: 'Deliveries',
    outcome: 'Outcome',
    all: 'All',
    loading: 'Loading the deliveries…',
    failed: 'The deliveries could not be loaded.',
    stale: 'What is shown may be out of date.',
    empty: 'Nothing has been sent yet.',
    nothing: 'No delivery has this outcome.',
    showAll: 'Show all',
    test: 'Test',
    reference: 'Reference',
    attempts: (count: number): string => `Attempts (${number(count)})`,
    /** An attempt within a longer name, such as “Show the answer: attempt 1, …”. */
    ofAttempt: (position: number, delivery: string): string =>
      `attempt ${number(position)}, ${delivery}`,
    noAttempts: 'There has been no attempt yet.',
    redeliver: 'Redeliver',
    redelivering: 'Redelivering…',
    shown: (count: number, total?: number): string =>
      total === undefined || total <= count
        ? `${plural(count, 'delivery', 'deliveries')} shown`
        : `${number(count)} of ${plural(total, 'delivery', 'deliveries')} shown`,
    older: 'Show older',
    olderFailed: 'Older deliveries could not be loaded.',
    newer: (count: number): string => `Show ${plural(count, 'new delivery', 'new deliveries')}`,
    newest: 'Back to the newest',
    fresh: (count: number): string => `${plural(count, 'new delivery', 'new deliveries')}.`,
    changed: (count: number): string =>
      `${plural(count, 'delivery has', 'deliveries have')} changed.`,
  },

  bulk: {
    heading: 'Redeliver what failed',
    since: 'Period',
    times: { hour: 'Last hour', day: 'Last 24 hours', week: 'Last 7 days' },
    start: 'Redeliver all that failed',
    stop: 'Stop',
    stopping: 'Stopping…',
    looking: 'Looking for what failed…',
    running: (count: number, total?: number): string =>
      total === undefined
        ? `Redelivering: ${number(count)} so far.`
        : `Redelivering: ${number(count)} of ${number(total)}.`,
    waits: (time: string): string =>
      endSentence(`The service asked us to wait. We will try again at ${time}`),
    done: 'Done.',
    stopped: 'Stopped.',
    broken: 'Redelivery stopped because of a problem.',
    nothing: 'Nothing failed in this period.',
    tally: ({ delivered, failed, pending, skipped }: Record<string, number>): string =>
      [
        `${number(delivered ?? 0)} delivered, ${number(failed ?? 0)} failed again`,
        ...(pending ? [`${number(pending)} pending`] : []),
        ...(skipped ? [`${number(skipped)} could not be sent`] : []),
      ].join(', ') + '.',
  },
};

export type ActivityTexts = typeof texts;
