/** Keeps what is being entered as a draft, and offers an earlier one back. A draft that is offered is not written over. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { dropDraft, keepDraft, readDraft } from '../../model/draft-keeper.js';
import type { FormStore } from '../../model/form-store.js';
import type { Draft } from '../../model/draft-keeper.js';

/** Milliseconds without a change after which the draft is kept. */
const PAUSE = 400;

export class DraftOffer implements ReactiveController {
  /** The draft that the user may have back. */
  offered?: Draft;
  private key?: string;
  private timer?: ReturnType<typeof setTimeout>;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly store: FormStore,
  ) {
    host.addController(this);
  }

  /** Looks for a draft under `key`; without a key, none is kept. */
  open(key: string | undefined): void {
    clearTimeout(this.timer);
    this.key = key;
    this.offered = key === undefined ? undefined : readDraft(key);
    // This part is loaded on demand: something may have been entered before it came.
    if (this.store.dirty) this.touch();
    this.host.requestUpdate();
  }

  /** What was entered has changed. */
  touch(): void {
    clearTimeout(this.timer);
    if (this.key !== undefined && !this.offered) this.timer = setTimeout(() => this.flush(), PAUSE);
  }

  restore(): void {
    const { offered } = this;
    this.offered = undefined;
    if (!offered) return;
    const { values } = this.store;
    const restored = { ...offered.values };
    for (const name of offered.unchanged) Object.assign(restored, { [name]: values[name] });
    this.store.enter(restored);
  }

  discard(): void {
    this.offered = undefined;
    this.drop();
    this.host.requestUpdate();
  }

  /** What was entered is saved or given up. */
  drop(): void {
    clearTimeout(this.timer);
    if (this.key !== undefined) dropDraft(this.key);
  }

  hostDisconnected(): void {
    if (this.timer !== undefined) this.flush();
  }

  private flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.key !== undefined && this.store.dirty)
      keepDraft(this.key, this.store.values, this.store.initial);
  }
}
