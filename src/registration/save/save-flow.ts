/** From the press of the button to a clear result: problems, a failure, a conflict to resolve, or saved. */
import { toBackendError } from '../../backend/backend-error.js';
import type { BackendError } from '../../backend/backend-error.js';
import type { Integration } from '../../integration/schema.js';
import { warnOnce } from '../../ui/console.js';
import type { Countdown } from '../../ui/countdown.js';
import { LeaveController } from '../../ui/leave-controller.js';
import type { LeavingHost } from '../../ui/leave-controller.js';
import { OceanSavedEvent, OceanSubmitEvent } from '../form-events.js';
import { NO_BACKEND } from '../model/form-lists.js';
import { announced } from '../model/announced.js';
import type { FormServices } from '../model/form-services.js';
import { SECRET_FIELDS, toDraft } from '../model/form-values.js';
import type { FormValues } from '../model/form-values.js';
import type { FocusController } from '../view/focus-controller.js';
import { Saving } from './saving.js';

/** Id of the notice that takes the focus after a save was tried. */
export const RESULT_ID = 'result';

/** How the last save ended. */
export type SaveResult =
  | { readonly kind: 'problems' }
  /** `offline`: the browser had no connection to begin with, so that nothing was sent. */
  | { readonly kind: 'failed'; readonly error: BackendError; readonly offline?: boolean }
  | { readonly kind: 'conflict'; readonly theirs?: Integration }
  | { readonly kind: 'saved'; readonly created: boolean };

export interface SaveFlowOptions {
  /** The result takes the focus. */
  readonly focus: Pick<FocusController, 'request'>;
  /** Counts the seconds for which the backend has asked not to be asked again. */
  readonly countdown: Pick<Countdown, 'start'>;
  /** Called with what was saved, before the host hears of it. */
  readonly onSaved: (saved: Integration) => void;
}

export class SaveFlow {
  result?: SaveResult;
  private readonly saving: Saving;
  private readonly awaited = new Set<Promise<unknown>>();
  private readonly preparations = new Set<() => Promise<unknown>>();
  private pending?: Promise<Integration | undefined>;
  /** Values that the backend has forbidden this user to save. */
  private forbidden?: FormValues;

  constructor(
    private readonly host: LeavingHost & EventTarget,
    private readonly services: FormServices,
    private readonly options: SaveFlowOptions,
  ) {
    this.saving = new Saving(services);
    new LeaveController(host, () => this.abort());
  }

  get busy(): boolean {
    return this.pending !== undefined;
  }

  /** The backend has forbidden these values, and nothing was changed since: saving again would end the same. */
  get barred(): boolean {
    return this.forbidden === this.services.store.values;
  }

  /** Saves. However often it is called, one save is under way. */
  run(): Promise<Integration | undefined> {
    return (this.pending ??= this.save().finally(() => {
      this.pending = undefined;
      this.show();
    }));
  }

  /** Shows all problems. Whether there are none. */
  validate(): boolean {
    const valid = this.services.store.validate();
    this.result = valid ? undefined : { kind: 'problems' };
    this.show();
    return valid;
  }

  /** Saving waits for this work. */
  waitFor(work: Promise<unknown>): void {
    this.awaited.add(work);
    void work.catch(() => undefined).finally(() => this.awaited.delete(work));
  }

  /** Each save does this work first. The same function is done once. */
  prepare(work: () => Promise<unknown>): void {
    this.preparations.add(work);
  }

  /** Takes the result away. */
  clear(): void {
    this.result = undefined;
  }

  /** Gives up the request that is under way. */
  abort(): void {
    this.saving.abort();
  }

  /** The user has resolved a conflict: these values are entered over what the backend has now. */
  resolveConflict(values: FormValues, theirs: Integration): void {
    const { store } = this.services;
    store.rebase(theirs);
    store.enter(values);
    this.result = undefined;
    this.show();
  }

  /** The integration was deleted meanwhile: what is in the form is registered as a new one. */
  saveAsNew(): void {
    const { store } = this.services;
    const { values } = store;
    store.rebase(undefined);
    store.enter(values);
    this.result = undefined;
  }

  private show(): void {
    this.options.focus.request(RESULT_ID);
  }

  private async save(): Promise<Integration | undefined> {
    const { store, backend } = this.services;
    this.result = undefined;
    backend.forgetSessionEnd();
    await Promise.allSettled([...this.awaited, ...[...this.preparations].map((work) => work())]);
    if (!this.validate()) return undefined;
    const { stored, draft } = store;
    const blank = Object.fromEntries(SECRET_FIELDS.map((name) => [name, '']));
    const shown = await announced(toDraft({ ...store.values, ...blank }, stored));
    if (!this.host.dispatchEvent(new OceanSubmitEvent(shown))) return undefined;
    const offline = globalThis.navigator?.onLine === false;
    const answer = await this.saving.save(draft, stored);
    if (!answer) return undefined;
    if (!answer.ok) {
      await this.fail(toBackendError(answer.error), offline);
      return undefined;
    }
    const { value: saved } = answer;
    const created = stored === undefined;
    this.options.onSaved(saved);
    this.result = { kind: 'saved', created };
    this.host.dispatchEvent(new OceanSavedEvent(saved, created));
    return saved;
  }

  private async fail(error: BackendError, offline: boolean): Promise<void> {
    const { store, backend } = this.services;
    if (error.kind === 'unsupported' && !backend.value) warnOnce(NO_BACKEND);
    backend.report(error);
    if (error.kind === 'aborted') return;
    store.setServerErrors(error.fieldErrors);
    if (error.kind === 'conflict' && store.stored && error.fieldErrors.length === 0) {
      return this.loadTheirs(store.stored.id);
    }
    this.options.countdown.start(error.retryAfter);
    if (error.kind === 'forbidden') this.forbidden = store.values;
    this.result =
      error.fieldErrors.length > 0
        ? { kind: 'problems' }
        : { kind: 'failed', error, offline: offline && error.kind === 'network' };
  }

  /** Someone else saved meanwhile: loads what they saved, to be shown beside what is in the form. */
  private async loadTheirs(id: string): Promise<void> {
    const { backend } = this.services;
    this.result = { kind: 'conflict' };
    this.show();
    try {
      const theirs = await backend.call((b, signal) => b.getIntegration(id, { signal }));
      this.result = { kind: 'conflict', theirs };
    } catch (thrown) {
      this.result = { kind: 'failed', error: backend.report(thrown) };
    }
  }
}
