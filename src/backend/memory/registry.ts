/** Finding and changing integrations in the store. */
import { fold } from '../../integration/fold.js';
import { canonicalJson } from '../../integration/plain-json.js';
import type { Deployment } from '../../integration/rules.js';
import type { Integration } from '../../integration/schema.js';
import type { IntegrationQuery, Page } from '../backend.js';
import { accept } from './accept.js';
import { pageOf, valuesOf } from './paging.js';
import { invalid, refusal } from './refusal.js';
import { matcher } from './search.js';
import type { MemoryStore } from './store.js';

type Entry = MemoryStore['integrations'][number];

/** A name's place in the alphabet; the newest first of those that have the same. */
const byName = ({ value, place }: Entry): string =>
  `${fold(value.name)}\0${String(place + MIDDLE).padStart(17, '0')}`;

/** Makes every place positive, so that places compare as texts do. */
const MIDDLE = 2 ** 52;

const LISTS = {
  newest: { list: 'integrations', standard: 50, place: ({ place }: Entry) => place },
  name: { list: 'integrations-by-name', standard: 50, place: byName },
};

export const listIntegrations = (
  store: MemoryStore,
  query: IntegrationQuery,
): Page<Integration> => {
  const matches = matcher(query.query);
  const found = store.integrations.filter(
    ({ value }) =>
      (query.module === undefined || value.module === query.module) &&
      (query.status === undefined || value.endpoint.status === query.status) &&
      matches(value.name, value.requestUrl),
  );
  if (query.sort !== 'name') return valuesOf(pageOf(found, query, LISTS.newest));
  const ordered = found
    .map((entry) => ({ entry, at: byName(entry) }))
    .sort((one, other) => (one.at < other.at ? -1 : 1))
    .map(({ entry }) => entry);
  return valuesOf(pageOf(ordered, query, LISTS.name));
};

/** Registers once per key. */
export const register = (
  store: MemoryStore,
  draft: unknown,
  key: string,
  deployment: Deployment | undefined,
): Integration => {
  if (!key) throw invalid('The idempotency key is missing.');
  const accepted = accept(draft, deployment, null);
  const text = canonicalJson(accepted);
  const made = store.made(key);
  if (!made) {
    const integration = store.create(accepted);
    store.rememberMade(key, text, integration.id);
    return integration;
  }
  if (made.draft !== text) throw invalid('The idempotency key was used with another draft.');
  const found = store.integrations.find(({ value }) => value.id === made.id);
  if (!found) throw refusal('conflict', 'What was registered with this key is deleted.');
  return found.value;
};

export const update = (
  store: MemoryStore,
  { id, draft, version }: { id: string; draft: unknown; version: string },
  deployment: Deployment | undefined,
): Integration => {
  const stored = store.expect(id, version);
  return store.update(id, accept(draft, deployment, stored));
};

export const remove = (store: MemoryStore, id: string, version: string): void => {
  store.expect(id, version);
  store.remove(id);
};
