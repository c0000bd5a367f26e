/** Texts of the advanced launch settings in English (en-CA). */

const number = (count: number): string => new Intl.NumberFormat('en-CA').format(count);
const plural = (count: number, one: string, many: string): string =>
  `${number(count)} ${count === 1 ? one : many}`;

export const texts = {
  referralForm: {
    label: 'Referral form for associated listings',
    hint: 'The launch follows referrals to the listings of this form. Type part of the name of a form or of a listing.',
    listings: (count: number): string => plural(count, 'listing', 'listings'),
    loading: 'Searching…',
    none: (query: string): string => `No referral form matches “${query}”.`,
    empty: 'There are no referral forms.',
    failed: 'The referral forms could not be loaded.',
    shown: (count: number, total: number): string => `${number(count)} of ${number(total)} shown`,
    more: 'Show more',
    found: (count: number): string => plural(count, 'referral form found', 'referral forms found'),
    foundMore: (count: number): string =>
      `${plural(count, 'referral form', 'referral forms')} found, and there are more`,
    chosen: (name: string, listings: string): string => `${name} is chosen: ${listings}.`,
    usedBy: (count: number): string =>
      count === 0
        ? 'No listing uses this form yet.'
        : `Used by ${plural(count, 'listing', 'listings')}:`,
    others: (count: number): string => `and ${number(count)} more`,
    remove: 'Remove',
    removed: 'The referral form is removed.',
    notChosen: (text: string): string =>
      `“${text}” is not chosen: choose a form from the list. Nothing has changed.`,
    resolving: 'Loading the form’s name…',
    unknown: 'The service does not know a form with this ID any more. It is kept as it is.',
    unresolved: 'The form’s name could not be loaded. What is stored stays as it is.',
  },

  message: {
    label: 'Confirmation message (override)',
    hint: 'What the sender reads once the referral is accepted, instead of the standard message. Plain text works as it is; a blank line begins a paragraph.',
    toolbar: 'Formatting',
    bold: 'Bold',
    italic: 'Italic',
    list: 'List',
    link: 'Link',
    insert: 'Insert',
    placeholders: {
      companyName: 'Company name',
      applicationName: 'Application name',
      referralRef: 'Referral reference',
    },
    /** Stand for what is not known yet. */
    examples: {
      companyName: 'Example Health',
      applicationName: 'Example Intake',
      referralRef: 'REF-2041',
    },
    count: (count: number, most: number): string =>
      `${number(count)} of ${number(most)} characters`,
    tooMany: (count: number): string => `${plural(count, 'character', 'characters')} too many`,
    preview: 'Preview',
    previewHint: 'The referral’s reference is made up.',
    removed: (names: readonly string[]): string => `Not allowed and left out: ${names.join(', ')}`,
    tooLong: 'Too long to be shown with its formatting.',
    unavailable: 'This page does not allow the formatting to be shown. It is kept.',
    linkAddress: 'Address',
    linkText: 'Text of the link',
    linkProblem:
      'Enter a whole address, such as https://example.org, mailto:info@example.org or tel:+14165550100.',
    insertLink: 'Insert link',
    changeLink: 'Change link',
    removeLink: 'Remove link',
    cancelLink: 'Discard link',
  },

  logo: {
    label: 'Logo',
    hint: 'PNG, JPEG, WebP, GIF or SVG, up to 5 MB and 8,192 pixels a side.',
    choose: 'Choose a logo',
    chooseOther: 'Choose another logo',
    drop: 'or drop a file here',
    preparing: (name: string): string => `Preparing ${name}…`,
    uploading: (name: string): string => `Uploading ${name}…`,
    progress: 'Upload of the logo',
    cancel: 'Cancel upload',
    uploaded: (name: string): string => `${name} is uploaded.`,
    size: (width: number, height: number): string => `${number(width)} × ${number(height)} pixels`,
    stored: 'The stored logo',
    notShown: 'The picture cannot be shown here.',
    remove: 'Remove the logo',
    removed: 'The logo is removed.',
    firstOnly: (name: string): string => `Only one file can be the logo. ${name} was taken.`,
    earlierStays: 'The earlier logo stays.',
    refusals: {
      'logo-empty': 'The file is empty.',
      'logo-too-large': 'The file is over 5 MB.',
      'logo-too-many-pixels': 'The picture is over 8,192 pixels wide or high.',
      'logo-unreadable': 'The file cannot be read as a picture.',
      'logo-type': 'The file is not a PNG, JPEG, WebP, GIF or SVG picture.',
      'logo-unsafe': 'The SVG has parts that cannot be taken safely. Export it as PNG.',
      'logo-svg-blocked': 'This page cannot draw SVG pictures. Export it as PNG.',
      'logo-cannot-shrink': 'The picture cannot be made small enough. Choose one with less detail.',
    } as Record<string, string>,
    warnings: {
      'too-small': 'The picture is very small: it will look blurred.',
      'first-frame': 'The picture is animated: its first frame is kept.',
    } as Record<string, string>,
    failed: (name: string): string => `${name} could not be uploaded.`,
    failures: {
      'too-large': 'The service does not take a logo of this size: at most 256 kB.',
      invalid: 'The service takes PNG and WebP pictures only, and did not accept this one.',
      network: 'The service cannot be reached.',
      timeout: 'The service is taking too long to answer.',
      unauthorized: 'Your session has ended. Sign in again, then try again.',
      forbidden: 'You do not have permission to upload a logo.',
      'rate-limited': 'Too many requests at the moment.',
      unsupported: 'The service does not take logos.',
    } as Record<string, string>,
    failedOther: 'Something went wrong at the service.',
    stopped: 'The upload was stopped.',
  },

  logoAlt: {
    label: 'Logo description',
    hint: 'Read out instead of the picture, such as “Logo of Example Health”.',
    missing: 'Describe the logo for people who cannot see it.',
  },

  useIframe: {
    label: 'Use embedded <iframe>',
    hint: 'Shows the launched system inside the referral page instead of leaving it. That system has to allow being embedded.',
  },
};

export type AdvancedTexts = typeof texts;
