/** Carries out a launch: gets the URL, fires `ocean-launch`, sends the browser there or opens the iframe, and fires how it ended. */
import { isBackendError } from '../backend/backend-error.js';
import type { BackendError } from '../backend/backend-error.js';
import { LaunchAddress, PatientReference } from './url/launch-url.js';
import type { LaunchSubject } from './url/permitted.js';
import { goTo, launchUrlOf } from './url/opening.js';
import {
  OceanLaunchCancelledEvent,
  OceanLaunchDoneEvent,
  OceanLaunchEvent,
  OceanLaunchFailedEvent,
  OceanReferralConfirmedEvent,
} from './launch-events.js';
import type { LaunchFailure, LaunchMode } from './launch-events.js';
import { nextState } from './launch-state.js';
import type { LaunchAction, LaunchState } from './launch-state.js';

export interface FlowOptions {
  /** What to launch; undefined where there is nothing to launch, or the settings are not loaded. */
  subject(referralRef: string): LaunchSubject | undefined;
  /** Loads the element that shows the iframe. False where that failed. */
  loadFrame(): Promise<boolean>;
}

export class LaunchFlow {
  state: LaunchState = { name: 'idle' };
  private address?: LaunchAddress;
  private subject: LaunchSubject | undefined;
  private controller = new AbortController();

  /**
   * @param host fires the events, and renders again where something has changed
   * @param navigate sends the browser to the URL; false where it opens no tab
   */
  constructor(
    private readonly host: EventTarget & { requestUpdate(): void },
    private readonly options: FlowOptions,
    private readonly navigate = goTo,
  ) {}

  /** The launch URL, as soon as it is known: going on can then be a link. */
  get url(): string | undefined {
    return this.address?.url;
  }

  /** The host that a launch opens, as far as it is known: that of the URL itself, where the backend makes it. */
  get hostToOpen(): string | undefined {
    const { url } = this;
    return (
      (url === undefined ? this.lastHost : launchUrlOf(url)?.host) ??
      launchUrlOf(this.subject?.baseLaunchUrl)?.host
    );
  }

  /** Host of the last URL for this subject. */
  private lastHost: string | undefined;

  /** The launch is known to fail: nothing that names a patient is put into a URL. */
  refused = false;

  confirm(referralRef: string): void {
    if (!this.apply({ type: 'confirm', referralRef })) return;
    this.host.dispatchEvent(new OceanReferralConfirmedEvent(referralRef));
  }

  reset(): void {
    this.abort();
    this.apply({ type: 'reset' });
  }

  /** Takes what is to be launched now, and gets its URL before the sender goes on. */
  update(): void {
    const { state } = this;
    const subject = state.name === 'idle' ? undefined : this.options.subject(state.referralRef);
    if (sameSubject(subject, this.subject)) return;
    this.subject = subject;
    this.address = subject && new LaunchAddress(subject);
    this.lastHost = undefined;
    this.refused = false;
    this.prepare();
  }

  /** Gets the URL before the sender goes on. Where that fails it is tried again then, and only that failure is shown. */
  prepare(): void {
    const { address } = this;
    if (!address || address.url !== undefined || this.state.name === 'idle') return;
    address.get(this.controller.signal).then(
      (url) => {
        if (address === this.address) this.lastHost = launchUrlOf(url)?.host;
        this.host.requestUpdate();
      },
      (error: unknown) => {
        if (address !== this.address || !(error instanceof PatientReference)) return;
        this.refused = true;
        this.host.requestUpdate();
      },
    );
  }

  /**
   * Launches, unless one is under way. A link whose URL is still valid is followed by the browser itself; else a script sends it
   * there.
   */
  async open(mode: LaunchMode, click?: Event): Promise<void> {
    const { address } = this;
    if (!address || !this.apply({ type: 'launch', mode })) return click?.preventDefault();
    const { url: linked } = address;
    const followed = linked !== undefined && mode !== 'iframe' && isLink(click);
    if (followed) {
      if (!this.mayOpen(linked, mode)) return click?.preventDefault();
      return this.sent(mode);
    }
    click?.preventDefault();
    const shownHost = this.hostToOpen;
    try {
      const url = await address.get(this.controller.signal);
      if (this.state.name !== 'launching') return;
      this.lastHost = launchUrlOf(url)?.host;
      // The sender reads another host before anything opens there.
      if (this.lastHost !== shownHost) return this.fail('other-host');
      if (!this.mayOpen(url, mode)) return;
      if (mode === 'iframe') await this.openFrame(url);
      else if (this.navigate(url, mode)) this.sent(mode);
      else this.fail('new-tab-blocked');
    } catch (error) {
      if (isBackendError(error)) {
        if (error.kind === 'aborted') this.apply({ type: 'close' });
        else this.fail('unavailable', error);
      } else this.fail(error instanceof PatientReference ? 'patient-reference' : 'invalid-url');
    }
  }

  /** The launched system has said in its iframe that it is done. */
  finish(activity?: { activityType: string; activityParameters?: unknown }): void {
    if (this.apply({ type: 'finish' }))
      this.host.dispatchEvent(new OceanLaunchDoneEvent('iframe', activity));
    this.prepare();
  }

  /** The iframe was closed before the launched system was done. */
  close(): void {
    if (this.apply({ type: 'close' }))
      this.host.dispatchEvent(new OceanLaunchCancelledEvent('closed'));
    this.prepare();
  }

  fail(reason: LaunchFailure, error?: BackendError): void {
    if (!this.apply({ type: 'fail', reason })) return;
    this.host.dispatchEvent(new OceanLaunchFailedEvent(reason, error));
    this.prepare();
  }

  /** Aborts the launch that is under way. */
  abort(): void {
    this.controller.abort();
    this.controller = new AbortController();
    if (this.state.name === 'launching') this.apply({ type: 'close' });
  }

  /** Fires `ocean-launch`. False where the host has cancelled it, and so opens the URL itself. */
  private mayOpen(url: string, mode: LaunchMode): boolean {
    if (this.host.dispatchEvent(new OceanLaunchEvent(url, mode))) return true;
    this.address?.spend();
    this.apply({ type: 'taken-over' });
    return false;
  }

  private async openFrame(url: string): Promise<void> {
    if (!(await this.options.loadFrame())) return this.fail('unavailable');
    this.address?.spend();
    this.apply({ type: 'frame', url });
  }

  private sent(mode: LaunchMode): void {
    this.address?.spend();
    this.apply({ type: 'sent' });
    this.host.dispatchEvent(new OceanLaunchDoneEvent(mode));
    if (mode === 'blank') this.prepare();
  }

  /** False where the action changes nothing. */
  private apply(action: LaunchAction): boolean {
    const state = nextState(this.state, action);
    if (state === this.state) return false;
    this.state = state;
    this.host.requestUpdate();
    return true;
  }
}

const SUBJECT = ['baseLaunchUrl', 'referralRef', 'siteNumber', 'integrationId', 'backend'] as const;

const sameSubject = (a: LaunchSubject | undefined, b: LaunchSubject | undefined): boolean =>
  a === b || SUBJECT.every((name) => a?.[name] === b?.[name]);

const isLink = (event: Event | undefined): boolean =>
  (event?.currentTarget as Element | null | undefined)?.localName === 'a';
