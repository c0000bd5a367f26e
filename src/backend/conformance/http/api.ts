/** The API as it is on the wire: any request, and the raw answer. */
import { address } from '../../rest/address.js';
import type { Query } from '../../rest/address.js';
import { parseJson } from '../../rest/problem.js';
import { retryAfterSeconds, sleep } from '../../rest/retry.js';
import type { Recorder } from './recorder.js';

export interface ApiOptions {
  baseUrl: string;
  /** Sent with each request, such as `authorization`. */
  headers: readonly (readonly [name: string, value: string])[];
  siteNumber?: string;
}

export interface ApiRequest {
  query?: Query;
  headers?: Readonly<Record<string, string>>;
  /** Sent as `application/json`. */
  json?: unknown;
  /** Sent as it is. */
  text?: string;
}

export interface ApiAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body, or undefined where it is not JSON. */
  readonly json: unknown;
  /** What was asked, for a sentence. */
  readonly request: string;
}

/** How often a request that was put off is sent again. */
const RETRIES = 3;

export class Api {
  constructor(
    readonly options: ApiOptions,
    private readonly recorder: Recorder,
  ) {}

  async send(
    method: string,
    path: readonly string[],
    { query, headers, json, text }: ApiRequest = {},
  ): Promise<ApiAnswer> {
    const { baseUrl, siteNumber } = this.options;
    const url = address(baseUrl, path, query);
    const sent = new Headers();
    for (const [name, value] of this.options.headers) sent.append(name, value);
    sent.set('accept', 'application/json, application/problem+json');
    if (siteNumber !== undefined) sent.set('site-number', siteNumber);
    if (json !== undefined) sent.set('content-type', 'application/json');
    for (const [name, value] of Object.entries(headers ?? {})) sent.set(name, value);
    const body = json === undefined ? text : JSON.stringify(json);
    for (let retry = 0; ; retry++) {
      const response = await this.recorder.fetch(url, {
        method,
        headers: sent,
        body,
        redirect: 'manual',
      });
      const { status } = response;
      const wait = retryAfterSeconds(
        response.headers.get('retry-after'),
        response.headers.get('date'),
      );
      if (status !== 429 || wait === undefined || retry >= RETRIES) {
        const answered = await response.text();
        return {
          status,
          headers: response.headers,
          text: answered,
          json: parseJson(answered),
          request: `${method} /${path.join('/')}`,
        };
      }
      await sleep(wait * 1_000);
    }
  }

  /** The same API as seen by others: from another site, or without the credentials. */
  as(change: Partial<ApiOptions>): Api {
    return new Api({ ...this.options, ...change }, this.recorder);
  }
}
