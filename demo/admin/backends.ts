/** The backends behind the admin page: one in memory, and the reference server where one answers. */
import { MemoryBackend } from '../../src/backend/memory.js';
import { RestBackend } from '../../src/backend/rest.js';
import { madeUpDraft, madeUpIntegrations } from './made-up.js';
import type { AdminState } from './state.js';

export const BASE_URL = '/api/ocean';

/** How many integrations a server is filled with. */
const TWELVE = 12;

/** Test events that were sent before: enough for a first look at the deliveries. */
const sendSome = async (backend: MemoryBackend): Promise<void> => {
  const { items } = await backend.listIntegrations({ limit: TWELVE });
  // The others have not got as far as a delivery.
  const told = items.filter(({ requestUrl }) =>
    /^https:\/\/(?:hooks|deliveries)\./.test(requestUrl),
  );
  for (const { id, events } of told)
    for (const eventType of events) await backend.sendTestEvent(id, { eventType });
};

export const openMemory = async ({ seed }: AdminState): Promise<MemoryBackend> => {
  const backend = new MemoryBackend({
    siteNumber: '1234',
    integrations: madeUpIntegrations(Number(seed)),
  });
  await sendSome(backend);
  return backend;
};

/** How many integrations the reference server has for a site; undefined where none answers. */
export const askServer = async (siteNumber: string): Promise<number | undefined> => {
  try {
    const backend = new RestBackend({ baseUrl: BASE_URL, siteNumber });
    const { items, total } = await backend.listIntegrations({ limit: 1 });
    return total ?? items.length;
  } catch {
    return undefined;
  }
};

/** Their endpoints are the server's own sink, of which some refuse. */
export const fillServer = async (siteNumber: string): Promise<void> => {
  const backend = new RestBackend({ baseUrl: BASE_URL, siteNumber });
  for (let index = TWELVE - 1; index >= 0; index--) {
    const draft = madeUpDraft(index);
    const refuses = !draft.requestUrl.startsWith('https://hooks.');
    const sink = `/sink/made-up-${index}${refuses ? '?status=410' : ''}`;
    const { id } = await backend.registerIntegration(
      { ...draft, requestUrl: new URL(sink, location.origin).href },
      { idempotencyKey: crypto.randomUUID() },
    );
    await backend.checkEndpoint({ integrationId: id });
  }
};
