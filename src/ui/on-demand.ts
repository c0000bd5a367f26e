/** A part of a widget that is loaded when it is first needed. A failed load is not kept: the next try loads again. */
export class OnDemand<T> {
  value?: T;
  failed = false;
  private loading?: Promise<void>;

  constructor(
    private readonly importPart: () => Promise<T>,
    private readonly changed: () => void,
  ) {}

  /** Loads, unless it is loaded or loading. Never rejects: see `failed`. */
  load(): Promise<void> {
    if (this.value !== undefined) return Promise.resolve();
    this.failed = false;
    return (this.loading ??= this.start());
  }

  private async start(): Promise<void> {
    try {
      this.value = await this.importPart();
    } catch {
      this.failed = true;
    }
    this.loading = undefined;
    this.changed();
  }
}
