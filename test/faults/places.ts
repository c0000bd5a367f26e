/** A few places to try rows at, one row at a time at each. */
import { withinTime } from '../support/time.js';

/**
 * Places are made when they are needed, and used again by the next row. Where a row fails or runs out of time its place is removed,
 * as the row may still be busy there, and the next row gets a new one.
 */
export class Places<P> {
  private readonly free: P[] = [];
  private inUse = 0;

  constructor(
    /** How many there are at a time. */
    private readonly size: number,
    private readonly make: () => Promise<P>,
    private readonly remove: (place: P) => Promise<unknown>,
  ) {}

  /** @param limit milliseconds */
  async use<T>(limit: number, work: (place: P) => Promise<T>): Promise<T> {
    if (this.inUse >= this.size) throw new Error('More rows at a time than places.');
    this.inUse += 1;
    try {
      const place = this.free.pop() ?? (await this.make());
      try {
        const result = await withinTime(limit, work(place));
        this.free.push(place);
        return result;
      } catch (error) {
        // Not waited for: what hangs may not let itself be removed.
        void this.remove(place).catch(() => undefined);
        throw error;
      }
    } finally {
      this.inUse -= 1;
    }
  }

  /** Removes those that are free. */
  async close(): Promise<void> {
    await Promise.all(this.free.splice(0).map((place) => this.remove(place)));
  }
}
