/** Counts down the seconds that a backend has asked the client to wait. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Longest wait, in seconds, whatever the server asks for. */
const MAX_WAIT = 60;

export class Countdown implements ReactiveController {
  /** Seconds left; 0 when it is over. */
  left = 0;
  private end = 0;
  private timer?: ReturnType<typeof setTimeout>;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  start(seconds: number | undefined): void {
    const wait = seconds !== undefined && seconds > 0 ? Math.min(Math.ceil(seconds), MAX_WAIT) : 0;
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
