/** What stands at the top and the bottom of a referral form: where the referral will lead. The header and the footer are one each. */
import { LitElement, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { ContextController } from '../../backend/context-controller.js';
import type { Language } from '../../integration/rules.js';
import type { LaunchSettings } from '../../integration/schema.js';
import { texts as english } from '../../locales/en/banner.js';
import type { BannerTexts } from '../../locales/en/banner.js';
import type { Renderable } from '../../ui/fields.js';
import { Localize, languageOf } from '../../ui/localize.js';
import bannerStyles from './banner.styles.js';
import { HostName } from '../url/host-name.js';
import { launchContext } from '../launch-context.js';
import type { LaunchContext } from '../launch-context.js';
import { logo } from './logo.js';
import { senderView } from '../sender-view.js';
import type { LabelText } from '../sender-view.js';
import { sentence } from '../sentence.js';

/** A text with its language, where that is not the one around it. */
const phrase = ({ text, lang }: LabelText): Renderable =>
  html`<bdi lang=${ifDefined(lang)}>${text}</bdi>`;

/** As long as names are that a sender may meet; the settings of most launches are shorter. */
const SPECIMEN: Partial<LaunchSettings> = {
  companyName: 'Mississauga Halton Central Intake',
  applicationName: 'Central Intake Scheduler',
  category: 'Orthopaedic surgery',
  baseLaunchUrl: 'https://intake.mississauga-halton.example',
};

/** As long as the sentences in French, which stand in more lines and may come last. */
const FRENCH =
  'Après l’envoi de cet aiguillage, {application} s’ouvrira à l’adresse {host} pour la suite.';

const specimenTexts = (language: Language): BannerTexts =>
  language === 'en'
    ? english
    : { ...english, next: { self: FRENCH, blank: FRENCH, iframe: FRENCH } };

export abstract class ReferralBanner extends LitElement {
  static override styles = bannerStyles;

  /** Launch settings to show. Left out, those of the `<ocean-referral-launch>` around it. */
  @property({ attribute: false }) settings?: LaunchSettings;

  private readonly launchContext = new ContextController(this, launchContext);
  private readonly hostName = new HostName(this);
  private readonly localize = new Localize<BannerTexts>(this, {
    en: english,
    fr: async () => (await import('../../locales/fr/banner.js')).texts,
  });

  /** Whether it has stood here before its settings: then its place stays as it was. */
  private hasWaited = false;

  private get context(): LaunchContext | undefined {
    const { settings, launchContext } = this;
    if (!settings) return launchContext.value;
    const mode = launchContext.value?.mode ?? (settings.useIframe ? 'iframe' : 'self');
    return { status: 'ready', settings, mode };
  }

  protected override render(): TemplateResult | typeof nothing {
    const { context } = this;
    if (!context) return nothing;
    const { texts: t, tag } = this.localize;
    const { status } = context;
    this.hasWaited ||= status === 'loading';
    return html`
      <div class="place" data-status=${status}>
        ${!t || this.hasWaited ? this.renderSpecimen(context) : nothing}
        <div class="banner" part="banner" lang=${tag} role="note" aria-label=${t?.label ?? nothing}>
          ${t && status === 'ready' ? this.renderContents(context, t) : nothing}
          ${!t || status === 'ready' || status === 'loading' ? nothing : html`<p>${t[status]}</p>`}
        </div>
      </div>
    `;
  }

  /** Unseen, in the same place: keeps it as high as what comes is likely to be, whatever the width, so that nothing moves then. */
  private renderSpecimen(context: LaunchContext): TemplateResult {
    const { texts: t = specimenTexts(languageOf(this)) } = this.localize;
    return html`<div class="banner specimen" aria-hidden="true">
      ${this.renderContents(this.hasWaited ? { ...context, settings: SPECIMEN } : context, t)}
    </div>`;
  }

  private renderContents({ settings = {}, mode }: LaunchContext, t: BannerTexts): TemplateResult {
    const { application, company, category, logoUrl, logoAlt, host } = senderView(
      settings,
      this.localize.language,
      this.ownerDocument.baseURI,
    );
    return html`
      ${logo({ url: logoUrl, alt: logoAlt, name: company.text || application.text })}
      <div class="words">
        <p class="names">
          <strong part="application" translate="no" lang=${ifDefined(application.lang)}
            ><bdi>${application.text}</bdi></strong
          >
          <span part="company" translate="no" lang=${ifDefined(company.lang)}
            ><bdi>${company.text}</bdi></span
          >
          ${
            category.text
              ? html`<span class="category" part="category">
                  <span class="visually-hidden">${t.category}</span> ${phrase(category)}
                </span>`
              : nothing
          }
        </p>
        ${
          host
            ? html`<p class="next" part="next">
                ${sentence(t.next[mode], {
                  application: html`<b translate="no">${phrase(application)}</b>`,
                  host: this.hostName.render(host),
                })}
              </p>`
            : nothing
        }
      </div>
    `;
  }
}
