/** Why an endpoint's check or a delivery failed, by the reason that the backend gives, in English (en-CA). */

export const texts = {
  unreachable:
    'It could not be reached. Check the host name, and that the server accepts connections from outside.',
  timeout: 'It did not answer in time. It has to answer within 5 seconds.',
  tls: 'Its TLS certificate is not valid for this host, or has expired.',
  redirect: 'It redirects to another address. Give the address that answers itself.',
  'http-status': 'It answered with an error. It has to answer 200.',
  'not-json': 'Its answer is not JSON. It has to answer with the challenge that it was sent.',
  'challenge-mismatch': 'It answered with another challenge than the one it was sent.',
  'refused-address': 'Its address is one that Ocean does not call.',
  authentication:
    'Ocean could not prove itself to it: no token could be had, or the key can’t be sent. Check the authentication.',
} as Record<string, string>;

export type ReasonTexts = typeof texts;
