/** A part of the form that loads on demand, with the form's texts. */
import type { TemplateResult } from 'lit';
import type { OnDemand } from '../../ui/on-demand.js';
import { onDemandTemplate } from '../../ui/on-demand-template.js';
import type { FormView } from './form-view.js';

export const onDemand = <T>(
  { texts }: Pick<FormView, 'texts'>,
  part: OnDemand<T>,
  render: (value: T) => TemplateResult,
): TemplateResult => {
  const { loadingPart: loading, partFailed: failed, actions } = texts;
  return onDemandTemplate(part, { loading, failed, retry: actions.retry }, render);
};
