/** One opening of a launched system: its messages, whether it answers in time, whether the page's policy keeps it out. */
import { warnOnce } from '../../ui/console.js';
import { launchUrlOf } from '../url/opening.js';
import { guardFocus } from './focus-guard.js';
import { SmartMessaging } from './smart-messaging.js';
import type { MessagingPorts } from './smart-messaging.js';

/** Milliseconds that a loaded page has for the handshake, before the sender is told that it may not be able to show itself. */
const FIRST_MESSAGE_WAIT = 8000;
/** The same from the start, for a page that takes its time to load. */
const LONGEST = 15_000;
/** Milliseconds that the answer to `ui.done` has on its way into the frame, before the frame goes. */
const CLOSE_DELAY = 200;

/** Milliseconds between two looks at whether the iframe's page can be read from here. */
const LOOK_INSIDE = 100;

export interface SessionPorts extends Omit<MessagingPorts, 'ready' | 'frame'> {
  iframe(): HTMLIFrameElement | null;
  /** The launched system has answered; or it had its time to. */
  ready(handshake: boolean): void;
  /** The page's Content Security Policy does not let it in. */
  blocked(): void;
  /** It shows a page of this page's own origin, whose scripts could do here what they like. */
  ownOrigin(): void;
  /** It took the focus away from the sender, who has it back. */
  focusTaken(): void;
}

export class FrameSession {
  private readonly messaging: SmartMessaging;
  private readonly listening = new AbortController();
  private timer?: ReturnType<typeof setTimeout>;
  private readonly watch: ReturnType<typeof setInterval>;
  private readonly latest = performance.now() + LONGEST;
  private opening = true;
  private loading = true;

  constructor(private readonly ports: SessionPorts) {
    this.messaging = new SmartMessaging({
      ...ports,
      frame: () => ports.iframe()?.contentWindow,
      ready: () => {
        this.settle();
        ports.ready(true);
      },
      done: (activity) => {
        this.stop();
        this.timer = setTimeout(() => ports.done(activity), CLOSE_DELAY);
      },
    });
    const { signal } = this.listening;
    addEventListener('message', (event) => this.messaging.receive(event), { signal });
    document.addEventListener('securitypolicyviolation', (event) => this.onViolation(event), {
      signal,
    });
    guardFocus(
      () => ports.iframe(),
      () => ports.focusTaken(),
      signal,
    );
    this.watch = setInterval(() => this.lookInside(), LOOK_INSIDE);
    this.wait(LONGEST);
  }

  /** Messages from the frame that were not taken. */
  get dropped(): number {
    return this.messaging.dropped;
  }

  /** The iframe has loaded a page. */
  loaded(): void {
    if (this.lookInside()) return;
    if (this.loading && this.opening)
      this.wait(Math.min(FIRST_MESSAGE_WAIT, this.latest - performance.now()));
    this.loading = false;
    // The launched system has no origin to send to where it would have been the page's own.
    if (this.ports.origin !== location.origin) this.messaging.loaded();
  }

  stop(): void {
    this.settle();
    clearInterval(this.watch);
    this.listening.abort();
  }

  /**
   * Ends it where the page inside can be read from here: it has this page's origin, after a redirect, and with `allow-same-origin` its
   * scripts reach everything. The empty page before the first is of this origin, too.
   */
  private lookInside(): boolean {
    const inside = this.ports.iframe()?.contentDocument;
    if (!inside || inside.URL === 'about:blank') return false;
    this.stop();
    warnOnce(
      'The launched system led its iframe to a page of this page’s own origin, so it was closed. Serve what it redirects to from another origin.',
    );
    this.ports.ownOrigin();
    return true;
  }

  private settle(): void {
    clearTimeout(this.timer);
    this.opening = false;
  }

  private wait(time: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.opening = false;
      this.ports.ready(false);
    }, time);
  }

  private onViolation(event: SecurityPolicyViolationEvent): void {
    const { disposition, effectiveDirective, blockedURI } = event;
    const { origin } = this.ports;
    if (!this.opening || disposition !== 'enforce') return;
    if (!/^(?:frame|child|default)-src$/.test(effectiveDirective)) return;
    if (launchUrlOf(blockedURI)?.origin !== origin) return;
    this.stop();
    warnOnce(
      `Add ${origin} to frame-src of the page’s Content Security Policy: it keeps the launched system out of its iframe.`,
    );
    this.ports.blocked();
  }
}
