/** Basics: the integration's name, and the request URL with its check. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { LIMITS } from '../../integration/rules.js';
import type { UrlResult } from '../../integration/urls.js';
import { textField } from '../../ui/fields.js';
import type { Renderable } from '../../ui/fields.js';
import type { EndpointCheckState } from '../endpoint/endpoint-check.js';
import { endpointStatus } from '../endpoint/endpoint-status.js';
import type { FormView } from '../view/form-view.js';
import { section } from '../view/section.js';

export interface BasicsSectionOptions {
  /** What is known of the endpoint. */
  readonly state: EndpointCheckState;
  /** What the rules make of the request URL. */
  readonly url: UrlResult;
  readonly canCheck: boolean;
  readonly explanation: Renderable;
}

export const basicsSection = (
  view: FormView,
  { state, url, canCheck, explanation }: BasicsSectionOptions,
): TemplateResult => {
  const { values, texts, locked } = view;
  const { basics: t } = texts;
  return section({
    id: 'basics',
    heading: t.heading,
    content: html`
      ${textField({
        name: '/name',
        label: t.name,
        hint: t.nameHint,
        value: values['/name'],
        problem: view.problemOf('/name'),
        required: true,
        maxlength: LIMITS.name,
        autocomplete: 'off',
        locked,
      })}
      ${textField({
        name: '/requestUrl',
        label: t.requestUrl,
        hint: t.requestUrlHint,
        type: 'url',
        value: values['/requestUrl'],
        problem: view.problemOf('/requestUrl'),
        required: true,
        spellcheck: false,
        autocomplete: 'off',
        locked,
        notes: values['/requestUrl']
          ? view.messages?.urlNotes(view, '/requestUrl', url)
          : undefined,
        aside: html`<button
          type="button"
          part="button"
          aria-disabled=${canCheck ? nothing : 'true'}
          @click=${() => view.actions.checkEndpoint()}
        >
          ${texts.endpoint.check}
        </button>`,
      })}
      ${endpointStatus(view, state)} ${explanation}
    `,
  });
};
