/** The sections whose fields depend on what is chosen: payload, authentication, launch. */
import {
  AUTHENTICATION_RULES,
  FHIR_GUIDES,
  LIMITS,
  MODULE_RULES,
} from '../../../src/integration/rules.js';
import type { AuthenticationType } from '../../../src/integration/rules.js';
import type { FormTexts } from '../../../src/locales/en/form.js';
import { formatFor } from '../../../src/registration/model/form-values.js';
import type { FormValues, TextFieldName } from '../../../src/registration/model/form-values.js';
import { el } from './dom.js';
import type { Child } from './dom.js';
import { Field, checkbox, disclosure, fieldId, radios } from './fields.js';

/** What a section needs: the values, the texts, and a place to register its fields by name. */
export interface Building {
  readonly values: FormValues;
  readonly texts: FormTexts;
  readonly fields: Map<string, Field>;
}

const add = ({ fields }: Building, options: ConstructorParameters<typeof Field>[0]): Element => {
  const field = new Field(options);
  fields.set(options.name, field);
  return field.root;
};

export const payloadContent = (building: Building): Child[] => {
  const { values, texts } = building;
  const { payload: t } = texts;
  const { formats, deprecatedFormats } = MODULE_RULES[values['/module']];
  const format = formatFor(values['/module'], values['/payload/format']);
  const id = fieldId('/payload/format');
  const content: Child[] = [];
  if (formats.length > 1) {
    const deprecated = deprecatedFormats.includes(format);
    const group = el(
      'fieldset',
      {
        class: 'field radios',
        part: 'field',
        role: 'radiogroup',
        id,
        'aria-describedby': deprecated && `${id}-notes`,
      },
      el('legend', {}, t.type),
      radios(
        '/payload/format',
        format,
        formats.map((value) => ({ value, label: t.formats[value], hint: t.formatHints[value] })),
      ),
    );
    if (deprecated) group.append(el('div', { class: 'notes', id: `${id}-notes` }, t.deprecated));
    content.push(group);
  } else {
    content.push(el('p', { class: 'field' }, t.only));
  }
  if (format === 'fhir-r4') {
    content.push(
      add(building, {
        name: '/payload/guide',
        label: t.guide,
        value: values['/payload/guide'],
        choices: FHIR_GUIDES.map((value) => ({ value, label: t.guides[value] })),
      }),
    );
  }
  content.push(
    el(
      'button',
      { type: 'button', part: 'button', 'aria-expanded': 'false', 'aria-controls': 'sample' },
      t.sample,
    ),
    el('div', { id: 'sample', hidden: true }),
  );
  return content;
};

export const authenticationContent = (building: Building): Child[] => {
  const { values, texts } = building;
  const { authentication: t } = texts;
  const type = values['/authentication/type'];
  return [
    add(building, {
      name: '/authentication/type',
      label: t.type,
      hint: t.hint,
      value: type,
      choices: (Object.keys(AUTHENTICATION_RULES) as AuthenticationType[]).map((value) => ({
        value,
        label: t.types[value],
      })),
    }),
    ...credentials(building),
  ];
};

/** The fields that the chosen authentication asks for. */
export const credentials = (building: Building): Element[] => {
  const { values, texts } = building;
  const { authentication: t } = texts;
  return AUTHENTICATION_RULES[values['/authentication/type']].map((rule) => {
    const name = `/authentication/${rule.name}` as const;
    return add(building, {
      name,
      label: t.fields[rule.name],
      value: values[name],
      hint: rule.name === 'key' ? t.keyHint : undefined,
      required: rule.required,
      optional: rule.required ? undefined : texts.optional,
      type: rule.stored ? 'password' : rule.name === 'tokenUrl' ? 'url' : 'text',
      autocomplete: rule.stored ? 'new-password' : 'off',
      spellcheck: false,
      maxlength: rule.name === 'tokenUrl' ? undefined : LIMITS.credential,
    });
  });
};

export const launchContent = (building: Building): Child[] => {
  const { values, texts } = building;
  const { launch: t } = texts;
  const active = values['/launch'];
  const content: Child[] = [checkbox('/launch', t.activate, active, t.hint)];
  if (!active) return content;
  const line = (
    name: 'companyName' | 'applicationName' | 'category',
    options: { hint?: string; required?: boolean; list?: string },
  ): Element => {
    const field = (key: TextFieldName, language?: 'en' | 'fr'): Element =>
      add(building, {
        name: key,
        label: language === 'fr' ? `${t[name]} (${texts.french})` : t[name],
        value: values[key],
        hint: language === 'fr' ? undefined : options.hint,
        required: options.required,
        optional: options.required ? undefined : texts.optional,
        maxlength: LIMITS.label,
        autocomplete: 'off',
        list: options.list,
        lang: language && `${language}-CA`,
      });
    return values.bilingual
      ? el(
          'div',
          { class: 'pair' },
          field(`/launch/${name}`, 'en'),
          field(`/launch/${name}/fr`, 'fr'),
        )
      : field(`/launch/${name}`);
  };
  content.push(
    checkbox('bilingual', t.bilingual, values.bilingual),
    line('companyName', { required: true, hint: t.companyNameHint }),
    add(building, {
      name: '/launch/baseLaunchUrl',
      label: t.baseLaunchUrl,
      hint: t.baseLaunchUrlHint,
      type: 'url',
      value: values['/launch/baseLaunchUrl'],
      required: true,
      spellcheck: false,
      autocomplete: 'off',
    }),
    line('applicationName', { required: true }),
    line('category', { list: 'categories' }),
    el(
      'datalist',
      { id: 'categories' },
      ...t.categories.map((category) => el('option', { value: category })),
    ),
    disclosure(t.advanced),
  );
  return content;
};
