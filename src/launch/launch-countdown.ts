/**
 * The countdown of a launch that goes on by itself: whether there is one, what the sender sees and hears of it, and the buttons that
 * stop and extend it. One for each referral.
 */
import { html, nothing } from 'lit';
import type { LitElement, TemplateResult } from 'lit';
import type { LaunchTexts } from '../locales/en/launch.js';
import type { Announcer } from '../ui/announcer.js';
import { warnOnce } from '../ui/console.js';
import type { Localize } from '../ui/localize.js';
import { LEAST_SECONDS, autoLaunchSeconds } from './auto-launch.js';
import type { Tick } from './auto-launch.js';
import { AutoLaunchTimer } from './auto-launch-timer.js';
import type { LaunchMode } from './launch-events.js';

export interface CountdownPorts {
  readonly announcer: Announcer;
  readonly localize: Localize<LaunchTexts>;
  /** What is launched. */
  applicationName(): string;
  /** The time is over. */
  ended(): void;
  /** The sender has stopped it. */
  stopped(): void;
}

/** What the countdown depends on. */
export interface CountdownNeeds {
  /** The seconds that the host asks for; none where it asks for no countdown. */
  readonly asked: number | null | undefined;
  readonly mode: LaunchMode;
  /** The referral that is confirmed and can be launched; undefined where none is. */
  readonly referralRef: string | undefined;
}

export class LaunchCountdown {
  private readonly timer: AutoLaunchTimer;
  /** The referral that it has been started for. */
  private counted?: string;

  constructor(
    host: LitElement,
    private readonly ports: CountdownPorts,
  ) {
    this.timer = new AutoLaunchTimer(host, {
      // A second counts only where its stop can be seen.
      visible: () =>
        document.visibilityState === 'visible' && isSeen(host.renderRoot.querySelector('#stay')),
      ticked: (tick) => this.onTick(tick),
    });
  }

  /** Starts where one was asked for. */
  follow({ asked, mode, referralRef }: CountdownNeeds): void {
    if (asked == null) return;
    const seconds = autoLaunchSeconds(asked);
    if (seconds === undefined)
      return warnOnce(
        '`auto-launch` is a number of seconds; what was given is none, so it is off.',
      );
    if (asked < LEAST_SECONDS)
      warnOnce(`\`auto-launch\` is ${LEAST_SECONDS} seconds at least (WCAG 2.2.1); that is used.`);
    if (mode === 'blank')
      return warnOnce(
        '`auto-launch` can’t open a new tab, as browsers block that: use `target="self"`.',
      );
    const { localize } = this.ports;
    if (referralRef === undefined || this.counted === referralRef || !localize.texts) return;
    this.counted = referralRef;
    this.timer.start(seconds);
    this.say((t) => t.started(seconds, this.ports.applicationName()));
  }

  stop(): void {
    this.timer.stop();
  }

  render(): TemplateResult | typeof nothing {
    const { left } = this.timer;
    const { texts, tag } = this.ports.localize;
    if (left === undefined || !texts) return nothing;
    const t = texts.countdown;
    return html`<div slot="countdown" class="countdown" part="countdown" lang=${tag}>
      <p>${t.left(left)}</p>
      <button type="button" part="button" id="stay" @click=${() => this.stay()}>${t.stay}</button>
      <button type="button" part="button" @click=${() => this.extend()}>${t.more}</button>
    </div>`;
  }

  private onTick(tick: Tick): void {
    if (tick === 'end') this.ports.ended();
    if (tick === 'near-end') this.sayLeft();
  }

  private stay(): void {
    this.timer.stop();
    this.say((t) => t.stopped);
    this.ports.stopped();
  }

  private extend(): void {
    this.timer.extend();
    this.sayLeft();
  }

  private sayLeft(): void {
    this.say((t) => t.nearEnd(this.timer.left ?? 0));
  }

  private say(read: (texts: LaunchTexts['countdown']) => string): void {
    const { announcer, localize } = this.ports;
    announcer.say(() => (localize.texts ? read(localize.texts.countdown) : ''));
  }
}

/** A host's styles may hide a part in more than one way. */
const isSeen = (element: HTMLElement | null): boolean =>
  element !== null &&
  element.getClientRects().length > 0 &&
  getComputedStyle(element).visibility === 'visible';
