/** How the endpoint's check works: the exchange in steps, a command to try it with, and a handler to copy. */
import { html } from 'lit';
import type { LitElement, TemplateResult } from 'lit';
import { challengeHandler } from '../../../integration/challenge-handler.js';
import { parseRequestUrl } from '../../../integration/urls.js';
import { texts as english } from '../../../locales/en/explanation.js';
import type { ExplanationTexts } from '../../../locales/en/explanation.js';
import { addStyles } from '../../../ui/add-styles.js';
import { CopyableCode } from '../../../ui/copyable-code.js';
import { Localize } from '../../../ui/localize.js';
import type { FormView } from '../../view/form-view.js';
import styles from './explanation-panel.styles.js';

const CHALLENGE = JSON.stringify({ challenge: 'kP3v-9sXw2' });

/** In single quotes, a shell takes everything as it is but the quote itself. */
const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

/** The command that does what Ocean does. */
export const curlCommand = (url: string): string =>
  [
    'curl --include --max-time 5',
    `  --header ${quoted('Content-Type: application/json')}`,
    `  --data ${quoted(CHALLENGE)}`,
    `  ${quoted(url)}`,
  ].join(' \\\n');

export class ExplanationPanel {
  private readonly localize: Localize<ExplanationTexts>;
  private readonly curl: CopyableCode;
  private readonly handler: CopyableCode;

  constructor(host: LitElement) {
    addStyles(host, styles);
    this.curl = new CopyableCode(host, 'challenge-curl');
    this.handler = new CopyableCode(host, 'challenge-handler');
    this.localize = new Localize<ExplanationTexts>(host, {
      en: english,
      fr: async () => (await import('../../../locales/fr/explanation.js')).texts,
    });
  }

  render(view: FormView): TemplateResult {
    const { texts: t } = this.localize;
    if (!t) return html`<p class="quiet">${view.texts.loadingPart}</p>`;
    // The check itself decides which hosts are allowed; whoever tries it may try it on any.
    const url = parseRequestUrl(view.values['/requestUrl'], { deployment: 'development' });
    const announce = (text: string): void => view.actions.announce(text);
    return html`
      <div class="content explanation">
        <ol>
          ${t.steps.map((step) => html`<li>${step}</li>`)}
        </ol>
        <dl>
          <dt>${t.request}</dt>
          <dd><code translate="no">POST ${CHALLENGE}</code></dd>
          <dt>${t.answer}</dt>
          <dd><code translate="no">200 ${CHALLENGE}</code></dd>
        </dl>
        <div>
          ${this.curl.render({
            label: t.curl,
            code: curlCommand(url.ok ? url.url : 'https://example.org/ocean'),
            texts: t.copy,
            announce,
          })}
          <p class="hint">${t.curlHint}</p>
        </div>
        <div>
          ${this.handler.render({
            label: t.handler,
            code: challengeHandler,
            texts: t.copy,
            announce,
          })}
          <p class="hint">${t.handlerHint}</p>
        </div>
      </div>
    `;
  }
}
