/** The settings of a launch: the host's own, or loaded from the backend by listing or integration. */
import type { IntegrationBackend, PublicLaunchSettings } from '../backend/backend.js';
import { call } from '../backend/call.js';
import { isBackendError } from '../backend/backend-error.js';
import type { LaunchSettings } from '../integration/schema.js';
import type { LeavingHost } from '../ui/leave-controller.js';
import { Loader } from '../ui/loader.js';
import type { SettingsStatus } from './launch-context.js';

export interface SettingsSource {
  readonly settings: LaunchSettings | undefined;
  readonly backend: IntegrationBackend | undefined;
  readonly listingId: string | undefined;
  readonly integrationId: string | undefined;
}

export class SettingsLoader {
  private readonly loader: Loader<PublicLaunchSettings | undefined>;
  private own?: LaunchSettings;
  private integrationId?: string;

  constructor(host: LeavingHost) {
    this.loader = new Loader(() => host.requestUpdate(), host);
  }

  /** Loads the settings where they may have changed. */
  update({ settings, backend, listingId, integrationId }: SettingsSource): void {
    this.own = settings;
    this.integrationId = integrationId;
    // Settings that the host gives are not loaded.
    const id = settings ? undefined : (integrationId ?? listingId);
    this.loader.update([backend, id, integrationId === undefined], async (signal) =>
      backend && id !== undefined
        ? call(
            backend,
            (b, s) =>
              b.getLaunchSettings(
                integrationId === undefined ? { listingId: id } : { integrationId: id },
                { signal: s },
              ),
            signal,
          )
        : undefined,
    );
  }

  retry(): void {
    void this.loader.retry();
  }

  /** `none` also for a listing that has no launch: most have none. */
  get status(): SettingsStatus {
    if (this.own) return 'ready';
    const { status, value, error } = this.loader;
    if (status === 'failed')
      return isBackendError(error) && error.kind === 'not-found' ? 'none' : 'failed';
    // Without a backend too: an <ocean-backend> may be upgraded later.
    if (status !== 'ready' || !value) return 'loading';
    return value.enabled ? 'ready' : 'none';
  }

  get settings(): LaunchSettings | undefined {
    return this.own ?? (this.status === 'ready' ? this.loader.value?.settings : undefined);
  }

  /** Id of the integration to launch, where it is known. */
  get id(): string | undefined {
    return this.integrationId ?? this.loader.value?.integrationId;
  }

  get error(): unknown {
    return this.loader.error;
  }
}
