/** Counts down the seconds for which a backend has asked not to be asked. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Longest wait, in seconds, that a user is asked for, whatever a server says. */
const LONGEST = 60;

export class Countdown implements ReactiveController {
  /** Seconds left; 0 when it is over. */
  left = 0;
  private end = 0;
  private timer?: ReturnType<typeof setTimeout>;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  start(seconds: number | undefined): void {
    const wait = seconds !== undefined && seconds > 0 ? Math.min(Math.ceil(seconds), LONGEST) : 0;
    this.end = Date.now() + wait * 1000;
    this.left = wait;
    this.run();
  }

  hostConnected(): void {
    this.run();
  }

  hostDisconnected(): void {
    clearTimeout(this.timer);
  }

  private run(): void {
    clearTimeout(this.timer);
    if (this.left > 0) this.timer = setTimeout(() => this.tick(), 1000);
  }

  private tick(): void {
    this.left = Math.max(0, Math.ceil((this.end - Date.now()) / 1000));
    this.host.requestUpdate();
    this.run();
  }
}
