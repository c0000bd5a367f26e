/** Deleting with time to think again: for some seconds the integration is out of the list and can be had back; then it is deleted. */
import type { Integration } from '../../integration/schema.js';

/** Milliseconds in which it can be undone. They wait while the focus or the pointer is on "Undo". */
export const UNDO_TIME = 10_000;

export class Removals {
  private readonly pending = new Map<string, Integration>();
  private timer?: ReturnType<typeof setTimeout>;

  constructor(
    private readonly ports: {
      changed(): void;
      /** The time is over: it is to be deleted now. */
      remove(integration: Integration): void;
    },
  ) {}

  /** The integration that can still be had back. */
  get latest(): Integration | undefined {
    return [...this.pending.values()].at(-1);
  }

  has(id: string): boolean {
    return this.pending.has(id);
  }

  begin(integration: Integration): void {
    // One at a time can be had back: what was waiting is deleted.
    this.flush();
    this.pending.set(integration.id, integration);
    this.resume();
    this.ports.changed();
  }

  undo(): Integration | undefined {
    const { latest } = this;
    clearTimeout(this.timer);
    if (latest) this.pending.delete(latest.id);
    this.ports.changed();
    return latest;
  }

  pause(): void {
    clearTimeout(this.timer);
  }

  resume(): void {
    clearTimeout(this.timer);
    if (this.pending.size > 0) this.timer = setTimeout(() => this.flush(), UNDO_TIME);
  }

  /** Deletes what waits. */
  flush(): void {
    clearTimeout(this.timer);
    const waiting = [...this.pending.values()];
    this.pending.clear();
    for (const integration of waiting) this.ports.remove(integration);
    if (waiting.length > 0) this.ports.changed();
  }
}
