/** Polls by the schedule while the page is visible, one request at a time, until it is stopped. */
import { LatestRequest } from '../../ui/latest-request.js';
import { SHORTEST, pauseOf, nextInterval } from './poll-schedule.js';
import type { PollOutcome } from './poll-schedule.js';

export class Poller {
  /** Milliseconds; undefined where it polls only when `now` is called. */
  private interval?: number = SHORTEST;
  private notBefore = 0;
  private running = false;
  private timer?: ReturnType<typeof setTimeout>;
  private readonly request = new LatestRequest();

  /** @param ask never rejects; its outcome is dropped once its signal was aborted */
  constructor(private readonly ask: (signal: AbortSignal) => Promise<PollOutcome>) {}

  /** When the server may be asked again, in milliseconds since 1970, where it has asked to wait. */
  get pausedUntil(): number | undefined {
    return this.notBefore > Date.now() ? this.notBefore : undefined;
  }

  start(): void {
    if (this.running) return;
    this.running = true;
    document.addEventListener('visibilitychange', this.onVisibility);
    this.now();
  }

  stop(): void {
    this.running = false;
    document.removeEventListener('visibilitychange', this.onVisibility);
    clearTimeout(this.timer);
    this.request.abort();
  }

  /** Polls at once, or as soon as the server allows it. Aborts a poll that is under way, as its answer may be out of date. */
  now(): void {
    this.request.abort();
    this.interval = SHORTEST;
    this.after(0);
  }

  /** Does not poll for the seconds that the server has asked to wait. */
  pauseFor(retryAfter: number | undefined): void {
    this.notBefore = Math.max(this.notBefore, Date.now() + pauseOf(retryAfter));
  }

  private readonly onVisibility = (): void => {
    if (document.hidden) clearTimeout(this.timer);
    else if (this.interval !== undefined && !this.request.pending) this.after(0);
  };

  private after(wait: number): void {
    clearTimeout(this.timer);
    if (!this.running || document.hidden) return;
    const milliseconds = Math.max(wait, this.notBefore - Date.now());
    if (milliseconds > 0) this.timer = setTimeout(() => void this.run(), milliseconds);
    else void this.run();
  }

  private async run(): Promise<void> {
    const answer = await this.request.run(this.ask);
    if (!answer?.ok) return;
    this.interval = nextInterval(this.interval ?? SHORTEST, answer.value);
    if (this.interval !== undefined) this.after(this.interval);
  }
}
