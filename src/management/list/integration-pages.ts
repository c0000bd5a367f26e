/**
 * The pages of the list: what is asked for, which page is shown, and what it holds. Pages come by the backend's cursors, so that ten
 * thousand integrations cost what one page does. The newest question wins; an older answer is dropped.
 */
import type { IntegrationBackend, IntegrationQuery, Page } from '../../backend/backend.js';
import { isBackendError } from '../../backend/backend-error.js';
import { call } from '../../backend/call.js';
import type { Integration } from '../../integration/schema.js';
import { Loader } from '../../ui/loader.js';

export type ListFilters = Readonly<Pick<IntegrationQuery, 'query' | 'module' | 'status' | 'sort'>>;

export class IntegrationPages {
  filters: ListFilters = {};
  /** The page that was loaded last: it stays while the next one is on its way. */
  shown?: Page<Integration>;
  /** Where it begins, counted from 1. */
  from = 1;

  private readonly loader: Loader<Page<Integration>>;
  /** Cursors of this page and of those before it. */
  private cursors: (string | undefined)[] = [undefined];
  private size = 50;
  private backend?: IntegrationBackend;
  /** Asking again asks anew. */
  private times = 0;
  /** What has changed since the page was asked for, which its answer may not know; undefined where one is gone. */
  private changedSince = new Map<string, Integration | undefined>();

  constructor(private readonly changed: () => void) {
    this.loader = new Loader(() => this.onSettled());
  }

  get status(): 'loading' | 'ready' | 'failed' {
    const { status } = this.loader;
    return status === 'idle' ? 'loading' : status;
  }

  get error(): unknown {
    return this.loader.error;
  }

  /** Rows of the page, counted from 1 over all pages; `to` is less than `from` where there are none. */
  get to(): number {
    return this.from + (this.shown?.items.length ?? 0) - 1;
  }

  get hasPrevious(): boolean {
    return this.cursors.length > 1;
  }

  get hasNext(): boolean {
    return Boolean(this.shown?.nextCursor);
  }

  follow(backend: IntegrationBackend | undefined, size: number): void {
    if (backend !== this.backend || size !== this.size) {
      // What another backend holds can't be acted on by way of this one.
      if (backend !== this.backend) this.shown = undefined;
      this.backend = backend;
      this.size = size;
      this.begin();
    }
    const cursor = this.cursors.at(-1);
    const { filters } = this;
    if (!backend) return;
    this.loader.update([backend, filters, cursor, size, this.times], (signal) => {
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
    this.begin();
    this.changed();
  }

  /** The page behind or before this one. */
  turn(by: 1 | -1): void {
    // While a page is on its way, the cursor at hand leads on from the one before it.
    if (by === 1 && this.status === 'ready' && this.shown?.nextCursor)
      this.cursors.push(this.shown.nextCursor);
    if (by === -1 && this.hasPrevious) this.cursors.pop();
    this.changed();
  }

  /** Asks for the page again; for the first one where the backend has refused, as cursors may grow old. */
  refresh(): void {
    if (isBackendError(this.error) && this.error.kind === 'invalid') this.begin();
    this.times += 1;
    this.changed();
  }

  abort(): void {
    this.loader.abort();
  }

  /** Puts an integration as it is now in its place. */
  replace(integration: Integration): void {
    this.changedSince.set(integration.id, integration);
    this.put(integration);
  }

  /** Takes back what did not go through. A page that is on its way may know better. */
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

  /** The page with what has changed while it was on its way. */
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

  private begin(): void {
    this.cursors = [undefined];
  }

  private onSettled(): void {
    if (this.loader.status === 'ready' && this.loader.value) {
      this.shown = this.upToDate(this.loader.value);
      this.from = (this.cursors.length - 1) * this.size + 1;
      // All that was here is gone meanwhile.
      if (this.shown.items.length === 0 && this.hasPrevious) return this.turn(-1);
    }
    this.changed();
  }
}
