/** A chosen file on its way: prepared in the browser, then uploaded. One at a time; the latest wins. No DOM of its own. */
import { BackendError, isBackendError, toBackendError } from '../../../../backend/backend-error.js';
import { LatestRequest } from '../../../../ui/latest-request.js';
import { LeaveController } from '../../../../ui/leave-controller.js';
import type { LeavingHost } from '../../../../ui/leave-controller.js';
import type { FormServices } from '../../../model/form-services.js';
import { safeFileName } from './file-name.js';
import type { PreparedLogo } from './prepare-logo.js';

export type UploadState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'preparing' }
  /** `done`: the part that is over, 0 to 1, where the backend reports it. */
  | { readonly kind: 'uploading'; readonly done?: number }
  /** The file cannot be a logo; `code` is a `LogoRefusalCode`. */
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'failed'; readonly error: BackendError };

export interface UploadedLogo {
  readonly logo: PreparedLogo;
  readonly logoUrl: string;
}

export class LogoUpload {
  state: UploadState = { kind: 'idle' };
  /** Of the file that was chosen last, fit to be shown. */
  fileName = '';
  /** Prepared, and not in use yet. */
  prepared?: PreparedLogo;
  private file?: File;
  private readonly request = new LatestRequest();

  /** @param changed called after each change of `state` */
  constructor(
    host: LeavingHost,
    private readonly services: Pick<FormServices, 'backend'>,
    private readonly changed: () => void,
  ) {
    new LeaveController(host, () => this.stop());
  }

  get busy(): boolean {
    return this.state.kind === 'preparing' || this.state.kind === 'uploading';
  }

  /**
   * Prepares and uploads the file. Whoever takes over what is uploaded calls `clear` then.
   * @returns undefined where it failed, as `state` has it, or was given up
   */
  async take(file: File): Promise<UploadedLogo | undefined> {
    this.file = file;
    this.fileName = safeFileName(file.name);
    this.prepared = undefined;
    this.enter({ kind: 'preparing' });
    const answer = await this.request.run((signal) => this.upload(file, signal));
    if (!answer) return undefined;
    if (answer.ok) return answer.value;
    this.prepared = undefined;
    this.enter(outcome(answer.error));
    return undefined;
  }

  /** Tries again with the same file. */
  retry(): Promise<UploadedLogo | undefined> {
    return this.file ? this.take(this.file) : Promise.resolve(undefined);
  }

  /** Gives up, and forgets the file. */
  clear(): void {
    this.request.abort();
    this.file = undefined;
    this.prepared = undefined;
    this.enter({ kind: 'idle' });
  }

  /** Gives up what is under way; it can be tried again. */
  stop(): void {
    if (!this.busy) return;
    this.request.abort();
    this.prepared = undefined;
    const error = new BackendError('aborted', 'The upload was stopped.');
    this.enter({ kind: 'failed', error });
  }

  private async upload(file: File, signal: AbortSignal): Promise<UploadedLogo> {
    // Loaded with the first file: few who open the settings choose one.
    const { prepareLogo } = await import('./prepare-logo.js');
    const logo = await prepareLogo(file, { signal });
    signal.throwIfAborted();
    this.prepared = logo;
    this.enter({ kind: 'uploading' });
    const onProgress = (done: number): void => {
      if (!signal.aborted && this.prepared === logo) this.enter({ kind: 'uploading', done });
    };
    const { logoUrl } = await this.services.backend.call(
      (b, s) => b.uploadLogo(logo.blob, { signal: s, onProgress }),
      signal,
    );
    return { logo, logoUrl };
  }

  private enter(state: UploadState): void {
    this.state = state;
    this.changed();
  }
}

const outcome = (thrown: unknown): UploadState => {
  if (!isBackendError(thrown) && thrown instanceof Error && 'code' in thrown) {
    if (String(thrown.code).startsWith('logo-')) {
      return { kind: 'refused', code: String(thrown.code) };
    }
  }
  return { kind: 'failed', error: toBackendError(thrown) };
};
