/**
 * What is being done to integrations of the list, by id: what is under way, what went wrong. Enabling shows at once and is taken back
 * where it did not go through; checking and deleting show only what has happened.
 */
import type { BackendError } from '../../backend/backend-error.js';
import { isBackendError } from '../../backend/backend-error.js';
import type { IntegrationBackend } from '../../backend/backend.js';
import { call } from '../../backend/call.js';
import { draftOf } from '../../integration/draft-of.js';
import type { Integration } from '../../integration/schema.js';

export type RowWork = 'enabling' | 'checking' | 'reading' | 'deleting';

export interface RowState {
  readonly work?: RowWork;
  readonly problem?: BackendError;
}

export interface RowPorts {
  backend(): IntegrationBackend | undefined;
  /** The integration is as the backend says now. */
  replace(integration: Integration): void;
  /** The integration is as it was before a change that did not go through. */
  restore(integration: Integration): void;
  changed(): void;
  /** A request failed. */
  report(error: BackendError): void;
}

/**
 * What can be saved back: a list may give an integration without its version, or parts of it that were not understood, and
 * says so by an empty one.
 */
const wholeOf = async (
  integration: Integration,
  backend: IntegrationBackend,
  signal: AbortSignal,
): Promise<Integration> =>
  integration.version ? integration : backend.getIntegration(integration.id, { signal });

export class RowChanges {
  private readonly states = new Map<string, RowState>();

  constructor(private readonly ports: RowPorts) {}

  of(id: string): RowState {
    return this.states.get(id) ?? {};
  }

  /** Whether it went through. */
  async enable(integration: Integration, enabled: boolean): Promise<boolean> {
    const { id } = integration;
    if (this.of(id).work) return false;
    this.ports.replace({ ...integration, enabled });
    const saved = await this.run(id, 'enabling', async (backend, signal) => {
      const whole = await wholeOf(integration, backend, signal);
      const { version } = whole;
      return backend.updateIntegration(id, { ...draftOf(whole), enabled }, { version, signal });
    });
    if (saved) this.ports.replace(saved);
    else this.ports.restore(integration);
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

  /** As it is stored. Undefined where that can't be read: the row then tells why. */
  async whole(integration: Integration): Promise<Integration | undefined> {
    return integration.version
      ? integration
      : this.run(integration.id, 'reading', (...ports) => wholeOf(integration, ...ports));
  }

  /** Whether it is gone: deleted now, or before. */
  async remove(integration: Integration): Promise<boolean> {
    const { id } = integration;
    const done = await this.run(id, 'deleting', async (backend, signal) => {
      const { version } = await wholeOf(integration, backend, signal);
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
