/** `ocean-integrations/backend/rest.js`: the backend that speaks to the REST API of the integrations. */
import type { Deployment } from '../integration/rules.js';
import type {
  EventType,
  Endpoint,
  Integration,
  IntegrationDraft,
  ReferralForm,
} from '../integration/schema.js';
import type { Module } from '../integration/rules.js';
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
import { BackendError, isBackendError } from './backend-error.js';
import {
  readDelivery,
  readEndpoint,
  readEventType,
  readIntegration,
  readLaunch,
  readLaunchSettings,
  readList,
  readListed,
  readLogo,
  readPage,
  readReferralForm,
} from './rest/answers.js';
import type { Read } from './rest/answers.js';
import { opaque, RestClient } from './rest/client.js';
import type { Ask, RestBackendOptions } from './rest/client.js';
import { parseJson, problemOf } from './rest/problem.js';
import type { RestAnswer } from './rest/request.js';

export type { RestBackendOptions } from './rest/client.js';

/**
 * Speaks to the REST API.
 *
 * - *Answers* are JSON by what they hold: the content type of a success is not looked at. What does not match the
 *   schema is `malformed`.
 * - *Versions*: `If-Match` sends an integration's `version` in quotes. So the ETag of an integration is its `version`;
 *   where the body has none, the ETag is taken for it (`W/` and quotes removed).
 * - *Redirects* are followed for reads, within the API's origin. A read that leads elsewhere and any redirected write
 *   fail as `unauthorized`: most often a session has ended. Headers of the host other than `authorization` do not
 *   go along where a browser follows.
 * - *Retries*: see `rest/retry.ts`. After a lost connection or a timeout nothing is repeated; the caller repeats with
 *   the same `idempotencyKey`.
 * - *Across origins* the API has to expose `ETag`, `Location`, `Retry-After`, `Date` and `X-Request-Id`
 *   (`Access-Control-Expose-Headers`) and to allow the request headers `If-Match`, `Idempotency-Key`, `site-number`.
 * - An answer 202 without the integration fails as `unavailable` with status 202: taken, and not done yet.
 */
export class RestBackend implements IntegrationBackend {
  private readonly client: RestClient;

  /** Where it runs, as it was given. */
  readonly deployment: Deployment | undefined;

  constructor(options: RestBackendOptions) {
    this.deployment = options.deployment;
    this.client = new RestClient(options);
  }

  listIntegrations(
    query: IntegrationQuery = {},
    options?: CallOptions,
  ): Promise<Page<Integration>> {
    const { module, status, query: search, sort, cursor, limit } = query;
    return this.read(readPage(readListed, cursor), ['integrations'], {
      query: { module, status, query: search, sort, cursor, limit },
      ...options,
    });
  }

  async getIntegration(id: string, options?: CallOptions): Promise<Integration> {
    const answer = await this.client.ask(['integrations', id], { ...options });
    return understood(this.integrationOf(answer));
  }

  async registerIntegration(
    draft: IntegrationDraft,
    { signal, idempotencyKey }: CallOptions & { idempotencyKey: string },
  ): Promise<Integration> {
    const { module, name, requestUrl } = draft;
    const answer = await this.client.ask(['integrations'], {
      method: 'POST',
      json: draft,
      idempotencyKey,
      signal,
    });
    if (answer.status === 202 || answer.text.trim() !== '') return this.saved(answer);
    const id = lastSegment(answer.headers.get('location'));
    if (id) return this.getIntegration(id, { signal });
    return this.findRegistered({ module, name, requestUrl }, { signal });
  }

  async updateIntegration(
    id: string,
    draft: IntegrationDraft,
    { signal, version }: CallOptions & { version: string },
  ): Promise<Integration> {
    const answer = await this.client.ask(['integrations', id], {
      method: 'PUT',
      json: draft,
      version,
      signal,
    });
    if (answer.status === 202 || answer.text.trim() !== '') return this.saved(answer);
    return this.getIntegration(id, { signal });
  }

  async deleteIntegration(
    id: string,
    { signal, version }: CallOptions & { version: string },
  ): Promise<void> {
    await this.client.ask(['integrations', id], { method: 'DELETE', version, signal });
  }

  checkEndpoint(target: EndpointCheckTarget, options?: CallOptions): Promise<Endpoint> {
    return this.read(readEndpoint, ['endpoint-checks'], {
      method: 'POST',
      json: target,
      ...options,
    });
  }

  listEventTypes(
    { module }: { module?: Module } = {},
    options?: CallOptions,
  ): Promise<EventType[]> {
    return this.read(readList(readEventType), ['event-types'], { query: { module }, ...options });
  }

  listReferralForms(
    query: ReferralFormQuery = {},
    options?: CallOptions,
  ): Promise<Page<ReferralForm>> {
    const { query: search, cursor, limit } = query;
    return this.read(readPage(readReferralForm, cursor), ['referral-forms'], {
      query: { query: search, cursor, limit },
      ...options,
    });
  }

  /** Sends the image itself as the body. `onProgress` is not called: `fetch` reports no progress. */
  uploadLogo(blob: Blob, options?: CallOptions): Promise<{ logoUrl: string }> {
    return this.read(readLogo, ['logos'], { method: 'POST', blob, signal: options?.signal });
  }

  getLaunchSettings(
    target: { listingId: string } | { integrationId: string },
    options?: CallOptions,
  ): Promise<PublicLaunchSettings> {
    return this.read(readLaunchSettings, ['launch-settings'], { query: { ...target }, ...options });
  }

  async createLaunch(
    target: { integrationId: string; referralRef: string },
    options?: CallOptions,
  ): Promise<{ url: string; expiresAt?: string }> {
    try {
      return await this.read(readLaunch, ['launches'], {
        method: 'POST',
        json: target,
        ...options,
      });
    } catch (thrown) {
      // A server without launches knows no such path; one with them says in a problem document what was not found.
      if (!isBackendError(thrown)) throw thrown;
      const { status, detail, problemType } = thrown;
      if (status !== 405 && (status !== 404 || detail || problemType)) throw thrown;
      throw new BackendError('unsupported', 'The server creates no launches.', {
        status,
        cause: thrown,
      });
    }
  }

  sendTestEvent(
    id: string,
    { eventType }: { eventType: string },
    options?: CallOptions,
  ): Promise<Delivery> {
    return this.read(readDelivery, ['integrations', id, 'test-events'], {
      method: 'POST',
      json: { eventType },
      ...options,
    });
  }

  listDeliveries(
    id: string,
    query: { cursor?: string; status?: DeliveryStatus; limit?: number } = {},
    options?: CallOptions,
  ): Promise<Page<Delivery>> {
    const { cursor, status, limit } = query;
    return this.read(readPage(readDelivery, cursor), ['integrations', id, 'deliveries'], {
      query: { cursor, status, limit },
      ...options,
    });
  }

  redeliver(deliveryId: string, options?: CallOptions): Promise<Delivery> {
    return this.read(readDelivery, ['deliveries', deliveryId, 'redeliver'], {
      method: 'POST',
      ...options,
    });
  }

  private async read<T>(read: Read<T>, path: readonly string[], ask: Ask): Promise<T> {
    const { text } = await this.client.ask(path, ask);
    return understood(read(parseJson(text)));
  }

  private integrationOf({ text, headers }: RestAnswer): Integration | undefined {
    return readIntegration(parseJson(text), opaque(headers.get('etag') ?? ''));
  }

  /** What a save answered. A 202 that does not hold the integration is not a success yet. */
  private saved(answer: RestAnswer): Integration {
    const integration = this.integrationOf(answer);
    if (!integration && answer.status === 202) throw problemOf(answer);
    return understood(integration);
  }

  /** For a server that answers 201 without a body or location: the newest of this name and URL is what was registered. */
  private async findRegistered(
    { module, name, requestUrl }: Pick<IntegrationDraft, 'module' | 'name' | 'requestUrl'>,
    options: CallOptions,
  ): Promise<Integration> {
    const { items } = await this.listIntegrations({ module, query: name, limit: 200 }, options);
    const same = items.filter((item) => item.name === name && item.requestUrl === requestUrl);
    same.sort((one, other) => (other.createdAt ?? '').localeCompare(one.createdAt ?? ''));
    return understood(same[0]);
  }
}

const understood = <T>(value: T | undefined): T => {
  if (value === undefined)
    throw new BackendError('malformed', 'The answer does not match the schema.');
  return value;
};

/** The id at the end of a Location. */
const lastSegment = (location: string | null): string | undefined => {
  const last = location
    ?.replace(/[?#].*$/, '')
    .replace(/\/+$/, '')
    .split('/')
    .pop();
  try {
    return last && decodeURIComponent(last);
  } catch {
    return undefined;
  }
};
