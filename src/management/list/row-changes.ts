/**
 * Changes of integrations from their rows, by id: which one is under way, and why the last one failed. Enabling shows at once and is
 * undone where it fails; checking and deleting show once they are done.
 */
import type { BackendConsumer } from '../../backend/backend-consumer.js';
import type { BackendError } from '../../backend/backend-error.js';
import type { IntegrationBackend } from '../../backend/backend.js';
import { draftOf } from '../../integration/draft-of.js';
import type { Integration } from '../../integration/schema.js';
import type { IntegrationPages } from './integration-pages.js';

export type RowWork = 'enabling' | 'checking' | 'reading' | 'deleting';

export interface RowState {
  readonly work?: RowWork;
  readonly problem?: BackendError;
}

export interface RowOptions {
  readonly consumer: Pick<BackendConsumer, 'call' | 'report'>;
  /** The rows that are shown. */
  readonly pages: Pick<IntegrationPages, 'replace' | 'restore'>;
  /** Renders again. */
  changed(): void;
}

/**
 * What is saved or copied from a row: the integration as it is stored, as a list may answer with less of each (no `launch`, no version).
 * With the version of the row, where it has one: a change that its user has not seen is a conflict.
 */
const storedOf = async (
  { id, version }: Integration,
  backend: IntegrationBackend,
  signal: AbortSignal,
): Promise<Integration> => {
  const stored = await backend.getIntegration(id, { signal });
  return version ? { ...stored, version } : stored;
};

export class RowChanges {
  private readonly states = new Map<string, RowState>();

  constructor(private readonly options: RowOptions) {}

  of(id: string): RowState {
    return this.states.get(id) ?? {};
  }

  /** True where the change was saved. */
  async enable(integration: Integration, enabled: boolean): Promise<boolean> {
    const { id } = integration;
    if (this.of(id).work) return false;
    this.options.pages.replace({ ...integration, enabled });
    const saved = await this.run(id, 'enabling', async (backend, signal) => {
      const stored = await storedOf(integration, backend, signal);
      const { version } = stored;
      return backend.updateIntegration(id, { ...draftOf(stored), enabled }, { version, signal });
    });
    if (saved) this.options.pages.replace(saved);
    else this.options.pages.restore(integration);
    return Boolean(saved);
  }

  /** True where the endpoint was checked. */
  async check(integration: Integration): Promise<boolean> {
    const { id } = integration;
    const endpoint = await this.run(id, 'checking', (backend, signal) =>
      backend.checkEndpoint({ integrationId: id }, { signal }),
    );
    if (endpoint) this.options.pages.replace({ ...integration, endpoint });
    return Boolean(endpoint);
  }

  /** Loads an integration again, after someone else has changed it. False where it is deleted. */
  async read(id: string): Promise<boolean> {
    const integration = await this.run(id, 'reading', (backend, signal) =>
      backend.getIntegration(id, { signal }),
    );
    if (integration) this.options.pages.replace(integration);
    return Boolean(integration) || this.of(id).problem?.kind !== 'not-found';
  }

  /** The integration as it is stored. Undefined where it can't be read: the row then shows why. */
  async stored(integration: Integration): Promise<Integration | undefined> {
    return this.run(integration.id, 'reading', (...asked) => storedOf(integration, ...asked));
  }

  /** True where it is deleted, now or before. */
  async remove(integration: Integration): Promise<boolean> {
    const { id } = integration;
    const done = await this.run(id, 'deleting', async (backend, signal) => {
      const { version } = integration.version
        ? integration
        : await storedOf(integration, backend, signal);
      await backend.deleteIntegration(id, { version, signal });
      return true;
    });
    return done ?? this.of(id).problem?.kind === 'not-found';
  }

  /** One request at a time for each integration. Undefined where it failed: the row then shows why. */
  private async run<T>(
    id: string,
    work: RowWork,
    request: (backend: IntegrationBackend, signal: AbortSignal) => Promise<T>,
  ): Promise<T | undefined> {
    if (this.of(id).work) return undefined;
    this.set(id, { work });
    try {
      const value = await this.options.consumer.call(request);
      this.set(id, {});
      return value;
    } catch (thrown) {
      const problem = this.options.consumer.report(thrown);
      this.set(id, { problem });
      return undefined;
    }
  }

  private set(id: string, state: RowState): void {
    if (state.work || state.problem) this.states.set(id, state);
    else this.states.delete(id);
    this.options.changed();
  }
}
