/** What the in-memory backend knows: integrations, deliveries, and what was found out of endpoints. */
import type { AcceptedDraft } from '../../integration/accept-draft.js';
import { withSince } from '../../integration/endpoint-since.js';
import type { Endpoint, Integration } from '../../integration/schema.js';
import { sealAuthentication, withoutSecrets } from '../../integration/seal-authentication.js';
import type { Delivery } from '../backend.js';
import { notFound, refusal } from './refusal.js';
import type { Entry, MemoryState, SessionKeeper } from './session.js';

type Target = Pick<Integration, 'requestUrl' | 'payload'>;

const targetKey = ({ requestUrl, payload }: Target): string =>
  JSON.stringify([requestUrl, payload.format]);

const finalNumber = (text: string): number => Number(/\d{1,9}$/.exec(text)?.[0] ?? 0);

export class MemoryStore {
  private state: MemoryState = { serial: 0, integrations: [], deliveries: [] };
  /** The newest that was found out of each endpoint, also of those that no integration has yet. */
  private readonly endpoints = new Map<string, Endpoint>();
  /** Not kept in the session: the drafts hold secrets. */
  private readonly registered = new Map<string, { draft: string; id: string }>();

  constructor(private readonly session?: SessionKeeper) {}

  get isEmpty(): boolean {
    return this.state.serial === 0;
  }

  /** Newest first. */
  get integrations(): readonly Entry<Integration>[] {
    return this.state.integrations;
  }

  /** Newest first. */
  get deliveries(): readonly Entry<Delivery>[] {
    return this.state.deliveries;
  }

  /** Takes in what another backend of the same session key has left. */
  refresh(): void {
    this.state = this.session?.news() ?? this.state;
  }

  find(id: string): Integration {
    return this.entry(id).value;
  }

  /** Fails as `conflict` where the stored version is another. */
  expect(id: string, version: string): Integration {
    const integration = this.find(id);
    if (integration.version !== version)
      throw refusal('conflict', 'The integration was changed by someone else.');
    return integration;
  }

  /** Adds a whole integration, as it is. Ids and versions made later number on from its own. */
  seed(integration: Integration): void {
    const { id, version } = integration;
    this.state.serial = Math.max(this.state.serial, finalNumber(id), finalNumber(version));
    this.state.integrations.unshift({ place: -this.nextSerial(), value: integration });
    this.keep();
  }

  create(draft: AcceptedDraft): Integration {
    const serial = this.nextSerial();
    const now = new Date().toISOString();
    const value = {
      ...draft,
      id: `integration-${serial}`,
      version: `v${serial}`,
      authentication: sealAuthentication(draft),
      endpoint: this.endpoints.get(targetKey(draft)) ?? { status: 'unchecked' },
      createdAt: now,
      updatedAt: now,
    } as Integration;
    this.state.integrations.unshift({ place: -serial, value });
    this.keep();
    return value;
  }

  /** Puts the draft in the place of what is stored, but for what is the server's own. */
  update(id: string, draft: AcceptedDraft): Integration {
    const entry = this.entry(id);
    const before = entry.value;
    entry.value = {
      ...draft,
      id,
      version: `v${this.nextSerial()}`,
      authentication: sealAuthentication(draft, before),
      endpoint: this.knownEndpoint(draft, before),
      createdAt: before.createdAt,
      updatedAt: new Date().toISOString(),
    };
    this.keep();
    return entry.value;
  }

  /** Changes parts of an integration from outside of the backend's methods. */
  touch(id: string, change: Partial<Integration>): Integration {
    const entry = this.entry(id);
    entry.value = {
      ...withoutSecrets({ ...entry.value, ...change }),
      id,
      version: `v${this.nextSerial()}`,
      updatedAt: new Date().toISOString(),
    };
    this.keep();
    return entry.value;
  }

  remove(id: string): void {
    const { integrations, deliveries } = this.state;
    this.state.integrations = integrations.filter(({ value }) => value.id !== id);
    this.state.deliveries = deliveries.filter(({ value }) => value.integrationId !== id);
    this.keep();
  }

  /**
   * Notes what was found out of an endpoint, at every integration that has it. The version stays: nobody edited.
   *
   * @returns what is known of it now: at the integration that was asked of, where it was one
   */
  noteEndpoint(target: Target | Integration, found: Endpoint): Endpoint {
    const key = targetKey(target);
    let known = withSince(found, this.endpoints.get(key));
    this.endpoints.set(key, known);
    for (const entry of this.state.integrations) {
      if (targetKey(entry.value) !== key) continue;
      const endpoint = withSince(found, entry.value.endpoint);
      entry.value = { ...entry.value, endpoint };
      if ('id' in target && target.id === entry.value.id) known = endpoint;
    }
    this.keep();
    return known;
  }

  findDelivery(id: string): Delivery {
    const entry = this.state.deliveries.find(({ value }) => value.id === id);
    if (!entry) throw notFound('delivery');
    return entry.value;
  }

  addDelivery(delivery: Omit<Delivery, 'id'>): Delivery {
    const serial = this.nextSerial();
    const value = { id: `delivery-${serial}`, ...delivery };
    this.state.deliveries.unshift({ place: -serial, value });
    this.keep();
    return value;
  }

  replaceDelivery(delivery: Delivery): void {
    for (const entry of this.state.deliveries)
      if (entry.value.id === delivery.id) entry.value = delivery;
    this.keep();
  }

  /** What an idempotency key has made: the id and the draft, as a text, that it came from. */
  made(key: string): { draft: string; id: string } | undefined {
    return this.registered.get(key);
  }

  rememberMade(key: string, draft: string, id: string): void {
    this.registered.set(key, { draft, id });
  }

  private entry(id: string): Entry<Integration> {
    const entry = this.state.integrations.find(({ value }) => value.id === id);
    if (!entry) throw notFound('integration');
    return entry;
  }

  private knownEndpoint(target: Target, before: Integration): Endpoint {
    const key = targetKey(target);
    if (targetKey(before) === key) return before.endpoint;
    return this.endpoints.get(key) ?? { status: 'unchecked' };
  }

  private nextSerial(): number {
    return (this.state.serial += 1);
  }

  private keep(): void {
    this.session?.keep(this.state);
  }
}
