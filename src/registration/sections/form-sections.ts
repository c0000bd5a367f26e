/** The form's sections in their order, with the parts that open inside them. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { parseBaseLaunchUrl } from '../../integration/urls.js';
import type { Renderable } from '../../ui/fields.js';
import type { EndpointCheck } from '../endpoint/endpoint-check.js';
import type { FormLists } from '../model/form-lists.js';
import type { FormStore } from '../model/form-store.js';
import { formatFor } from '../model/form-values.js';
import type { FormParts } from '../parts/form-parts.js';
import { disclosure } from '../view/disclosure.js';
import type { FormView } from '../view/form-view.js';
import { onDemand } from '../view/on-demand.js';
import { authenticationSection } from './authentication-section.js';
import { basicsSection } from './basics-section.js';
import { eventsSection } from './events-section.js';
import { launchSection } from './launch-section.js';
import { moduleSection } from './module-section.js';
import { payloadSection } from './payload-section.js';

export interface FormSectionsOptions {
  readonly store: FormStore;
  readonly endpoint: EndpointCheck;
  readonly lists: FormLists;
  readonly parts: FormParts;
}

export const formSections = (view: FormView, options: FormSectionsOptions): TemplateResult => {
  const { store, endpoint, lists, parts } = options;
  const { texts, values } = view;
  const { state, url } = endpoint;
  return html`
    ${moduleSection(view)}
    ${basicsSection(view, {
      state,
      url,
      canCheck: !view.locked && url.ok,
      explanation: opened(view, parts, 'explanation', texts.endpoint.explain),
    })}
    ${payloadSection(view, sample(view, parts))} ${authenticationSection(view)}
    ${eventsSection(view, lists.events)}
    ${launchSection(view, {
      url: parseBaseLaunchUrl(values['/launch/baseLaunchUrl'], { deployment: store.deployment }),
      categories: lists.categories(texts.launch.categories, view.language),
      advanced: opened(view, parts, 'advanced', texts.launch.advanced),
      preview: () => preview(view, parts),
    })}
  `;
};

const opened = (
  view: FormView,
  parts: FormParts,
  name: 'advanced' | 'explanation',
  summary: string,
): TemplateResult =>
  disclosure(view, {
    summary,
    part: parts[name],
    open: parts.open[name],
    toggle: (open) => (parts.open[name] = open),
  });

const preview = (view: FormView, { preview: part }: FormParts): Renderable => {
  void part.load();
  return onDemand(view, part, (panel) => panel.render(view));
};

const sample = (view: FormView, { sample: part, open }: FormParts): Renderable => {
  const { payload: t } = view.texts;
  const { values } = view;
  const module = values['/module'];
  const format = formatFor(module, values['/payload/format']);
  const toggle = (): void => {
    open.sample = !open.sample;
    void part.load();
    view.actions.refresh();
  };
  return html`
    <button
      type="button"
      part="button"
      aria-expanded=${open.sample ? 'true' : 'false'}
      aria-controls="sample"
      @click=${toggle}
    >
      ${open.sample ? t.hideSample : t.sample}
    </button>
    <div id="sample" ?hidden=${!open.sample}>
      ${
        open.sample
          ? onDemand(view, part, (panel) =>
              panel.render(
                view,
                format === 'fhir-r4' ? { format, guide: values['/payload/guide'] } : { format },
              ),
            )
          : nothing
      }
    </div>
  `;
};
