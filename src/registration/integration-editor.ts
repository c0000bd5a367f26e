/**
 * Edits one integration for the form: loads it, keeps what is entered and a draft of it, checks its endpoint, saves it, and
 * loads the lists to choose from. It renders nothing: the form renders the state that it finds here.
 */
import type { LitElement, ReactiveController } from 'lit';
import { BackendConsumer } from '../backend/backend-consumer.js';
import type { IntegrationBackend } from '../backend/backend.js';
import type { Deployment, Module } from '../integration/rules.js';
import type { Integration, IntegrationDraft } from '../integration/schema.js';
import type { Capabilities } from '../ui/capabilities.js';
import { Countdown } from '../ui/countdown.js';
import { Loader } from '../ui/loader.js';
import { readingTagOf } from '../ui/localize.js';
import { EndpointCheck } from './endpoint/endpoint-check.js';
import { OceanEndpointCheckedEvent } from './form-events.js';
import { announced } from './model/announced.js';
import { FormLists } from './model/form-lists.js';
import type { FormServices } from './model/form-services.js';
import { FormStore } from './model/form-store.js';
import { FormParts } from './parts/form-parts.js';
import { SaveFlow } from './save/save-flow.js';
import { UnsavedGuard } from './save/unsaved-guard.js';
import { FocusController } from './view/focus-controller.js';

/** The form, as far as the editor reads it. */
export interface EditorHost extends LitElement {
  readonly integrationId?: string;
  readonly module?: Module;
  readonly readonly: boolean;
  readonly draftKey?: string;
  readonly deployment: Deployment;
  readonly backend?: IntegrationBackend;
  readonly capabilities: Capabilities;
}

export class IntegrationEditor implements ReactiveController, FormServices {
  readonly store = new FormStore(() => this.onStoreChange());
  readonly backend: BackendConsumer;
  readonly endpoint: EndpointCheck;
  readonly lists: FormLists;
  readonly parts: FormParts;
  /** Seconds for which the backend has asked not to be asked again. */
  readonly countdown: Countdown;
  readonly focus: FocusController;
  readonly saveFlow: SaveFlow;
  /** Loads the integration to edit. */
  readonly loading: Loader<Integration | undefined>;
  /** The host's properties at the update before. */
  private previous: Partial<Pick<EditorHost, 'module' | 'integrationId' | 'draftKey'>> = {};

  constructor(private readonly host: EditorHost) {
    this.backend = new BackendConsumer(host, () => readingTagOf(host));
    this.endpoint = new EndpointCheck(host, this);
    this.lists = new FormLists(host, this);
    this.parts = new FormParts(host, this);
    this.countdown = new Countdown(host);
    this.focus = new FocusController(host);
    this.saveFlow = new SaveFlow(host, this, {
      focus: this.focus,
      countdown: this.countdown,
      onSaved: (saved) => {
        this.dropDraft();
        this.open(saved);
      },
    });
    this.loading = new Loader<Integration | undefined>(() => this.onLoaded(), host);
    new UnsavedGuard(host, () => host.draftKey === undefined && this.store.dirty);
    host.addController(this);
  }

  hostUpdate(): void {
    const { host, store, previous } = this;
    const { module, integrationId: id, draftKey } = host;
    store.deployment = host.deployment;
    if (module && module !== previous.module && !store.stored && !store.dirty) {
      store.open({ ...store.draft, module });
    }
    if (id !== previous.integrationId && store.stored?.id !== id) this.begin();
    if (id !== previous.integrationId || draftKey !== previous.draftKey) this.openDraft();
    this.previous = { module, integrationId: id, draftKey };
    const { value: backend } = this.backend;
    this.loading.update([backend, id], async (signal) =>
      backend && id !== undefined
        ? this.backend.call((b, s) => b.getIntegration(id, { signal: s }), signal)
        : undefined,
    );
    this.lists.update(store.values['/launch']);
  }

  /** Whether this user may save what is in the form. */
  get maySave(): boolean {
    const { register, edit } = this.host.capabilities;
    return !this.host.readonly && (this.store.stored ? edit : register) !== false;
  }

  /** What this user may not do here. */
  get restriction(): 'edit' | 'register' | undefined {
    if (this.host.readonly || this.maySave) return undefined;
    return this.store.stored ? 'edit' : 'register';
  }

  /** Fills the form with what a host gives; that counts as unchanged. */
  fill(value: Partial<IntegrationDraft>): void {
    const { stored } = this.store;
    this.store.open(value, stored);
    // What is known of a stored endpoint still holds, as long as its URL does.
    if (!stored) this.endpoint.open();
  }

  /** Begins anew: with nothing, or with what is loaded next. */
  begin(): void {
    const { module } = this.host;
    this.saveFlow.abort();
    this.saveFlow.clear();
    this.store.open(module && { module });
    this.endpoint.open();
  }

  /** Saves. Undefined where it was not saved. */
  save(): Promise<Integration | undefined> {
    if (!this.maySave || this.countdown.left > 0) return Promise.resolve(undefined);
    const saved = this.saveFlow.run();
    this.host.requestUpdate();
    return saved;
  }

  /** Goes back to what was loaded or saved last. */
  reset(): void {
    this.saveFlow.clear();
    this.store.reset();
    this.dropDraft();
    this.endpoint.open(this.store.stored?.endpoint);
  }

  /** Checks the endpoint. False where its URL has to be mended first. */
  async checkEndpoint(): Promise<boolean> {
    const { endpoint, store } = this;
    if (!endpoint.url.ok) {
      store.markTouched('/requestUrl');
      return false;
    }
    const { requestUrl } = endpoint.subject;
    const checked = await endpoint.run();
    if (checked) {
      const detail = await announced({ requestUrl });
      this.host.dispatchEvent(new OceanEndpointCheckedEvent(detail.requestUrl, checked));
    }
    await this.parts.messages.load();
    return true;
  }

  private onLoaded(): void {
    const { value, status, error } = this.loading;
    if (status === 'failed') this.countdown.start(this.backend.report(error).retryAfter);
    else if (value) this.open(value);
    this.host.requestUpdate();
  }

  /** What the backend holds becomes what changes are counted from. */
  private open(integration: Integration): void {
    this.store.open(integration, integration);
    this.endpoint.open(integration.endpoint);
    // A stored endpoint and its URLs have messages from the start.
    void this.parts.messages.load();
  }

  private openDraft(): void {
    const { draftKey, integrationId } = this.host;
    const { drafts } = this.parts;
    if (draftKey === undefined) return drafts.value?.open(undefined);
    void drafts.load().then(() => drafts.value?.open(`${draftKey}:${integrationId ?? 'new'}`));
  }

  /** What was entered is saved or given up. The part that keeps drafts may still be on its way. */
  private dropDraft(): void {
    if (this.host.draftKey === undefined) return;
    const { drafts } = this.parts;
    void drafts.load().then(() => drafts.value?.drop());
  }

  private onStoreChange(): void {
    this.parts.drafts.value?.touch();
    this.host.requestUpdate();
  }
}
