/** What stands at the top and the bottom of a referral form, in English (en-CA). `{application}` and `{host}` stand for what is launched. */

export const texts = {
  /** Names the header and the footer. */
  label: 'After this referral',
  category: 'Category:',
  /** What will happen, by the way it opens. */
  next: {
    self: 'After you send this referral, you will be taken to {application} at {host} to continue there.',
    blank:
      'After you send this referral, you can continue in {application} at {host}, in a new tab.',
    iframe:
      'After you send this referral, you can continue in {application} at {host}, on this page.',
  },
  none: 'There is no other step after you send this referral.',
  failed:
    'We could not find out whether there is a next step after this referral. You can send the referral as usual.',
};

export type BannerTexts = typeof texts;
