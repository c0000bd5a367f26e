/** The check of the endpoint: what is known of the request URL in the form. */
import { toBackendError } from '../../backend/backend-error.js';
import type { BackendError } from '../../backend/backend-error.js';
import { AUTHENTICATION_RULES, CHALLENGED_FORMATS } from '../../integration/rules.js';
import type { Endpoint, IntegrationDraft } from '../../integration/schema.js';
import { parseRequestUrl } from '../../integration/urls.js';
import type { UrlResult } from '../../integration/urls.js';
import { LatestRequest } from '../../ui/latest-request.js';
import { LeaveController } from '../../ui/leave-controller.js';
import type { LeavingHost } from '../../ui/leave-controller.js';
import type { FormServices } from '../model/form-services.js';
import type { FieldName } from '../model/form-values.js';

export type EndpointCheckState =
  | { readonly status: 'unchecked' }
  | { readonly status: 'checking' }
  /** The URL, the payload or the authentication was edited since. */
  | { readonly status: 'stale' }
  /** The backend could not check: nothing is known of the endpoint. */
  | { readonly status: 'unavailable'; readonly error: BackendError }
  | {
      readonly status: 'verified' | 'failing' | 'erroring';
      readonly endpoint: Endpoint;
      /** A stored secret was not used, as the endpoint is another one than the secret was entered for. */
      readonly withoutSecret?: boolean;
    };

type EndpointSubject = Pick<IntegrationDraft, 'requestUrl' | 'payload' | 'authentication'>;

/** Subjects with the same key need one check only. The flags of stored secrets (`has...`) are no part of it. */
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
  /** Key of what `known` is about. */
  private checkedKey = '';
  private readonly request = new LatestRequest();

  constructor(
    private readonly host: LeavingHost,
    private readonly services: FormServices,
  ) {
    new LeaveController(host, () => this.abort());
  }

  /** What the rules make of the request URL in the form. */
  get url(): UrlResult {
    const { values, deployment } = this.services.store;
    return parseRequestUrl(values['/requestUrl'], { deployment });
  }

  /** What a check is about: the URL as it would be stored, with the payload and authentication chosen. */
  get subject(): EndpointSubject {
    const { requestUrl, payload, authentication } = this.services.store.draft;
    const { url } = this;
    return { requestUrl: url.ok ? url.url : requestUrl, payload, authentication };
  }

  /** What is known of the endpoint that is in the form now. */
  get state(): EndpointCheckState {
    if (this.known.status === 'unchecked' || keyOf(this.subject) === this.checkedKey)
      return this.known;
    return { status: 'stale' };
  }

  /** Takes the state that the backend has stored for the endpoint in the form. */
  open(endpoint?: Endpoint): void {
    this.abort();
    this.checkedKey = keyOf(this.subject);
    this.known =
      endpoint && endpoint.status !== 'unchecked'
        ? { status: endpoint.status, endpoint }
        : { status: 'unchecked' };
    this.host.requestUpdate();
  }

  /** Whether a check is due by itself after `name` was changed: the format has the challenge, and this was not checked yet. */
  isDueAfter(name: FieldName): boolean {
    if (!CONCERNED.includes(name) || !this.url.ok) return false;
    const { subject } = this;
    return (
      CHALLENGED_FORMATS.includes(subject.payload.format) && keyOf(subject) !== this.checkedKey
    );
  }

  /** Checks the endpoint. Undefined where the check failed, or was given up for a newer one. */
  async run(): Promise<Endpoint | undefined> {
    const { store, backend } = this.services;
    const { subject } = this;
    const { stored } = store;
    this.checkedKey = keyOf(subject);
    this.known = { status: 'checking' };
    this.host.requestUpdate();
    // The secrets of what is stored are the backend's alone: it is asked to use them itself.
    const target =
      stored && keyOf(stored) === this.checkedKey ? { integrationId: stored.id } : subject;
    const answer = await this.request.run((signal) =>
      backend.call((b, s) => b.checkEndpoint(target, { signal: s }), signal),
    );
    if (!answer) return undefined;
    this.host.requestUpdate();
    if (!answer.ok) {
      this.known = { status: 'unavailable', error: toBackendError(answer.error) };
      return undefined;
    }
    const { value: endpoint } = answer;
    this.known =
      endpoint.status === 'unchecked'
        ? { status: 'unchecked' }
        : {
            status: endpoint.status,
            endpoint,
            withoutSecret: target === subject && lacksSecret(subject, stored),
          };
    return endpoint;
  }

  private abort(): void {
    if (!this.request.pending) return;
    this.request.abort();
    this.known = { status: 'unchecked' };
    this.checkedKey = '';
  }
}
