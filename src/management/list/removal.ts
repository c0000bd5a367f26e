/** Deleting with an undo: for some seconds the integration is only hidden from the list; then it is deleted. */
import type { Integration } from '../../integration/schema.js';

/** Milliseconds in which it can be undone. The time starts again once focus and pointer have left "Undo". */
export const UNDO_TIME = 10_000;

export class Removals {
  private readonly pending = new Map<string, Integration>();
  private timer?: ReturnType<typeof setTimeout>;

  constructor(
    private readonly options: {
      changed(): void;
      /** The time is over: deletes it. */
      remove(integration: Integration): void;
    },
  ) {}

  /** The integration whose deletion can still be undone. */
  get latest(): Integration | undefined {
    return [...this.pending.values()].at(-1);
  }

  has(id: string): boolean {
    return this.pending.has(id);
  }

  begin(integration: Integration): void {
    // One at a time can be undone: the one before is deleted now.
    this.flush();
    this.pending.set(integration.id, integration);
    this.resume();
    this.options.changed();
  }

  undo(): Integration | undefined {
    const { latest } = this;
    clearTimeout(this.timer);
    if (latest) this.pending.delete(latest.id);
    this.options.changed();
    return latest;
  }

  pause(): void {
    clearTimeout(this.timer);
  }

  resume(): void {
    clearTimeout(this.timer);
    if (this.pending.size > 0) this.timer = setTimeout(() => this.flush(), UNDO_TIME);
  }

  /** Deletes now, without waiting for the rest of the time. */
  flush(): void {
    clearTimeout(this.timer);
    const waiting = [...this.pending.values()];
    this.pending.clear();
    for (const integration of waiting) this.options.remove(integration);
    if (waiting.length > 0) this.options.changed();
  }
}
