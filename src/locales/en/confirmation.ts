/** What a sender reads once the referral is sent, in English (en-CA). `{application}`, `{company}`, `{host}` stand for what is launched. */

import { texts as copy } from './copy.js';

export const texts = {
  heading: 'Referral sent',
  /** Where there is no override. */
  message: 'Thank you. Your referral was sent.',
  reference: 'Referral reference',
  copyReference: 'Copy',
  copied: 'Copied',
  /** Where the page may not write to the clipboard. */
  selected: copy.selected,
  print: 'Print this confirmation',
  printed: (when: string): string => `Printed ${when}`,

  /** What happens next, by the way it opens. */
  next: {
    self: 'Continue in {application} at {host} to finish.',
    blank: 'Continue in {application} at {host} to finish. It opens in a new tab.',
    iframe: 'Continue in {application} at {host} to finish. It opens on this page.',
  },
  done: {
    self: 'You were taken to {application}. You can go there again.',
    blank: '{application} was opened in a new tab. You can open it again.',
    iframe: 'You have finished in {application}. You can open it again.',
    host: '{application} was opened. You can open it again.',
  },
  looking: 'Checking for a next step…',
  nothing: 'There is nothing else to do here.',
  unknown: 'We could not find out whether there is a next step.',
  retry: 'Try again',

  /** The address that opens is not that of the header. */
  otherHost:
    '{application} opens at {host}. This is not the address that was named before. Continue only if you know {host}.',
  proceed: (application: string): string => `Continue to ${application}`,
  newTab: 'Open in a new tab',
  opening: 'Opening…',

  failures: {
    unavailable:
      '{application} could not be opened. Your referral was sent. Try again in a moment.',
    'invalid-url':
      '{application} cannot be opened because its address is not valid. Your referral was sent. Contact your technical support.',
    'patient-reference':
      '{application} cannot be opened because this referral’s reference may identify a patient. Your referral was sent. Contact your technical support.',
    'new-tab-blocked': 'Your browser blocked the new tab. Use the link below.',
    'frame-own-origin':
      '{application} was closed because it tried to open a page of this portal. Your referral was sent. Open the application in a new tab.',
    'frame-blocked':
      '{application} could not be shown on this page. Your referral was sent. Open the application in a new tab.',
  },
};

export type ConfirmationTexts = typeof texts;
