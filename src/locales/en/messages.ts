/** What the registration form says when there is something to say, in English (en-CA). Loaded when a user begins. */

import { texts as reasons } from './reasons.js';

const plural = (count: number, one: string, many: string): string =>
  `${new Intl.NumberFormat('en-CA').format(count)} ${count === 1 ? one : many}`;

export const texts = {
  endpoint: {
    httpStatus: (status: number): string => `HTTP status ${status}`,
    answered: (status: number): string =>
      `It answered with HTTP status ${status}. It has to answer 200.`,
    checkedAt: (when: string): string => `Checked ${when}`,
    withoutSecret: 'The stored secret was not sent there: enter it again to check with it.',
    reasons,
    saveAnyway: 'You can save the integration now and check the endpoint later.',
  },

  /** What this user may not do here. */
  capabilities: {
    register: 'You may not register integrations.',
    edit: 'You may look at this integration and not change it.',
  },

  /** What can be done once a save has ended. */
  afterwards: {
    another: 'Register another integration',
    asNew: 'Register it as a new integration',
  },

  summary: {
    heading: 'There is a problem',
    other: 'The service did not accept this:',
  },

  saved: {
    registered: 'The integration is registered.',
    updated: 'Your changes are saved.',
    unverified: 'Its endpoint has not passed the check yet.',
  },

  failures: {
    save: 'Your changes are not saved.',
    unconfirmed:
      'We could not confirm that this was saved. Everything you entered is still here. Press the button again: it will not be saved twice.',
    offline: 'You are offline. Nothing was sent, and everything you entered is still here.',
    online: 'You are online again. Press the button to save.',
    pending: 'The service has taken this and is still setting it up.',
    notActive:
      'It is not active yet. Everything you entered is still here. Press the button again in a moment: it will not be saved twice.',
    status: (status: number): string => `For support: HTTP status ${status}`,
    requestId: (id: string): string => `For support: request ${id}`,
    kinds: {
      network: 'The service cannot be reached.',
      timeout: 'The service is taking too long to answer.',
      aborted: 'The request was stopped.',
      unauthorized:
        'Your session has ended. Sign in again, then press the button once more: everything you entered is still here.',
      forbidden: 'You do not have permission to do this.',
      'not-found': 'This integration no longer exists.',
      conflict: 'The service says that this conflicts with what it has.',
      invalid: 'The service did not accept this.',
      'too-large': 'This is more than the service accepts.',
      'rate-limited': 'Too many requests at the moment.',
      unavailable: 'Something went wrong at the service.',
      malformed: 'The service sent an answer that we could not read.',
      unsupported: 'The service does not offer this.',
    } as Record<string, string>,
  },

  draft: {
    found: (when: string): string => `There is an unsaved draft from ${when}.`,
    restore: 'Restore the draft',
    discard: 'Discard it',
    secrets: 'Passwords and keys are not kept in drafts: enter them again.',
  },

  conflict: {
    heading: 'Someone else changed this integration since you opened it',
    loading: 'Loading what they saved…',
  },

  urlNotes: {
    'url-normalised': (url: string): string => `Will be saved as ${url}`,
    'url-idn': (host: string): string =>
      `International host name. Its technical form is ${host}: check that it is the one you mean.`,
    'url-address-literal': (): string => 'This is an address instead of a host name.',
    'url-long': (): string => 'Very long: some servers do not take more than 2,048 characters.',
    'url-fragment-dropped': (): string =>
      'The part after # is never sent to a server and is left out.',
    'url-unencrypted': (): string => 'Not encrypted. Use https outside of a trusted network.',
    'url-port-unusual': (): string => 'Browsers do not open this port.',
    'url-placeholder-left': (): string => 'This looks like a placeholder that was not filled in.',
    'url-not-public': (): string => 'This host can be reached from inside a network only.',
  } as Record<string, (detail: string) => string>,
  useSuggestion: (url: string): string => `Use ${url}`,

  required: {
    '/name': 'Enter a name for the integration.',
    '/requestUrl': 'Enter the request URL.',
    '/events': 'Choose at least one event.',
    '/authentication/username': 'Enter the user name.',
    '/authentication/password': 'Enter the password.',
    '/authentication/tokenUrl': 'Enter the token URL.',
    '/authentication/clientId': 'Enter the client ID.',
    '/authentication/clientSecret': 'Enter the client secret.',
    '/authentication/key': 'Enter the key.',
    '/launch/companyName': 'Enter the company name.',
    '/launch/companyName/fr': 'Enter the company name in French.',
    '/launch/baseLaunchUrl': 'Enter the base launch URL.',
    '/launch/applicationName': 'Enter the application name.',
    '/launch/applicationName/fr': 'Enter the application name in French.',
  } as Record<string, string>,

  requiredOther: 'Fill this in.',

  /** By the codes of the schema. `url-…` codes are told for every field that holds a URL. */
  problems: {
    'format-not-for-module': 'This payload type does not go with the module.',
    'launch-not-for-module': 'A launch does not go with this module.',
    'message-too-long': 'Shorten the message to 4,000 characters of text or less.',
    'message-markup-too-long':
      'Shorten the message: with its formatting it may have 20,000 characters.',
    'url-too-long': 'Shorten the URL to 8,192 characters or less.',
    'url-space': 'Remove the space or line break inside the URL.',
    'url-invisible': 'The URL holds an invisible character. Type it again instead of pasting it.',
    'url-slashes': 'A URL starts with https:// and has no backslash.',
    'url-scheme-missing': 'Enter the whole URL, starting with https://.',
    'url-scheme': 'The URL has to start with https://.',
    'url-not-https': 'The URL has to start with https://, so that it is encrypted.',
    'url-user-info':
      'Remove the user name or password before the host. Credentials go under Authentication.',
    'url-placeholder': 'Fill in the placeholder in the URL.',
    'url-host-encoded': 'Write the host name without % signs.',
    'url-host-label': 'The host name is not valid: check its dots and its length.',
    'url-host-number': 'Write the address as four decimal numbers, or use a host name.',
    'url-host-not-public': 'This host cannot be reached from outside. Enter a public host name.',
    'url-host-forbidden': 'This address is never allowed. Enter a public host name.',
    'url-port': 'This port is not allowed. Leave it out, or use another one.',
    'url-patient-identifier':
      'Remove the parameter that names a patient: no personal health information may stand in a URL.',
    'url-invalid': 'This is not a valid URL. Check it for typing errors.',
  } as Record<string, string>,
  tooLong: (maximum: number): string =>
    `Shorten this to ${plural(maximum, 'character', 'characters')} or less.`,
  invalid: 'This value is not accepted.',
};

export type MessageTexts = typeof texts;
