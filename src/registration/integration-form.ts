/** `<ocean-integration-form>`: registers or edits one integration. */
import { LitElement, html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { BackendConsumer } from '../backend/backend-consumer.js';
import { isBackendError } from '../backend/backend-error.js';
import type { IntegrationBackend } from '../backend/backend.js';
import { call } from '../backend/call.js';
import type { Deployment, Module } from '../integration/rules.js';
import type { Integration, IntegrationDraft } from '../integration/schema.js';
import { parseBaseLaunchUrl } from '../integration/urls.js';
import { texts as english } from '../locales/en/form.js';
import type { FormTexts } from '../locales/en/form.js';
import { Announcer } from '../ui/announcer.js';
import type { Capabilities } from '../ui/capabilities.js';
import { Countdown } from '../ui/countdown.js';
import { fieldId } from '../ui/fields.js';
import type { Renderable } from '../ui/fields.js';
import { Loader } from '../ui/loader.js';
import { Localize, readingTagOf } from '../ui/localize.js';
import { EndpointCheck } from './endpoint/endpoint-check.js';
import { OceanCancelEvent, OceanEndpointCheckedEvent } from './form-events.js';
import { FormExtras } from './parts/form-parts.js';
import { FormLists } from './model/form-lists.js';
import { FormStore } from './model/form-store.js';
import { ADVANCED_FIELDS, EMPTY_VALUES } from './model/form-values.js';
import type { FieldName } from './model/form-values.js';
import type { FormActions, FormView } from './view/form-view.js';
import styles from './integration-form.styles.js';
import { RESULT_ID, SaveFlow } from './save/save-flow.js';
import { countShown } from './sections/events-section.js';
import { formActions } from './view/form-actions.js';
import { formSections } from './view/form-template.js';
import { onDemand } from './view/on-demand.js';
import { loadingTemplate } from './view/loading-template.js';

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

  /** What this user may do; the form leaves out the rest and says so. */
  @property({ attribute: false }) capabilities: Capabilities = {};

  private readonly consumer = new BackendConsumer(this, () => readingTagOf(this));
  private readonly store = new FormStore(() => this.onStoreChange());
  private readonly endpoint = new EndpointCheck(this.store, () => this.requestUpdate());
  private readonly announcer = new Announcer(this);
  private readonly countdown = new Countdown(this);
  private readonly extras = new FormExtras(this, {
    store: this.store,
    backend: () => this.consumer.localized,
    report: (error) => void this.flow.report(error),
  });
  private readonly flow = new SaveFlow({
    host: this,
    store: this.store,
    backend: () => this.consumer.localized,
    show: () => this.focusSoon(RESULT_ID),
    adopt: (saved) => {
      this.dropDraft();
      this.open(saved);
    },
    wait: (seconds) => this.countdown.start(seconds),
  });
  private readonly lists = new FormLists(
    () => this.requestUpdate(),
    (error) => this.flow.report(error),
  );
  private readonly localize = new Localize<FormTexts>(this, {
    en: english,
    fr: async () => (await import('../locales/fr/form.js')).texts,
  });
  private readonly loading = new Loader<Integration | undefined>(() => this.onLoaded());

  private focusNext?: string;

  /**
   * What stands in the form, as it would be sent. Setting it fills the form with what is given; that counts as unchanged.
   * Reading it gives secrets that were typed: do not log it.
   */
  @property({ attribute: false })
  get value(): IntegrationDraft {
    return this.store.draft;
  }
  set value(value: Partial<IntegrationDraft>) {
    const { stored } = this.store;
    this.store.open(value, stored);
    // What is known of a stored endpoint still holds, as long as its URL does.
    if (!stored) this.endpoint.open();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // What was given up when the form was taken out of the page is asked for again.
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('beforeunload', this.onBeforeUnload);
    // Moving an element takes it out and puts it back at once: only what stays out is given up.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.flow.abort();
      this.endpoint.abort();
      this.lists.abort();
      this.loading.abort();
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.store.deployment = this.deployment;
    if (changed.has('module') && this.module && !this.store.stored && !this.store.dirty) {
      this.store.open({ ...this.store.draft, module: this.module });
    }
    if (changed.has('integrationId') && this.store.stored?.id !== this.integrationId) this.begin();
    if (changed.has('draftKey') || changed.has('integrationId')) this.openDraft();
    const { integrationId: id } = this;
    const { value: backend } = this.consumer;
    this.loading.update([backend, id], async (signal) =>
      backend && id !== undefined
        ? call(backend, (b, s) => b.getIntegration(id, { signal: s }), signal)
        : undefined,
    );
    this.lists.update(backend, this.store.values['/launch']);
  }

  protected override updated(): void {
    const asks = this.isConnected && this.draftKey === undefined && this.store.dirty;
    if (asks) addEventListener('beforeunload', this.onBeforeUnload);
    else removeEventListener('beforeunload', this.onBeforeUnload);
    const target =
      this.focusNext && this.renderRoot.querySelector<HTMLElement>(`#${this.focusNext}`);
    if (!target) return;
    this.focusNext = undefined;
    target.focus();
  }

  /** Tells all problems at their fields and in a summary. Whether there are none. */
  validate(): boolean {
    return this.flow.validate();
  }

  /**
   * Saves, as the button does. However often it is asked, one request is under way.
   * @returns what was saved, or undefined where it was not.
   */
  submit(): Promise<Integration | undefined> {
    if (!this.maySave || this.countdown.left > 0) return Promise.resolve(undefined);
    const saved = this.flow.run();
    this.requestUpdate();
    return saved;
  }

  /** Goes back to what was loaded or saved last; for a new integration, to an empty form. */
  reset(): void {
    this.flow.clear();
    this.store.reset();
    this.dropDraft();
    this.endpoint.open(this.store.stored?.endpoint);
  }

  private get maySave(): boolean {
    const { register, edit } = this.capabilities;
    return !this.readonly && (this.store.stored ? edit : register) !== false;
  }

  /** Begins anew, with nothing or with what is loaded next. */
  private begin(): void {
    this.flow.abort();
    this.flow.clear();
    this.store.open(this.module && { module: this.module });
    this.endpoint.open();
  }

  private onLoaded(): void {
    const { value, status, error } = this.loading;
    if (status === 'failed') this.countdown.start(this.flow.report(error)?.retryAfter);
    else if (value) this.open(value);
    this.requestUpdate();
  }

  /** What the backend holds is the form's new ground. */
  private open(integration: Integration): void {
    this.store.open(integration, integration);
    this.endpoint.open(integration.endpoint);
    // There is something to say from the start: of its endpoint, of its URLs.
    void this.extras.messages.load();
  }

  private openDraft(): void {
    const { draftKey, integrationId } = this;
    if (draftKey === undefined) return this.extras.drafts.value?.open(undefined);
    void this.extras.drafts.load().then(() => {
      this.extras.drafts.value?.open(`${draftKey}:${integrationId ?? 'new'}`);
    });
  }

  /** What was entered is saved or given up. The part that keeps drafts may still be on its way. */
  private dropDraft(): void {
    if (this.draftKey === undefined) return;
    void this.extras.drafts.load().then(() => this.extras.drafts.value?.drop());
  }

  private onStoreChange(): void {
    this.extras.drafts.value?.touch();
    this.requestUpdate();
  }

  private readonly onBeforeUnload = (event: BeforeUnloadEvent): void => event.preventDefault();

  /** Inputs carry their field's name; one listener serves them all. */
  private onInput(event: Event): void {
    const input = event.target as HTMLInputElement;
    const name = input.name as FieldName;
    if (!Object.hasOwn(EMPTY_VALUES, name)) return;
    if (name === '/events') this.store.toggleEvent(input.value, input.checked);
    else this.store.set(name, input.type === 'checkbox' ? input.checked : input.value);
    if (event.type === 'change' && this.endpoint.isDueAfter(name)) void this.check();
  }

  private onFocusOut(event: FocusEvent): void {
    const name = (event.target as HTMLInputElement).name as FieldName;
    if (Object.hasOwn(EMPTY_VALUES, name) && this.maySave) this.store.markTouched(name);
  }

  private onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    if (!this.flow.barred) void this.submit();
  }

  private async check(): Promise<void> {
    if (!this.endpoint.url.ok) {
      this.store.markTouched('/requestUrl');
      return this.focusSoon(fieldId('/requestUrl'));
    }
    const { requestUrl } = this.endpoint.subject;
    const endpoint = await this.endpoint.run(this.consumer.localized);
    if (endpoint) this.dispatchEvent(new OceanEndpointCheckedEvent(requestUrl, endpoint));
    await this.extras.messages.load();
    this.announcer.announce(() => {
      const { texts } = this.localize;
      const { value: messages } = this.extras.messages;
      return (texts && messages?.endpointSentence(this.view(texts), this.endpoint.state)) ?? '';
    });
  }

  /** Brings the focus to a field; one of the advanced settings is loaded and opened first. */
  private async focusField(name: FieldName): Promise<void> {
    if (ADVANCED_FIELDS.includes(name)) {
      this.extras.open.advanced = true;
      await this.extras.advanced.load();
    }
    this.focusSoon(fieldId(name));
  }

  private focusSoon(id: string): void {
    this.focusNext = id;
    this.requestUpdate();
  }

  private filterEvents(text: string): void {
    this.lists.filter = text;
    this.requestUpdate();
    this.announcer.announce(() => {
      const { texts, language } = this.localize;
      const shown = countShown(this.lists.events, this.store.values['/module'], language);
      return texts?.events.shown(shown) ?? '';
    });
  }

  private readonly actions: FormActions = {
    set: (name, value) => this.store.set(name, value),
    markTouched: (name) => this.store.markTouched(name),
    checkEndpoint: () => void this.check(),
    retryEvents: () => this.lists.retry(),
    filterEvents: (text) => this.filterEvents(text),
    announce: (text) => this.announcer.announce(() => text),
    waitFor: (work) => this.flow.waitFor(work),
    prepare: (work) => this.flow.prepare(work),
    refresh: () => this.requestUpdate(),
  };

  private view(texts: FormTexts): FormView {
    const { problems, values, stored } = this.store;
    const { language, tag } = this.localize;
    const { value: messages } = this.extras.messages;
    return {
      values,
      stored,
      texts,
      language,
      tag,
      locked: !this.maySave || this.flow.busy,
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
    const { store } = this;
    if (this.integrationId !== undefined && !store.stored) return this.renderLoading(texts);
    const view = this.view(texts);
    const title = !this.maySave ? 'view' : store.stored ? 'edit' : 'register';
    return html`
      <form
        part="form"
        lang=${view.tag}
        novalidate
        autocomplete="off"
        aria-label=${texts.title[title]}
        aria-busy=${this.flow.busy ? 'true' : nothing}
        @submit=${this.onSubmit}
        @input=${this.onInput}
        @change=${this.onInput}
        @focusin=${this.onBegin}
        @focusout=${this.onFocusOut}
      >
        ${this.renderNotices(view)}
        ${formSections(view, {
          endpoint: {
            state: this.endpoint.state,
            canCheck: !view.locked && this.endpoint.url.ok,
          },
          events: this.lists.events,
          categories: this.lists.categories(texts.launch.categories, view.language),
          requestUrl: this.endpoint.url,
          launchUrl: parseBaseLaunchUrl(store.values['/launch/baseLaunchUrl'], {
            deployment: this.deployment,
          }),
          extras: this.extras,
        })}
        ${
          this.maySave
            ? formActions(view, {
                busy: this.flow.busy,
                barred: this.flow.barred,
                secondsLeft: this.countdown.left,
                cancel: () => this.dispatchEvent(new OceanCancelEvent()),
              })
            : nothing
        }
      </form>
      ${this.announcer.render()}
    `;
  }

  /** Sentences are there by the time that a user needs them. */
  private onBegin(): void {
    void this.extras.messages.load();
  }

  private renderNotices(view: FormView): Renderable {
    const { flow, store, extras } = this;
    const drafts = extras.drafts.value;
    const { restriction } = this;
    if (!flow.result && !drafts?.offered && !restriction) return nothing;
    void extras.messages.load();
    return onDemand(view, extras.messages, (messages) =>
      messages.notices(view, {
        store,
        flow,
        drafts,
        extras,
        restriction,
        secondsLeft: this.countdown.left,
        focusField: (name) => void this.focusField(name),
        another: this.integrationId === undefined ? () => this.begin() : undefined,
      }),
    );
  }

  private renderLoading(texts: FormTexts): TemplateResult {
    const { status, error } = this.loading;
    if (status !== 'failed' || !isBackendError(error)) return loadingTemplate(texts);
    const { messages } = this.extras;
    void messages.load();
    const view = this.view(texts);
    return onDemand(view, messages, (value) =>
      value.loadFailed(view, {
        error,
        secondsLeft: this.countdown.left,
        retry: () => void this.loading.retry(),
      }),
    );
  }

  /** What this user may not do here. */
  private get restriction(): 'edit' | 'register' | undefined {
    if (this.readonly || this.maySave) return undefined;
    return this.store.stored ? 'edit' : 'register';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ocean-integration-form': OceanIntegrationForm;
  }
}
