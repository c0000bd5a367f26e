/** Asks the API: makes the request, sends it, sends it again where `retry.ts` says so, warns the developer. */
import { LANGUAGE_TAGS, languageOfTag } from '../../integration/language-tag.js';
import type { Deployment } from '../../integration/rules.js';
import { plainJson } from '../../integration/plain-json.js';
import type { CallOptions } from '../backend.js';
import { isBackendError } from '../backend-error.js';
import { address } from './address.js';
import type { Query } from './address.js';
import { problemOf } from './problem.js';
import { send } from './request.js';
import type { RestAnswer, RestRequest, Transport } from './request.js';
import { retryWait, sleep } from './retry.js';

export interface RestBackendOptions {
  /** Where the API is: absolute, or relative to the page (`/api`). */
  baseUrl: string;
  /** Number of the site (clinic), sent as the header `site-number`. */
  siteNumber?: string;
  /** Where it runs. In a `development`, a launch URL with a one-time token may be http. @default 'public' */
  deployment?: Deployment;
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

/** One request as the backend's methods word it. */
export interface Ask extends CallOptions {
  /** @default 'GET' */
  method?: RestRequest['method'];
  query?: Query;
  json?: object;
  blob?: Blob;
  version?: string;
  idempotencyKey?: string;
}

/** What stands within an ETag (RFC 9110, 8.8.3). */
export const opaque = (etag: string): string => etag.replace(/^(?:W\/)?"(.*)"$/, '$1');

/** For a call that names no language: that of the page, where there is one. */
const pageLanguage = (): string | undefined => {
  const root = globalThis.document?.documentElement;
  return root && LANGUAGE_TAGS[languageOfTag(root.lang)];
};

export class RestClient {
  private readonly transport: Transport;
  private readonly retries: number;
  private warned = false;

  constructor(private readonly options: RestBackendOptions) {
    const { fetch, headers, credentials = 'same-origin', retries = 2 } = options;
    const { timeLimit = 30_000, maxAnswerBytes = 8 * 1024 * 1024 } = options;
    this.transport = { fetch, headers, credentials, timeLimit, maxAnswerBytes };
    this.retries = retries;
  }

  /** Gives the answer where it is a success, and fails with a `BackendError`. */
  async ask(path: readonly string[], ask: Ask): Promise<RestAnswer> {
    const { method = 'GET', json, blob, version, idempotencyKey, signal, language } = ask;
    const request: RestRequest = {
      method,
      url: this.locate(path, ask.query),
      body: blob ?? (json === undefined ? undefined : plainJson(json)),
      headers: {
        accept: 'application/json, application/problem+json',
        'accept-language': language ?? pageLanguage(),
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
      if (wait === undefined || retry >= this.retries) throw problem;
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
