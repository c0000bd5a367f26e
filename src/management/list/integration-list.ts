/** `<ocean-integration-list>`: finds and manages integrations. */
import { LitElement, html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { BackendConsumer } from '../../backend/backend-consumer.js';
import { isBackendError } from '../../backend/backend-error.js';
import type { BackendError } from '../../backend/backend-error.js';
import type { IntegrationBackend } from '../../backend/backend.js';
import { draftOf } from '../../integration/draft-of.js';
import { plainJson } from '../../integration/plain-json.js';
import { MODULES } from '../../integration/rules.js';
import type { Deployment, Module } from '../../integration/rules.js';
import type { Integration } from '../../integration/schema.js';
import { texts as english } from '../../locales/en/list.js';
import type { ListTexts } from '../../locales/en/list.js';
import { Announcer } from '../../ui/announcer.js';
import type { Capabilities } from '../../ui/capabilities.js';
import { warnOnce } from '../../ui/console.js';
import { Countdown } from '../../ui/countdown.js';
import { LeaveController } from '../../ui/leave-controller.js';
import { Localize, readingTagOf } from '../../ui/localize.js';
import { OnDemand } from '../../ui/on-demand.js';
import { Throttle } from '../../ui/throttle.js';
import { Activities } from './activities.js';
import styles from './integration-list.styles.js';
import { IntegrationPages } from './integration-pages.js';
import type { JsonDialog } from './json-dialog.js';
import { OceanDeletedEvent, OceanRegisterEvent, OceanSelectEvent } from './list-events.js';
import { nameIn, rowId } from './list-view.js';
import type { ListActions, ListView } from './list-view.js';
import { RemovalDialog } from './removal-dialog.js';
import { Removals } from './removal.js';
import { RowChanges } from './row-changes.js';
import { contents, failure } from './views/contents.js';
import { toolbar } from './views/toolbar.js';
import { undoBar } from './views/undo.js';
import { textFor } from '../../ui/text.js';

/** Milliseconds from one search that is asked for to the next: the first letter is answered at once, a typist asks five times a second at most. */
const SEARCH_INTERVAL = 200;

/** Integrations per page: most that a backend gives, and how many where the host does not say. */
const MAX_PAGE_SIZE = 200;
const DEFAULT_PAGE_SIZE = 50;

/**
 * @summary Finds and manages the integrations of an Ocean site: which are healthy, which are not, and why.
 *
 * Pages come by the backend's cursors, so ten thousand integrations cost what fifty do. Texts follow the nearest `lang` (en-CA,
 * fr-CA), live. A table becomes cards where there is no room for it.
 *
 * @event {OceanSelectEvent} ocean-select - An integration is to be opened; bubbles, cancelable. `detail`: `id`, `integration`.
 * @event {OceanRegisterEvent} ocean-register - A new one is to be registered; bubbles, cancelable. `detail.draft`, where it comes from JSON.
 * @event {OceanDeletedEvent} ocean-deleted - An integration is deleted, for good. `detail`: `id`.
 * @event {OceanErrorEvent} ocean-error - A request failed; `detail` is the `BackendError`.
 *
 * @csspart table - The table.
 * @csspart row - An integration.
 * @csspart input - A field or select.
 * @csspart switch - What enables an integration.
 * @csspart button - A button; `button-primary` is the one that registers.
 * @csspart button-primary - The button that registers.
 * @csspart hexagon - The sign of an endpoint's state.
 * @csspart dialog - A dialog.
 * @csspart notice - A message in place of the list.
 *
 * @cssproperty [--ocean-color-accent] - Colour of the registering button, switches and links.
 * @cssproperty [--ocean-color-on-accent] - Text on the accent colour.
 * @cssproperty [--ocean-color-text] - Text.
 * @cssproperty [--ocean-color-muted] - Secondary text.
 * @cssproperty [--ocean-color-surface] - Background of fields and dialogs.
 * @cssproperty [--ocean-color-raised] - Background of the row that is pointed at.
 * @cssproperty [--ocean-color-border] - Borders of fields.
 * @cssproperty [--ocean-color-line] - Lines between rows.
 * @cssproperty [--ocean-color-danger] - Errors, and what deletes.
 * @cssproperty [--ocean-color-warning] - Warnings.
 * @cssproperty [--ocean-color-success] - Success.
 * @cssproperty [--ocean-radius=6px] - Rounding of corners.
 * @cssproperty [--ocean-gap=1rem] - Room between parts.
 */
export class OceanIntegrationList extends LitElement {
  static override styles = styles;

  /** Lists the integrations of one module only: `patient-engagement` or `ereferrals`. */
  @property() module?: Module;

  /** Integrations per page, 1 to 200. */
  @property({ attribute: 'page-size', type: Number }) pageSize = DEFAULT_PAGE_SIZE;

  /** Which hosts URLs may name that are registered from JSON: `public`, `on-premise` or `development`. */
  @property() deployment: Deployment = 'public';

  /** The backend to use. Left out, that of the nearest `<ocean-backend>`. */
  @property({ attribute: false }) backend?: IntegrationBackend;

  /** What this user may do; the list leaves out the rest and says so. */
  @property({ attribute: false }) capabilities: Capabilities = {};

  @state() private searched = '';
  /** The JSON of an integration that could not be copied, shown in its row. */
  @state() private json?: { id: string; text: string };

  private readonly consumer = new BackendConsumer(this, () => readingTagOf(this));
  private readonly announcer = new Announcer(this);
  private readonly countdown = new Countdown(this);
  private readonly localize = new Localize<ListTexts>(this, {
    en: english,
    fr: async () => (await import('../../locales/fr/list.js')).texts,
  });
  private readonly pages = new IntegrationPages(() => this.onPages(), this);
  private readonly changes = new RowChanges({
    consumer: this.consumer,
    pages: this.pages,
    changed: () => this.requestUpdate(),
  });
  private readonly removals = new Removals({
    changed: () => this.requestUpdate(),
    remove: (integration) => void this.deleteNow(integration),
  });
  private readonly removalDialog = new RemovalDialog(this, this.consumer, (integration) =>
    this.onRemovalConfirmed(integration),
  );
  private readonly jsonDialog = new OnDemand<JsonDialog>(
    async () => {
      const { JsonDialog } = await import('./json-dialog.js');
      return new JsonDialog(this, {
        deployment: () => this.deployment,
        register: (draft) => this.dispatchEvent(new OceanRegisterEvent(draft)),
        announce: (read) => this.announce(read),
      });
    },
    () => this.requestUpdate(),
  );
  private readonly activities = new Activities(this, {
    consumer: this.consumer,
    announce: (text) => this.announcer.announce(() => text),
    sent: (id) => void this.changes.read(id),
  });

  /** Ids of the rows that show more. */
  private readonly opened = new Set<string>();
  private readonly typing = new Throttle(SEARCH_INTERVAL);
  /** What was announced of the page, and the failure that was reported. */
  private announced?: { readonly found: string; readonly from: number };
  private reported?: BackendError;
  private focusNext?: string;

  constructor() {
    super();
    new LeaveController(
      this,
      () => {
        this.typing.cancel();
        // Confirmed, and nobody can undo it any more.
        this.removals.flush();
        this.activities.closeAll();
      },
      () => {
        // The search that was cancelled.
        if (this.searched.trim() !== (this.pages.filters.query ?? ''))
          this.actions.search(this.searched);
      },
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A modal dialog that is moved in the page is no longer modal.
    this.removalDialog.close();
    this.jsonDialog.value?.close();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('module')) {
      if (this.module !== this.onlyModule)
        warnOnce(`\`module\` of <ocean-integration-list> is ${MODULES.join(' or ')}.`);
      this.pages.filter({ module: this.onlyModule });
    }
    this.pages.update(this.consumer.localized, this.size);
  }

  protected override updated(): void {
    const { focusNext } = this;
    if (!focusNext) return;
    this.focusNext = undefined;
    const there = this.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(focusNext)}`);
    // The row may have left the page.
    (there ?? this.renderRoot.querySelector<HTMLElement>('#search'))?.focus();
  }

  /** Loads the page that is shown again, such as after the form has saved. */
  refresh(): void {
    this.pages.refresh();
  }

  /** The module that the list is limited to; an unknown one limits nothing. */
  private get onlyModule(): Module | undefined {
    return MODULES.find((each) => each === this.module);
  }

  /** Whether the user has set a search or a filter. */
  private get filtered(): boolean {
    const { query, module, status } = this.pages.filters;
    return Boolean(query || status || module !== this.onlyModule);
  }

  private get size(): number {
    const { pageSize } = this;
    if (Number.isInteger(pageSize) && pageSize >= 1 && pageSize <= MAX_PAGE_SIZE) return pageSize;
    warnOnce(
      `\`page-size\` of <ocean-integration-list> is 1 to ${MAX_PAGE_SIZE}; ${DEFAULT_PAGE_SIZE} is used.`,
    );
    return DEFAULT_PAGE_SIZE;
  }

  private onPages(): void {
    const { status, error } = this.pages;
    if (status === 'failed' && isBackendError(error) && this.reported !== error) {
      this.reported = error;
      if (error.kind === 'not-found')
        warnOnce(
          'The backend of <ocean-integration-list> has no list of integrations: look at its base URL.',
        );
      this.countdown.start(this.consumer.report(error).retryAfter);
    }
    if (status === 'ready') this.announcePage();
    this.requestUpdate();
  }

  /** Announces the number after each search or filter, and the rows after each change of page. */
  private announcePage(): void {
    const { filters, from, to, shown } = this.pages;
    const total = shown?.total;
    const last = this.announced;
    const now = { found: JSON.stringify([filters, total]), from };
    this.announced = now;
    if (last === undefined) return;
    if (now.found === last.found && from !== last.from)
      this.announce((t) => t.range(from, to, total));
    else if (now.found !== last.found && total !== undefined) this.announce((t) => t.count(total));
  }

  private announce(read: (texts: ListTexts) => string): void {
    this.announcer.announce(() => (this.localize.texts ? read(this.localize.texts) : ''));
  }

  private async enable(integration: Integration, enabled: boolean): Promise<void> {
    if (!(await this.changes.enable(integration, enabled))) return;
    this.announce((t) => t.changed[enabled ? 'enabled' : 'disabled'](nameIn(t, integration)));
  }

  private async check(integration: Integration): Promise<void> {
    if (!(await this.changes.check(integration))) return;
    const now = this.pages.shown?.items.find(({ id }) => id === integration.id);
    if (now)
      this.announce((t) => t.checked(nameIn(t, now), textFor(t.health, now.endpoint.status) ?? ''));
  }

  private async read(id: string): Promise<void> {
    // The button that was pressed goes with the problem.
    this.focusNext = rowId('open', id);
    if (await this.changes.read(id)) return;
    this.focusNext = 'search';
    this.pages.remove(id);
    this.announce((t) => t.errors['not-found']!);
  }

  private async copy(listed: Integration): Promise<void> {
    const integration = await this.changes.stored(listed);
    if (!integration) return;
    const secrets = await import('../../integration/without-secrets.js').catch(() => undefined);
    if (!secrets) return this.announce((t) => t.errors['network']!);
    const text = plainJson(secrets.withoutSecrets(draftOf(integration)).value, 2);
    try {
      await navigator.clipboard.writeText(text);
      this.json = undefined;
      this.announce((t) => t.copied);
    } catch {
      // No clipboard outside of https, or not allowed by the page's policy.
      this.json = { id: integration.id, text };
      this.announce((t) => t.copyFailed);
    }
  }

  private onRemovalConfirmed(integration: Integration): void {
    this.removals.begin(integration);
    this.focusNext = 'undo';
    this.announce((t) => t.removal.pending(nameIn(t, integration)));
  }

  private undo(): void {
    const kept = this.removals.undo();
    if (!kept) return;
    this.focusNext = rowId('open', kept.id);
    this.announce((t) => t.removal.undone(nameIn(t, kept)));
  }

  private async deleteNow(integration: Integration): Promise<void> {
    if (!(await this.changes.remove(integration))) return;
    this.pages.remove(integration.id);
    this.announce((t) => t.removal.done(nameIn(t, integration)));
    this.dispatchEvent(new OceanDeletedEvent(integration.id));
  }

  private toggle(id: string): void {
    if (this.opened.delete(id)) this.activities.close(id);
    else this.opened.add(id);
    this.requestUpdate();
  }

  private readonly actions: ListActions = {
    search: (text) => {
      this.searched = text;
      this.typing.run(() => this.pages.filter({ query: text.trim() || undefined }));
    },
    filter: (change) => this.pages.filter(change),
    clear: () => {
      this.searched = '';
      this.typing.cancel();
      this.focusNext = 'search';
      this.pages.filter({ query: undefined, status: undefined, module: this.onlyModule });
    },
    turn: (by) => this.pages.turn(by),
    retry: () => {
      // The button that was pressed goes with the failure.
      this.focusNext = 'search';
      this.pages.refresh();
    },
    register: () => void this.dispatchEvent(new OceanRegisterEvent()),
    registerFromJson: () => {
      void this.jsonDialog.load().then(() => this.jsonDialog.value?.ask());
    },
    select: (integration) => void this.dispatchEvent(new OceanSelectEvent(integration)),
    toggle: (id) => this.toggle(id),
    enable: (integration, enabled) => void this.enable(integration, enabled),
    check: (integration) => void this.check(integration),
    read: (id) => void this.read(id),
    copy: (integration) => void this.copy(integration),
    activity: ({ id }) => this.activities.toggle(id),
    remove: (integration) => this.removalDialog.ask(integration),
    undo: () => this.undo(),
  };

  private view(texts: ListTexts): ListView {
    const { language, tag } = this.localize;
    return {
      texts,
      language,
      tag,
      capabilities: this.capabilities,
      filters: this.pages.filters,
      onlyModule: this.onlyModule !== undefined,
      stateOf: (id) => this.changes.of(id),
      isOpen: (id) => this.opened.has(id),
      activityOf: (integration) =>
        this.activities.render(integration, texts, this.capabilities.activity !== false),
      jsonOf: (id) => (this.json?.id === id ? this.json.text : undefined),
      actions: this.actions,
    };
  }

  protected override render(): TemplateResult | typeof nothing {
    const { texts, tag } = this.localize;
    if (!texts) return nothing;
    const view = this.view(texts);
    const { latest } = this.removals;
    return html`
      <div class="list" lang=${tag}>
        ${toolbar(view, this.searched)} ${this.renderContents(view)}
        ${latest ? undoBar(view, latest, this.removals) : nothing}
      </div>
      ${this.removalDialog.render(view)} ${this.jsonDialog.value?.render(view) ?? nothing}
      ${this.announcer.render()}
    `;
  }

  private renderContents(view: ListView): TemplateResult {
    const { pages } = this;
    const { status, error, shown } = pages;
    if (status === 'failed')
      return failure(view, isBackendError(error) ? error.kind : undefined, this.countdown.left);
    const rows = (shown?.items ?? []).filter(
      ({ id }) => !this.removals.has(id) && this.changes.of(id).work !== 'deleting',
    );
    return contents(view, pages, rows, this.filtered);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ocean-integration-list': OceanIntegrationList;
  }
}
