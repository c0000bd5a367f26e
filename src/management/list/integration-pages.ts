/**
 * The pages of the list: what is asked for, which page is shown, and what it holds. Pages come by the backend's cursors, so that ten
 * thousand integrations cost what one page does. The latest request wins.
 */
import type { IntegrationBackend, IntegrationQuery, Page } from '../../backend/backend.js';
import { isBackendError } from '../../backend/backend-error.js';
import { call } from '../../backend/call.js';
import type { Integration } from '../../integration/schema.js';
import type { LeavingHost } from '../../ui/leave-controller.js';
import { Loader } from '../../ui/loader.js';

export type ListFilters = Readonly<Pick<IntegrationQuery, 'query' | 'module' | 'status' | 'sort'>>;

export class IntegrationPages {
  filters: ListFilters = {};
  /** The page that was loaded last. It stays while the next one is loading. */
  shown?: Page<Integration>;
  /** Number of its first row, counted from 1 over all pages. */
  from = 1;

  private readonly loader: Loader<Page<Integration>>;
  /** Cursors of this page and of those before it. */
  private cursors: (string | undefined)[] = [undefined];
  private size = 50;
  private backend?: IntegrationBackend;
  /** How often `refresh` was called. */
  private refreshes = 0;
  /** Integrations that have changed since the page was requested, as its answer may be older; undefined where one is deleted. */
  private changedSince = new Map<string, Integration | undefined>();

  /**
   * @param changed renders again
   * @param host the element that calls `update` when it updates
   */
  constructor(
    private readonly changed: () => void,
    host?: LeavingHost,
  ) {
    this.loader = new Loader(() => this.onSettled(), host);
  }

  get status(): 'loading' | 'ready' | 'failed' {
    const { status } = this.loader;
    return status === 'idle' ? 'loading' : status;
  }

  get error(): unknown {
    return this.loader.error;
  }

  /** Number of the last row; less than `from` where there are none. */
  get to(): number {
    return this.from + (this.shown?.items.length ?? 0) - 1;
  }

  get hasPrevious(): boolean {
    return this.cursors.length > 1;
  }

  get hasNext(): boolean {
    return Boolean(this.shown?.nextCursor);
  }

  /** Loads the page, where what it depends on has changed. */
  update(backend: IntegrationBackend | undefined, size: number): void {
    if (backend !== this.backend || size !== this.size) {
      // Another backend holds other integrations.
      if (backend !== this.backend) this.shown = undefined;
      this.backend = backend;
      this.size = size;
      this.toFirstPage();
    }
    const cursor = this.cursors.at(-1);
    const { filters } = this;
    if (!backend) return;
    this.loader.update([backend, filters, cursor, size, this.refreshes], (signal) => {
      this.changedSince = new Map();
      return call(
        backend,
        (b, s) => b.listIntegrations({ ...filters, cursor, limit: size }, { signal: s }),
        signal,
      );
    });
  }

  filter(change: Partial<ListFilters>): void {
    this.filters = { ...this.filters, ...change };
    this.toFirstPage();
    this.changed();
  }

  /** Goes to the next page, or to the one before. */
  turn(by: 1 | -1): void {
    // While a page is loading, `nextCursor` is that of the page before it.
    if (by === 1 && this.status === 'ready' && this.shown?.nextCursor)
      this.cursors.push(this.shown.nextCursor);
    if (by === -1 && this.hasPrevious) this.cursors.pop();
    this.changed();
  }

  /** Loads the page again; the first one where the backend has refused the cursor, as cursors may expire. */
  refresh(): void {
    if (isBackendError(this.error) && this.error.kind === 'invalid') this.toFirstPage();
    this.refreshes += 1;
    this.changed();
  }

  /** Shows an integration as the backend has it now. */
  replace(integration: Integration): void {
    this.changedSince.set(integration.id, integration);
    this.put(integration);
  }

  /** Shows an integration as it was before a change that failed. The answer of a page that is loading is newer. */
  restore(integration: Integration): void {
    this.changedSince.delete(integration.id);
    this.put(integration);
  }

  remove(id: string): void {
    this.changedSince.set(id, undefined);
    if (!this.shown?.items.some((item) => item.id === id)) return;
    this.change((items) => items.filter((item) => item.id !== id), -1);
    if (this.shown.items.length > 0) return;
    if (this.hasPrevious) this.turn(-1);
    else if (this.hasNext) this.refresh();
  }

  private put(integration: Integration): void {
    this.change((items) => items.map((item) => (item.id === integration.id ? integration : item)));
  }

  private change(rows: (items: Integration[]) => Integration[], by = 0): void {
    const { shown } = this;
    if (!shown) return;
    const { total } = shown;
    this.shown = {
      ...shown,
      items: rows(shown.items),
      ...(total !== undefined && { total: total + by }),
    };
    this.changed();
  }

  /** The page with the changes that were made while it was loading. */
  private upToDate(page: Page<Integration>): Page<Integration> {
    const { changedSince } = this;
    if (changedSince.size === 0) return page;
    const items = page.items.flatMap((item) =>
      changedSince.has(item.id) ? (changedSince.get(item.id) ?? []) : item,
    );
    const { total } = page;
    return {
      ...page,
      items,
      ...(total !== undefined && { total: total + items.length - page.items.length }),
    };
  }

  private toFirstPage(): void {
    this.cursors = [undefined];
  }

  private onSettled(): void {
    if (this.loader.status === 'ready' && this.loader.value) {
      this.shown = this.upToDate(this.loader.value);
      this.from = (this.cursors.length - 1) * this.size + 1;
      // All of this page was deleted meanwhile.
      if (this.shown.items.length === 0 && this.hasPrevious) return this.turn(-1);
    }
    this.changed();
  }
}
