/** `ocean-integrations/backend/memory.js`: a whole backend in memory, for demos, design work and tests. */
import type { Deployment } from '../integration/rules.js';
import { EVENT_CATALOGUE } from '../integration/event-catalogue.js';
import type { Module } from '../integration/rules.js';
import type {
  Endpoint,
  EventType,
  Integration,
  IntegrationDraft,
  ReferralForm,
} from '../integration/schema.js';
import type {
  CallOptions,
  Delivery,
  DeliveryStatus,
  EndpointCheckTarget,
  IntegrationBackend,
  IntegrationQuery,
  Page,
  PublicLaunchSettings,
  ReferralFormQuery,
} from './backend.js';
import { acceptCheck, copyOf, plantSeed } from './memory/accept.js';
import { listDeliveries, redeliver, sendTestEvent } from './memory/deliveries.js';
import { endpointOutcome } from './memory/endpoint-outcomes.js';
import {
  FaultPlan,
  aborted,
  drawLatency,
  pause,
  pauseTelling,
  standingFault,
} from './memory/faults.js';
import type { BackendMethod, Fault, FaultScope, Latency } from './memory/faults.js';
import { createLaunch, launchSettings } from './memory/launches.js';
import { acceptLogo } from './memory/logo.js';
import type { MemoryBackendOptions } from './memory/options.js';
import { findReferralForms, madeUpReferralForms } from './memory/referral-forms.js';
import { refusal } from './memory/refusal.js';
import { listIntegrations, register, remove, update } from './memory/registry.js';
import { SessionKeeper } from './memory/session.js';
import { MemoryStore } from './memory/store.js';

export type { BackendMethod, Fault, FaultScope, Latency } from './memory/faults.js';
export type { MemoryBackendOptions } from './memory/options.js';

/**
 * A backend that keeps its data in memory and behaves as a server would: it validates, versions, searches and pages,
 * and never answers a secret (it stores only that there is one). The newest integration comes first in a list.
 *
 * What comes of an endpoint check follows the first label of the request URL's host name, whatever stands after it
 * (`https://tls.example.com/any/path`), so that each state can be seen:
 *
 * | first label | check: status, HTTP status, reason | a delivery |
 * | --- | --- | --- |
 * | any other | `verified`, 200 | delivered |
 * | `slow` | `verified`, 200, after 4 seconds | delivered |
 * | `pending` | `verified`, 200 | stays pending |
 * | `mismatch` | `failing`, 200, `challenge-mismatch` | delivered |
 * | `html` | `failing`, 200, `not-json` | delivered |
 * | `redirect` | `failing`, 302, `redirect` | fails |
 * | `status-404`, `status-500`, ... | `failing`, that status, `http-status` | fails |
 * | `unreachable` | `failing`, none, `unreachable` | fails |
 * | `timeout` | `failing`, none, `timeout` | fails |
 * | `tls` | `failing`, none, `tls` | fails |
 * | `refused` | `failing`, none, `refused-address` | fails |
 * | `deliveries` | `erroring`, 503, `http-status` | fails |
 *
 * A saved integration has the state of the last check of its request URL and payload format, else `unchecked`. A delivery
 * that fails makes it `erroring`; a later one that gets through ends that.
 *
 * Latency and failures are set from outside, at any time: `latency`, `failures`, `failNext`, `commitThenFail`, `touch`.
 */
export class MemoryBackend implements IntegrationBackend {
  /** Milliseconds that each call made from now on takes. */
  latency: Latency;

  /** Failures that last: the kind that each call of a method fails with, `'*'` for all other methods. */
  failures: Partial<Record<BackendMethod | '*', Fault>> = {};

  private readonly store: MemoryStore;
  private readonly forms: readonly ReferralForm[];
  private readonly eventTypes: readonly EventType[];
  private readonly plannedFailures = new FaultPlan();
  private readonly lostAnswers = new FaultPlan();

  /** Where it runs, as it was given. */
  get deployment(): Deployment | undefined {
    return this.options.deployment;
  }

  constructor(private readonly options: MemoryBackendOptions = {}) {
    const { latency = 0, storageKey, integrations = [], deployment } = options;
    this.latency = latency;
    this.eventTypes = structuredClone(options.eventTypes ?? EVENT_CATALOGUE);
    this.forms = structuredClone(options.referralForms) ?? madeUpReferralForms();
    this.store = new MemoryStore(
      storageKey === undefined ? undefined : new SessionKeeper(storageKey),
    );
    this.store.refresh();
    if (this.store.isEmpty)
      // The newest comes first in the list, so the last one is the oldest.
      for (const seed of [...integrations].reverse()) plantSeed(this.store, seed, deployment);
  }

  /** Lets the next call, or the next calls, fail without doing anything. Earlier requests for failures come first. */
  failNext(fault: Fault, scope?: FaultScope): void {
    this.plannedFailures.add(fault, scope);
  }

  /**
   * Lets the next call that changes something do so and then fail, as when the answer is lost on the way. A repeated
   * `registerIntegration` with the same key then finds what was made.
   */
  commitThenFail(fault: Fault = 'network', scope?: FaultScope): void {
    this.lostAnswers.add(fault, scope);
  }

  /**
   * Someone else changes the integration: it gets another version, so that whoever edits the old one meets a `conflict`.
   * Not validated; secrets are left out. Throws a `BackendError` of kind `not-found`.
   * @returns the integration as it is now
   */
  touch(id: string, change: Partial<Integration> = {}): Integration {
    this.store.refresh();
    return structuredClone(this.store.touch(id, structuredClone(change)));
  }

  async listIntegrations(
    query: IntegrationQuery = {},
    options?: CallOptions,
  ): Promise<Page<Integration>> {
    const given = copyOf(query);
    return this.run('listIntegrations', options, () => listIntegrations(this.store, given));
  }

  async getIntegration(id: string, options?: CallOptions): Promise<Integration> {
    return this.run('getIntegration', options, () => this.store.find(id));
  }

  /**
   * Fails as `invalid` for a draft that the schema refuses (all its fields at once), for a missing key, and for a key
   * that was used with another draft; as `conflict` where what the key had made was deleted since.
   */
  async registerIntegration(
    draft: IntegrationDraft,
    options: CallOptions & { idempotencyKey: string },
  ): Promise<Integration> {
    const given = copyOf(draft);
    const { idempotencyKey } = options;
    return this.change('registerIntegration', options, () =>
      register(this.store, given, idempotencyKey, this.options.deployment),
    );
  }

  async updateIntegration(
    id: string,
    draft: IntegrationDraft,
    options: CallOptions & { version: string },
  ): Promise<Integration> {
    const given = { id, draft: copyOf(draft), version: options.version };
    return this.change('updateIntegration', options, () =>
      update(this.store, given, this.options.deployment),
    );
  }

  async deleteIntegration(id: string, options: CallOptions & { version: string }): Promise<void> {
    const { version } = options;
    return this.change('deleteIntegration', options, () => remove(this.store, id, version));
  }

  /** What comes of it follows the host name: see the table above. */
  async checkEndpoint(target: EndpointCheckTarget, options?: CallOptions): Promise<Endpoint> {
    const given = copyOf(target);
    return this.run('checkEndpoint', options, async () => {
      const asked =
        'integrationId' in given
          ? this.store.find(given.integrationId)
          : acceptCheck(given, this.options.deployment);
      const { check, delay } = endpointOutcome(asked.requestUrl);
      if (delay) await pause(delay, options?.signal);
      return this.store.noteEndpoint(asked, { ...check, checkedAt: new Date().toISOString() });
    });
  }

  async listEventTypes(
    { module }: { module?: Module } = {},
    options?: CallOptions,
  ): Promise<EventType[]> {
    return this.run('listEventTypes', options, () =>
      this.eventTypes.filter((type) => module === undefined || type.module === module),
    );
  }

  async listReferralForms(
    query: ReferralFormQuery = {},
    options?: CallOptions,
  ): Promise<Page<ReferralForm>> {
    const given = copyOf(query);
    return this.run('listReferralForms', options, () => findReferralForms(this.forms, given));
  }

  /**
   * Gives a `data:` URL, which needs no server and outlives the page (a page's Content Security Policy has to allow
   * `img-src data:`). The type is found from the bytes. Fails as `too-large` over 256 KiB, as `invalid` for anything but a
   * PNG or a WebP. `onProgress` is called with 0, 0.25, 0.5, 0.75 over the latency, and 1.
   */
  async uploadLogo(
    blob: Blob,
    options: CallOptions & { onProgress?: (done: number) => void } = {},
  ): Promise<{ logoUrl: string }> {
    const { onProgress, signal } = options;
    const accepted = async (): Promise<{ logoUrl: string }> => {
      const logoUrl = await acceptLogo(blob);
      if (!signal?.aborted) onProgress?.(1);
      return { logoUrl };
    };
    return this.run('uploadLogo', options, accepted, { changes: true, tell: onProgress });
  }

  /**
   * By listing: of the newest integration whose referral form has the listing, an enabled one first. Fails as `not-found`
   * where there is no such integration, or it has no launch.
   */
  async getLaunchSettings(
    target: { listingId: string } | { integrationId: string },
    options?: CallOptions,
  ): Promise<PublicLaunchSettings> {
    const given = copyOf(target);
    return this.run('getLaunchSettings', options, () =>
      launchSettings(this.store, this.forms, given),
    );
  }

  /**
   * `unsupported`, unless the option `launches` is set: then a URL with a one-time token, good for five minutes. Fails as
   * `not-found` where the integration has no launch, as `forbidden` where it is not enabled.
   */
  async createLaunch(
    target: { integrationId: string; referralRef: string },
    options?: CallOptions,
  ): Promise<{ url: string; expiresAt?: string }> {
    const given = copyOf(target);
    const { launches, siteNumber } = this.options;
    return this.change('createLaunch', options, () => {
      if (!launches) throw refusal('unsupported', 'This backend creates no launches.');
      return createLaunch(this.store, given, siteNumber);
    });
  }

  /** Fails as `invalid` for an event that the integration is not notified about. */
  async sendTestEvent(
    id: string,
    { eventType }: { eventType: string },
    options?: CallOptions,
  ): Promise<Delivery> {
    return this.change('sendTestEvent', options, () => sendTestEvent(this.store, id, eventType));
  }

  /** The newest first. */
  async listDeliveries(
    id: string,
    query: { cursor?: string; status?: DeliveryStatus; limit?: number } = {},
    options?: CallOptions,
  ): Promise<Page<Delivery>> {
    const given = copyOf(query);
    return this.run('listDeliveries', options, () => listDeliveries(this.store, id, given));
  }

  /** Adds an attempt to the delivery. What comes of it follows the request URL that the integration has now. */
  async redeliver(deliveryId: string, options?: CallOptions): Promise<Delivery> {
    return this.change('redeliver', options, () => redeliver(this.store, deliveryId));
  }

  /** A call that changes something: its answer may get lost. */
  private change<T>(
    method: BackendMethod,
    options: CallOptions | undefined,
    work: () => T,
  ): Promise<T> {
    return this.run(method, options, work, { changes: true });
  }

  /** Every call: its failure is settled as it is made, then comes the wait, then the work; the answer is a copy. */
  private async run<T>(
    method: BackendMethod,
    { signal }: CallOptions = {},
    work: () => T | Promise<T>,
    { changes = false, tell }: { changes?: boolean; tell?: (part: number) => void } = {},
  ): Promise<T> {
    if (signal?.aborted) throw aborted();
    const failure = this.plannedFailures.take(method) ?? standingFault(this.failures, method);
    const lost = changes && !failure ? this.lostAnswers.take(method) : undefined;
    await pauseTelling(drawLatency(this.latency), signal, tell);
    if (failure) throw failure;
    this.store.refresh();
    const answer = structuredClone(await work());
    if (lost) throw lost;
    if (signal?.aborted) throw aborted();
    return answer;
  }
}
