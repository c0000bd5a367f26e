/** What the registration form says when there is something to say, in English (en-CA). Loaded when a user begins. */

import { endSentence } from '../end-sentence.js';
import { plural } from '../english.js';
import { texts as reasons } from './reasons.js';

export const texts = {
  endpoint: {
    httpStatus: (status: number): string => `HTTP status ${status}.`,
    answered: (status: number): string =>
      `The endpoint answered with HTTP status ${status}. It must answer 200.`,
    checkedAt: (when: string): string => endSentence(`Checked ${when}`),
    /** The state and its reason, read out together. */
    announced: (state: string, reason: string): string => `${endSentence(state)} ${reason}`.trim(),
    withoutSecret:
      'The saved secret was not used for this check. Enter it again, then check the endpoint.',
    reasons,
    saveAnyway: 'You can save the integration now and check the endpoint later.',
  },

  /** What this user may not do here. */
  capabilities: {
    register: 'You do not have permission to register integrations.',
    edit: 'You can view this integration, but you cannot change it.',
  },

  /** What can be done once a save has ended. */
  afterwards: {
    another: 'Register another integration',
    asNew: 'Register as a new integration',
  },

  summary: {
    heading: 'There is a problem',
    other: 'The service did not accept this:',
  },

  saved: {
    registered: 'The integration is registered.',
    updated: 'Your changes are saved.',
    unverified: 'The endpoint has not passed the check yet.',
  },

  failures: {
    save: 'Your changes are not saved.',
    unconfirmed:
      'We could not confirm that this was saved. Everything you entered is still here. Press the button again: it will not be saved twice.',
    offline: 'You are offline. Nothing was sent, and everything you entered is still here.',
    online: 'You are online again. Press the button to save.',
    pending: 'The service received the integration and is still setting it up.',
    notActive:
      'The integration is not active yet. Everything you entered is still here. Press the button again in a moment: it will not be saved twice.',
    status: (status: number): string => `For support: HTTP status ${status}`,
    requestId: (id: string): string => `For support: request ${id}`,
    kinds: {
      network: 'The service cannot be reached.',
      timeout: 'The service is taking too long to answer.',
      aborted: 'The request was stopped.',
      unauthorized:
        'Your session has ended. Sign in again, then press the button again. Everything you entered is still here.',
      forbidden: 'You do not have permission to do this.',
      'not-found': 'This integration no longer exists.',
      conflict:
        'The service refused this because it conflicts with what is already saved. Contact your technical support.',
      invalid: 'The service did not accept the request.',
      'too-large':
        'What you entered is too large for the service. Shorten the confirmation message.',
      'rate-limited': 'Too many requests at the moment.',
      unavailable: 'The service has a problem. Try again in a few minutes.',
      malformed:
        'We could not read the service’s answer. If this happens again, contact your technical support.',
      unsupported: 'The service does not offer this function. Contact your technical support.',
    } as Record<string, string>,
    /** Where nothing was entered yet. */
    loadKinds: {
      'too-large': 'The service’s answer is too large. Contact your technical support.',
    } as Record<string, string>,
  },

  draft: {
    found: (when: string): string => endSentence(`There is an unsaved draft from ${when}`),
    restore: 'Restore the draft',
    discard: 'Discard the draft',
    secrets:
      'Passwords and keys, and addresses that contain one or that are unsafe, are not kept in drafts: enter them again.',
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
    'url-port-unusual': (): string => 'Browsers block this port. Use another one.',
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

  requiredOther: 'Enter a value.',

  /** By the codes of the schema. `url-…` codes are told for every field that holds a URL. */
  problems: {
    'format-not-for-module': 'This payload type does not go with the module.',
    'launch-not-for-module': 'A launch does not go with this module.',
    'message-too-long': 'Shorten the message to 4,000 characters of text or less.',
    'message-markup-too-long':
      'Shorten the message to 20,000 characters or less, including its formatting.',
    'url-too-long': 'Shorten the URL to 8,192 characters or less.',
    'url-space': 'Remove the space or line break inside the URL.',
    'url-invisible':
      'The URL contains an invisible character. Type the URL again instead of pasting it.',
    'url-slashes': 'Start the URL with https:// and replace each backslash (\\) with a slash (/).',
    'url-scheme-missing': 'Enter the whole URL, starting with https://.',
    'url-scheme': 'The URL must start with https://.',
    'url-not-https': 'The URL must start with https://, so that it is encrypted.',
    'url-user-info':
      'Remove the user name or password before the host. Credentials go under Authentication.',
    'url-placeholder': 'Fill in the placeholder in the URL.',
    'url-host-encoded': 'Write the host name without % signs.',
    'url-host-label': 'The host name is not valid: check its dots and its length.',
    'url-host-number':
      'Write the address as four numbers, for example 203.0.113.10, or use a host name.',
    'url-host-not-public': 'This host cannot be reached from outside. Enter a public host name.',
    'url-host-forbidden': 'This address is never allowed. Enter a public host name.',
    'url-port': 'This port is not allowed. Leave it out, or use another one.',
    'url-patient-identifier':
      'Remove the parameter that identifies a patient. A URL must not contain personal health information.',
    'url-launch-parameter':
      'Remove referralRef, siteNum and launch from the query of the URL. Ocean adds these parameters when it launches.',
    'name-invisible': 'Remove the hidden characters from this name. Enter it again by typing it.',
    'url-invalid': 'This is not a valid URL. Check it for typing errors.',
  } as Record<string, string>,
  tooLong: (maximum: number): string =>
    `Shorten this to ${plural(maximum, 'character', 'characters')} or less.`,
  invalid: 'This value is not valid. Check it.',
};

export type MessageTexts = typeof texts;
