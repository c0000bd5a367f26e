/**
 * What may be put into a launch URL, and the URL that a widget builds by itself. The rules that look for a patient weigh as much as
 * the rest of a launch: before a referral is sent nobody needs them, so this file loads on demand.
 */
import type { IntegrationBackend } from '../../backend/backend.js';
import { buildLaunchUrl, hasLaunchParameter } from '../../integration/launch-url.js';
import { isPatientReference } from '../../integration/referral-reference.js';
import { hasPatientParameter } from '../../integration/url-patient-parameters.js';
import { warnOnce } from '../../ui/console.js';
import { launchUrlOf } from './opening.js';

export interface LaunchSubject {
  readonly baseLaunchUrl: string;
  readonly referralRef: string;
  readonly siteNumber?: string | undefined;
  /** Left out, the widget builds the URL itself. */
  readonly integrationId?: string | undefined;
  readonly backend?: IntegrationBackend | undefined;
}

/** Whether the reference may be put into a URL; the developer reads once why not, without the reference. */
export const mayTravel = (referralRef: string): boolean => {
  const patient = isPatientReference(referralRef);
  if (patient)
    warnOnce(
      '`referralRef` looks like a health card number or names a patient, so it is put into no URL and the launch fails. Give an opaque reference.',
    );
  return !patient;
};

/** Nothing about a patient may travel in a URL, whoever has put it there. */
export const permitted = (url: string): string | undefined =>
  launchUrlOf(url) && !hasPatientParameter(url) ? url : undefined;

/**
 * The URL that the widget builds by itself; undefined where the base launch URL is none that a browser may be sent to, or the
 * reference none that may be put into it.
 */
export const builtLaunchUrl = (subject: LaunchSubject): string | undefined => {
  const { baseLaunchUrl, referralRef, siteNumber: siteNum } = subject;
  // Checked before anything is added: an empty one would become a relative one.
  return permitted(baseLaunchUrl) === undefined ||
    hasLaunchParameter(baseLaunchUrl) ||
    !mayTravel(referralRef)
    ? undefined
    : buildLaunchUrl(baseLaunchUrl, { referralRef: referralRef || undefined, siteNum });
};
