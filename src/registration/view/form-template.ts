/** The form's sections, in their order, with what stands above and below them. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { UrlResult } from '../../integration/urls.js';
import type { Renderable } from '../../ui/fields.js';
import type { FormExtras } from '../parts/form-parts.js';
import type { EndpointView, EventsState, FormView } from './form-view.js';
import { formatFor } from '../model/form-values.js';
import { authenticationSection } from '../sections/authentication-section.js';
import { basicsSection } from '../sections/basics-section.js';
import { eventsSection } from '../sections/events-section.js';
import { launchSection } from '../sections/launch-section.js';
import { moduleSection } from '../sections/module-section.js';
import { disclosure, onDemand } from './on-demand.js';
import { payloadSection } from '../sections/payload-section.js';

export interface FormTemplateOptions {
  readonly endpoint: EndpointView;
  readonly events: EventsState;
  readonly categories: readonly string[];
  readonly requestUrl: UrlResult;
  readonly launchUrl: UrlResult;
  readonly extras: FormExtras;
}

export const formSections = (view: FormView, options: FormTemplateOptions): TemplateResult => {
  const { endpoint, events, extras } = options;
  return html`
    ${moduleSection(view)}
    ${basicsSection(view, endpoint, options.requestUrl, disclosure(view, extras, 'explanation', view.texts.endpoint.explain))}
    ${payloadSection(view, sample(view, extras))} ${authenticationSection(view)}
    ${eventsSection(view, events)}
    ${launchSection(view, {
      url: options.launchUrl,
      categories: options.categories,
      advanced: disclosure(view, extras, 'advanced', view.texts.launch.advanced),
      preview: () => preview(view, extras),
    })}
  `;
};

const preview = (view: FormView, { preview: part }: FormExtras): Renderable => {
  void part.load();
  return onDemand(view, part, (panel) => panel.render(view));
};

const sample = (view: FormView, { sample: part, open }: FormExtras): Renderable => {
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
