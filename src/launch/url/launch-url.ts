/**
 * The URL of one launch: the backend's own, with a one-time token (`createLaunch`), or built from the base launch URL. It carries
 * `referralRef`, `siteNum` and `launch` at most, nothing of a patient, and is kept nowhere but here.
 */
import type { IntegrationBackend } from '../../backend/backend.js';
import { BackendError, isBackendError } from '../../backend/backend-error.js';
import { call } from '../../backend/call.js';
import type { LaunchSubject } from './permitted.js';

/** The URL is none that a browser may be sent to. Does not tell it: it goes into logs. */
export class InvalidLaunchUrl extends Error {
  override readonly name = 'InvalidLaunchUrl';
}

/** The referral's reference names a patient: it is put into no URL. Does not tell it: it goes into logs. */
export class PatientReference extends Error {
  override readonly name = 'PatientReference';
}

/** Of a backend that says it; `RestBackend` and `MemoryBackend` do where they were given one. */
const deploymentOf = (backend: IntegrationBackend | undefined): unknown =>
  backend && 'deployment' in backend ? backend.deployment : undefined;

/** A one-time token goes out in the clear in a development only. */
const isEncrypted = (url: string, backend: IntegrationBackend | undefined): boolean =>
  /^https:/i.test(url) || deploymentOf(backend) === 'development';

/** A part of the library that did not come is like a backend that did not answer: it can be tried again. */
const loadRules = () =>
  import('./permitted.js').catch((cause: unknown) => {
    throw new BackendError('network', 'A part of ocean-integrations did not load.', { cause });
  });

export class LaunchAddress {
  private answer?: { url: string; expiresAt?: string };
  private asking?: Promise<string>;

  constructor(
    private readonly subject: LaunchSubject,
    private readonly now: () => number = Date.now,
  ) {}

  /** The URL, where there is one that is still good. */
  get url(): string | undefined {
    const { answer } = this;
    if (answer?.expiresAt && Date.parse(answer.expiresAt) <= this.now()) return undefined;
    return answer?.url;
  }

  /**
   * The URL; asked for once more where it has expired, or was used. What comes then is taken, whatever this machine's clock
   * thinks of it.
   *
   * @throws {BackendError} where the backend gives none, {@link InvalidLaunchUrl} where it gives one that may not be opened,
   *   {@link PatientReference} where there may be none; then no backend is asked
   */
  get(signal?: AbortSignal): Promise<string> {
    const { url } = this;
    if (url !== undefined) return Promise.resolve(url);
    this.asking ??= this.ask(signal).finally(() => (this.asking = undefined));
    return this.asking;
  }

  /** The URL was opened. One that the backend made is good for one time. */
  spend(): void {
    if (this.answer && this.fromBackend) this.answer = undefined;
  }

  /** Whether the backend made the URL. */
  private fromBackend = false;

  private async ask(signal?: AbortSignal): Promise<string> {
    const { builtLaunchUrl, mayTravel, permitted } = await loadRules();
    if (!mayTravel(this.subject.referralRef)) throw new PatientReference();
    const made = await this.createLaunch(signal);
    this.fromBackend = made !== undefined;
    const url = !made
      ? builtLaunchUrl(this.subject)
      : isEncrypted(made.url, this.subject.backend)
        ? permitted(made.url)
        : undefined;
    if (url === undefined) throw new InvalidLaunchUrl();
    this.answer = { ...made, url };
    return url;
  }

  private async createLaunch(
    signal?: AbortSignal,
  ): Promise<{ url: string; expiresAt?: string } | undefined> {
    const { backend, integrationId, referralRef } = this.subject;
    // Optional in a host's own backend.
    if (!integrationId || typeof backend?.createLaunch !== 'function') return undefined;
    try {
      return await call(
        backend,
        (b, s) => b.createLaunch({ integrationId, referralRef }, { signal: s }),
        signal,
      );
    } catch (error) {
      if (isBackendError(error) && error.kind === 'unsupported') return undefined;
      throw error;
    }
  }
}
