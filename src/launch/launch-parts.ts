/** The parts of a launch that are loaded apart from it, each ahead of the moment at which the sender needs it. */
import type { LitElement } from 'lit';
import { define } from '../ui/define-element.js';
import { OnDemand } from '../ui/on-demand.js';
import type { CountdownPorts } from './countdown/launch-countdown.js';

/** What the launch is about to need. */
export interface PartsNeeds {
  /** A launch that goes on by itself is asked for. */
  readonly countdown: boolean;
  /** The next step opens the iframe. */
  readonly frame: boolean;
}

export class LaunchParts {
  /** Needed by every launch: it comes while the sender fills in the form. */
  readonly confirmation = this.part(async () => {
    const { OceanReferralConfirmation } = await import('./confirmation/referral-confirmation.js');
    define('ocean-referral-confirmation', OceanReferralConfirmation);
    return true;
  });

  /** Comes while the sender reads the confirmation. */
  readonly frame = this.part(async () => {
    const { OceanLaunchFrame } = await import('./frame/launch-frame.js');
    define('ocean-launch-frame', OceanLaunchFrame);
    return true;
  });

  /** Where it can't be loaded nothing starts: the sender goes on by hand. */
  readonly countdown = this.part(async () => {
    const { LaunchCountdown } = await import('./countdown/launch-countdown.js');
    return new LaunchCountdown(this.host, this.ports);
  });

  constructor(
    private readonly host: LitElement,
    private readonly ports: CountdownPorts,
  ) {}

  /** Loads what is needed soon. What could not be loaded is not tried again before the sender asks for it. */
  follow(needs: PartsNeeds): void {
    for (const part of [
      this.confirmation,
      ...(needs.frame ? [this.frame] : []),
      ...(needs.countdown ? [this.countdown] : []),
    ])
      if (!part.failed) void part.load();
  }

  private part<T>(load: () => Promise<T>): OnDemand<T> {
    return new OnDemand(load, () => this.host.requestUpdate());
  }
}
