/** Runs the countdown of an element: a tick each second, while the element is in the page. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { AutoLaunch } from './auto-launch.js';
import type { Tick } from './auto-launch.js';

export class AutoLaunchTimer implements ReactiveController {
  private countdown?: AutoLaunch;
  private timer?: ReturnType<typeof setInterval>;
  /** An update may be made after the element has left the page. */
  private connected = false;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly options: {
      /** Whether the sender sees the countdown and the button that stops it. */
      visible(): boolean;
      ticked(tick: Tick): void;
    },
  ) {
    host.addController(this);
  }

  /** Seconds left; undefined where nothing counts. */
  get left(): number | undefined {
    return this.countdown?.left;
  }

  start(seconds: number): void {
    this.countdown = new AutoLaunch(seconds);
    this.countdown.start();
    this.run();
  }

  stop(): void {
    this.countdown?.stop();
    this.run();
  }

  extend(): void {
    this.countdown?.extend();
    this.host.requestUpdate();
  }

  hostConnected(): void {
    this.connected = true;
    this.run();
  }

  hostDisconnected(): void {
    this.connected = false;
    clearInterval(this.timer);
  }

  private run(): void {
    clearInterval(this.timer);
    if (this.connected && this.left !== undefined)
      this.timer = setInterval(() => this.tick(), 1000);
    this.host.requestUpdate();
  }

  private tick(): void {
    const tick = this.countdown?.tick(this.options.visible()) ?? 'quiet';
    if (tick === 'end') clearInterval(this.timer);
    this.options.ticked(tick);
    this.host.requestUpdate();
  }
}
