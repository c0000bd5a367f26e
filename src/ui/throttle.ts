/** Runs work at once, but not more often than an interval allows: of what is asked for in between, the last is run. */
export class Throttle {
  private next?: ReturnType<typeof setTimeout>;
  private last = -Infinity;

  /** @param interval least milliseconds from one run to the next */
  constructor(private readonly interval: number) {}

  run(work: () => void): void {
    clearTimeout(this.next);
    const run = (): void => {
      this.last = performance.now();
      work();
    };
    const wait = this.last + this.interval - performance.now();
    if (wait > 0) this.next = setTimeout(run, wait);
    else run();
  }

  /** Drops the work that waits. */
  cancel(): void {
    clearTimeout(this.next);
  }
}
