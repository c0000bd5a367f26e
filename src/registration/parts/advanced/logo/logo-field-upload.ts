/** A chosen file on its way: made ready in the browser, then uploaded. One at a time; the newest wins. No DOM of its own. */
import { isBackendError, toBackendError } from '../../../../backend/backend-error.js';
import type { BackendError } from '../../../../backend/backend-error.js';
import type { IntegrationBackend } from '../../../../backend/backend.js';
import { call } from '../../../../backend/call.js';
import { safeFileName } from './file-name.js';
import type { PreparedLogo } from './prepare-logo.js';

export type UploadState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'preparing' }
  /** `done`: the part that is over, 0 to 1, where the backend tells. */
  | { readonly kind: 'uploading'; readonly done?: number }
  /** The file cannot be a logo; `code` is a `LogoRefusalCode`. */
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'failed'; readonly error: BackendError };

export interface UploadPorts {
  backend(): IntegrationBackend | undefined;
  changed(): void;
  uploaded(logo: PreparedLogo, logoUrl: string): void;
}

export class LogoUpload {
  state: UploadState = { kind: 'idle' };
  /** Of the file that was chosen last, fit to be shown. */
  fileName = '';
  /** Made ready, and not in use yet. */
  prepared?: PreparedLogo;
  private file?: File;
  private controller?: AbortController;

  constructor(private readonly ports: UploadPorts) {}

  get busy(): boolean {
    return this.state.kind === 'preparing' || this.state.kind === 'uploading';
  }

  /** Settled when it is over, however it ends. */
  async take(file: File): Promise<void> {
    this.controller?.abort();
    const controller = (this.controller = new AbortController());
    this.file = file;
    this.fileName = safeFileName(file.name);
    this.prepared = undefined;
    try {
      this.enter({ kind: 'preparing' });
      const logo = await this.prepare(file, controller.signal);
      if (this.controller !== controller) return;
      this.prepared = logo;
      this.enter({ kind: 'uploading' });
      const { logoUrl } = await call(
        this.ports.backend(),
        (b, signal) =>
          b.uploadLogo(logo.blob, {
            signal,
            onProgress: (done) => {
              if (this.controller === controller) this.enter({ kind: 'uploading', done });
            },
          }),
        controller.signal,
      );
      if (this.controller !== controller) return;
      this.clear();
      this.ports.uploaded(logo, logoUrl);
    } catch (thrown) {
      if (this.controller !== controller) return;
      this.prepared = undefined;
      this.enter(outcome(thrown));
    }
  }

  /** Tries again with the same file. */
  retry(): Promise<void> {
    return this.file ? this.take(this.file) : Promise.resolve();
  }

  /** Gives up, and forgets the file. */
  clear(): void {
    this.controller?.abort();
    this.controller = undefined;
    this.file = undefined;
    this.prepared = undefined;
    this.enter({ kind: 'idle' });
  }

  /** Gives up what is under way; it can be tried again. */
  stop(): void {
    if (this.busy) this.controller?.abort();
  }

  private async prepare(file: File, signal: AbortSignal): Promise<PreparedLogo> {
    // Loaded with the first file: few who open the settings choose one.
    const { prepareLogo } = await import('./prepare-logo.js');
    return prepareLogo(file, { signal });
  }

  private enter(state: UploadState): void {
    this.state = state;
    this.ports.changed();
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
