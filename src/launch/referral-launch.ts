/** `<ocean-referral-launch>`: around a portal's referral form, the whole of the referral system launch. */
import { ContextProvider } from '@lit/context';
import { LitElement, html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { BackendConsumer } from '../backend/backend-consumer.js';
import type { IntegrationBackend } from '../backend/backend.js';
import type { LaunchSettings } from '../integration/schema.js';
import { texts as english } from '../locales/en/launch.js';
import type { LaunchTexts } from '../locales/en/launch.js';
import { warnOnce } from '../ui/console.js';
import { LeaveController } from '../ui/leave-controller.js';
import { Localize, readingTagOf } from '../ui/localize.js';
import { launchContext } from './launch-context.js';
import {
  OceanLaunchCancelledEvent,
  OceanLaunchReadyEvent,
  OceanLaunchReferenceEvent,
} from './launch-events.js';
import type {
  LaunchMode,
  OceanLaunchDoneEvent,
  OceanLaunchFailedEvent,
  OceanReferralSentEvent,
} from './launch-events.js';
import { LaunchFlow } from './launch-flow.js';
import { LaunchParts } from './launch-parts.js';
import type { LaunchState } from './launch-state.js';
import { launchUrlOf } from './url/opening.js';
import type { NextStep } from './confirmation/next-step.js';
import { OwnBanners } from './banner/own-banners.js';
import type { OceanReferralConfirmation } from './confirmation/referral-confirmation.js';
// Rendered by their tags; whoever registers this element registers them too.
import './banner/referral-footer.js';
import './banner/referral-header.js';
import launchStyles from './referral-launch.styles.js';
import { senderView } from './sender-view.js';
import { SettingsLoader } from './settings-loader.js';

/**
 * @summary Wraps a portal's own referral form: header and footer, then the confirmation, then the other system.
 *
 * The portal's form is in the slot, untouched. It works as ever while the settings load, and where they can't be had. Once the
 * referral is sent, call `confirm({referralRef})`, or dispatch `ocean-referral-sent` from within.
 *
 * The launch URL carries `referralRef`, `siteNum` and `launch` at most, and is in no log and no storage. With a backend that
 * creates launches it is that one's, asked for again where it has expired.
 *
 * @event {OceanReferralConfirmedEvent} ocean-referral-confirmed - The confirmation is shown. `detail`: `referralRef`.
 * @event {OceanLaunchEvent} ocean-launch - Before going to the other system; bubbles, cancelable. `detail`: `url`, `mode`.
 * @event {OceanLaunchReadyEvent} ocean-launch-ready - The launched system can be used in its iframe. `detail`: `handshake`.
 * @event {OceanLaunchDoneEvent} ocean-launch-done - It is done, or the browser was sent to it. `detail`: `mode`, and the activity.
 * @event {OceanLaunchFailedEvent} ocean-launch-failed - It could not be opened. `detail`: `reason`, and the `BackendError`.
 * @event {OceanLaunchCancelledEvent} ocean-launch-cancelled - The sender stays. `detail`: `reason`, `stopped` or `closed`.
 * @event {OceanLaunchActivityEvent} ocean-launch-activity - The launched system asks for one of `activities`; bubbles, cancelable.
 * @event {OceanLaunchReferenceEvent} ocean-launch-reference - The launched system tells a reference of its own.
 *
 * @slot - The portal's referral form.
 *
 * @csspart header - The header's strip.
 * @csspart footer - The footer's strip.
 * @csspart confirmation - The confirmation's box.
 * @csspart countdown - The countdown.
 * @csspart button - A button or link; `button-primary` is the one that goes on.
 * @csspart button-primary - The button or link that goes on.
 *
 * @cssproperty [--ocean-color-accent] - Colour of the button, links and edges.
 * @cssproperty [--ocean-color-surface] - Background.
 * @cssproperty [--ocean-color-raised] - Background of the header and the countdown.
 * @cssproperty [--ocean-radius=6px] - Rounding of corners.
 * @cssproperty [--ocean-gap=1rem] - Room between parts.
 */
export class OceanReferralLaunch extends LitElement {
  static override styles = launchStyles;

  /** Id of the directory listing that is referred to. */
  @property({ attribute: 'listing-id' }) listingId?: string;

  /** Id of the integration to launch, where the portal knows it. Goes before `listing-id`. */
  @property({ attribute: 'integration-id' }) integrationId?: string;

  /** Where it opens: `self`, this tab, or `blank`, a new one. Settings with `useIframe` open it on this page instead. */
  @property() target: 'self' | 'blank' = 'self';

  /** Seconds, 20 at least, after which the launch goes on by itself; the sender can stop or extend it. Left out, it never does. */
  @property({ attribute: 'auto-launch', type: Number }) autoLaunch?: number;

  /** Shows the iframe as a modal dialog instead of in the form's place. */
  @property({ type: Boolean }) modal = false;

  /** The backend to use. Left out, that of the nearest `<ocean-backend>`. */
  @property({ attribute: false }) backend?: IntegrationBackend;

  /** Launch settings, where the portal has them; then no backend is asked. */
  @property({ attribute: false }) settings?: LaunchSettings;

  /** Activity types that the launched system may ask this page for (SMART Web Messaging's `ui.launchActivity`, `ui.done`). */
  @property({ attribute: false }) activities: readonly string[] = [];

  /** SMART Web Messaging handle of this launch, where the portal's backend gave one to the launched system. Left out, a random one. */
  @property({ attribute: false }) messagingHandle?: string;

  private readonly consumer = new BackendConsumer(this, () => readingTagOf(this));
  private readonly loading = new SettingsLoader(this);
  private readonly provider = new ContextProvider(this, { context: launchContext });
  private readonly localize = new Localize<LaunchTexts>(this, {
    en: english,
    fr: async () => (await import('../locales/fr/launch.js')).texts,
  });
  private readonly parts = new LaunchParts(this, {
    applicationName: () => this.applicationName,
    ended: () => void this.proceed(this.mode),
    stopped: () => {
      this.focusWanted = 'proceed';
      this.dispatchEvent(new OceanLaunchCancelledEvent('stopped'));
    },
  });
  private readonly flow = new LaunchFlow(this, {
    subject: (referralRef) => {
      const { settings, id: integrationId } = this.loading;
      const { value: backend, siteNumber } = this.consumer;
      return (
        settings && {
          baseLaunchUrl: settings.baseLaunchUrl,
          referralRef,
          siteNumber,
          integrationId,
          backend,
        }
      );
    },
    loadFrame: async () => {
      await this.parts.frame.load();
      return !this.parts.frame.failed;
    },
  });
  private readonly ownBanners = new OwnBanners(this);
  private focusWanted?: 'heading' | 'proceed';

  constructor() {
    super();
    this.addEventListener('ocean-referral-sent', (event) => this.onSent(event));
    new LeaveController(
      this,
      () => this.flow.abort(),
      () => this.flow.prepare(),
    );
  }

  /** Lets `moveBefore()` move the element without reloading its iframe, in Chromium. A plain move reloads it everywhere. */
  connectedMoveCallback(): void {}

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { settings, listingId, integrationId } = this;
    if (this.hasUpdated && (changed.has('listingId') || changed.has('integrationId')))
      this.flow.reset();
    this.loading.update({ settings, backend: this.consumer.localized, listingId, integrationId });
    this.flow.update();
    this.provide();
    this.parts.countdown.value?.update({
      asked: this.autoLaunch,
      mode: this.mode,
      referralRef: this.ready,
    });
  }

  protected override updated(): void {
    this.parts.update({
      countdown: this.autoLaunch != null,
      frame: this.ready !== undefined && this.mode === 'iframe',
    });
    const { confirmation } = this;
    if (!this.focusWanted || !confirmation || confirmation.hidden) return;
    if (this.focusWanted === 'heading') confirmation.focus();
    else confirmation.focusProceed();
    this.focusWanted = undefined;
  }

  /**
   * The portal has sent the referral: shows the confirmation. The same referral once more changes nothing; nor does another one
   * while a launch is under way (`close()` ends that).
   *
   * @param sent `referralRef`: opaque identifier of the referral; no health card number, no name. Where it is one, the referral is
   *   confirmed, and its launch fails as `patient-reference`
   */
  confirm(sent: { referralRef: string }): void {
    const given: unknown = (sent as Partial<typeof sent> | undefined)?.referralRef;
    const referralRef = typeof given === 'string' ? given.trim() : '';
    if (!referralRef)
      warnOnce('confirm() and ocean-referral-sent need {referralRef}, an opaque text.');
    void this.warnWhereNothingIsGiven();
    void this.parts.confirmation.load();
    const before = this.flow.state;
    this.flow.confirm(referralRef);
    const { state } = this.flow;
    if (state !== before) this.focusWanted = 'heading';
    else if (state.name !== 'idle' && state.referralRef !== referralRef)
      warnOnce(
        'confirm() was called with another referral while a launch is under way: call close() before.',
      );
  }

  /** Goes on to the other system, as the sender's button does. Does nothing before `confirm()`, or while a launch is under way. */
  async launch(): Promise<void> {
    if (this.flow.state.name === 'idle')
      return warnOnce('launch() was called before confirm(): there is no referral to go on with.');
    // Right after confirm(), the flow does not know yet what to launch.
    await this.updateComplete;
    await this.proceed(this.mode);
  }

  /** Closes the iframe, without asking, and shows the confirmation again. */
  close(): void {
    if (this.flow.state.name !== 'framed') return this.flow.abort();
    this.focusWanted = 'proceed';
    this.flow.close();
  }

  /** Waits for the update, as a host may set properties and call `confirm()` in any order. */
  private async warnWhereNothingIsGiven(): Promise<void> {
    await this.updateComplete;
    if (!this.isConnected || this.settings) return;
    if (!this.consumer.value)
      warnOnce(
        '<ocean-referral-launch> has nothing to launch: give it `.settings`, or a backend and `listing-id` or `integration-id`.',
      );
    else if (this.listingId === undefined && this.integrationId === undefined)
      warnOnce('<ocean-referral-launch> needs `listing-id` or `integration-id`, or `.settings`.');
  }

  /** Gives headers and footers the settings, where they have changed. */
  private provide(): void {
    const { status, settings } = this.loading;
    const { mode } = this;
    const { value } = this.provider;
    if (value && value.status === status && value.settings === settings && value.mode === mode)
      return;
    this.provider.setValue({ status, ...(settings && { settings }), mode });
  }

  private get mode(): LaunchMode {
    if (this.loading.settings?.useIframe) return 'iframe';
    const { target } = this;
    if (target !== 'self' && target !== 'blank')
      warnOnce('`target` of <ocean-referral-launch> is "self" or "blank"; "self" is used.');
    return target === 'blank' ? 'blank' : 'self';
  }

  private get confirmation(): OceanReferralConfirmation | null {
    return this.renderRoot.querySelector('ocean-referral-confirmation');
  }

  private proceed(mode: LaunchMode, click?: Event): Promise<void> {
    this.parts.countdown.value?.stop();
    return this.flow.open(mode, click);
  }

  private onSent(event: Event): void {
    this.confirm((event as OceanReferralSentEvent).detail);
  }

  /** The referral that is confirmed, once it can be launched. */
  private get ready(): string | undefined {
    const { state } = this.flow;
    const { status, settings } = this.loading;
    return state.name === 'confirmed' &&
      status === 'ready' &&
      launchUrlOf(settings?.baseLaunchUrl) !== undefined &&
      !this.flow.refused
      ? state.referralRef
      : undefined;
  }

  private get applicationName(): string {
    return senderView(this.loading.settings ?? {}, this.localize.language).application.text;
  }

  private onDone({ detail }: OceanLaunchDoneEvent): void {
    const { activityType, activityParameters } = detail;
    this.focusWanted = 'proceed';
    this.flow.finish(activityType === undefined ? undefined : { activityType, activityParameters });
  }

  private get next(): NextStep {
    const { state, url, hostToOpen } = this.flow;
    return {
      status: this.loading.status,
      mode: this.mode,
      url,
      host: hostToOpen,
      busy: state.name === 'launching',
      done: state.name === 'done' ? state.way : undefined,
      failure: state.name === 'failed' ? state.reason : undefined,
      proceed: (event, mode) => void this.proceed(mode, event),
      retry: () => this.loading.retry(),
    };
  }

  protected override render(): TemplateResult {
    const { state } = this.flow;
    const idle = state.name === 'idle';
    const { ownBanners, parts } = this;
    return html`
      <div class="form" ?hidden=${!idle}>
        ${
          ownBanners.has('ocean-referral-header')
            ? nothing
            : html`<ocean-referral-header
                exportparts="banner: header, logo, application, company, category, next"
              ></ocean-referral-header>`
        }
        <div class="content"><slot></slot></div>
        ${
          ownBanners.has('ocean-referral-footer')
            ? nothing
            : html`<ocean-referral-footer
                exportparts="banner: footer, logo, application, company, category, next"
              ></ocean-referral-footer>`
        }
      </div>
      ${idle ? nothing : this.renderConfirmation(state)}
      ${state.name === 'framed' ? this.renderFrame(state.url) : nothing}
      ${parts.countdown.value?.renderStatus() ?? nothing}
    `;
  }

  private renderConfirmation(
    state: Exclude<LaunchState, { name: 'idle' }>,
  ): TemplateResult | typeof nothing {
    const { referralRef } = state;
    const { parts, localize, flow } = this;
    if (!parts.confirmation.value)
      return parts.confirmation.failed
        ? html`<p role="status" lang=${localize.tag}>
            ${localize.texts?.sent} <code translate="no">${referralRef}</code>
            ${
              flow.url
                ? html`<a href=${flow.url} rel="noopener noreferrer" referrerpolicy="no-referrer"
                    >${this.applicationName}</a
                  >`
                : nothing
            }
          </p>`
        : nothing;
    return html`<ocean-referral-confirmation
      exportparts="confirmation, heading, message, reference, button, button-primary, problem"
      referral-ref=${referralRef}
      ?hidden=${state.name === 'framed' && !this.modal}
      .settings=${this.loading.settings}
      .next=${this.next}
    >
      ${parts.countdown.value?.render() ?? nothing}
    </ocean-referral-confirmation>`;
  }

  private renderFrame(url: string): TemplateResult {
    return html`<ocean-launch-frame
      url=${url}
      ?modal=${this.modal}
      .settings=${this.loading.settings}
      .activities=${this.activities}
      .messagingHandle=${this.messagingHandle}
      @ocean-launch-ready=${({ detail }: OceanLaunchReadyEvent) =>
        this.dispatchEvent(new OceanLaunchReadyEvent(detail.handshake))}
      @ocean-launch-reference=${({ detail }: OceanLaunchReferenceEvent) =>
        this.dispatchEvent(new OceanLaunchReferenceEvent(detail.reference))}
      @ocean-launch-done=${this.onDone}
      @ocean-launch-failed=${({ detail }: OceanLaunchFailedEvent) => this.flow.fail(detail.reason)}
      @ocean-launch-cancelled=${() => this.close()}
    ></ocean-launch-frame>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ocean-referral-launch': OceanReferralLaunch;
  }
}
