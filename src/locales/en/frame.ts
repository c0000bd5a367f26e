/** What stands around a launched system's iframe, in English (en-CA). `{application}` stands for what is launched, `{link}` for the link of its text. */

export const texts = {
  /** Title of the iframe, and name of what is around it. */
  title: (application: string): string => `${application}, inside this page`,
  newTab: 'Open in a new tab',
  fullScreen: 'Full screen',
  close: 'Close',
  opening: 'Opening {application}…',
  /** A reference that the launched system tells. */
  reference: 'Reference: {reference}',
  /** Text of the link in the notices. */
  link: 'open it in a new tab',

  notices: {
    silent: '{application} may not appear on this page. If you do not see it, {link}.',
    blocked: '{application} cannot be shown on this page. To continue, {link}.',
    invalid:
      'This system cannot be opened because its address is not valid. Contact your technical support.',
  },

  focusTaken:
    '{application} tried to take the keyboard focus. The focus is back where you were typing.',

  question: 'Close {application}? What was entered there may be lost.',
  keep: 'Keep it open',
};

export type FrameTexts = typeof texts;
