/** Does what is asked for at once, and no more often than that: of what is asked for meanwhile, the last is done. */
export class Throttle {
  private next?: ReturnType<typeof setTimeout>;
  private last = -Infinity;

  /** @param interval milliseconds from one to the next, at least */
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

  /** What waits is not done. */
  cancel(): void {
    clearTimeout(this.next);
  }
}
