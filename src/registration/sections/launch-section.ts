/** Referral system launch: where the sender of a referral is taken on to, and what the sender reads about it. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { LANGUAGE_TAGS } from '../../ui/localize.js';
import { LIMITS, MODULE_RULES } from '../../integration/rules.js';
import type { UrlResult } from '../../integration/urls.js';
import { checkboxField, textField } from '../../ui/fields.js';
import type { Renderable } from '../../ui/fields.js';
import type { FormView } from '../view/form-view.js';
import { senderLabel } from '../view/sender-label.js';
import { section } from '../view/section.js';

/** Names of launch texts that are single lines. */
type SenderLine = 'companyName' | 'applicationName' | 'category';

/** A text that a sender reads: one field, or one for each language. */
export const senderLine = (
  view: FormView,
  name: SenderLine,
  options: { required?: boolean; hint?: string; list?: string },
): TemplateResult => {
  const { values, texts, locked } = view;
  const label = texts.launch[name];
  const field = (key: `/launch/${SenderLine}` | `/launch/${SenderLine}/fr`, lang?: 'en' | 'fr') =>
    textField({
      name: key,
      label: senderLabel(view, label, lang),
      value: values[key],
      problem: view.problemOf(key),
      hint: lang === 'fr' ? undefined : options.hint,
      required: options.required ?? false,
      optional: options.required ? undefined : texts.optional,
      maxlength: LIMITS.label,
      autocomplete: 'off',
      list: options.list,
      lang: lang && LANGUAGE_TAGS[lang],
      locked,
    });
  return values.bilingual
    ? html`<div class="pair">
        ${field(`/launch/${name}`, 'en')} ${field(`/launch/${name}/fr`, 'fr')}
      </div>`
    : field(`/launch/${name}`);
};

export interface LaunchSectionOptions {
  readonly url: UrlResult;
  readonly categories: readonly string[];
  readonly advanced: Renderable;
  /** Called only where a launch is activated, as it loads the preview. */
  preview(): Renderable;
}

export const launchSection = (
  form: FormView,
  { url, categories, advanced, preview }: LaunchSectionOptions,
): TemplateResult | typeof nothing => {
  const view = form.mayLaunch ? form : { ...form, locked: true };
  const { values, texts, locked } = view;
  const { launch: t } = texts;
  if (!MODULE_RULES[values['/module']].launch) return nothing;
  const active = values['/launch'];
  return section({
    id: 'launch-settings',
    heading: t.heading,
    content: html`
      ${view.mayLaunch ? nothing : html`<p class="quiet">${t.notAllowed}</p>`}
      ${checkboxField({
        name: '/launch',
        label: t.activate,
        hint: t.hint,
        checked: active,
        locked,
      })}
      ${
        active
          ? html`<div class="with-preview">
              <div class="content">
                ${checkboxField({ name: 'bilingual', label: t.bilingual, checked: values.bilingual, locked })}
                ${senderLine(view, 'companyName', { required: true, hint: t.companyNameHint })}
                ${textField({
                  name: '/launch/baseLaunchUrl',
                  label: t.baseLaunchUrl,
                  hint: t.baseLaunchUrlHint,
                  type: 'url',
                  value: values['/launch/baseLaunchUrl'],
                  problem: view.problemOf('/launch/baseLaunchUrl'),
                  required: true,
                  spellcheck: false,
                  autocomplete: 'off',
                  locked,
                  notes: values['/launch/baseLaunchUrl']
                    ? view.messages?.urlNotes(view, '/launch/baseLaunchUrl', url)
                    : undefined,
                })}
                ${senderLine(view, 'applicationName', { required: true })}
                ${senderLine(view, 'category', { list: 'categories' })}
                <datalist id="categories">
                  ${categories.map((category) => html`<option value=${category}></option>`)}
                </datalist>
                ${advanced}
              </div>
              ${preview()}
            </div>`
          : nothing
      }
    `,
  });
};
