/** `<ocean-integration-form>`: registers or edits one integration. */
import { LitElement, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { isBackendError } from '../backend/backend-error.js';
import type { IntegrationBackend } from '../backend/backend.js';
import type { Deployment, Module } from '../integration/rules.js';
import type { Integration, IntegrationDraft } from '../integration/schema.js';
import { texts as english } from '../locales/en/form.js';
import type { FormTexts } from '../locales/en/form.js';
import { Announcer } from '../ui/announcer.js';
import type { Capabilities } from '../ui/capabilities.js';
import { fieldId } from '../ui/fields.js';
import type { Renderable } from '../ui/fields.js';
import { Localize } from '../ui/localize.js';
import { OceanCancelEvent } from './form-events.js';
import { IntegrationEditor } from './integration-editor.js';
import styles from './integration-form.styles.js';
import { ADVANCED_FIELDS, EMPTY_VALUES } from './model/form-values.js';
import type { FieldName } from './model/form-values.js';
import { countShown } from './sections/events-section.js';
import { formSections } from './sections/form-sections.js';
import { formActions } from './view/form-actions.js';
import type { FormActions, FormView } from './view/form-view.js';
import { loadingTemplate } from './view/loading-template.js';
import { onDemand } from './view/on-demand.js';

/**
 * @summary Registers or edits one integration of an Ocean site: its webhook and its referral system launch.
 *
 * Texts follow the nearest `lang` (en-CA, fr-CA), live. Nothing typed is lost on a failed save, a conflict, an expired
 * session or when the element is moved in the page. Secrets are write-only and never kept in a draft.
 *
 * @event {OceanSubmitEvent} ocean-submit - Before saving; bubbles, cancelable. `detail.draft` holds no secrets.
 * @event {OceanSavedEvent} ocean-saved - After saving. `detail`: `integration`, and `created`.
 * @event {OceanErrorEvent} ocean-error - A request failed; `detail` is the `BackendError`.
 * @event {OceanCancelEvent} ocean-cancel - "Cancel" was pressed.
 * @event {OceanEndpointCheckedEvent} ocean-endpoint-checked - The endpoint was checked. `detail`: `requestUrl`, `endpoint`.
 *
 * @csspart form - The form.
 * @csspart section - Each section of the form.
 * @csspart field - A label with its control, hint and message.
 * @csspart input - A text field or select.
 * @csspart choice - A radio button or check box with its label.
 * @csspart button - A button; `button-primary` is the one that saves.
 * @csspart button-primary - The button that saves.
 * @csspart notice - A message above the form.
 * @csspart problem - The message at a field.
 * @csspart endpoint - What came of the endpoint's check.
 * @csspart hexagon - The sign of the endpoint's state.
 * @csspart events - The list of events.
 * @csspart preview - What the sender sees, beside the launch settings.
 *
 * @cssproperty [--ocean-color-accent] - Colour of the saving button, checked boxes and links.
 * @cssproperty [--ocean-color-on-accent] - Text on the accent colour.
 * @cssproperty [--ocean-color-text] - Text.
 * @cssproperty [--ocean-color-muted] - Hints and secondary text.
 * @cssproperty [--ocean-color-surface] - Background of fields.
 * @cssproperty [--ocean-color-raised] - Background of notices and groups.
 * @cssproperty [--ocean-color-border] - Borders of fields.
 * @cssproperty [--ocean-color-line] - Lines between sections.
 * @cssproperty [--ocean-color-danger] - Errors.
 * @cssproperty [--ocean-color-warning] - Warnings.
 * @cssproperty [--ocean-color-success] - Success.
 * @cssproperty [--ocean-radius=6px] - Rounding of corners.
 * @cssproperty [--ocean-gap=1rem] - Room between fields.
 */
export class OceanIntegrationForm extends LitElement {
  static override styles = styles;

  /** Id of the integration to edit. Left out, the form registers a new one. */
  @property({ attribute: 'integration-id' }) integrationId?: string;

  /** Module that a new integration starts with: `patient-engagement`, or `ereferrals` where it is left out. */
  @property() module?: Module;

  /** Shows the integration without letting it be changed. */
  @property({ type: Boolean }) readonly = false;

  /**
   * Keeps what is entered in the session's storage under this key, without secrets, and offers it back. Choose a key
   * that belongs to the user who is signed in. Left out, nothing is kept, and leaving the page with unsaved changes asks.
   */
  @property({ attribute: 'draft-key' }) draftKey?: string;

  /** Which hosts the URLs may name: `public`, `on-premise` or `development`. */
  @property() deployment: Deployment = 'public';

  /** The backend to use. Left out, that of the nearest `<ocean-backend>`. */
  @property({ attribute: false }) backend?: IntegrationBackend;

  /** What this user may do; the form leaves out the rest, and a notice explains it. */
  @property({ attribute: false }) capabilities: Capabilities = {};

  private readonly editor = new IntegrationEditor(this);
  private readonly announcer = new Announcer(this);
  private readonly localize = new Localize<FormTexts>(this, {
    en: english,
    fr: async () => (await import('../locales/fr/form.js')).texts,
  });

  /**
   * The content of the form, as it would be sent. Setting it fills the form with what is given; that counts as unchanged.
   * Reading it gives secrets that were typed: do not log it.
   */
  @property({ attribute: false })
  get value(): IntegrationDraft {
    return this.editor.store.draft;
  }
  set value(value: Partial<IntegrationDraft>) {
    this.editor.fill(value);
  }

  /** Shows all problems at their fields and in a summary. Whether there are none. */
  validate(): boolean {
    return this.editor.saveFlow.validate();
  }

  /**
   * Saves, as the button does. However often it is called, one request is under way.
   * @returns what was saved, or undefined where it was not.
   */
  submit(): Promise<Integration | undefined> {
    return this.editor.save();
  }

  /** Goes back to what was loaded or saved last; for a new integration, to an empty form. */
  reset(): void {
    this.editor.reset();
  }

  /** Inputs carry their field's name; one listener serves them all. */
  private onInput(event: Event): void {
    const { store, endpoint } = this.editor;
    const input = event.target as HTMLInputElement;
    const name = input.name as FieldName;
    if (!Object.hasOwn(EMPTY_VALUES, name)) return;
    if (name === '/events') store.toggleEvent(input.value, input.checked);
    else store.set(name, input.type === 'checkbox' ? input.checked : input.value);
    if (event.type === 'change' && endpoint.isDueAfter(name)) void this.check();
  }

  /** Messages are loaded by the time that a user needs them. */
  private onFocusIn(): void {
    void this.editor.parts.messages.load();
  }

  private onFocusOut(event: FocusEvent): void {
    const { store, maySave } = this.editor;
    const name = (event.target as HTMLInputElement).name as FieldName;
    if (Object.hasOwn(EMPTY_VALUES, name) && maySave) store.markTouched(name);
  }

  private onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    if (!this.editor.saveFlow.barred) void this.submit();
  }

  private async check(): Promise<void> {
    const { editor } = this;
    if (!(await editor.checkEndpoint())) return editor.focus.request(fieldId('/requestUrl'));
    this.announcer.announce(() => {
      const { texts } = this.localize;
      const { value: messages } = editor.parts.messages;
      return (texts && messages?.endpointSentence(this.view(texts), editor.endpoint.state)) ?? '';
    });
  }

  /** Brings the focus to a field; one of the advanced settings is loaded and opened first. */
  private async focusField(name: FieldName): Promise<void> {
    const { parts, focus } = this.editor;
    if (ADVANCED_FIELDS.includes(name)) {
      parts.open.advanced = true;
      await parts.advanced.load();
    }
    focus.request(fieldId(name));
  }

  private filterEvents(text: string): void {
    const { lists, store } = this.editor;
    lists.filter = text;
    this.requestUpdate();
    this.announcer.announce(() => {
      const { texts, language } = this.localize;
      const shown = countShown(lists.events, store.values['/module'], language);
      return texts?.events.shown(shown) ?? '';
    });
  }

  private readonly actions: FormActions = {
    set: (name, value) => this.editor.store.set(name, value),
    markTouched: (name) => this.editor.store.markTouched(name),
    checkEndpoint: () => void this.check(),
    retryEvents: () => this.editor.lists.retry(),
    filterEvents: (text) => this.filterEvents(text),
    announce: (text) => this.announcer.announce(() => text),
    waitFor: (work) => this.editor.saveFlow.waitFor(work),
    prepare: (work) => this.editor.saveFlow.prepare(work),
    refresh: () => this.requestUpdate(),
  };

  private view(texts: FormTexts): FormView {
    const { store, parts, saveFlow, maySave } = this.editor;
    const { values, stored, problems } = store;
    const { language, tag } = this.localize;
    const { value: messages } = parts.messages;
    return {
      values,
      stored,
      texts,
      language,
      tag,
      locked: !maySave || saveFlow.busy,
      mayLaunch: this.capabilities.launch !== false,
      problemOf: (name) => {
        const problem = problems.get(name);
        return problem && (messages?.problem(name, problem) ?? texts.loadingPart);
      },
      messages,
      actions: this.actions,
    };
  }

  protected override render(): TemplateResult | typeof nothing {
    const { texts } = this.localize;
    if (!texts) return nothing;
    const { editor } = this;
    const { saveFlow, maySave } = editor;
    const { stored } = editor.store;
    const view = this.view(texts);
    if (this.integrationId !== undefined && !stored) return this.renderLoading(view);
    const title = !maySave ? 'view' : stored ? 'edit' : 'register';
    return html`
      <form
        part="form"
        lang=${view.tag}
        novalidate
        autocomplete="off"
        aria-label=${texts.title[title]}
        aria-busy=${saveFlow.busy ? 'true' : nothing}
        @submit=${this.onSubmit}
        @input=${this.onInput}
        @change=${this.onInput}
        @focusin=${this.onFocusIn}
        @focusout=${this.onFocusOut}
      >
        ${this.renderNotices(view)} ${formSections(view, editor)}
        ${
          maySave
            ? formActions(view, {
                busy: saveFlow.busy,
                barred: saveFlow.barred,
                secondsLeft: editor.countdown.left,
                cancel: () => this.dispatchEvent(new OceanCancelEvent()),
              })
            : nothing
        }
      </form>
      ${this.announcer.render()}
    `;
  }

  private renderNotices(view: FormView): Renderable {
    const { store, saveFlow, parts, restriction, countdown } = this.editor;
    const drafts = parts.drafts.value;
    if (!saveFlow.result && !drafts?.offered && !restriction) return nothing;
    void parts.messages.load();
    return onDemand(view, parts.messages, (messages) =>
      messages.notices(view, {
        store,
        saveFlow,
        drafts,
        conflict: parts.conflict,
        restriction,
        secondsLeft: countdown.left,
        focusField: (name) => void this.focusField(name),
        another: this.integrationId === undefined ? () => this.editor.begin() : undefined,
      }),
    );
  }

  private renderLoading(view: FormView): TemplateResult {
    const { loading, parts, countdown } = this.editor;
    const { status, error } = loading;
    if (status !== 'failed' || !isBackendError(error)) return loadingTemplate(view.texts);
    void parts.messages.load();
    return onDemand(view, parts.messages, (messages) =>
      messages.loadFailed(view, {
        error,
        secondsLeft: countdown.left,
        retry: () => void loading.retry(),
      }),
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ocean-integration-form': OceanIntegrationForm;
  }
}
