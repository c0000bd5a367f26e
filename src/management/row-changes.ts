/**
 * What is being done to integrations of the list, by id: what is under way, what went wrong. Enabling shows at once and is taken back
 * where it did not go through; checking and deleting show only what has happened.
 */
import type { BackendError } from '../backend/backend-error.js';
import { isBackendError } from '../backend/backend-error.js';
import type { IntegrationBackend } from '../backend/backend.js';
import { call } from '../backend/call.js';
import { draftOf } from '../integration/draft-of.js';
import type { Integration } from '../integration/schema.js';

export type RowWork = 'enabling' | 'checking' | 'reading' | 'deleting';

export interface RowState {
  readonly work?: RowWork;
  readonly problem?: BackendError;
}

export interface RowPorts {
  backend(): IntegrationBackend | undefined;
  /** The integration is as the backend says now. */
  replace(integration: Integration): void;
  changed(): void;
  /** A request failed. */
  report(error: BackendError): void;
}

export class RowChanges {
  private readonly states = new Map<string, RowState>();

  constructor(private readonly ports: RowPorts) {}

  of(id: string): RowState {
    return this.states.get(id) ?? {};
  }

  /** Whether it went through. */
  async enable(integration: Integration, enabled: boolean): Promise<boolean> {
    const { id, version } = integration;
    if (this.of(id).work) return false;
    this.ports.replace({ ...integration, enabled });
    const saved = await this.run(id, 'enabling', (backend, signal) =>
      backend.updateIntegration(id, { ...draftOf(integration), enabled }, { version, signal }),
    );
    this.ports.replace(saved ?? integration);
    return Boolean(saved);
  }

  /** Whether the endpoint could be asked. */
  async check(integration: Integration): Promise<boolean> {
    const { id } = integration;
    const endpoint = await this.run(id, 'checking', (backend, signal) =>
      backend.checkEndpoint({ integrationId: id }, { signal }),
    );
    if (endpoint) this.ports.replace({ ...integration, endpoint });
    return Boolean(endpoint);
  }

  /** Shows an integration as it is now, after someone else has changed it. Whether there still is one. */
  async read(id: string): Promise<boolean> {
    const integration = await this.run(id, 'reading', (backend, signal) =>
      backend.getIntegration(id, { signal }),
    );
    if (integration) this.ports.replace(integration);
    return Boolean(integration) || this.of(id).problem?.kind !== 'not-found';
  }

  /** Whether it is gone: deleted now, or before. */
  async remove({ id, version }: Integration): Promise<boolean> {
    const done = await this.run(id, 'deleting', async (backend, signal) => {
      await backend.deleteIntegration(id, { version, signal });
      return true;
    });
    return done ?? this.of(id).problem?.kind === 'not-found';
  }

  /** One thing at a time for each integration. Undefined where it failed: the row then tells why. */
  private async run<T>(
    id: string,
    work: RowWork,
    request: (backend: IntegrationBackend, signal: AbortSignal) => Promise<T>,
  ): Promise<T | undefined> {
    if (this.of(id).work) return undefined;
    this.set(id, { work });
    try {
      const value = await call(this.ports.backend(), request);
      this.set(id, {});
      return value;
    } catch (error) {
      if (!isBackendError(error)) throw error;
      this.set(id, { problem: error });
      this.ports.report(error);
      return undefined;
    }
  }

  private set(id: string, state: RowState): void {
    if (state.work || state.problem) this.states.set(id, state);
    else this.states.delete(id);
    this.ports.changed();
  }
}
