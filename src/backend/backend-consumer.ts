/** The backend of an element, for its parts: finds it, calls it, and reports what failed. */
import type { LitElement } from 'lit';
import type { IntegrationBackend } from './backend.js';
import { backendContext } from './backend-context.js';
import type { BackendContext } from './backend-context.js';
import { toBackendError } from './backend-error.js';
import type { BackendError } from './backend-error.js';
import { call } from './call.js';
import { ContextController } from './context-controller.js';
import { OceanErrorEvent } from './error-event.js';
import { withLanguage } from './with-language.js';

/** Milliseconds within which requests that fail as the session has ended are reported once: the host renews it once. */
const TOGETHER = 1000;

export class BackendConsumer {
  private readonly context: ContextController<BackendContext>;
  private sessionEndReportedAt = -Infinity;

  /** One object as long as the backend is the same: parts compare it to find out whether the backend is another one. */
  private last?: { readonly backend: IntegrationBackend; readonly localized: IntegrationBackend };

  /** @param language tag of the language that the element's user reads */
  constructor(
    private readonly host: LitElement & { backend?: IntegrationBackend },
    private readonly language: () => string,
  ) {
    this.context = new ContextController(host, backendContext);
  }

  /** The element's own `.backend`, else that of the nearest `<ocean-backend>`. */
  get value(): IntegrationBackend | undefined {
    return this.host.backend ?? this.context.value?.backend;
  }

  /** The backend as the element calls it: with the language that its user reads. */
  get localized(): IntegrationBackend | undefined {
    const backend = this.value;
    if (!backend) return undefined;
    if (this.last?.backend !== backend)
      this.last = { backend, localized: withLanguage(backend, this.language) };
    return this.last.localized;
  }

  /** Number of the site on whose behalf the backend of the nearest `<ocean-backend>` is used. */
  get siteNumber(): string | undefined {
    return this.context.value?.siteNumber;
  }

  /**
   * Calls the backend as {@link call} does.
   * @throws {BackendError}
   */
  call<T>(
    request: (backend: IntegrationBackend, signal: AbortSignal) => T | PromiseLike<T>,
    signal?: AbortSignal,
  ): Promise<T> {
    return call(this.localized, request, signal);
  }

  /** Fires `ocean-error` at the element, unless the request was given up. Returns what was thrown as a `BackendError`. */
  report(thrown: unknown): BackendError {
    const error = toBackendError(thrown);
    if (error.kind !== 'aborted' && !this.isReportedAlready(error))
      this.host.dispatchEvent(new OceanErrorEvent(error));
    return error;
  }

  /** The user tries anew: an ended session is reported again. */
  forgetSessionEnd(): void {
    this.sessionEndReportedAt = -Infinity;
  }

  private isReportedAlready({ kind }: BackendError): boolean {
    if (kind !== 'unauthorized') return false;
    const now = performance.now();
    const reported = now - this.sessionEndReportedAt < TOGETHER;
    if (!reported) this.sessionEndReportedAt = now;
    return reported;
  }
}
