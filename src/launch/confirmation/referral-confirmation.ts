/** `<ocean-referral-confirmation>`: what the sender sees once the referral is accepted. */
import { LitElement, html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { backendContext } from '../../backend/backend-context.js';
import { ContextController } from '../../backend/context-controller.js';
import type { LaunchSettings } from '../../integration/schema.js';
import { texts as english } from '../../locales/en/confirmation.js';
import type { ConfirmationTexts } from '../../locales/en/confirmation.js';
import { Announcer } from '../../ui/announcer.js';
import type { Renderable } from '../../ui/fields.js';
import { Localize } from '../../ui/localize.js';
import { OnDemand } from '../../ui/on-demand.js';
import confirmationStyles from './confirmation.styles.js';
import { HostName } from '../url/host-name.js';
import { builtLaunchUrl, mayTravel } from '../url/permitted.js';
import { OceanLaunchEvent } from '../launch-events.js';
import type { LaunchMode } from '../launch-events.js';
import { MessageBody } from './message-body.js';
import { modeOf } from './next-step.js';
import type { NextStep } from './next-step.js';
import { senderView } from '../sender-view.js';
import type { SenderView } from '../sender-view.js';
import { sentence } from '../sentence.js';

/**
 * @summary The confirmation of a sent referral: the message, the referral's reference to copy, and how to go on.
 *
 * The message is the settings' `confirmationMessage`, sanitised (DOMPurify is loaded only where there is markup), or the default one.
 * Takes the focus when it appears, says what happens next, and can be printed alone. Texts follow the nearest `lang`, live.
 *
 * @event {OceanLaunchEvent} ocean-launch - The sender goes on; bubbles, cancelable. `detail`: `url`, `mode`.
 *
 * @slot countdown - Beside the button that goes on.
 *
 * @csspart confirmation - The box.
 * @csspart heading - "Referral sent".
 * @csspart message - The message.
 * @csspart reference - The referral's reference.
 * @csspart next - What happens next.
 * @csspart button - A button or link; `button-primary` is the one that goes on.
 * @csspart button-primary - The button or link that goes on.
 * @csspart problem - Why it could not be opened.
 *
 * @cssproperty [--ocean-color-accent] - Colour of the button and of links.
 * @cssproperty [--ocean-color-on-accent] - Text on the accent colour.
 * @cssproperty [--ocean-color-text] - Text.
 * @cssproperty [--ocean-color-muted] - Secondary text.
 * @cssproperty [--ocean-color-surface] - Background.
 * @cssproperty [--ocean-color-raised] - Background of a problem.
 * @cssproperty [--ocean-color-border] - Borders of buttons.
 * @cssproperty [--ocean-color-line] - Lines.
 * @cssproperty [--ocean-color-danger] - Edge of a problem.
 * @cssproperty [--ocean-color-success] - Edge and sign.
 * @cssproperty [--ocean-radius=6px] - Rounding of corners.
 * @cssproperty [--ocean-gap=1rem] - Room between parts.
 */
export class OceanReferralConfirmation extends LitElement {
  static override styles = confirmationStyles;

  /** Launch settings. Left out, the confirmation tells that the referral is sent, and nothing of what comes next. */
  @property({ attribute: false }) settings?: LaunchSettings;

  /** Opaque identifier of the referral, shown to copy and put into the launch URL. No health card number, no name. */
  @property({ attribute: 'referral-ref' }) referralRef?: string;

  /** How to go on, as an `<ocean-referral-launch>` gives it. Left out, the confirmation builds the launch URL and follows it. */
  @property({ attribute: false }) next?: NextStep;

  @state() private copied?: 'copied' | 'selected';

  private readonly context = new ContextController(this, backendContext);
  private readonly announcer = new Announcer(this);
  private readonly hostName = new HostName(this);
  private readonly safeHtml = new OnDemand(
    () => import('../../ui/safe-html.js'),
    () => this.requestUpdate(),
  );
  private readonly message = new MessageBody(this.safeHtml, () => this.requestUpdate());
  private readonly localize = new Localize<ConfirmationTexts>(this, {
    en: english,
    fr: async () => (await import('../../locales/fr/confirmation.js')).texts,
  });

  private focusWanted = false;
  /** The button that goes on becomes a link once its URL is known; whoever is on it stays there. */
  private focusWasOnProceed = false;

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.next && !this.hasUpdated) this.focus();
  }

  /** Brings the focus to the heading, and lets a screen reader say what happens next. */
  override focus(): void {
    this.focusWanted = true;
    this.requestUpdate();
  }

  /** Brings the focus to what goes on; to the heading where there is nothing to go on to. */
  focusProceed(): void {
    const proceed = this.renderRoot.querySelector<HTMLElement>('#proceed');
    if (proceed) proceed.focus();
    else this.focus();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('referralRef')) this.copied = undefined;
    this.focusWasOnProceed = this.shadowRoot?.activeElement?.id === 'proceed';
    const { application, company, message } = this.sender;
    this.message.update(message.text, {
      companyName: company.text,
      applicationName: application.text,
      referralRef: this.referralRef ?? '',
    });
  }

  protected override updated(): void {
    const find = (id: string) => this.renderRoot.querySelector<HTMLElement>(`#${id}`);
    if (this.focusWasOnProceed && !this.shadowRoot?.activeElement) find('proceed')?.focus();
    const heading = this.focusWanted && find('heading');
    if (!heading) return;
    this.focusWanted = false;
    heading.focus();
    this.announcer.announce(() =>
      ['message', 'next'].map((id) => find(id)?.innerText.trim() ?? '').join(' '),
    );
  }

  private get sender(): SenderView {
    return senderView(this.settings ?? {}, this.localize.language);
  }

  /** Alone on a page, the confirmation goes on by itself. */
  private get step(): NextStep {
    const { settings, referralRef = '' } = this;
    const siteNumber = this.context.value?.siteNumber;
    const mode: LaunchMode = settings?.useIframe ? 'iframe' : 'self';
    const url =
      settings &&
      builtLaunchUrl({ baseLaunchUrl: settings.baseLaunchUrl, referralRef, siteNumber });
    const failure = settings && !mayTravel(referralRef) ? 'patient-reference' : undefined;
    return {
      status: url || failure ? 'ready' : 'none',
      mode,
      url,
      busy: false,
      done: undefined,
      failure,
      proceed: (event, how) => {
        if (url && !this.dispatchEvent(new OceanLaunchEvent(url, how))) event.preventDefault();
      },
      retry: () => undefined,
    };
  }

  private readonly copy = async (): Promise<void> => {
    const reference = this.renderRoot.querySelector('#reference');
    try {
      await navigator.clipboard.writeText(this.referralRef ?? '');
      this.copied = 'copied';
    } catch {
      // No clipboard outside of https, or not allowed by the page's policy.
      if (reference) getSelection()?.selectAllChildren(reference);
      this.copied = 'selected';
    }
  };

  private readonly print = async (): Promise<void> => {
    const { printConfirmation } = await import('./print-confirmation.js');
    const { texts, tag } = this.localize;
    if (!texts) return;
    const when = new Date().toLocaleString(tag, { dateStyle: 'long', timeStyle: 'short' });
    await printConfirmation(this, { lang: tag, when: texts.printed(when) });
  };

  protected override render(): TemplateResult | typeof nothing {
    const { texts: t, tag } = this.localize;
    if (!t) return nothing;
    const { referralRef } = this;
    return html`
      <section class="confirmation" part="confirmation" lang=${tag} aria-labelledby="heading">
        <h2 id="heading" part="heading" tabindex="-1">${t.heading}</h2>
        ${this.renderMessage(t)} ${referralRef ? this.renderReference(t, referralRef) : nothing}
        <div class="next" id="next" part="next">${this.renderNext(t, this.next ?? this.step)}</div>
        <button type="button" class="print" part="button" @click=${this.print}>${t.print}</button>
      </section>
      ${this.announcer.render()}
    `;
  }

  /** The override once it is safe to show; the default one where there is none, or where it can't be made safe. */
  private renderMessage(t: ConfirmationTexts): TemplateResult {
    const { message } = this.sender;
    const { element, failed } = this.message;
    const own = message.text && !failed;
    return html`<div
      class="message"
      id="message"
      part="message"
      lang=${ifDefined(own ? message.lang : undefined)}
    >
      ${own ? element : t.message}
    </div>`;
  }

  private renderReference(t: ConfirmationTexts, referralRef: string): TemplateResult {
    const { copied } = this;
    return html`<dl class="reference" part="reference">
      <dt id="reference-label">${t.reference}</dt>
      <dd>
        <code id="reference" translate="no">${referralRef}</code>
        <button
          type="button"
          class="small"
          part="button"
          id="copy"
          aria-labelledby="copy reference-label"
          @click=${this.copy}
        >
          ${t.copyReference}
        </button>
        <span class="quiet" role="status">${copied ? t[copied] : nothing}</span>
      </dd>
    </dl>`;
  }

  private renderNext(t: ConfirmationTexts, step: NextStep): Renderable {
    const { status, mode, url, failure } = step;
    const { application, company, host: named } = this.sender;
    const host = step.host ?? named;
    if (status === 'loading') return html`<p class="quiet">${t.looking}</p>`;
    if (status === 'failed')
      return html`<p class="quiet">${t.unknown}</p>
        <div class="buttons">
          <button type="button" part="button" @click=${step.retry}>${t.retry}</button>
        </div>`;
    if (status === 'none' || !host) return html`<p class="quiet">${t.nothing}</p>`;
    const phrase = (text: string): readonly Renderable[] =>
      sentence(
        text,
        {
          application: html`<b translate="no" lang=${ifDefined(application.lang)}
            ><bdi>${application.text}</bdi></b
          >`,
          company: html`<b translate="no" lang=${ifDefined(company.lang)}
            ><bdi>${company.text}</bdi></b
          >`,
          host: this.hostName.render(host),
        },
        { application: application.text, company: company.text },
      );
    const otherHost =
      host === named
        ? nothing
        : html`<p class="problem" part="problem" role="alert">${phrase(t.otherHost)}</p>`;
    return html`
      <p>${phrase(step.done ? t.done[step.done] : t.next[mode])}</p>
      ${otherHost}${failure && failure !== 'other-host' ? html`<p class="problem" part="problem" role="alert">${phrase(t.failures[failure])}</p>` : nothing}
      <div class="buttons">
        ${this.renderProceed(t, step)}
        ${
          url && mode === 'iframe'
            ? html`<a
                part="button"
                href=${url}
                target="_blank"
                rel="noopener noreferrer"
                referrerpolicy="no-referrer"
                @click=${(event: Event) => step.proceed(event, 'blank')}
                >${t.newTab}</a
              >`
            : nothing
        }
      </div>
      <slot name="countdown"></slot>
    `;
  }

  /** A real link wherever its URL is known, so that it works where scripts may open nothing. */
  private renderProceed(t: ConfirmationTexts, step: NextStep): TemplateResult {
    const { mode, url, busy } = step;
    const label = busy ? t.opening : t.proceed(this.sender.application.text);
    const proceed = (event: Event): void => step.proceed(event, modeOf(event, mode));
    return url && (mode !== 'iframe' || !this.next)
      ? html`<a
          class="primary"
          part="button button-primary"
          id="proceed"
          href=${url}
          target=${mode === 'blank' ? '_blank' : nothing}
          rel="noopener noreferrer"
          referrerpolicy="no-referrer"
          @click=${proceed}
          @auxclick=${(event: MouseEvent) => event.button === 1 && proceed(event)}
          >${label}</a
        >`
      : html`<button
          type="button"
          class="primary"
          part="button button-primary"
          id="proceed"
          aria-disabled=${busy ? 'true' : nothing}
          @click=${proceed}
        >
          ${label}
        </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ocean-referral-confirmation': OceanReferralConfirmation;
  }
}
