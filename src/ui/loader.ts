/**
 * A value that is asked for anew whenever what it depends on changes: the newest question wins, an older answer is dropped.
 *
 * Code of our own (0.3 kB) rather than @lit/task (1 kB), which neither gives up when its element leaves the page nor
 * takes up again when it comes back.
 */
export class Loader<T> {
  status: 'idle' | 'loading' | 'ready' | 'failed' = 'idle';
  value?: T;
  error?: unknown;
  private needs?: readonly unknown[];
  private controller?: AbortController;
  private load?: (signal: AbortSignal) => Promise<T>;

  /** `settled` is called after each change of `status`. */
  constructor(private readonly settled: () => void) {}

  /** Loads when any of `needs` is another than before. */
  update(needs: readonly unknown[], load: (signal: AbortSignal) => Promise<T>): void {
    if (this.needs && needs.every((need, index) => need === this.needs?.[index])) return;
    this.needs = needs;
    this.load = load;
    void this.retry();
  }

  /** Asks again. */
  async retry(): Promise<void> {
    const { load } = this;
    if (!load) return;
    this.controller?.abort();
    const controller = (this.controller = new AbortController());
    this.status = 'loading';
    try {
      const value = await load(controller.signal);
      if (this.controller !== controller) return;
      Object.assign(this, { value, error: undefined, status: 'ready' });
    } catch (error) {
      if (this.controller !== controller) return;
      Object.assign(this, { error, status: 'failed' });
    }
    this.settled();
  }

  /** Gives up what is under way; the next `update` asks again. */
  abort(): void {
    if (this.status !== 'loading') return;
    this.controller?.abort();
    this.controller = undefined;
    this.needs = undefined;
    this.status = 'idle';
  }
}
