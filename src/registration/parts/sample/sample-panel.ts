/** The sample payload: made-up data in the format that is chosen, for one of the events that are selected. */
import { html, nothing } from 'lit';
import type { LitElement, TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { EVENT_CATALOGUE } from '../../../integration/event-catalogue.js';
import { plainJson } from '../../../integration/plain-json.js';
import { samplePayload } from '../../../integration/samples/index.js';
import type { Payload } from '../../../integration/schema.js';
import { parseRequestUrl } from '../../../integration/urls.js';
import { texts as english } from '../../../locales/en/sample.js';
import type { SampleTexts } from '../../../locales/en/sample.js';
import { CopyableCode } from '../../../ui/copyable-code.js';
import { Localize } from '../../../ui/localize.js';
import { eventName } from '../../model/event-name.js';
import type { FormView } from '../../view/form-view.js';
import { textFor } from '../../../ui/text.js';

export class SamplePanel {
  private readonly localize: Localize<SampleTexts>;
  private readonly code: CopyableCode;
  private chosen?: string;

  constructor(host: LitElement) {
    this.code = new CopyableCode(host, 'sample-code');
    this.localize = new Localize<SampleTexts>(host, {
      en: english,
      fr: async () => (await import('../../../locales/fr/sample.js')).texts,
    });
  }

  render(view: FormView, payload: Payload): TemplateResult {
    const { texts: t, language } = this.localize;
    if (!t) return html`<p class="quiet">${view.texts.loadingPart}</p>`;
    const { values } = view;
    const module = values['/module'];
    const selected = values['/events'][module];
    const offered = EVENT_CATALOGUE.find((event) => event.module === module)?.code;
    const codes = selected.length > 0 || offered === undefined ? selected : [offered];
    const code = codes.find((each) => each === this.chosen) ?? codes[0] ?? '';
    const choose = (event: Event): void => {
      this.chosen = (event.target as HTMLSelectElement).value;
      view.actions.refresh();
    };
    const url = parseRequestUrl(values['/requestUrl'], { deployment: 'development' });
    // What is half typed would make the sample invalid.
    const sample = samplePayload(payload, code, url.ok ? { requestUrl: url.url } : {});
    return html`
      <div class="content">
        <p class="hint">${t.madeUp}</p>
        <div class="field" part="field">
          <label for="sample-event">${t.event}</label>
          <div class="control">
            <select
              part="input"
              id="sample-event"
              aria-describedby=${selected.length === 0 ? 'sample-event-hint' : nothing}
              @change=${choose}
            >
              ${codes.map(
                (each) =>
                  html`<option value=${each} .selected=${live(each === code)}>
                    ${eventName(each, language)}
                  </option>`,
              )}
            </select>
          </div>
          ${
            selected.length === 0
              ? html`<p class="hint" id="sample-event-hint">${t.notSelected}</p>`
              : nothing
          }
        </div>
        ${this.code.render({
          label: t.label(textFor(view.texts.payload.formats, payload.format) ?? payload.format),
          code: plainJson(sample, 2),
          texts: t.copy,
          announce: (text) => view.actions.announce(text),
        })}
      </div>
    `;
  }
}
