/** Texts of an integration's activity: test events and deliveries, in English (en-CA). */
import { texts as copy } from './copy.js';
import { texts as list } from './list.js';
import { texts as reasons } from './reasons.js';

const number = new Intl.NumberFormat('en-CA');
const plural = (count: number, one: string, many: string): string =>
  `${number.format(count)} ${count === 1 ? one : many}`;

export const texts = {
  title: (name: string): string => `Activity of ${name}`,
  loadingPart: 'Loading…',
  partFailed: 'This part could not be loaded.',
  retry: 'Try again',
  /** By the kind of a `BackendError`. */
  errors: list.errors,
  heldUntil: (time: string): string => `The service asks to wait: it is asked again at ${time}.`,
  waitSeconds: (seconds: number): string =>
    `Wait ${plural(seconds, 'second', 'seconds')} before you try again.`,
  noReading: 'You do not have permission to see what was sent to this integration.',
  noSending: 'You can look at what was sent, but not send anything.',
  lostSending:
    'You no longer have permission to send anything. What was sent can still be looked at.',
  /** What a button does, and to what. */
  of: (what: string, name: string): string => `${what}: ${name}`,

  outcomes: { delivered: 'Delivered', failed: 'Failed', pending: 'Pending' },
  status: list.status,
  took: (duration: string): string => `after ${duration}`,
  noAnswer: 'no answer',
  reasons,
  otherReason: (code?: string): string =>
    code === undefined
      ? 'It did not get through, for a reason that is not known here.'
      : `It did not get through. Reason given: ${code}.`,
  /** What an answer tells, and what to do. */
  answers: {
    credentials:
      'The endpoint refused the credentials. Check the authentication of this integration, and that the other system accepts it.',
    missing:
      'There is nothing at this address. Check the path of the request URL, and that the other system is switched on.',
    method: 'The endpoint does not take POST requests with JSON at this address.',
    'too-many':
      'The endpoint takes no more requests at the moment. Wait a while, then deliver again.',
    server:
      'The other system has a fault of its own. Whoever runs it finds the cause in its log; then deliver again.',
    'web-page':
      'The answer is a web page, not JSON. Often it comes from a sign-in page or a proxy in between: check that the request URL is that of the endpoint itself.',
  },
  notVerified: (reason: string): string =>
    `It was delivered, but the endpoint has not passed the check (the challenge). ${reason}`,
  answer: {
    show: 'Show the answer',
    hide: 'Hide the answer',
    label: 'Answer of the endpoint',
    hint: 'The first part of what the endpoint sent, as it came. It may hold personal health information.',
  },

  testEvent: {
    heading: 'Test event',
    hint: 'It is sent to the request URL as a real message would be, with made-up data.',
    event: 'Event',
    noEvents: 'This integration is told of no event. Select some in its form first.',
    showSample: 'Show sample payload',
    hideSample: 'Hide sample payload',
    samples: {
      'ocean-json': 'Sample payload (Ocean JSON)',
      'fhir-r4': 'Sample payload (HL7 FHIR R4)',
    },
    madeUp: 'Everything in this sample is made up. It shows no real patient, clinic or referral.',
    send: 'Send test event',
    sending: 'Sending…',
    failed: 'The test event could not be sent.',
    result: 'What came back',
    came: (outcome: string): string => `Test event: ${outcome}.`,
    pending: 'It waits to be sent. What comes of it is shown here.',
    copy,
  },

  deliveries: {
    heading: 'Deliveries',
    outcome: 'Outcome',
    all: 'All',
    loading: 'Loading the deliveries…',
    failed: 'The deliveries could not be loaded.',
    stale: 'What is shown may be out of date.',
    empty: 'Nothing was sent yet.',
    nothing: 'No delivery has this outcome.',
    showAll: 'Show all',
    test: 'Test',
    reference: 'Reference',
    attempts: (count: number): string => `Attempts (${number.format(count)})`,
    attempt: (position: number): string => `Attempt ${number.format(position)}`,
    noAttempts: 'There was no attempt yet.',
    redeliver: 'Redeliver',
    redelivering: 'Redelivering…',
    shown: (count: number, total?: number): string =>
      total === undefined || total <= count
        ? `${plural(count, 'delivery', 'deliveries')} shown`
        : `${number.format(count)} of ${plural(total, 'delivery', 'deliveries')} shown`,
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
    since: 'Failed since',
    times: { hour: 'An hour ago', day: 'A day ago', week: 'A week ago' },
    start: 'Redeliver all that failed',
    stop: 'Stop',
    stopping: 'Stopping…',
    looking: 'Looking up what failed…',
    running: (count: number, total?: number): string =>
      total === undefined
        ? `Redelivering: ${number.format(count)} so far.`
        : `Redelivering: ${number.format(count)} of ${number.format(total)}.`,
    waits: (time: string): string => `The service asks to wait: it goes on at ${time}.`,
    done: 'Done.',
    stopped: 'Stopped.',
    broken: 'It could not go on.',
    nothing: 'Nothing has failed since then.',
    tally: ({ delivered, failed, pending, skipped }: Record<string, number>): string =>
      [
        `${number.format(delivered ?? 0)} delivered, ${number.format(failed ?? 0)} failed again`,
        ...(pending ? [`${number.format(pending)} pending`] : []),
        ...(skipped ? [`${number.format(skipped)} could not be sent`] : []),
      ].join(', ') + '.',
  },
};

export type ActivityTexts = typeof texts;
