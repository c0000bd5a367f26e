/** `<ocean-launch-frame>`: the launched system in an iframe. */
import { LitElement, html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { keyed } from 'lit/directives/keyed.js';
import type { LaunchSettings } from '../../integration/schema.js';
import { hasPatientParameter } from '../../integration/url-patient-parameters.js';
import { texts as english } from '../../locales/en/frame.js';
import type { FrameTexts } from '../../locales/en/frame.js';
import { warnOnce } from '../../ui/console.js';
import { Localize } from '../../ui/localize.js';
import { HostName } from '../url/host-name.js';
import {
  OceanLaunchActivityEvent,
  OceanLaunchCancelledEvent,
  OceanLaunchDoneEvent,
  OceanLaunchFailedEvent,
  OceanLaunchReadyEvent,
  OceanLaunchReferenceEvent,
} from '../launch-events.js';
import type { LaunchFailure } from '../launch-events.js';
import { launchUrlOf } from '../url/opening.js';
import { senderView } from '../sender-view.js';
import type { LabelText } from '../sender-view.js';
import { sentence } from '../sentence.js';
import { ClosingQuestion } from './closing-question.js';
import { FrameSession } from './frame-session.js';
import { FullScreen } from './full-screen.js';
import frameStyles from './launch-frame.styles.js';
import { sandboxOf } from './sandbox.js';
import { randomId } from './smart-messaging.js';

/**
 * `closed`, nothing is shown; `opening`; `ready`, it has answered; `silent`, it has not in time; `blocked`, by the page's Content
 * Security Policy; `invalid`, the URL is none to open.
 */
type FrameStatus = 'closed' | 'opening' | 'ready' | 'silent' | 'blocked' | 'invalid';

/** The element that has the focus, through open shadow roots. */
const focused = (): Element | null => {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
};

/**
 * @summary A launched system in an iframe, with a bar that names it, opens it in a new tab, shows it on the full screen and closes it.
 *
 * Speaks SMART Web Messaging 1.0 with it. A frame that was refused (`X-Frame-Options`, `frame-ancestors`) looks to a page like one that
 * has loaded. So it is ready by the handshake, or after eight seconds without one (fifteen where it does not load): then a sentence
 * with a link to a new tab stays beside it, until it does answer.
 *
 * The launched system is kept in a sandbox, without any permission, and learns nothing of this page's address. Where the launch URL has
 * the page's own origin it gets an origin of its own, and no messages.
 *
 * What browsers do not allow:
 * - Escape asks before closing only while the focus is outside of the launched system. Keys pressed inside it are its own.
 * - Moving the element reloads the iframe, and the launched system begins anew. `moveBefore()` keeps it alive in Chromium; Firefox 153
 *   reloads what is inside a shadow tree.
 * - Pages that the sender goes through inside the iframe are in the tab's history: Back first goes back there. The launch itself
 *   adds nothing to it.
 * - Whether the iframe was refused, or where it has gone, can't be told from outside.
 *
 * @event {OceanLaunchReadyEvent} ocean-launch-ready - The launched system can be used. `detail`: `handshake`, whether it has answered. A
 *   late answer comes after one without.
 * @event {OceanLaunchDoneEvent} ocean-launch-done - It has said that it is done. `detail`: `mode`, and the activity that it asks for next.
 * @event {OceanLaunchFailedEvent} ocean-launch-failed - It was not opened. `detail`: `reason`, `invalid-url`, `frame-blocked` or `frame-own-origin`.
 * @event {OceanLaunchCancelledEvent} ocean-launch-cancelled - It was closed before that. `detail`: `reason`, `closed`.
 * @event {OceanLaunchActivityEvent} ocean-launch-activity - It asks for one of `activities`; bubbles, cancelable.
 * @event {OceanLaunchReferenceEvent} ocean-launch-reference - It tells a reference of its own.
 *
 * @csspart frame - All of it.
 * @csspart bar - The bar above the iframe.
 * @csspart button - A button.
 * @csspart iframe - The iframe.
 * @csspart notice - What there is to say beside the iframe.
 *
 * @cssproperty [--ocean-color-accent] - Links and focus.
 * @cssproperty [--ocean-color-on-accent] - Text on the accent colour.
 * @cssproperty [--ocean-color-text] - Text.
 * @cssproperty [--ocean-color-muted] - Secondary text.
 * @cssproperty [--ocean-color-surface] - Background.
 * @cssproperty [--ocean-color-raised] - Background of the bar and of notices.
 * @cssproperty [--ocean-color-border] - Borders of buttons.
 * @cssproperty [--ocean-color-line] - Lines.
 * @cssproperty [--ocean-color-warning] - Edge of a notice.
 * @cssproperty [--ocean-radius=6px] - Rounding of corners.
 * @cssproperty [--ocean-gap=1rem] - Room between parts.
 */
export class OceanLaunchFrame extends LitElement {
  static override styles = frameStyles;

  /** The URL to open: absolute, http or https, without a user name, and without anything that names a patient. */
  @property() url?: string;

  /** Shows it as a modal dialog instead of filling its container. */
  @property({ type: Boolean }) modal = false;

  /** Launch settings, for the application's name. `allowTopNavigation: true` lets the launched system leave the page, after a click there. */
  @property({ attribute: false }) settings?: Partial<LaunchSettings>;

  /** Activity types that the launched system may ask for (SMART Web Messaging's `ui.launchActivity`, `ui.done`). */
  @property({ attribute: false }) activities: readonly string[] = [];

  /** SMART Web Messaging handle, where the launched system has been given one. Left out, a random one. Taken when it opens. */
  @property({ attribute: false }) messagingHandle?: string;

  @state() private status: FrameStatus = 'closed';
  @state() private loaded = false;
  @state() private height?: number;
  @state() private reference?: string;
  @state() private focusTaken = false;

  private readonly hostName = new HostName(this);
  private readonly localize = new Localize<FrameTexts>(this, {
    en: english,
    fr: async () => (await import('../../locales/fr/frame.js')).texts,
  });

  private readonly fullScreen = new FullScreen(this, '.frame');
  private readonly question = new ClosingQuestion(this, () => this.close());

  private session?: FrameSession;
  /** What had the focus before it was opened. */
  private cameFrom: Element | null = null;
  /** What is to be done as soon as the page shows how things are. */
  private next?: () => void;

  /** Messages from the frame that were not taken since it was opened: malformed, of another origin, without the handle, or too many. */
  get droppedMessages(): number {
    return this.session?.dropped ?? 0;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Put back: its iframe loads again.
    if (this.hasUpdated) this.open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.session?.stop();
  }

  /** Lets `moveBefore()` move the element without reloading its iframe. */
  connectedMoveCallback(): void {}

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('url') || changed.has('modal')) this.open();
  }

  protected override updated(): void {
    const dialog = this.renderRoot.querySelector('dialog');
    if (dialog && this.isConnected && !dialog.matches(':modal')) {
      // Open without being modal: what being moved in the page has left of it.
      dialog.close();
      dialog.showModal();
    }
    const { next } = this;
    this.next = undefined;
    next?.();
  }

  /** Brings the focus into the launched system. */
  override focus(): void {
    (this.renderRoot.querySelector<HTMLElement>('#keep') ?? this.iframe)?.focus();
  }

  /** Closes it without asking. */
  close(): void {
    this.end(new OceanLaunchCancelledEvent('closed'));
  }

  private get iframe(): HTMLIFrameElement | null {
    return this.renderRoot.querySelector('iframe');
  }

  private get focusIsInside(): boolean {
    return this.shadowRoot?.activeElement != null;
  }

  private open(): void {
    const { url } = this;
    const address = launchUrlOf(url);
    this.session?.stop();
    this.session = undefined;
    this.loaded = this.question.isAsked = this.focusTaken = false;
    this.height = this.reference = undefined;
    if (!this.focusIsInside) this.cameFrom = focused();
    if (!url) this.status = 'closed';
    else if (!address || hasPatientParameter(url)) this.fail('invalid', 'invalid-url');
    else {
      this.status = 'opening';
      this.session = this.begin(address.origin);
      this.next = () => this.focus();
    }
  }

  private begin(origin: string): FrameSession {
    if (origin === location.origin)
      warnOnce(
        `The launch URL has this page’s own origin, so the launched system gets none of its own and can’t speak with the page. Serve it from another origin than ${origin}, or open it in a tab.`,
      );
    return new FrameSession({
      origin,
      handle: this.messagingHandle ?? randomId(),
      iframe: () => this.iframe,
      activities: () => this.activities,
      ready: (handshake) => {
        this.status = handshake ? 'ready' : 'silent';
        this.dispatchEvent(new OceanLaunchReadyEvent(handshake));
      },
      blocked: () => this.fail('blocked', 'frame-blocked'),
      ownOrigin: () => this.fail('blocked', 'frame-own-origin'),
      focusTaken: () => (this.focusTaken = true),
      done: (activity) => this.end(new OceanLaunchDoneEvent('iframe', activity)),
      launch: ({ activityType, activityParameters }) =>
        this.dispatchEvent(new OceanLaunchActivityEvent(activityType, activityParameters)),
      resize: (height) => (this.height = height),
      reference: (reference) => {
        this.reference = reference;
        this.dispatchEvent(new OceanLaunchReferenceEvent(reference));
      },
    });
  }

  private fail(status: 'invalid' | 'blocked', reason: LaunchFailure): void {
    this.status = status;
    // Told once it is shown: the host may take the element away.
    this.next = () => this.dispatchEvent(new OceanLaunchFailedEvent(reason));
  }

  private end(event: Event): void {
    if (this.status === 'closed') return;
    // The focus is nobody's while the frame is full of a dialog's backdrop.
    const returns = this.focusIsInside || document.activeElement === document.body;
    this.session?.stop();
    this.status = 'closed';
    // At once: the host may take the element away, and the focus with it.
    this.performUpdate();
    if (returns && this.cameFrom instanceof HTMLElement) this.cameFrom.focus();
    this.dispatchEvent(event);
  }

  private ask(): void {
    if (this.iframe) this.question.ask();
    // Nothing was entered where nothing was opened.
    else this.close();
  }

  private onEscape(event: Event): void {
    event.preventDefault();
    if (this.question.isAsked) this.question.keep();
    else this.ask();
  }

  private onKeydown(event: KeyboardEvent): void {
    if (event.key === 'Escape' && !event.defaultPrevented) this.onEscape(event);
  }

  /** Browsers close a dialog at the second Escape, whatever `cancel` is told. */
  private onDialogClose({ currentTarget }: Event): void {
    const dialog = currentTarget as HTMLDialogElement;
    if (dialog.open || !dialog.isConnected) return;
    this.ask();
    this.requestUpdate();
  }

  private onLoad(): void {
    if (!this.loaded && this.shadowRoot?.activeElement === this.iframe) {
      // The focus went to the empty page that was there before.
      this.iframe?.blur();
      this.focus();
    }
    this.loaded = true;
    this.session?.loaded();
  }

  /** What is launched, by its name; without one, by its host. */
  private get application(): LabelText {
    const { application } = senderView(this.settings ?? {}, this.localize.language);
    return application.text ? application : { text: launchUrlOf(this.url)?.host ?? '' };
  }

  protected override render(): TemplateResult | typeof nothing {
    const { status, url, application } = this;
    const { texts: t, tag } = this.localize;
    const address = launchUrlOf(url);
    if (status === 'closed') return nothing;
    const title = t?.title(application.text) ?? application.text;
    const name = html`<b translate="no" lang=${ifDefined(application.lang)}
      ><bdi>${application.text}</bdi></b
    >`;
    const isOpen = status !== 'invalid' && status !== 'blocked';
    const frame = html`<div
      class=${isOpen ? 'frame' : 'frame brief'}
      part="frame"
      lang=${tag}
      role=${this.modal ? nothing : 'group'}
      aria-label=${this.modal ? nothing : title}
      @keydown=${this.onKeydown}
      @fullscreenchange=${() => this.requestUpdate()}
    >
      ${t ? this.renderBar(t, name, isOpen) : nothing}
      ${
        isOpen && address
          ? html`<div class="stage">
              ${keyed(url, this.renderIframe(address, title))}
              <div role="status">
                ${
                  t && status === 'opening' && !this.loaded
                    ? html`<p class="opening">${sentence(t.opening, { application: name })}</p>`
                    : nothing
                }
              </div>
            </div>`
          : nothing
      }
      <div class="notice" role="status">
        ${
          t && status !== 'opening' && status !== 'ready'
            ? html`<p part="notice">
                ${sentence(t.notices[status], { application: name, link: this.renderLink(t.link) })}
              </p>`
            : nothing
        }
        ${
          t && isOpen && this.focusTaken
            ? html`<p part="notice">${sentence(t.focusTaken, { application: name })}</p>`
            : nothing
        }
      </div>
      ${t ? this.question.render(t, name) : nothing}
    </div>`;
    return this.modal
      ? html`<dialog aria-label=${title} @cancel=${this.onEscape} @close=${this.onDialogClose}>
          ${frame}
        </dialog>`
      : frame;
  }

  private renderBar(t: FrameTexts, name: TemplateResult, isOpen: boolean): TemplateResult {
    const { application, reference } = this;
    const host = launchUrlOf(this.url)?.host;
    return html`<div class="bar" part="bar" .inert=${this.question.isAsked}>
      <p class="names">
        ${name} ${host && host !== application.text ? this.hostName.render(host) : nothing}
        ${
          reference
            ? html`<span
                >${sentence(t.reference, { reference: html`<bdi translate="no">${reference}</bdi>` })}</span
              >`
            : nothing
        }
      </p>
      <div class="actions">
        ${host && this.status !== 'invalid' ? this.renderLink(t.newTab) : nothing}
        ${isOpen ? this.fullScreen.render(t.fullScreen) : nothing}
        <button type="button" part="button" @click=${this.ask}>${t.close}</button>
      </div>
    </div>`;
  }

  private renderLink(text: string): TemplateResult {
    return html`<a href=${ifDefined(this.url)} target="_blank" rel="noopener noreferrer"
      >${text}</a
    >`;
  }

  /** The sandbox is set before the URL. Another URL gets another iframe, so that nothing of the earlier one can speak for it. */
  private renderIframe(address: URL, title: string): TemplateResult {
    return html`<iframe
      part="iframe"
      title=${title}
      sandbox=${sandboxOf(address, location.origin, this.settings)}
      allow=""
      referrerpolicy="no-referrer"
      height=${ifDefined(this.height)}
      src=${ifDefined(this.url)}
      .inert=${this.question.isAsked}
      @load=${this.onLoad}
    ></iframe>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ocean-launch-frame': OceanLaunchFrame;
  }
}
