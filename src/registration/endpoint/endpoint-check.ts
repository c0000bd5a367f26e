/** The check of the endpoint: what is known of the request URL that stands in the form. */
import type { IntegrationBackend } from '../../backend/backend.js';
import { isBackendError } from '../../backend/backend-error.js';
import type { BackendError } from '../../backend/backend-error.js';
import { call } from '../../backend/call.js';
import { AUTHENTICATION_RULES, CHALLENGED_FORMATS } from '../../integration/rules.js';
import type { Endpoint, IntegrationDraft } from '../../integration/schema.js';
import { parseRequestUrl } from '../../integration/urls.js';
import type { UrlResult } from '../../integration/urls.js';
import type { FormStore } from '../model/form-store.js';
import type { FieldName } from '../model/form-values.js';

export type EndpointCheckState =
  | { readonly status: 'unchecked' }
  | { readonly status: 'checking' }
  /** The URL, the payload or the authentication was edited since. */
  | { readonly status: 'stale' }
  /** The backend could not be asked: says nothing of the endpoint. */
  | { readonly status: 'unavailable'; readonly error: BackendError }
  | {
      readonly status: 'verified' | 'failing' | 'erroring';
      readonly endpoint: Endpoint;
      /** A secret that is stored was not used: what was asked for is another endpoint than the one that it was given for. */
      readonly withoutSecret?: boolean;
    };

type EndpointSubject = Pick<IntegrationDraft, 'requestUrl' | 'payload' | 'authentication'>;

/** Two subjects with one key are one question. What says that a secret is stored is no part of it. */
const keyOf = ({ requestUrl, payload, authentication }: EndpointSubject): string =>
  JSON.stringify([
    requestUrl,
    payload.format,
    Object.entries(authentication)
      .filter(([name]) => !name.startsWith('has'))
      .sort(),
  ]);

/** Whether it lacks a secret that is stored. */
const lacksSecret = (
  { authentication }: EndpointSubject,
  stored: EndpointSubject | undefined,
): boolean => {
  const given = new Map<string, unknown>(Object.entries(authentication));
  const kept = new Map<string, unknown>(Object.entries(stored?.authentication ?? {}));
  return AUTHENTICATION_RULES[authentication.type].some(
    ({ name, stored: flag }) => flag !== undefined && kept.get(flag) === true && !given.get(name),
  );
};

/** Fields after whose change a check may be due by itself. */
const CONCERNED: readonly FieldName[] = ['/requestUrl', '/payload/format', '/module'];

export class EndpointCheck {
  private known: EndpointCheckState = { status: 'unchecked' };
  private asked = '';
  private controller?: AbortController;

  constructor(
    private readonly store: FormStore,
    private readonly changed: () => void,
  ) {}

  /** What the rules say of the request URL that stands in the form. */
  get url(): UrlResult {
    const { values, deployment } = this.store;
    return parseRequestUrl(values['/requestUrl'], { deployment });
  }

  /** What a check is about: the URL as it would be stored, with the payload and authentication chosen. */
  get subject(): EndpointSubject {
    const { requestUrl, payload, authentication } = this.store.draft;
    const { url } = this;
    return { requestUrl: url.ok ? url.url : requestUrl, payload, authentication };
  }

  /** What is known of what stands in the form now. */
  get state(): EndpointCheckState {
    if (this.known.status === 'unchecked' || keyOf(this.subject) === this.asked) return this.known;
    return { status: 'stale' };
  }

  /** Takes the state that the backend has stored for what stands in the form. */
  open(endpoint?: Endpoint): void {
    this.abort();
    this.asked = keyOf(this.subject);
    this.known =
      endpoint && endpoint.status !== 'unchecked'
        ? { status: endpoint.status, endpoint }
        : { status: 'unchecked' };
    this.changed();
  }

  /** Whether a check is due by itself, now that `name` was changed: the format has the challenge, and it was not asked. */
  isDueAfter(name: FieldName): boolean {
    if (!CONCERNED.includes(name) || !this.url.ok) return false;
    const { subject } = this;
    return CHALLENGED_FORMATS.includes(subject.payload.format) && keyOf(subject) !== this.asked;
  }

  /** Asks. The newest question wins; undefined where it was overtaken or given up. */
  async run(backend: IntegrationBackend | undefined): Promise<Endpoint | undefined> {
    this.abort();
    const controller = (this.controller = new AbortController());
    const { signal } = controller;
    const { subject } = this;
    const { stored } = this.store;
    this.asked = keyOf(subject);
    this.known = { status: 'checking' };
    this.changed();
    try {
      // The secrets of what is stored are the backend's alone: it is asked to use them itself.
      const target =
        stored && keyOf(stored) === this.asked ? { integrationId: stored.id } : subject;
      const endpoint = await call(
        backend,
        (b, s) => b.checkEndpoint(target, { signal: s }),
        signal,
      );
      if (signal.aborted) return undefined;
      this.known =
        endpoint.status === 'unchecked'
          ? { status: 'unchecked' }
          : {
              status: endpoint.status,
              endpoint,
              withoutSecret: target === subject && lacksSecret(subject, stored),
            };
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
    this.asked = '';
  }
}
