/** The check of the endpoint: what is known of the request URL that stands in the form. */
import type { IntegrationBackend } from '../../backend/backend.js';
import { isBackendError } from '../../backend/backend-error.js';
import type { BackendError } from '../../backend/backend-error.js';
import { call } from '../../backend/call.js';
import { CHALLENGED_FORMATS } from '../../integration/rules.js';
import type { Endpoint, Integration, IntegrationDraft } from '../../integration/schema.js';

export type EndpointCheckState =
  | { readonly status: 'unchecked' }
  | { readonly status: 'checking' }
  /** The URL, the payload or the authentication was edited since. */
  | { readonly status: 'stale' }
  /** The backend could not be asked: says nothing of the endpoint. */
  | { readonly status: 'unavailable'; readonly error: BackendError }
  | { readonly status: 'verified' | 'failing' | 'erroring'; readonly endpoint: Endpoint };

/** What a check is about. */
export type EndpointSubject = Pick<IntegrationDraft, 'requestUrl' | 'payload' | 'authentication'>;

/** Two subjects with one key are one question. What says that a secret is stored is no part of it. */
const keyOf = ({ requestUrl, payload, authentication }: EndpointSubject): string =>
  JSON.stringify([
    requestUrl,
    payload.format,
    Object.entries(authentication)
      .filter(([name]) => !name.startsWith('has'))
      .sort(),
  ]);

export class EndpointCheck {
  private known: EndpointCheckState = { status: 'unchecked' };
  private subject = '';
  private controller?: AbortController;

  constructor(private readonly changed: () => void) {}

  /** Takes the state that the backend has stored for what stands in the form. */
  open(endpoint: Endpoint | undefined, subject: EndpointSubject): void {
    this.abort();
    this.subject = keyOf(subject);
    this.known =
      endpoint && endpoint.status !== 'unchecked'
        ? { status: endpoint.status, endpoint }
        : { status: 'unchecked' };
    this.changed();
  }

  /** What is known of what stands in the form now. */
  state(subject: EndpointSubject): EndpointCheckState {
    if (this.known.status === 'unchecked' || keyOf(subject) === this.subject) return this.known;
    return { status: 'stale' };
  }

  /** Whether a check is due by itself: the format has the challenge, and this URL was not asked yet. */
  due(subject: EndpointSubject): boolean {
    return CHALLENGED_FORMATS.includes(subject.payload.format) && keyOf(subject) !== this.subject;
  }

  /** Asks. The newest question wins; undefined where it was overtaken or given up. */
  async run(
    backend: IntegrationBackend | undefined,
    subject: EndpointSubject,
    stored?: Integration,
  ): Promise<Endpoint | undefined> {
    this.abort();
    const controller = (this.controller = new AbortController());
    const { signal } = controller;
    this.subject = keyOf(subject);
    this.known = { status: 'checking' };
    this.changed();
    try {
      // The secrets of what is stored are the backend's alone: it is asked to use them itself.
      const target =
        stored && keyOf(stored) === this.subject ? { integrationId: stored.id } : subject;
      const endpoint = await call(
        backend,
        (b, s) => b.checkEndpoint(target, { signal: s }),
        signal,
      );
      if (signal.aborted) return undefined;
      this.known =
        endpoint.status === 'unchecked'
          ? { status: 'unchecked' }
          : { status: endpoint.status, endpoint };
      return endpoint;
    } catch (error) {
      if (!signal.aborted && isBackendError(error)) this.known = { status: 'unavailable', error };
      return undefined;
    } finally {
      if (this.controller === controller) {
        this.controller = undefined;
        this.changed();
      }
    }
  }

  abort(): void {
    if (!this.controller) return;
    this.controller.abort();
    this.controller = undefined;
    this.known = { status: 'unchecked' };
    this.subject = '';
  }
}
