/** Sends a request with the integration's own authentication: none, HTTP Basic, OAuth 2.0 client credentials, a webhook key. */
import type { Authentication } from '../../../src/integration/index.js';
import type { GuardedFetch, OutboundRequest, Outcome } from './guarded-fetch.js';
import { Tokens } from './tokens.js';
import type { ClientCredentials, TokenOptions } from './tokens.js';

export interface Sent {
  readonly outcome: Outcome;
  /** What was sent, or used, and must not be shown where the answer repeats it. */
  readonly secrets: readonly string[];
}

/** Where a secret is not known, nothing is sent in its place: the endpoint's answer tells. */
export class AuthenticatedFetch {
  private readonly fetch: GuardedFetch;
  private readonly tokens: Tokens;

  constructor(options: TokenOptions) {
    this.fetch = options.fetch;
    this.tokens = new Tokens(options);
  }

  /** Fails with the signal's reason where it is aborted before an answer begins. */
  async send(
    request: OutboundRequest,
    authentication: Authentication,
    signal: AbortSignal,
  ): Promise<Sent> {
    switch (authentication.type) {
      case 'none':
        return { outcome: await this.fetch(request, signal), secrets: [] };
      case 'basic': {
        const { username, password } = authentication;
        if (password === undefined) return this.sendWith({}, request, signal);
        const credentials = Buffer.from(`${username}:${password}`).toString('base64');
        const header = { authorization: `Basic ${credentials}` };
        return this.sendWith(header, request, signal, [password, credentials]);
      }
      case 'webhook-key': {
        const { key } = authentication;
        if (key === undefined) return this.sendWith({}, request, signal);
        if (!isHeaderText(key)) return { outcome: { failure: 'authentication' }, secrets: [key] };
        // Node writes a header's characters as bytes: these are the key's in UTF-8.
        const header = { 'x-ocean-webhook-key': Buffer.from(key).toString('latin1') };
        return this.sendWith(header, request, signal, [key]);
      }
      case 'oauth2': {
        const { tokenUrl, clientId, clientSecret, scope } = authentication;
        if (clientSecret === undefined) return this.sendWith({}, request, signal);
        return this.sendWithToken({ tokenUrl, clientId, clientSecret, scope }, request, signal);
      }
    }
  }

  private async sendWith(
    headers: Readonly<Record<string, string>>,
    request: OutboundRequest,
    signal: AbortSignal,
    secrets: readonly string[] = [],
  ): Promise<Sent> {
    const outcome = await this.fetch(
      { ...request, headers: { ...request.headers, ...headers } },
      signal,
    );
    return { outcome, secrets };
  }

  /** A token that is refused may have been revoked before its time: once more, with another. */
  private async sendWithToken(
    credentials: ClientCredentials,
    request: OutboundRequest,
    signal: AbortSignal,
  ): Promise<Sent> {
    const secrets = [credentials.clientSecret];
    let outcome: Outcome = { failure: 'authentication' };
    for (let round = 1; round <= 2; round++) {
      const token = await this.tokens.get(credentials, signal);
      if (token === undefined) return { outcome: { failure: 'authentication' }, secrets };
      secrets.push(token);
      const header = { authorization: `Bearer ${token}` };
      ({ outcome } = await this.sendWith(header, request, signal));
      if (outcome.answer?.status !== 401) break;
      this.tokens.drop(credentials, token);
    }
    return { outcome, secrets };
  }
}

/** No control characters, and no space at an end, which would not arrive. */
const isHeaderText = (text: string): boolean => !/\p{Cc}/u.test(text) && text === text.trim();
