/** Test events, what was delivered, and delivering it again. */
import type { FastifyInstance } from 'fastify';
import { invalid } from '../problems.js';
import { bodyOf, limitOf, oneOf, queryOf, textOf } from '../request.js';
import type { Parts } from './parts.js';

type ById = { Params: { id: string } };

const STANDARD_LIMIT = 50;

const STATUSES = ['pending', 'delivered', 'failed'] as const;

export const deliveryRoutes = (
  app: FastifyInstance,
  { store, worker, messageBody }: Parts,
): void => {
  const { integrations, deliveries, cursors } = store;

  app.post<ById>('/integrations/:id/test-events', async (request, reply) => {
    const { site, params } = request;
    const integration = await integrations.find(site, params.id);
    const eventType = textOf(bodyOf(request), 'eventType');
    if (!integration.events.includes(eventType))
      throw invalid('The integration is not notified about this event.', {
        pointer: '/eventType',
        code: 'invalid',
      });
    const message = messageBody(integration, eventType, { siteNum: site });
    const { id } = await deliveries.enqueue({
      integrationId: integration.id,
      eventType,
      ...message,
      test: true,
    });
    await worker.attempt(id);
    void reply.code(201);
    return deliveries.find(site, id);
  });

  app.get<ById>('/integrations/:id/deliveries', async (request) => {
    const { site, params } = request;
    const query = queryOf(request);
    const list = `deliveries ${site} ${params.id}`;
    const { items, last, total } = await deliveries.list(site, params.id, {
      status: oneOf(query, 'status', STATUSES),
      before: cursors.read<number>(list, query['cursor']),
      limit: limitOf(query, STANDARD_LIMIT),
    });
    return { items, nextCursor: cursors.write(list, last), total };
  });

  app.post<ById>('/deliveries/:id/redeliver', async ({ site, params }) => {
    await deliveries.requeue(site, params.id);
    await worker.attempt(params.id);
    return deliveries.find(site, params.id);
  });
};
