/** What a sender reads once the referral is sent, in English (en-CA). `{application}`, `{company}`, `{host}` stand for what is launched. */

export const texts = {
  heading: 'Referral sent',
  /** Where there is no override. */
  message: 'Thank you. Your referral has been accepted and sent.',
  reference: 'Referral reference',
  copyReference: 'Copy',
  copied: 'Copied',
  /** Where the page may not write to the clipboard. */
  selected: 'Selected: press Ctrl+C or ⌘C to copy.',
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
    iframe: '{application} is finished. You can open it again.',
    host: '{application} was opened. You can open it again.',
  },
  looking: 'Looking up what comes next…',
  nothing: 'There is nothing else to do here.',
  unknown: 'What comes next could not be looked up.',
  retry: 'Try again',

  proceed: (application: string): string => `Continue to ${application}`,
  newTab: 'Open in a new tab',
  opening: 'Opening…',

  failures: {
    unavailable: '{application} could not be opened. Your referral is sent; try again in a moment.',
    'invalid-url':
      '{application} could not be opened, as its address is not valid. Your referral is sent; tell your administrator.',
    'new-tab-blocked': 'Your browser opened no new tab. Use the link below.',
    'frame-blocked':
      '{application} could not be shown on this page. Your referral is sent; open it in a new tab.',
  },
};

export type ConfirmationTexts = typeof texts;
