/** Tokens of OAuth 2.0 client credentials (RFC 6749, 4.4), each kept until shortly before it expires. In memory alone. */
import { createHash } from 'node:crypto';
import type { GuardedFetch } from './guarded-fetch.js';
import { inTime, unlessAborted } from './time-limit.js';

export interface ClientCredentials {
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scope?: string;
}

interface Token {
  readonly value: string;
  /** Time in milliseconds until which it is used. */
  readonly until: number;
}

export interface TokenOptions {
  readonly fetch: GuardedFetch;
  /** Milliseconds for one request for a token. */
  readonly timeLimit: number;
  /** Time in milliseconds. @default `Date.now` */
  readonly now?: () => number;
}

/** Milliseconds before it expires that a token is no longer used; half of its life where that is less. */
const MARGIN = 30_000;

/** Seconds that a token is used whose answer does not tell how long it is good for. A refusal (401) ends it earlier. */
const STANDARD_LIFETIME = 300;

const MOST_TOKENS = 1_000;

export class Tokens {
  private readonly kept = new Map<string, Token>();
  private readonly underWay = new Map<string, Promise<Token | undefined>>();
  private readonly now: () => number;

  constructor(private readonly options: TokenOptions) {
    this.now = options.now ?? Date.now;
  }

  /** Undefined where the token URL gives none. Who asks while a request is under way waits for that one. */
  async get(credentials: ClientCredentials, signal: AbortSignal): Promise<string | undefined> {
    const key = keyOf(credentials);
    const kept = this.kept.get(key);
    if (kept && kept.until > this.now()) return kept.value;
    const request = this.underWay.get(key) ?? this.request(key, credentials);
    return (await unlessAborted(request, signal))?.value;
  }

  /** For a token that was refused. One that was got since then stays. */
  drop(credentials: ClientCredentials, value: string): void {
    const key = keyOf(credentials);
    if (this.kept.get(key)?.value === value) this.kept.delete(key);
  }

  /** Has a time limit of its own: it is not the first asker's alone. */
  private request(key: string, credentials: ClientCredentials): Promise<Token | undefined> {
    const request = inTime(
      this.options.timeLimit,
      (signal) => this.ask(credentials, signal),
      () => undefined,
    ).then((token) => {
      if (token) this.keep(key, token);
      return token;
    });
    this.underWay.set(key, request);
    const forget = (): void => void this.underWay.delete(key);
    request.then(forget, forget);
    return request;
  }

  private keep(key: string, token: Token): void {
    this.kept.delete(key);
    this.kept.set(key, token);
    const [oldest] = this.kept.keys();
    if (this.kept.size > MOST_TOKENS && oldest !== undefined) this.kept.delete(oldest);
  }

  /** The client shows itself by HTTP Basic, which every token endpoint has to take. */
  private async ask(
    { tokenUrl, clientId, clientSecret, scope }: ClientCredentials,
    signal: AbortSignal,
  ): Promise<Token | undefined> {
    const client = Buffer.from(`${formEncode(clientId)}:${formEncode(clientSecret)}`);
    const { answer } = await this.options.fetch(
      {
        url: tokenUrl,
        headers: {
          authorization: `Basic ${client.toString('base64')}`,
          'content-type': 'application/x-www-form-urlencoded',
          accept: 'application/json',
        },
        body: new URLSearchParams({
          grant_type: 'client_credentials',
          ...(scope && { scope }),
        }).toString(),
      },
      signal,
    );
    return answer?.status === 200 && !answer.cut ? this.tokenIn(answer.body) : undefined;
  }

  private tokenIn(body: string): Token | undefined {
    let told: { access_token?: unknown; token_type?: unknown; expires_in?: unknown } | null;
    try {
      told = JSON.parse(body) as typeof told;
    } catch {
      return undefined;
    }
    const { access_token: value, token_type: type = 'Bearer', expires_in: given } = told ?? {};
    // What no header can hold is no token.
    if (typeof value !== 'string' || !/^[\x21-\x7e]+$/.test(value)) return undefined;
    if (typeof type !== 'string' || type.toLowerCase() !== 'bearer') return undefined;
    const seconds = Number(given ?? STANDARD_LIFETIME);
    const lifetime = 1_000 * (seconds > 0 ? seconds : 0);
    return { value, until: this.now() + lifetime - Math.min(MARGIN, lifetime / 2) };
  }
}

/** Not the secret itself. */
const keyOf = ({ tokenUrl, clientId, clientSecret, scope }: ClientCredentials): string =>
  createHash('sha256')
    .update(JSON.stringify([tokenUrl, clientId, clientSecret, scope ?? '']))
    .digest('base64');

/** As RFC 6749 (2.3.1) has it within HTTP Basic. */
const formEncode = (text: string): string => new URLSearchParams([['', text]]).toString().slice(1);
