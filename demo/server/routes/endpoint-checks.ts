/** `/endpoint-checks`: asks an endpoint the challenge, of a form or of a stored integration. */
import type { FastifyInstance } from 'fastify';
import type { Deployment } from '../../../src/integration/index.js';
import { acceptTarget } from '../../../src/server-rules/index.js';
import type { EndpointTarget } from '../ports.js';
import { invalid, notFound } from '../problems.js';
import { bodyOf, goneSignal, textOf } from '../request.js';
import { noteCheck } from '../store/endpoints.js';
import type { Store } from '../store/index.js';
import type { Parts } from './parts.js';

const targetInForm = (
  body: Readonly<Record<string, unknown>>,
  deployment: Deployment,
): EndpointTarget => {
  const result = acceptTarget(body, deployment);
  if (!result.ok) throw invalid('The endpoint is not valid.', ...result.issues);
  return result.value;
};

const storedTarget = async (store: Store, site: string, id: string): Promise<EndpointTarget> => {
  await store.integrations.find(site, id);
  const target = await store.deliveries.loadTarget(id);
  if (!target) throw notFound('integration');
  return target;
};

export const endpointCheckRoutes = (
  app: FastifyInstance,
  { store, checker, settings }: Parts,
): void => {
  app.post('/endpoint-checks', async (request, reply) => {
    const { site } = request;
    const body = bodyOf(request);
    const id = 'integrationId' in body ? textOf(body, 'integrationId') : undefined;
    const target =
      id === undefined
        ? targetInForm(body, settings.deployment)
        : await storedTarget(store, site, id);
    const endpoint = await checker.check(target, goneSignal(reply));
    return noteCheck(store.database, site, target, endpoint, id);
  });
};
