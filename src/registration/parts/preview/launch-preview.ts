/**
 * What a sender will see, beside the launch settings: the launch widgets themselves, given the content of the form. Follows after
 * each pause in typing.
 */
import { html, nothing } from 'lit';
import type { LitElement, TemplateResult } from 'lit';
import type { Language } from '../../../integration/rules.js';
import type { LaunchSettings, LocalizedText } from '../../../integration/schema.js';
import { launchUrlOf } from '../../../launch/url/opening.js';
import type { NextStep } from '../../../launch/confirmation/next-step.js';
import { OceanReferralConfirmation } from '../../../launch/confirmation/referral-confirmation.js';
import { OceanReferralFooter } from '../../../launch/banner/referral-footer.js';
import { OceanReferralHeader } from '../../../launch/banner/referral-header.js';
import { texts as english } from '../../../locales/en/preview.js';
import type { PreviewTexts } from '../../../locales/en/preview.js';
import { addStyles } from '../../../ui/add-styles.js';
import { define } from '../../../ui/define-element.js';
import { LANGUAGE_TAGS, Localize } from '../../../ui/localize.js';
import type { FormView } from '../../view/form-view.js';
import type { FormStore } from '../../model/form-store.js';
import styles from './launch-preview.styles.js';

/** Milliseconds that typing has to pause. */
const TYPING_PAUSE = 150;

/** Used until a URL that can be opened is entered. */
const EXAMPLE_URL = 'https://system.example/';
const EXAMPLE_REFERENCE = 'a1b2-c3d4';

export class LaunchPreview {
  private readonly localize: Localize<PreviewTexts>;
  /** Language that is looked at, where texts are given in both; else the form's. */
  private language?: Language;
  private shown?: LaunchSettings;
  private wanted = '';
  private timer?: ReturnType<typeof setTimeout>;

  constructor(
    private readonly host: LitElement,
    private readonly store: FormStore,
  ) {
    // The widgets are loaded with the preview, and so registered with it.
    define('ocean-referral-header', OceanReferralHeader);
    define('ocean-referral-footer', OceanReferralFooter);
    define('ocean-referral-confirmation', OceanReferralConfirmation);
    addStyles(host, styles);
    this.localize = new Localize<PreviewTexts>(host, {
      en: english,
      fr: async () => (await import('../../../locales/fr/preview.js')).texts,
    });
  }

  render(view: FormView): TemplateResult {
    const { texts: t } = this.localize;
    if (!t) return html`<p class="quiet">${view.texts.loadingPart}</p>`;
    this.update(t);
    const { shown } = this;
    const { bilingual } = view.values;
    const language = (bilingual && this.language) || view.language;
    return html`
      <div class="preview" part="preview" role="region" aria-labelledby="preview-heading">
        <div class="preview-heading">
          <h4 id="preview-heading">${t.heading}</h4>
          ${bilingual ? this.renderLanguages(view, t, language) : nothing}
        </div>
        <div class="preview-page" lang=${LANGUAGE_TAGS[language]}>
          <ocean-referral-header .settings=${shown}></ocean-referral-header>
          <p class="preview-form" lang=${view.tag}>${t.form}</p>
          <ocean-referral-footer .settings=${shown}></ocean-referral-footer>
        </div>
        <p class="quiet" id="preview-sent">${t.sent}</p>
        <div class="preview-page" lang=${LANGUAGE_TAGS[language]}>
          <ocean-referral-confirmation
            referral-ref=${EXAMPLE_REFERENCE}
            .settings=${shown}
            .next=${this.next(view, t)}
          ></ocean-referral-confirmation>
        </div>
      </div>
    `;
  }

  private renderLanguages(view: FormView, t: PreviewTexts, shown: Language): TemplateResult {
    const names = { en: view.texts.english, fr: view.texts.french };
    return html`<div class="buttons" role="group" aria-label=${t.language}>
      ${(['en', 'fr'] as const).map(
        (language) =>
          html`<button
            type="button"
            part="button"
            aria-pressed=${language === shown ? 'true' : 'false'}
            @click=${() => {
              this.language = language;
              view.actions.refresh();
            }}
          >
            ${names[language]}
          </button>`,
      )}
    </div>`;
  }

  /** Takes the content of the form over: at once for the first time, then after each pause. */
  private update(t: PreviewTexts): void {
    const { launch } = this.store.draft;
    if (!launch) return;
    const settings = {
      ...launch,
      companyName: filled(launch.companyName, t.examples.companyName),
      applicationName: filled(launch.applicationName, t.examples.applicationName),
      baseLaunchUrl: launchUrlOf(launch.baseLaunchUrl) ? launch.baseLaunchUrl : EXAMPLE_URL,
      useIframe: launch.useIframe ?? false,
    };
    const wanted = JSON.stringify(settings);
    if (wanted === this.wanted) return;
    this.wanted = wanted;
    clearTimeout(this.timer);
    if (!this.shown) this.shown = settings;
    else
      this.timer = setTimeout(() => {
        this.shown = settings;
        this.host.requestUpdate();
      }, TYPING_PAUSE);
  }

  /** Nothing is opened: whoever reads the preview stays in the form. */
  private next(view: FormView, t: PreviewTexts): NextStep {
    return {
      status: 'ready',
      mode: this.shown?.useIframe ? 'iframe' : 'self',
      url: undefined,
      busy: false,
      done: undefined,
      failure: undefined,
      proceed: (event) => {
        event.preventDefault();
        view.actions.announce(t.only);
      },
      retry: () => undefined,
    };
  }
}

/** The text, or an example where nothing is entered. */
const filled = (text: LocalizedText, example: string): LocalizedText => {
  const empty = typeof text === 'string' ? !text.trim() : !text.en.trim() && !text.fr.trim();
  return empty ? example : text;
};
