/** Advanced launch settings: referral form, confirmation message, logo and its description, embedded or not. */
import { html, nothing } from 'lit';
import type { LitElement, TemplateResult } from 'lit';
import { LIMITS } from '../../../integration/rules.js';
import { texts as english } from '../../../locales/en/advanced.js';
import type { AdvancedTexts } from '../../../locales/en/advanced.js';
import { addStyles } from '../../../ui/add-styles.js';
import { checkboxField, textField } from '../../../ui/fields.js';
import { LANGUAGE_TAGS, Localize } from '../../../ui/localize.js';
import type { FormServices } from '../../model/form-services.js';
import type { FormView } from '../../view/form-view.js';
import { senderLabel } from '../../view/sender-label.js';
import { LogoField } from './logo/logo-field.js';
import { MessageEditor } from './message-editor/message-editor.js';
import { ReferralFormPicker } from './referral-form/referral-form-picker.js';
import styles from './advanced-section.styles.js';

export class AdvancedSection {
  private readonly localize: Localize<AdvancedTexts>;
  private readonly referralForm: ReferralFormPicker;
  private readonly message: MessageEditor;
  private readonly messageInFrench: MessageEditor;
  private readonly logo: LogoField;

  constructor(host: LitElement, services: FormServices) {
    addStyles(host, styles);
    this.localize = new Localize<AdvancedTexts>(host, {
      en: english,
      fr: async () => (await import('../../../locales/fr/advanced.js')).texts,
    });
    this.referralForm = new ReferralFormPicker(host, services);
    this.message = new MessageEditor(host, services.store, '/launch/confirmationMessage');
    this.messageInFrench = new MessageEditor(
      host,
      services.store,
      '/launch/confirmationMessage/fr',
    );
    this.logo = new LogoField(host, services);
  }

  render(form: FormView): TemplateResult {
    const { texts: t } = this.localize;
    const view = form.mayLaunch ? form : { ...form, locked: true };
    if (!t) return html`<p class="quiet">${view.texts.loadingPart}</p>`;
    const { values, locked } = view;
    return html`<div class="advanced">
      ${this.referralForm.render(view, t.referralForm)} ${this.message.render(view, t.message)}
      ${values.bilingual ? this.messageInFrench.render(view, t.message) : nothing}
      ${this.logo.render(view, t.logo)} ${logoAlt(view, t.logoAlt)}
      ${checkboxField({
        name: '/launch/useIframe',
        label: t.useIframe.label,
        hint: t.useIframe.hint,
        checked: values['/launch/useIframe'],
        locked,
      })}
    </div>`;
  }
}

/** The logo's description: required where there is a logo, in one language or in both. */
const logoAlt = (view: FormView, t: AdvancedTexts['logoAlt']): TemplateResult => {
  const { values, texts, locked } = view;
  const field = (name: '/launch/logoAlt' | '/launch/logoAlt/fr', lang?: 'en' | 'fr') =>
    textField({
      name,
      label: senderLabel(view, t.label, lang),
      value: values[name],
      hint: t.hint,
      problem: view.problemOf(name),
      optional: values['/launch/logoUrl'] ? undefined : texts.optional,
      maxlength: LIMITS.label,
      autocomplete: 'off',
      lang: lang && LANGUAGE_TAGS[lang],
      notes:
        values['/launch/logoUrl'] && !values[name].trim()
          ? html`<p class="logo-alt-missing">${t.missing}</p>`
          : undefined,
      locked,
    });
  return values.bilingual
    ? html`<div class="pair">
        ${field('/launch/logoAlt', 'en')} ${field('/launch/logoAlt/fr', 'fr')}
      </div>`
    : field('/launch/logoAlt');
};
