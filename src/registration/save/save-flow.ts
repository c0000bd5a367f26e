/** From the press of the button to a clear result: problems, a failure, a conflict to settle, or saved. */
import { isBackendError } from '../../backend/backend-error.js';
import type { BackendError } from '../../backend/backend-error.js';
import type { IntegrationBackend } from '../../backend/backend.js';
import { call } from '../../backend/call.js';
import type { Integration } from '../../integration/schema.js';
import { warnOnce } from '../../ui/console.js';
import { OceanErrorEvent } from '../../backend/error-event.js';
import { OceanSavedEvent, OceanSubmitEvent } from '../form-events.js';
import type { FormStore } from '../model/form-store.js';
import { SECRET_FIELDS, toDraft } from '../model/form-values.js';
import type { FormValues } from '../model/form-values.js';
import { Saving } from './saving.js';

/** Id of the notice that takes the focus after a save was tried. */
export const RESULT_ID = 'result';

/** Milliseconds within which failures are taken for one and the same. */
const TOGETHER = 1000;

/** How the last save ended. */
export type SaveResult =
  | { readonly kind: 'problems' }
  /** `offline`: the browser had no connection to begin with, so that nothing was sent. */
  | { readonly kind: 'failed'; readonly error: BackendError; readonly offline?: boolean }
  | { readonly kind: 'conflict'; readonly theirs?: Integration }
  | { readonly kind: 'saved'; readonly created: boolean };

/** What the flow needs of the element around it. */
export interface SaveFlowPorts {
  readonly host: EventTarget;
  readonly store: FormStore;
  backend(): IntegrationBackend | undefined;
  /** The result has changed; it is to be shown, and to take the focus. */
  show(): void;
  /** What was saved is the form's new ground. */
  adopt(saved: Integration): void;
  /** The backend asked not to be asked again for these seconds. */
  wait(seconds: number | undefined): void;
}

export class SaveFlow {
  result?: SaveResult;
  private readonly saving = new Saving();
  private readonly awaited = new Set<Promise<unknown>>();
  private readonly preparations = new Set<() => Promise<unknown>>();
  private pending?: Promise<Integration | undefined>;
  /** What this user may not save, as the backend said. */
  private forbidden?: FormValues;
  /** When the host was told that the session has ended. */
  private sessionEndReported = -Infinity;

  constructor(private readonly ports: SaveFlowPorts) {}

  get busy(): boolean {
    return this.pending !== undefined;
  }

  /** The backend has forbidden this, and nothing was changed since: asking again would end the same. */
  get barred(): boolean {
    return this.forbidden === this.ports.store.values;
  }

  /** However often it is asked, one save is under way. */
  run(): Promise<Integration | undefined> {
    return (this.pending ??= this.save().finally(() => {
      this.pending = undefined;
      this.ports.show();
    }));
  }

  /** Tells all problems. Whether there are none. */
  validate(): boolean {
    const valid = this.ports.store.validate();
    this.result = valid ? undefined : { kind: 'problems' };
    this.ports.show();
    return valid;
  }

  /** Saving waits for this work. */
  waitFor(work: Promise<unknown>): void {
    this.awaited.add(work);
    void work.catch(() => undefined).finally(() => this.awaited.delete(work));
  }

  /** Each save does this work first. Asked for twice, it is done once. */
  prepare(work: () => Promise<unknown>): void {
    this.preparations.add(work);
  }

  clear(): void {
    this.result = undefined;
  }

  abort(): void {
    this.saving.abort();
  }

  /** The user has settled a conflict: these values stand over what the backend has now. */
  resolveConflict(values: FormValues, theirs: Integration): void {
    this.ports.store.rebase(theirs);
    this.ports.store.enter(values);
    this.result = undefined;
    this.ports.show();
  }

  /** The integration was deleted meanwhile: what stands in the form is registered as a new one. */
  saveAsNew(): void {
    const { store } = this.ports;
    const { values } = store;
    store.rebase(undefined);
    store.enter(values);
    this.result = undefined;
  }

  /** Tells the host of a failed request. */
  report(thrown: unknown): BackendError | undefined {
    if (!isBackendError(thrown)) return undefined;
    if (thrown.kind === 'unsupported' && !this.ports.backend()) {
      warnOnce('a form has no backend. Set its .backend, or put it inside <ocean-backend>.');
    }
    if (thrown.kind !== 'aborted' && !this.isReportedAlready(thrown))
      this.ports.host.dispatchEvent(new OceanErrorEvent(thrown));
    return thrown;
  }

  /** Requests that end together because the session has ended are one event: the host renews it once. */
  private isReportedAlready({ kind }: BackendError): boolean {
    if (kind !== 'unauthorized') return false;
    const now = performance.now();
    const reported = now - this.sessionEndReported < TOGETHER;
    if (!reported) this.sessionEndReported = now;
    return reported;
  }

  private async save(): Promise<Integration | undefined> {
    const { store, host } = this.ports;
    this.result = undefined;
    this.sessionEndReported = -Infinity;
    await Promise.allSettled([...this.awaited, ...[...this.preparations].map((work) => work())]);
    if (!this.validate()) return undefined;
    const { stored, draft } = store;
    const blank = Object.fromEntries(SECRET_FIELDS.map((name) => [name, '']));
    const shown = toDraft({ ...store.values, ...blank }, stored);
    if (!host.dispatchEvent(new OceanSubmitEvent(shown))) return undefined;
    const offline = globalThis.navigator?.onLine === false;
    try {
      const saved = await this.saving.save(this.ports.backend(), draft, stored);
      this.ports.adopt(saved);
      this.result = { kind: 'saved', created: stored === undefined };
      host.dispatchEvent(new OceanSavedEvent(saved, stored === undefined));
      return saved;
    } catch (thrown) {
      await this.fail(thrown, offline);
      return undefined;
    }
  }

  private async fail(thrown: unknown, offline: boolean): Promise<void> {
    const { store } = this.ports;
    const error = this.report(thrown);
    if (!error || error.kind === 'aborted') return;
    store.setServerErrors(error.fieldErrors);
    if (error.kind === 'conflict' && store.stored && error.fieldErrors.length === 0) {
      return this.loadTheirs(store.stored.id);
    }
    this.ports.wait(error.retryAfter);
    if (error.kind === 'forbidden') this.forbidden = store.values;
    this.result =
      error.fieldErrors.length > 0
        ? { kind: 'problems' }
        : { kind: 'failed', error, offline: offline && error.kind === 'network' };
  }

  /** Someone else saved meanwhile: what they have is laid beside what stands in the form. */
  private async loadTheirs(id: string): Promise<void> {
    this.result = { kind: 'conflict' };
    this.ports.show();
    try {
      const get = (b: IntegrationBackend, signal: AbortSignal) => b.getIntegration(id, { signal });
      this.result = { kind: 'conflict', theirs: await call(this.ports.backend(), get) };
    } catch (thrown) {
      const error = this.report(thrown);
      if (error) this.result = { kind: 'failed', error };
    }
  }
}
