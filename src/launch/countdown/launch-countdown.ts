/**
 * The countdown of a launch that goes on by itself: whether there is one, what the sender sees and hears of it, and the buttons that
 * stop and extend it. One for each referral. Loaded where a host asks for one.
 */
import { html, nothing } from 'lit';
import type { LitElement, TemplateResult } from 'lit';
import { texts as english } from '../../locales/en/countdown.js';
import type { CountdownTexts } from '../../locales/en/countdown.js';
import { addStyles } from '../../ui/add-styles.js';
import { Announcer } from '../../ui/announcer.js';
import { warnOnce } from '../../ui/console.js';
import controls from '../../ui/controls.styles.js';
import { Localize } from '../../ui/localize.js';
import type { LaunchMode } from '../launch-events.js';
import { LEAST_SECONDS, autoLaunchSeconds } from './auto-launch.js';
import type { Tick } from './auto-launch.js';
import { AutoLaunchTimer } from './auto-launch-timer.js';
import styles from './launch-countdown.styles.js';

export interface CountdownOptions {
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
  private readonly announcer: Announcer;
  private readonly localize: Localize<CountdownTexts>;
  /** The referral that it was started for. */
  private startedFor?: string;

  constructor(
    host: LitElement,
    private readonly options: CountdownOptions,
  ) {
    addStyles(host, controls);
    addStyles(host, styles);
    this.announcer = new Announcer(host);
    this.localize = new Localize<CountdownTexts>(host, {
      en: english,
      fr: async () => (await import('../../locales/fr/countdown.js')).texts,
    });
    this.timer = new AutoLaunchTimer(host, {
      // A second counts only while the button that stops it can be seen.
      visible: () =>
        document.visibilityState === 'visible' && isSeen(host.renderRoot.querySelector('#stay')),
      ticked: (tick) => this.onTick(tick),
    });
  }

  /** Starts or stops the countdown. */
  update(needs: CountdownNeeds): void {
    const { referralRef } = needs;
    const seconds = this.secondsOf(needs);
    if (seconds === undefined || referralRef === undefined) return this.stop();
    if (this.startedFor === referralRef || !this.localize.texts) return;
    this.startedFor = referralRef;
    this.timer.start(seconds);
    this.announce((t) => t.started(seconds, this.options.applicationName()));
  }

  /** Warns the developer where the host asks for what is not possible. */
  private secondsOf({ asked, mode }: CountdownNeeds): number | undefined {
    if (asked == null) return undefined;
    const seconds = autoLaunchSeconds(asked);
    if (seconds === undefined)
      warnOnce('`auto-launch` is a number of seconds; what was given is none, so it is off.');
    else if (asked < LEAST_SECONDS)
      warnOnce(`\`auto-launch\` is ${LEAST_SECONDS} seconds at least (WCAG 2.2.1); that is used.`);
    if (mode !== 'blank') return seconds;
    warnOnce('`auto-launch` can’t open a new tab, as browsers block that: use `target="self"`.');
    return undefined;
  }

  stop(): void {
    this.timer.stop();
  }

  render(): TemplateResult | typeof nothing {
    const { left } = this.timer;
    const { texts: t, tag } = this.localize;
    if (left === undefined || !t) return nothing;
    return html`<div slot="countdown" class="countdown" part="countdown" lang=${tag}>
      <p>${t.left(left)}</p>
      <button type="button" part="button" id="stay" @click=${() => this.stay()}>${t.stay}</button>
      <button type="button" part="button" @click=${() => this.extend()}>${t.more}</button>
    </div>`;
  }

  /** For a screen reader. Rendered where nothing is hidden. */
  renderStatus(): TemplateResult {
    return this.announcer.render();
  }

  private onTick(tick: Tick): void {
    if (tick === 'end') this.options.ended();
    if (tick === 'near-end') this.announceLeft();
  }

  private stay(): void {
    this.timer.stop();
    this.announce((t) => t.stopped);
    this.options.stopped();
  }

  private extend(): void {
    this.timer.extend();
    this.announceLeft();
  }

  private announceLeft(): void {
    this.announce((t) => t.nearEnd(this.timer.left ?? 0));
  }

  private announce(read: (texts: CountdownTexts) => string): void {
    const { announcer, localize } = this;
    announcer.announce(() => (localize.texts ? read(localize.texts) : ''));
  }
}

/** A host's styles may hide a part in more than one way. */
const isSeen = (element: HTMLElement | null): boolean =>
  element !== null &&
  element.getClientRects().length > 0 &&
  getComputedStyle(element).visibility === 'visible';
