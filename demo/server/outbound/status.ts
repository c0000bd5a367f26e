/** What is wrong with the HTTP status of an endpoint's answer, in the words that widgets know. */

const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];

export const failureOfStatus = (status: number): 'redirect' | 'http-status' =>
  REDIRECTS.includes(status) ? 'redirect' : 'http-status';
