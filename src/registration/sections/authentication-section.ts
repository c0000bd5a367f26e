/** Authentication: how Ocean proves itself to the endpoint, and the fields that this takes. */
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { AUTHENTICATION_RULES, LIMITS } from '../../integration/rules.js';
import type { AuthenticationField, AuthenticationType } from '../../integration/rules.js';
import { selectField, textField } from '../../ui/fields.js';
import type { FormView } from '../view/form-view.js';
import { section } from '../view/section.js';

export const authenticationSection = (view: FormView): TemplateResult => {
  const { values, texts, locked } = view;
  const { authentication: t } = texts;
  const type = values['/authentication/type'];
  return section({
    id: 'authentication',
    heading: t.heading,
    content: html`
      ${selectField({
        name: '/authentication/type',
        label: t.type,
        hint: t.hint,
        value: type,
        options: (Object.keys(AUTHENTICATION_RULES) as AuthenticationType[]).map((value) => ({
          value,
          label: t.types[value],
        })),
        locked,
      })}
      ${AUTHENTICATION_RULES[type].map((field) => credentialField(view, field))}
    `,
  });
};

const credentialField = (view: FormView, field: AuthenticationField): TemplateResult => {
  const { values, texts, stored, locked } = view;
  const { authentication: t } = texts;
  const name = `/authentication/${field.name}` as const;
  const isStored =
    field.stored !== undefined &&
    stored?.authentication.type === values['/authentication/type'] &&
    (stored.authentication as Record<string, unknown>)[field.stored] === true;
  const hints = [isStored && t.stored, field.name === 'key' && t.keyHint].filter(Boolean).join(' ');
  return textField({
    name,
    label: t.fields[field.name],
    value: values[name],
    hint: hints || undefined,
    problem: view.problemOf(name),
    required: field.required && !isStored,
    optional: field.required ? undefined : texts.optional,
    type: field.stored ? 'password' : field.name === 'tokenUrl' ? 'url' : 'text',
    // `new-password` keeps a browser from filling in the user's own login; `off` alone is ignored for passwords.
    autocomplete: field.stored ? 'new-password' : 'off',
    spellcheck: false,
    maxlength: field.name === 'tokenUrl' ? undefined : LIMITS.credential,
    locked,
  });
};
