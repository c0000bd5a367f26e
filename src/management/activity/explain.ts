/** The outcome of an attempt, and what it means, in plain words. */
import type { Delivery } from '../../backend/backend.js';
import type { ActivityTexts } from '../../locales/en/activity.js';
import { textFor } from '../../ui/text.js';

export type Attempt = Delivery['attempts'][number];

const isSuccess = (httpStatus: number | null | undefined): boolean =>
  typeof httpStatus === 'number' && httpStatus >= 200 && httpStatus < 300;

/** Whether the attempt was accepted: one without an error is. */
export const gotThrough = ({ reason, httpStatus }: Attempt): boolean =>
  !reason && (httpStatus === null || httpStatus === undefined || isSuccess(httpStatus));

const WEB_PAGE = /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)?<(?:!doctype\s+html|html)\b/i;

/** Codes alone are shown as they came: a sentence of someone else's server may hold anything. */
const CODE = /^[\w.-]{1,40}$/;

/** What the endpoint's answer shows beyond the reason. */
export const answerProblem = (attempt: Attempt): keyof ActivityTexts['answers'] | undefined => {
  const { reason, httpStatus, answer } = attempt;
  const status = httpStatus ?? 0;
  if (answer && WEB_PAGE.test(answer) && (gotThrough(attempt) || reason === 'not-json'))
    return 'web-page';
  if (reason && reason !== 'http-status') return undefined;
  if (status === 401 || status === 403) return 'credentials';
  if (status === 404 || status === 410) return 'missing';
  if (status === 405 || status === 415) return 'method';
  if (status === 429) return 'too-many';
  return status >= 500 && status <= 599 ? 'server' : undefined;
};

/** A sentence, where there is something to say. */
export const explain = (attempt: Attempt, texts: ActivityTexts): string | undefined => {
  const problem = answerProblem(attempt);
  if (problem) return texts.answers[problem];
  if (gotThrough(attempt)) return undefined;
  return explainReason(attempt.reason || 'http-status', texts);
};

/** Why an endpoint did not pass the check. */
export const explainCheck = (reason: string, { reasons }: ActivityTexts): string =>
  textFor(reasons.codes, reason) ?? reasons.other(CODE.test(reason) ? reason : undefined);

/** Why an attempt failed. */
export const explainReason = (reason: string, { reasons, otherReason }: ActivityTexts): string =>
  textFor(reasons.codes, reason) ?? otherReason(CODE.test(reason) ? reason : undefined);
