/** "Register from JSON": reads what "Copy as JSON" gave on another site, names its problems, and passes it to the form. Loaded on demand. */
import { html, nothing } from 'lit';
import type { LitElement, TemplateResult } from 'lit';
import { parseIntegrationDraft } from '../../integration/parse.js';
import type { Issue } from '../../integration/parse.js';
import { plainJson } from '../../integration/plain-json.js';
import type { Deployment } from '../../integration/rules.js';
import type { IntegrationDraft } from '../../integration/schema.js';
import { withoutSecrets } from '../../integration/without-secrets.js';
import type { Cleaned } from '../../integration/without-secrets.js';
import { texts as englishForm } from '../../locales/en/form.js';
import type { FormTexts } from '../../locales/en/form.js';
import type { ListTexts } from '../../locales/en/list.js';
import { texts as englishMessages } from '../../locales/en/messages.js';
import type { MessageTexts } from '../../locales/en/messages.js';
import { Localize } from '../../ui/localize.js';
import { jsonProblem } from './json-problem.js';
import type { ListView } from './list-view.js';

/** Most problems that are named; the form shows the others. */
const NAMED = 10;

type Outcome =
  | { readonly ok: false; readonly notJson: true }
  | {
      readonly ok: false;
      readonly issues: readonly Issue[];
      readonly draft: Partial<IntegrationDraft>;
    };

export class JsonDialog {
  private open = false;
  private text = '';
  private outcome?: Outcome;
  /** Whether secrets were taken out of what was passed on last. */
  private removed = false;
  /** A field is called here as it is in the form. */
  private readonly formTexts: Localize<FormTexts>;
  private readonly messageTexts: Localize<MessageTexts>;

  constructor(
    private readonly host: LitElement,
    private readonly options: {
      deployment(): Deployment;
      register(draft: Partial<IntegrationDraft>): void;
      announce(read: (texts: ListTexts) => string): void;
    },
  ) {
    this.formTexts = new Localize(host, {
      en: englishForm,
      fr: async () => (await import('../../locales/fr/form.js')).texts,
    });
    this.messageTexts = new Localize(host, {
      en: englishMessages,
      fr: async () => (await import('../../locales/fr/messages.js')).texts,
    });
  }

  ask(): void {
    this.open = true;
    this.removed = false;
    this.host.requestUpdate();
    void this.host.updateComplete.then(() => this.dialog?.showModal());
  }

  close(): void {
    this.dialog?.close();
  }

  private get dialog(): HTMLDialogElement | null {
    return this.host.renderRoot.querySelector<HTMLDialogElement>('#from-json');
  }

  render(view: ListView): TemplateResult | typeof nothing {
    const { fromJsonDialog: t } = view.texts;
    if (this.removed) return html`<p class="notice" part="notice">${t.secretsRemoved}</p>`;
    if (!this.open) return nothing;
    const { outcome, text } = this;
    return html`
      <dialog
        id="from-json"
        part="dialog"
        aria-labelledby="from-json-heading"
        @close=${() => this.onClose()}
      >
        <h3 id="from-json-heading">${t.heading}</h3>
        <div class="field">
          <label for="json">${t.field}</label>
          <p class="hint" id="json-hint">${t.hint}</p>
          <textarea
            id="json"
            part="input"
            rows="12"
            spellcheck="false"
            translate="no"
            aria-describedby="json-hint${outcome ? ' json-problems' : ''}"
            aria-invalid=${outcome ? 'true' : nothing}
            .value=${text}
            @input=${(event: Event) => (this.text = (event.target as HTMLTextAreaElement).value)}
          ></textarea>
          ${outcome ? this.renderProblems(view, outcome) : nothing}
        </div>
        <div class="buttons">
          <button
            type="button"
            class="primary"
            part="button button-primary"
            @click=${() => this.confirm()}
          >
            ${t.confirm}
          </button>
          ${
            outcome && 'draft' in outcome
              ? html`<button
                  type="button"
                  part="button"
                  @click=${() => this.registerAnyway(outcome.draft)}
                >
                  ${t.anyway}
                </button>`
              : nothing
          }
          <button type="button" part="button" @click=${() => this.close()}>${t.cancel}</button>
        </div>
      </dialog>
    `;
  }

  private renderProblems(view: ListView, outcome: Outcome): TemplateResult {
    const { fromJsonDialog: t } = view.texts;
    if ('notJson' in outcome)
      return html`<p class="problem" id="json-problems" role="alert">${t.notJson}</p>`;
    const form = this.formTexts.texts ?? englishForm;
    const messages = this.messageTexts.texts ?? englishMessages;
    return html`<div id="json-problems" role="alert">
      <p class="problem">${t.problems}</p>
      <ul>
        ${outcome.issues
          .slice(0, NAMED)
          .map((issue) => html`<li>${jsonProblem(view.texts, form, messages, issue)}</li>`)}
      </ul>
    </div>`;
  }

  private confirm(): void {
    let value: unknown;
    try {
      value = JSON.parse(this.text);
    } catch {
      return this.showOutcome({ ok: false, notJson: true });
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return this.showOutcome({ ok: false, notJson: true });
    // The JSON holds no secrets, so none is required here.
    const result = parseIntegrationDraft(value, { deployment: this.options.deployment() });
    if (result.ok) this.register(result.value);
    else this.showOutcome({ ok: false, issues: result.issues, draft: value });
  }

  private showOutcome(outcome: Outcome): void {
    this.outcome = outcome;
    this.host.requestUpdate();
  }

  private register(draft: Partial<IntegrationDraft>): void {
    this.passOn(draft);
    this.text = '';
  }

  /** What was pasted stays, without its secrets: the form may not have a place for all of it. */
  private registerAnyway(draft: Partial<IntegrationDraft>): void {
    const { value, removed } = this.passOn(draft);
    if (removed) this.text = plainJson(value, 2);
  }

  /** Without secrets: an event is heard by the whole page. */
  private passOn(draft: Partial<IntegrationDraft>): Cleaned<Partial<IntegrationDraft>> {
    const cleaned = withoutSecrets(draft);
    this.close();
    this.options.register(cleaned.value);
    this.removed = cleaned.removed > 0;
    if (this.removed) this.options.announce((texts) => texts.fromJsonDialog.secretsRemoved);
    this.host.requestUpdate();
    return cleaned;
  }

  private onClose(): void {
    // The event comes late: the dialog may have been opened again.
    if (this.dialog?.open) return;
    // What was pasted stays for the next time, unless it was passed on whole.
    this.open = false;
    this.outcome = undefined;
    this.host.requestUpdate();
  }
}
