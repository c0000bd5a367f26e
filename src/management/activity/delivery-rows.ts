/**
 * The deliveries that are shown: the newest pages, or a part further down. At most a few hundred, however many there are. New ones that
 * come while somebody reads wait until they are asked for; those that are shown change in place.
 */
import type { Delivery, Page } from '../../backend/backend.js';

/** Most deliveries that are kept. */
export const MOST_ROWS = 500;

/** How many deliveries of a page are new, and how many have changed. */
export interface News {
  readonly fresh: number;
  readonly changed: number;
}

const NO_NEWS: News = { fresh: 0, changed: 0 };

const stateOf = ({ status, attempts }: Delivery): string => `${status} ${attempts.length}`;

export class DeliveryRows {
  /** The newest first. */
  items: readonly Delivery[] = [];
  /** Cursor of the next older page; undefined where there is none. */
  olderCursor?: string;
  /** How many there are in all, where the backend knows. */
  total?: number;
  /** Whether `items` begins with the newest that there was. */
  fromNewest = true;
  /** Whether more than the newest page was asked for. */
  extended = false;
  /** Whether anything was loaded. */
  loaded = false;

  /** The newest page, as it was loaded last. */
  private newest?: Page<Delivery>;

  /** How many newer ones wait to be shown. */
  get waiting(): number {
    if (!this.fromNewest) return 0;
    const held = new Set(this.items.map(({ id }) => id));
    const first = this.newest?.items ?? [];
    // A delivery that is no longer in the newest page stays while somebody reads: only newer ones count.
    const end = first.findIndex(({ id }) => held.has(id));
    return end === -1 ? first.length : end;
  }

  clear(): void {
    this.items = [];
    this.olderCursor = this.total = this.newest = undefined;
    this.fromNewest = true;
    this.extended = this.loaded = false;
  }

  /** @param reading somebody reads: nothing may move, so new deliveries wait */
  takeNewest(page: Page<Delivery>, reading: boolean): News {
    const known = new Map(
      [...(this.newest?.items ?? []), ...this.items].map((item) => [item.id, stateOf(item)]),
    );
    const fresh = page.items.filter(({ id }) => !known.has(id)).length;
    const changed = page.items.filter((item) => {
      const before = known.get(item.id);
      return before !== undefined && before !== stateOf(item);
    }).length;
    const first = !this.loaded;
    this.loaded = true;
    this.newest = page;
    this.total = page.total;
    for (const item of page.items) this.replace(item);
    if (first || (!reading && this.fromNewest)) this.showNewest();
    return first ? NO_NEWS : { fresh, changed };
  }

  /** Shows the newest page. Older pages stay below it where there is no gap between. */
  showNewest(): void {
    const { newest } = this;
    if (!newest) return;
    const end = newest.items.at(-1)?.id;
    const last = this.items.findIndex(({ id }) => id === end);
    // A page without a next one is all there is.
    const follows = this.fromNewest && last !== -1 && Boolean(newest.nextCursor);
    const below = follows ? this.items.slice(last + 1) : [];
    const all = [...newest.items, ...below];
    if (below.length > 0 && all.length <= MOST_ROWS) {
      this.items = all;
      return;
    }
    this.items = newest.items;
    this.olderCursor = newest.nextCursor ?? undefined;
    this.fromNewest = true;
    this.extended = false;
  }

  /** Adds the next older page. Where that makes too many, the newest are dropped. */
  addOlder(page: Page<Delivery>): void {
    const held = new Set(this.items.map(({ id }) => id));
    const all = [...this.items, ...page.items.filter(({ id }) => !held.has(id))];
    this.items = all.slice(-MOST_ROWS);
    this.olderCursor = page.nextCursor ?? undefined;
    this.extended = true;
    if (all.length > MOST_ROWS) this.fromNewest = false;
  }

  /** Adds a delivery that was just sent. */
  add(delivery: Delivery): void {
    if (this.replace(delivery) || !this.loaded || !this.fromNewest) return;
    if (this.items.length >= MOST_ROWS) return;
    this.items = [delivery, ...this.items];
    if (this.total !== undefined) this.total += 1;
  }

  /** Updates a delivery in its place. False where it is not among those kept. */
  replace(delivery: Delivery): boolean {
    const index = this.items.findIndex(({ id }) => id === delivery.id);
    if (index === -1) return false;
    this.items = this.items.with(index, delivery);
    return true;
  }
}
