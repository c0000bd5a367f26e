/** Module: what the integration is about, and what will not be sent with it. */
import { nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { MODULES } from '../../integration/rules.js';
import { radioGroup } from '../../ui/fields.js';
import { unsent } from '../form-values.js';
import type { FormView } from '../form-view.js';

export const moduleSection = ({ values, texts, locked }: FormView): TemplateResult => {
  const { module: t } = texts;
  const left = unsent(values);
  const parts = [
    left.launch && t.unsentLaunch,
    left.payload && t.unsentPayload,
    left.events > 0 && t.unsentEvents(left.events),
  ].filter((part) => typeof part === 'string');
  return radioGroup({
    name: '/module',
    legend: t.legend,
    value: values['/module'],
    options: MODULES.map((value) => ({ value, label: t.options[value], hint: t.hints[value] })),
    locked,
    notes: parts.length > 0 ? t.unsent(parts) : nothing,
  });
};
