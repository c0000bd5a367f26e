/** `ocean-integrations/backend/rest.js`: the backend that speaks to the REST API of the integrations. */
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
import { address } from './rest/address.js';
import type { Query } from './rest/address.js';
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
import { parseJson, problemOf } from './rest/problem.js';
import { send } from './rest/request.js';
import type { RestAnswer, RestRequest, Transport } from './rest/request.js';
import { retryWait, sleep } from './rest/retry.js';

export interface RestBackendOptions {
  /** Where the API is: absolute, or relative to the page (`/api`). */
  baseUrl: string;
  /** Number of the site (clinic), sent as the header `site-number`. */
  siteNumber?: string;
  /** @default the global `fetch`, looked up at each request */
  fetch?: typeof fetch;
  /**
   * Headers of the host, such as `authorization`; asked for at each attempt, within its time limit. Where it fails or
   * never answers, the request fails as `unauthorized`.
   */
  headers?: () => HeadersInit | Promise<HeadersInit>;
  /** Whether cookies go along. @default 'same-origin' */
  credentials?: RequestCredentials;
  /** Milliseconds for one attempt, headers and body together. @default 30000 */
  timeLimit?: number;
  /** How often at most a request that may be repeated is sent again without asking the user. @default 2 */
  retries?: number;
  /** Largest answer, in bytes. @default 8388608 (8 MiB) */
  maxAnswerBytes?: number;
}

/** One request as the methods word it. */
interface Ask extends CallOptions {
  method?: RestRequest['method'];
  query?: Query;
  json?: unknown;
  blob?: Blob;
  version?: string;
  idempotencyKey?: string;
}

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
  private readonly transport: Transport;
  private warned = false;

  constructor(private readonly options: RestBackendOptions) {
    this.transport = {
      fetch: options.fetch,
      headers: options.headers,
      credentials: options.credentials ?? 'same-origin',
      timeLimit: options.timeLimit ?? 30_000,
      maxAnswerBytes: options.maxAnswerBytes ?? 8 * 1024 * 1024,
    };
  }

  listIntegrations(query: IntegrationQuery, options?: CallOptions): Promise<Page<Integration>> {
    const { module, query: search, cursor, limit } = query;
    return this.read(readPage(readListed, cursor), ['integrations'], {
      query: { module, query: search, cursor, limit },
      ...options,
    });
  }

  async getIntegration(id: string, options?: CallOptions): Promise<Integration> {
    const answer = await this.ask(['integrations', id], { ...options });
    return understood(this.integrationOf(answer));
  }

  async registerIntegration(
    draft: IntegrationDraft,
    { signal, idempotencyKey }: CallOptions & { idempotencyKey: string },
  ): Promise<Integration> {
    const answer = await this.ask(['integrations'], {
      method: 'POST',
      json: draft,
      idempotencyKey,
      signal,
    });
    if (answer.status === 202 || answer.text.trim() !== '') return this.saved(answer);
    const id = lastSegment(answer.headers.get('location'));
    if (id) return this.getIntegration(id, { signal });
    return this.findRegistered(draft, { signal });
  }

  async updateIntegration(
    id: string,
    draft: IntegrationDraft,
    { signal, version }: CallOptions & { version: string },
  ): Promise<Integration> {
    const answer = await this.ask(['integrations', id], {
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
    await this.ask(['integrations', id], { method: 'DELETE', version, signal });
  }

  checkEndpoint(target: EndpointCheckTarget, options?: CallOptions): Promise<Endpoint> {
    return this.read(readEndpoint, ['endpoint-checks'], {
      method: 'POST',
      json: target,
      ...options,
    });
  }

  listEventTypes({ module }: { module?: Module }, options?: CallOptions): Promise<EventType[]> {
    return this.read(readList(readEventType), ['event-types'], { query: { module }, ...options });
  }

  listReferralForms(query: ReferralFormQuery, options?: CallOptions): Promise<Page<ReferralForm>> {
    const { query: search, cursor, limit } = query;
    return this.read(readPage(readReferralForm, cursor), ['referral-forms'], {
      query: { query: search, cursor, limit },
      ...options,
    });
  }

  /** Sends the image itself as the body. `onProgress` is not told: `fetch` does not know. */
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
    query: { cursor?: string; status?: DeliveryStatus; limit?: number },
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
    const { text } = await this.ask(path, ask);
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

  /** For a server that says "created" and nothing else: the newest of this name and URL is what was registered. */
  private async findRegistered(
    draft: IntegrationDraft,
    options: CallOptions,
  ): Promise<Integration> {
    const { module, name, requestUrl } = draft;
    const { items } = await this.listIntegrations({ module, query: name, limit: 200 }, options);
    const same = items.filter((item) => item.name === name && item.requestUrl === requestUrl);
    same.sort((one, other) => (other.createdAt ?? '').localeCompare(one.createdAt ?? ''));
    return understood(same[0]);
  }

  /** Sends, and sends again where `rest/retry.ts` says so; gives a success, fails with a `BackendError`. */
  private async ask(path: readonly string[], ask: Ask): Promise<RestAnswer> {
    const { method = 'GET', json, blob, version, idempotencyKey, signal } = ask;
    const request: RestRequest = {
      method,
      url: this.locate(path, ask.query),
      body: blob ?? (json === undefined ? undefined : JSON.stringify(json)),
      headers: {
        accept: 'application/json, application/problem+json',
        'content-type': json === undefined ? blob?.type || undefined : 'application/json',
        'idempotency-key': idempotencyKey,
        'if-match': version ? `"${opaque(version)}"` : undefined,
        'site-number': this.options.siteNumber,
      },
    };
    for (let retry = 0; ; retry++) {
      const answer = await this.send(request, signal);
      if (answer.status >= 200 && answer.status < 300) return answer;
      const problem = problemOf(answer);
      const wait = retryWait(method, idempotencyKey !== undefined, problem, retry);
      if (wait === undefined || retry >= (this.options.retries ?? 2)) throw problem;
      await sleep(wait, signal);
    }
  }

  private locate(path: readonly string[], query?: Query): URL {
    try {
      return address(this.options.baseUrl, path, query);
    } catch (thrown) {
      if (isBackendError(thrown) && thrown.kind === 'network') this.warn(thrown.message);
      throw thrown;
    }
  }

  private async send(request: RestRequest, signal?: AbortSignal): Promise<RestAnswer> {
    try {
      return await send(request, this.transport, signal);
    } catch (thrown) {
      const { origin } = request.url;
      const page = globalThis.location?.origin;
      if (isBackendError(thrown) && thrown.kind === 'network' && page && page !== origin)
        this.warn(
          `no answer from ${origin}. If it is up, let it allow ${page} (CORS: Access-Control-Allow-Origin), ` +
            'and let the page allow it (Content Security Policy: connect-src).',
        );
      throw thrown;
    }
  }

  /** Once: for the developer, who cannot see from a network error what to change. */
  private warn(message: string): void {
    if (!this.warned) console.warn(`ocean-integrations: ${message}`);
    this.warned = true;
  }
}

const understood = <T>(value: T | undefined): T => {
  if (value === undefined)
    throw new BackendError('malformed', 'The answer does not match the schema.');
  return value;
};

/** What stands within an ETag (RFC 9110, 8.8.3). */
const opaque = (etag: string): string => etag.replace(/^(?:W\/)?"(.*)"$/, '$1');

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
