/** Why an endpoint's check or a delivery failed, by the reason that the backend gives, in English (en-CA). */

import { endSentence } from '../end-sentence.js';

export const texts = {
  codes: {
    unreachable:
      'The endpoint could not be reached. Check the host name, and that the server accepts connections from outside.',
    timeout: 'The endpoint did not answer in time. It must answer within 5 seconds.',
    tls: 'The endpoint’s TLS certificate is not valid for this host, or has expired.',
    redirect:
      'The endpoint redirects to another address. Enter the final address as the request URL.',
    'http-status':
      'The endpoint answered with an error. It must answer 200 to a check, and 200 to 299 to a delivery.',
    'not-json': 'The endpoint’s answer is not JSON. It must send the challenge back as JSON.',
    'challenge-mismatch': 'The endpoint answered with a challenge other than the one it was sent.',
    'refused-address': 'Ocean does not send to this address. Use a public host name.',
    authentication:
      'Ocean could not sign in to the endpoint: it did not get a token, or the key cannot be sent. Check the authentication settings.',
  } as Record<string, string>,
  /** For a reason that this version does not know. */
  other: (reason?: string): string =>
    reason === undefined
      ? 'The reason is unknown.'
      : endSentence(`Reason given by the service: ${reason}`),
};

export type ReasonTexts = typeof texts;
