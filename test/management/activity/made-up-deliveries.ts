/** Deliveries of made-up data, for the tests of an integration's activity. */
import type { Delivery, DeliveryStatus } from '../../../src/backend/backend.js';

/** Number 1 is the oldest; each was made a second after the one before. */
export const delivery = (
  number: number,
  status: DeliveryStatus = 'delivered',
  changes: Partial<Delivery> = {},
): Delivery => {
  const at = new Date(Date.UTC(2026, 10, 1) + number * 1_000).toISOString();
  return {
    id: `d${number}`,
    integrationId: 'i1',
    eventType: 'add-service-request',
    status,
    createdAt: at,
    attempts:
      status === 'pending'
        ? []
        : [
            {
              at,
              httpStatus: status === 'delivered' ? 200 : 503,
              reason: status === 'delivered' ? null : 'http-status',
              duration: 80,
              answer: null,
            },
          ],
    ...changes,
  };
};

/** From `newest` down to `oldest`, as a backend lists them. */
export const deliveries = (newest: number, oldest: number, status?: DeliveryStatus): Delivery[] =>
  Array.from({ length: newest - oldest + 1 }, (_, index) => delivery(newest - index, status));
