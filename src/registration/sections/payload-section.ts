/** Payload: the format that Ocean sends, the FHIR guide's version, and a sample to look at. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { FHIR_GUIDES, MODULE_RULES } from '../../integration/rules.js';
import { radioGroup, selectField } from '../../ui/fields.js';
import type { Renderable } from '../../ui/fields.js';
import { formatFor } from '../model/form-values.js';
import type { FormView } from '../view/form-view.js';
import { section } from '../view/section.js';

export const payloadSection = (view: FormView, sample: Renderable): TemplateResult => {
  const { values, texts, locked } = view;
  const { payload: t } = texts;
  const { formats, deprecatedFormats } = MODULE_RULES[values['/module']];
  const format = formatFor(values['/module'], values['/payload/format']);
  return section({
    id: 'payload',
    heading: t.heading,
    content: html`
      ${
        formats.length > 1
          ? radioGroup({
              name: '/payload/format',
              legend: t.type,
              value: format,
              options: formats.map((value) => ({
                value,
                label: t.formats[value],
                hint: t.formatHints[value],
              })),
              locked,
              notes: deprecatedFormats.includes(format) ? t.deprecated : undefined,
            })
          : html`<p class="field">${t.only}</p>`
      }
      ${
        format === 'fhir-r4'
          ? selectField({
              name: '/payload/guide',
              label: t.guide,
              value: values['/payload/guide'],
              options: FHIR_GUIDES.map((value) => ({ value, label: t.guides[value] })),
              locked,
            })
          : nothing
      }
      ${sample}
    `,
  });
};
