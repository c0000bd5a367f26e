/**
 * The countdown before a launch that goes on by itself, without a DOM. `tick` is called each second, with whether the sender could see
 * the countdown and the button that stops it: other seconds are not counted (WCAG 2.2.1 Timing Adjustable).
 */

/** Fewest seconds that a sender gets to stop or extend it (WCAG 2.2.1). */
export const LEAST_SECONDS = 20;

/** Seconds left at which the countdown is announced once more. */
export const NEAR_END = 10;

/** What a tick means: nothing, the moment to announce that the end is near, or the end. */
export type Tick = 'quiet' | 'near-end' | 'end';

export class AutoLaunch {
  /** Seconds left; undefined where nothing counts. */
  left?: number;

  constructor(private readonly seconds: number) {}

  start(): void {
    this.left = this.seconds;
  }

  stop(): void {
    this.left = undefined;
  }

  /** As much time again, as often as it is asked for. */
  extend(): void {
    if (this.left !== undefined) this.left += this.seconds;
  }

  /** A second has passed. */
  tick(visible: boolean): Tick {
    if (this.left === undefined || !visible) return 'quiet';
    this.left -= 1;
    if (this.left <= 0) {
      this.left = undefined;
      return 'end';
    }
    return this.left === NEAR_END ? 'near-end' : 'quiet';
  }
}

/** The seconds that an `auto-launch` asks for: undefined where it is off, never fewer than the least. */
export const autoLaunchSeconds = (asked: number | null | undefined): number | undefined =>
  asked == null || !Number.isFinite(asked) ? undefined : Math.max(LEAST_SECONDS, Math.round(asked));
