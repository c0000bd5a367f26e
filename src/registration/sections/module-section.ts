/** Module: what the integration is about, and what will not be sent with it. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { MODULES } from '../../integration/rules.js';
import { fieldId, radioChoices } from '../../ui/fields.js';
import { unsent } from '../model/form-values.js';
import type { FormView } from '../view/form-view.js';
import { section } from '../view/section.js';

export const moduleSection = ({ values, texts, locked }: FormView): TemplateResult => {
  const { module: t } = texts;
  const left = unsent(values);
  const parts = [
    left.launch && t.unsentLaunch,
    left.payload && t.unsentPayload,
    left.events > 0 && t.unsentEvents(left.events),
  ].filter((part) => typeof part === 'string');
  const id = fieldId('/module');
  return section({
    id,
    role: 'radiogroup',
    heading: t.legend,
    describedBy: parts.length > 0 ? `${id}-notes` : undefined,
    content: html`
      ${radioChoices({
        name: '/module',
        value: values['/module'],
        options: MODULES.map((value) => ({ value, label: t.options[value], hint: t.hints[value] })),
        locked,
      })}
      ${parts.length > 0 ? html`<p class="notes" id="${id}-notes">${t.unsent(parts)}</p>` : nothing}
    `,
  });
};
