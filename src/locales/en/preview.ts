/** The preview beside the launch settings, in English (en-CA). */

export const texts = {
  heading: 'What the sender sees',
  form: 'The portal’s referral form',
  sent: 'Once the referral is sent',
  /** Said when a button is tried that would leave the page. */
  only: 'This preview opens nothing.',
  language: 'Language of the preview',
  /** Stand where nothing is entered yet. */
  examples: { companyName: 'Company name', applicationName: 'Application name' },
};

export type PreviewTexts = typeof texts;
