/** Texts of the advanced launch settings in English (en-CA). */

import { list, number, plural } from '../english.js';

export const texts = {
  referralForm: {
    label: 'Referral form for associated listings',
    hint: 'The referral form that the linked directory listings use. Type part of the name of a form or a listing.',
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
    chosen: (name: string, listings: string): string => `Selected: ${name} (${listings}).`,
    usedBy: (count: number): string =>
      count === 0
        ? 'No listing uses this form yet.'
        : `Used by ${plural(count, 'listing', 'listings')}:`,
    others: (count: number): string => `and ${number(count)} more`,
    remove: 'Remove',
    removed: 'The referral form is removed.',
    notChosen: (text: string): string =>
      `Choose a form from the list: the text “${text}” alone is not enough. Nothing has changed.`,
    resolving: 'Loading the form’s name…',
    unknown: 'The service no longer has a form with this ID. Your setting is unchanged.',
    unresolved: 'The form’s name could not be loaded. Your setting is unchanged.',
  },

  message: {
    label: 'Confirmation message (override)',
    hint: 'What the sender reads instead of the standard message. You can type plain text. Leave a blank line to start a new paragraph.',
    toolbar: 'Formatting',
    /** A tool and the key that does the same. */
    withKey: (tool: string, key: string): string => `${tool} (Ctrl+${key})`,
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
    countOver: (count: number, most: number): string =>
      `${number(count)} of ${number(most)} characters: ${plural(count - most, 'character', 'characters')} too many`,
    preview: 'Preview',
    previewHint: 'The referral’s reference is made up.',
    removed: (names: readonly string[]): string => `Removed because not allowed: ${list(names)}`,
    tooLong: 'The message is too long to be shown with its formatting.',
    unavailable: 'This page does not allow the formatting to be shown. The formatting is kept.',
    linkAddress: 'Address',
    linkText: 'Text of the link',
    linkProblem:
      'Enter a whole address, such as https://example.org, mailto:info@example.org or tel:+14165550100.',
    insertLink: 'Insert link',
    changeLink: 'Change link',
    removeLink: 'Remove link',
    cancelLink: 'Cancel',
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
    stored: 'Saved logo',
    notShown: 'The picture cannot be shown here.',
    remove: 'Remove the logo',
    removed: 'The logo is removed.',
    firstOnly: (name: string): string =>
      `Only one file can be the logo. The file ${name} was kept.`,
    earlierStays: 'The earlier logo is kept.',
    refusals: {
      'logo-empty': 'The file is empty.',
      'logo-too-large': 'The file is over 5 MB.',
      'logo-too-many-pixels': 'The picture is over 8,192 pixels wide or high.',
      'logo-unreadable': 'The file cannot be read as a picture.',
      'logo-type': 'The file is not a PNG, JPEG, WebP, GIF or SVG picture.',
      'logo-unsafe': 'The SVG contains parts that are not safe. Export the picture as PNG.',
      'logo-svg-blocked': 'This page cannot draw SVG pictures. Export the picture as PNG.',
      'logo-cannot-shrink': 'The picture cannot be made small enough. Choose one with less detail.',
    } as Record<string, string>,
    warnings: {
      'too-small': 'The picture is very small: it will look blurred.',
      'first-frame': 'The picture is animated: only its first frame is kept.',
    } as Record<string, string>,
    /** A file that is refused before it is sent, and why. */
    refused: (name: string, why: string): string => `${name}: ${why}`,
    failed: (name: string, why: string): string => `${name} could not be uploaded. ${why}`,
    requestId: (id: string): string => `For support: request ${id}`,
    failures: {
      'too-large':
        'The service accepts logos up to 256 kB, and this one is still too large once reduced. Choose a simpler picture.',
      invalid: 'The service accepts PNG and WebP pictures only, and refused this one.',
      network: 'The service cannot be reached.',
      timeout: 'The service is taking too long to answer.',
      unauthorized: 'Your session has ended. Sign in again, then try again.',
      forbidden: 'You do not have permission to upload a logo.',
      'rate-limited': 'Too many requests at the moment.',
      unsupported: 'The service does not accept logos.',
    } as Record<string, string>,
    failedOther: 'The service has a problem. Try again in a few minutes.',
    stopped: 'The upload was stopped.',
  },

  logoAlt: {
    label: 'Logo description',
    hint: 'Read out instead of the picture, such as “Logo of Example Health”.',
    missing: 'Describe the logo for people who cannot see it.',
  },

  useIframe: {
    label: 'Use embedded <iframe>',
    hint: 'Shows the launched system inside the referral page. The sender stays on this page. The system must allow embedding.',
  },
};

export type AdvancedTexts = typeof texts;
