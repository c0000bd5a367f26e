/** What the demo's pages share: a switch, the choice of the language, the links between the pages, the panels below. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { BackendErrorKind } from '../../src/backend/backend-error.js';
import type { LoggedEvent } from './event-log.js';

export type Lang = 'en' | 'fr';

interface Common {
  lang: Lang;
  theme: string;
}

const PAGES = [
  ['./', { en: 'Registration form', fr: 'Formulaire d’inscription' }],
  ['./portal.html', { en: 'Referral portal', fr: 'Portail d’aiguillage' }],
  ['./admin.html', { en: 'Admin page', fr: 'Page d’administration' }],
] as const;

const TEXTS = {
  en: {
    pages: 'Demo pages',
    language: 'Language',
    events: 'Events',
    html: 'HTML',
    copy: 'Copy',
    copied: 'Copied',
  },
  fr: {
    pages: 'Pages de démonstration',
    language: 'Langue',
    events: 'Événements déclenchés',
    html: 'HTML',
    copy: 'Copier',
    copied: 'Copié',
  },
};

export type DemoAddress = (typeof PAGES)[number][0];

export const choice = (
  id: string,
  label: string,
  value: string,
  options: readonly (readonly [value: string, label: string])[],
  change: (value: string) => void,
): TemplateResult => html`
  <label for=${id}>${label}</label>
  <select id=${id} @change=${(event: Event) => change((event.target as HTMLSelectElement).value)}>
    ${options.map(
      ([each, text]) => html`<option value=${each} ?selected=${each === value}>${text}</option>`,
    )}
  </select>
`;

const FAILURES = [
  'network',
  'timeout',
  'unauthorized',
  'forbidden',
  'not-found',
  'invalid',
  'too-large',
  'rate-limited',
  'unavailable',
  'malformed',
] as const satisfies readonly BackendErrorKind[];

/** Chooses how the next request to a backend in memory fails. */
export const failureChoice = (
  { failure, noFailure }: { readonly failure: string; readonly noFailure: string },
  fail: (kind: (typeof FAILURES)[number]) => void,
): TemplateResult =>
  choice(
    'failure',
    failure,
    'none',
    [['none', noFailure] as const, ...FAILURES.map((kind) => [kind, kind] as const)],
    (chosen) => {
      const kind = FAILURES.find((each) => each === chosen);
      if (kind) fail(kind);
    },
  );

/** The name, the pages (language and theme go along), the languages. */
export const masthead = (
  page: DemoAddress,
  { lang, theme }: Common,
  speak: (lang: Lang) => void,
): TemplateResult => {
  const along = new URLSearchParams({
    ...(lang !== 'en' && { lang }),
    ...(theme !== 'auto' && { theme }),
  }).toString();
  return html`
    <div class="masthead">
      <p class="product">ocean-integrations</p>
      <nav class="pages" aria-label=${TEXTS[lang].pages}>
        ${PAGES.map(
          ([address, name]) => html`
            <a
              href=${along ? `${address}?${along}` : address}
              aria-current=${address === page ? 'page' : nothing}
              >${name[lang]}</a
            >
          `,
        )}
      </nav>
      <div class="languages" role="group" aria-label=${TEXTS[lang].language}>
        ${(['en', 'fr'] as const).map(
          (each) => html`
            <button
              type="button"
              lang=${each}
              aria-pressed=${each === lang ? 'true' : 'false'}
              @click=${() => speak(each)}
            >
              ${each === 'en' ? 'English' : 'Français'}
            </button>
          `,
        )}
      </div>
    </div>
  `;
};

export const eventPanel = (
  log: readonly LoggedEvent[],
  lang: Lang,
  whereEmpty: string,
): TemplateResult => html`
  <section class="panel" aria-labelledby="events-fired">
    <h2 id="events-fired">${TEXTS[lang].events}</h2>
    ${log.length === 0 ? html`<p>${whereEmpty}</p>` : nothing}
    <ol class="log" reversed>
      ${log.map(
        ({ type, detail, time }) =>
          html`<li><time>${time}</time> <strong>${type}</strong> <code>${detail}</code></li>`,
      )}
    </ol>
  </section>
`;

/** The HTML that a host writes for what is shown, to copy. */
export class HtmlPanel {
  private copied?: string;

  constructor(private readonly changed: () => void) {}

  render(code: string, lang: Lang): TemplateResult {
    const { copied } = this;
    return html`
      <section class="panel" aria-labelledby="html">
        <h2 id="html">${TEXTS[lang].html}</h2>
        <pre
          tabindex="0"
          role="group"
          aria-labelledby="html"
        ><code id="html-code">${code}</code></pre>
        <button type="button" @click=${() => this.copy(code)}>
          ${copied === code ? TEXTS[lang].copied : TEXTS[lang].copy}
        </button>
      </section>
    `;
  }

  private async copy(code: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(code);
      this.copied = code;
    } catch {
      // Where the clipboard is denied, the text is selected, to be copied by hand.
      const shown = document.querySelector('#html-code');
      if (shown) getSelection()?.selectAllChildren(shown);
    }
    this.changed();
  }
}
