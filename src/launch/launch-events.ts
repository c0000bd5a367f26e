/**
 * The events of a launch. What is asked for (`ocean-launch`, `ocean-launch-activity`) bubbles, is composed and can be
 * cancelled; what merely happened does not bubble. None but `ocean-launch` carries a URL.
 */
import type { BackendError } from '../backend/backend-error.js';

/** How the sender gets there: in this tab, in a new one, or in an iframe on this page. */
export type LaunchMode = 'self' | 'blank' | 'iframe';

/** The portal's form was sent: dispatch it from within `<ocean-referral-launch>`, instead of calling `confirm()`. */
export class OceanReferralSentEvent extends CustomEvent<{ referralRef: string }> {
  /** @param referralRef opaque identifier of the referral: no health card number, no name */
  constructor(referralRef: string) {
    super('ocean-referral-sent', { detail: { referralRef }, bubbles: true, composed: true });
  }
}

/** The confirmation is shown. */
export class OceanReferralConfirmedEvent extends CustomEvent<{ referralRef: string }> {
  constructor(referralRef: string) {
    super('ocean-referral-confirmed', { detail: { referralRef } });
  }
}

/** Before going to the other system. `preventDefault()` leaves it to the host, which then goes there by itself. */
export class OceanLaunchEvent extends CustomEvent<{ url: string; mode: LaunchMode }> {
  constructor(url: string, mode: LaunchMode) {
    super('ocean-launch', {
      detail: { url, mode },
      bubbles: true,
      composed: true,
      cancelable: true,
    });
  }
}

/**
 * The launched system can be used in its iframe. `handshake` is true where it has answered by SMART Web Messaging, false
 * where nothing but time has passed: then it may also have refused to be framed, and the sender is offered a new tab.
 */
export class OceanLaunchReadyEvent extends CustomEvent<{ handshake: boolean }> {
  constructor(handshake: boolean) {
    super('ocean-launch-ready', { detail: { handshake } });
  }
}

/**
 * The launch is over: the launched system has said so in its iframe (`ui.done`), or the sender's browser was sent to it. The
 * activity is what the launched system asks to be shown next, one of those that the host lists.
 */
export class OceanLaunchDoneEvent extends CustomEvent<{
  mode: LaunchMode;
  activityType?: string;
  activityParameters?: unknown;
}> {
  constructor(mode: LaunchMode, activity?: { activityType: string; activityParameters?: unknown }) {
    super('ocean-launch-done', { detail: { mode, ...activity } });
  }
}

/**
 * Why a launch failed: `unavailable`, no launch URL could be had (`error` tells why), or a part of this library could not be
 * loaded; `invalid-url`, it is no http or https URL, or names a patient; `patient-reference`, the referral's reference is
 * a health card number, or names a patient, and is put into no URL; `other-host`, the backend's URL leads to another host than the
 * sender had read of, who now reads it and can go on; `new-tab-blocked`, the browser opened no tab;
 * `frame-own-origin`, the launched system led its iframe to a page of the portal's own origin, and was closed; `frame-blocked`, the page's Content Security Policy doesn't list the launched system under `frame-src`.
 */
export type LaunchFailure =
  | 'unavailable'
  | 'invalid-url'
  | 'patient-reference'
  | 'other-host'
  | 'new-tab-blocked'
  | 'frame-blocked'
  | 'frame-own-origin';

/** The other system could not be opened. The sender reads why, and can try again. */
export class OceanLaunchFailedEvent extends CustomEvent<{
  reason: LaunchFailure;
  error?: BackendError;
}> {
  constructor(reason: LaunchFailure, error?: BackendError) {
    super('ocean-launch-failed', { detail: { reason, ...(error && { error }) } });
  }
}

/** The sender stays: the countdown was stopped, or the iframe was closed before the launched system was done. */
export class OceanLaunchCancelledEvent extends CustomEvent<{ reason: 'stopped' | 'closed' }> {
  constructor(reason: 'stopped' | 'closed') {
    super('ocean-launch-cancelled', { detail: { reason } });
  }
}

/**
 * The launched system asks for an activity of the host's (SMART Web Messaging's `ui.launchActivity`), one of those that the
 * host lists. The iframe stays open. `preventDefault()` answers that it could not be done.
 */
export class OceanLaunchActivityEvent extends CustomEvent<{
  activityType: string;
  /** Untrusted, as the launched system sent them. */
  activityParameters: unknown;
}> {
  constructor(activityType: string, activityParameters: unknown) {
    super('ocean-launch-activity', {
      detail: { activityType, activityParameters },
      bubbles: true,
      composed: true,
      cancelable: true,
    });
  }
}

/** The launched system tells its own reference of what was done there. Untrusted text, at most 100 characters. */
export class OceanLaunchReferenceEvent extends CustomEvent<{ reference: string }> {
  constructor(reference: string) {
    super('ocean-launch-reference', { detail: { reference } });
  }
}

declare global {
  interface HTMLElementEventMap {
    'ocean-referral-sent': CustomEvent<{ referralRef: string }>;
    'ocean-referral-confirmed': OceanReferralConfirmedEvent;
    'ocean-launch': OceanLaunchEvent;
    'ocean-launch-ready': OceanLaunchReadyEvent;
    'ocean-launch-done': OceanLaunchDoneEvent;
    'ocean-launch-failed': OceanLaunchFailedEvent;
    'ocean-launch-cancelled': OceanLaunchCancelledEvent;
    'ocean-launch-activity': OceanLaunchActivityEvent;
    'ocean-launch-reference': OceanLaunchReferenceEvent;
  }
}
