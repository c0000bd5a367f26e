/** The preview beside the launch settings, in English (en-CA). */

export const texts = {
  heading: 'What the sender sees',
  form: 'The portal’s referral form',
  sent: 'Once the referral is sent',
  /** Stands for the referral's reference. */
  reference: 'a1b2-c3d4',
  /** Said when a button is tried that would leave the page. */
  only: 'This is a preview: nothing is opened.',
  language: 'Language of the preview',
  /** Stand where nothing is entered yet. */
  examples: { companyName: 'Company name', applicationName: 'Application name' },
};

export type PreviewTexts = typeof texts;
