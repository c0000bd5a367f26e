/** Carries a launch through: asks for the URL, asks the host, sends the browser there or shows the iframe, and tells what came of it. */
import { isBackendError } from '../backend/backend-error.js';
import type { BackendError } from '../backend/backend-error.js';
import { LaunchAddress, PatientReference, goTo } from './url/launch-url.js';
import type { LaunchSubject } from './url/launch-url.js';
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

export interface FlowPorts {
  readonly host: EventTarget;
  /** What to launch; undefined where there is nothing, or nobody knows yet. */
  subject(referralRef: string): LaunchSubject | undefined;
  /** Loads what shows the iframe; whether that worked. */
  needFrame(): Promise<boolean>;
  /** Something has changed. */
  changed(): void;
}

export class LaunchFlow {
  state: LaunchState = { name: 'idle' };
  private address?: LaunchAddress;
  private subject: LaunchSubject | undefined;
  private controller = new AbortController();

  constructor(private readonly ports: FlowPorts) {}

  /** The launch URL, as soon as it is known: going on can then be a link. */
  get url(): string | undefined {
    return this.address?.url;
  }

  confirm(referralRef: string): void {
    if (!this.act({ type: 'confirm', referralRef })) return;
    this.ports.host.dispatchEvent(new OceanReferralConfirmedEvent(referralRef));
  }

  reset(): void {
    this.abort();
    this.act({ type: 'reset' });
  }

  /** Follows what is to be launched, and asks for its URL ahead of the sender. */
  follow(): void {
    const { state } = this;
    const subject = state.name === 'idle' ? undefined : this.ports.subject(state.referralRef);
    if (sameSubject(subject, this.subject)) return;
    this.subject = subject;
    this.address = subject && new LaunchAddress(subject);
    this.prepare();
  }

  /** Has the URL at hand before the sender asks for it. What can't be had now is asked for again then, and told then. */
  prepare(): void {
    const { address } = this;
    if (!address || address.url !== undefined || this.state.name === 'idle') return;
    address.get(this.controller.signal).then(
      () => this.ports.changed(),
      () => undefined,
    );
  }

  /**
   * Launches, unless one is under way. From a click on a link whose URL is still good the browser follows the link itself; else
   * a script sends it there.
   */
  async open(mode: LaunchMode, click?: Event): Promise<void> {
    const { address } = this;
    if (!address || !this.act({ type: 'launch', mode })) return click?.preventDefault();
    const { url: linked } = address;
    const followed = linked !== undefined && mode !== 'iframe' && isLink(click);
    if (followed) {
      if (!this.ask(linked, mode)) return click?.preventDefault();
      return this.sent(mode);
    }
    click?.preventDefault();
    try {
      const url = await address.get(this.controller.signal);
      if (this.state.name !== 'launching' || !this.ask(url, mode)) return;
      if (mode === 'iframe') await this.frame(url);
      else if (goTo(url, mode)) this.sent(mode);
      else this.fail('new-tab-blocked');
    } catch (error) {
      if (isBackendError(error)) {
        if (error.kind === 'aborted') this.act({ type: 'close' });
        else this.fail('unavailable', error);
      } else this.fail(error instanceof PatientReference ? 'patient-reference' : 'invalid-url');
    }
  }

  /** The launched system is done with its iframe. */
  finish(activity?: { activityType: string; activityParameters?: unknown }): void {
    if (this.act({ type: 'finish' }))
      this.ports.host.dispatchEvent(new OceanLaunchDoneEvent('iframe', activity));
    this.prepare();
  }

  /** The iframe was closed before that. */
  close(): void {
    if (this.act({ type: 'close' }))
      this.ports.host.dispatchEvent(new OceanLaunchCancelledEvent('closed'));
    this.prepare();
  }

  fail(reason: LaunchFailure, error?: BackendError): void {
    if (!this.act({ type: 'fail', reason })) return;
    this.ports.host.dispatchEvent(new OceanLaunchFailedEvent(reason, error));
    this.prepare();
  }

  /** Gives up what is under way. */
  abort(): void {
    this.controller.abort();
    this.controller = new AbortController();
    if (this.state.name === 'launching') this.act({ type: 'close' });
  }

  /** The host may take it over: then it goes there by itself. */
  private ask(url: string, mode: LaunchMode): boolean {
    if (this.ports.host.dispatchEvent(new OceanLaunchEvent(url, mode))) return true;
    this.address?.spend();
    this.act({ type: 'taken-over' });
    return false;
  }

  private async frame(url: string): Promise<void> {
    if (!(await this.ports.needFrame())) return this.fail('unavailable');
    this.address?.spend();
    this.act({ type: 'frame', url });
  }

  private sent(mode: LaunchMode): void {
    this.address?.spend();
    this.act({ type: 'sent' });
    this.ports.host.dispatchEvent(new OceanLaunchDoneEvent(mode));
    if (mode === 'blank') this.prepare();
  }

  /** Whether the action changed anything. */
  private act(action: LaunchAction): boolean {
    const state = nextState(this.state, action);
    if (state === this.state) return false;
    this.state = state;
    this.ports.changed();
    return true;
  }
}

const SUBJECT = ['baseLaunchUrl', 'referralRef', 'siteNumber', 'integrationId', 'backend'] as const;

const sameSubject = (a: LaunchSubject | undefined, b: LaunchSubject | undefined): boolean =>
  a === b || SUBJECT.every((name) => a?.[name] === b?.[name]);

const isLink = (event: Event | undefined): boolean =>
  event?.currentTarget instanceof HTMLAnchorElement;
