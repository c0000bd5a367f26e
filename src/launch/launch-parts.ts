/** The parts of a launch that are loaded on demand, each before the sender needs it. */
import type { LitElement } from 'lit';
import { define } from '../ui/define-element.js';
import { OnDemand } from '../ui/on-demand.js';
import type { CountdownOptions } from './countdown/launch-countdown.js';

export interface PartsNeeds {
  /** The host asks for `auto-launch`. */
  readonly countdown: boolean;
  /** The next step opens the iframe. */
  readonly frame: boolean;
}

export class LaunchParts {
  /** Needed by every launch. Loaded while the sender fills in the form. */
  readonly confirmation = this.part(async () => {
    const { OceanReferralConfirmation } = await import('./confirmation/referral-confirmation.js');
    define('ocean-referral-confirmation', OceanReferralConfirmation);
    return true;
  });

  /** Loaded while the sender reads the confirmation. */
  readonly frame = this.part(async () => {
    const { OceanLaunchFrame } = await import('./frame/launch-frame.js');
    define('ocean-launch-frame', OceanLaunchFrame);
    return true;
  });

  /** Where it can't be loaded nothing counts down, and the sender uses the button. */
  readonly countdown = this.part(async () => {
    const { LaunchCountdown } = await import('./countdown/launch-countdown.js');
    return new LaunchCountdown(this.host, this.options);
  });

  constructor(
    private readonly host: LitElement,
    private readonly options: CountdownOptions,
  ) {}

  /** Loads what is needed soon. A part that failed to load is not tried again before the sender needs it. */
  update(needs: PartsNeeds): void {
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
