/** Deliveries to endpoints: test events, repeated deliveries, and the endpoint's status that follows from them. */
import type { Endpoint, Integration } from '../../integration/schema.js';
import type { Delivery, DeliveryStatus, Page } from '../backend.js';
import { endpointOutcome } from './endpoint-outcomes.js';
import { pageOf, valuesOf } from './paging.js';
import type { PageRequest } from './paging.js';
import { invalid } from './refusal.js';
import type { MemoryStore } from './store.js';

type Attempted = Pick<Delivery, 'status' | 'attempts'>;

export const listDeliveries = (
  store: MemoryStore,
  id: string,
  query: PageRequest & { status?: DeliveryStatus },
): Page<Delivery> => {
  store.find(id);
  const found = store.deliveries.filter(
    ({ value }) =>
      value.integrationId === id && (query.status === undefined || value.status === query.status),
  );
  return valuesOf(
    pageOf(found, query, {
      list: 'deliveries',
      standard: 50,
      place: (entry) => entry.place,
    }),
  );
};

export const sendTestEvent = (store: MemoryStore, id: string, eventType: string): Delivery => {
  const integration = store.find(id);
  if (!integration.events.includes(eventType))
    throw invalid('The integration is not notified about this event.', {
      pointer: '/eventType',
      code: 'invalid',
    });
  const delivery = store.addDelivery({
    integrationId: id,
    eventType,
    test: true,
    createdAt: new Date().toISOString(),
    ...attempted(integration.requestUrl),
  });
  noteEndpoint(store, integration, delivery);
  return delivery;
};

/** One more attempt, at the request URL that the integration has now. */
export const redeliver = (store: MemoryStore, deliveryId: string): Delivery => {
  const before = store.findDelivery(deliveryId);
  const integration = store.find(before.integrationId);
  const delivery = { ...before, ...attempted(integration.requestUrl, before.attempts) };
  store.replaceDelivery(delivery);
  noteEndpoint(store, integration, delivery);
  return delivery;
};

/** A delivery that is only queued has no attempt yet. */
const attempted = (requestUrl: string, before: Delivery['attempts'] = []): Attempted => {
  const { status, ...attempt } = endpointOutcome(requestUrl).delivery;
  if (status === 'pending') return { status, attempts: before };
  return { status, attempts: [...before, { at: new Date().toISOString(), ...attempt }] };
};

const noteEndpoint = (store: MemoryStore, integration: Integration, delivery: Attempted): void => {
  const endpoint = endpointAfter(integration, delivery);
  if (endpoint) store.noteEndpoint(integration, endpoint);
};

/** Red where the delivery failed; where it got through to one that was red, what the challenge would find. */
const endpointAfter = (
  { requestUrl, endpoint }: Integration,
  { status, attempts }: Attempted,
): Endpoint | undefined => {
  const last = attempts.at(-1);
  if (!last || status === 'pending') return undefined;
  if (status === 'failed') {
    const { httpStatus, reason } = last;
    return { status: 'erroring', httpStatus, reason, checkedAt: last.at };
  }
  if (endpoint.status !== 'erroring') return undefined;
  return { ...endpointOutcome(requestUrl).check, checkedAt: last.at };
};
