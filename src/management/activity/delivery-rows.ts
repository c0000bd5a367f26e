/**
 * The deliveries that are held: the newest pages, or a stretch further down. Never more than a few hundred, however many there are.
 * Deliveries that come while someone reads wait until they are asked for; those that are shown change in place.
 */
import type { Delivery, Page } from '../../backend/backend.js';

/** Deliveries that are held at most. */
export const MOST_ROWS = 500;

/** What a page has told that was not known. */
export interface News {
  readonly fresh: number;
  readonly changed: number;
}

const NO_NEWS: News = { fresh: 0, changed: 0 };

const stateOf = ({ status, attempts }: Delivery): string => `${status} ${attempts.length}`;

export class DeliveryRows {
  /** The newest first. */
  items: readonly Delivery[] = [];
  /** Of the next older page; undefined where there is none. */
  olderCursor?: string;
  /** How many there are in all, where the backend knows. */
  total?: number;
  /** Whether `items` begins with the newest that there was. */
  fromNewest = true;
  /** Whether more than the newest page was asked for. */
  extended = false;
  /** Whether anything was loaded. */
  loaded = false;

  /** The newest page, as it came last. */
  private newest?: Page<Delivery>;

  /** How many came since, and wait to be shown. */
  get waiting(): number {
    if (!this.fromNewest) return 0;
    const held = new Set(this.items.map(({ id }) => id));
    const first = this.newest?.items ?? [];
    // What is no more in the newest page stays while someone reads: only what is newer than it counts.
    const end = first.findIndex(({ id }) => held.has(id));
    return end === -1 ? first.length : end;
  }

  clear(): void {
    this.items = [];
    this.olderCursor = this.total = this.newest = undefined;
    this.fromNewest = true;
    this.extended = this.loaded = false;
  }

  /** Takes the newest page as it is now. `reading`: nothing may move, so what is new waits. */
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

  /** Shows what waits. What is held further down stays where it follows on. */
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

  /** Adds the page that follows on. Where that is more than is held, the newest are let go. */
  addOlder(page: Page<Delivery>): void {
    const held = new Set(this.items.map(({ id }) => id));
    const all = [...this.items, ...page.items.filter(({ id }) => !held.has(id))];
    this.items = all.slice(-MOST_ROWS);
    this.olderCursor = page.nextCursor ?? undefined;
    this.extended = true;
    if (all.length > MOST_ROWS) this.fromNewest = false;
  }

  /** One that was just sent. */
  add(delivery: Delivery): void {
    if (this.replace(delivery) || !this.loaded || !this.fromNewest) return;
    if (this.items.length >= MOST_ROWS) return;
    this.items = [delivery, ...this.items];
    if (this.total !== undefined) this.total += 1;
  }

  /** Shows a delivery as it is now. Whether it is held. */
  replace(delivery: Delivery): boolean {
    const index = this.items.findIndex(({ id }) => id === delivery.id);
    if (index === -1) return false;
    this.items = this.items.with(index, delivery);
    return true;
  }
}
