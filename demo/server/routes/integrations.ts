/** `/integrations`: list, read, register, change, delete. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { MODULES } from '../../../src/integration/index.js';
import type { Deployment, Integration, Issue } from '../../../src/integration/index.js';
import { ENDPOINT_STATUSES, acceptDraft } from '../../../src/server-rules/index.js';
import type { AcceptedDraft } from '../../../src/server-rules/index.js';
import { Problem, invalid } from '../problems.js';
import { ifMatchOf, limitOf, oneOf, queryOf, searchOf } from '../request.js';
import { listIntegrations } from '../store/integration-list.js';
import type { ListPlace } from '../store/integration-list.js';
import { isLogoAddress } from './logos.js';
import { API } from './parts.js';
import type { Parts } from './parts.js';

type ById = { Params: { id: string } };

const STANDARD_LIMIT = 50;

const ORDERS = ['newest', 'name'] as const;

const LONGEST_KEY = 255;

const idempotencyKeyOf = (key: unknown): string => {
  if (typeof key === 'string' && key !== '' && key.length <= LONGEST_KEY) return key;
  throw new Problem(400, `Send an Idempotency-Key of at most ${LONGEST_KEY} characters.`);
};

/** What is wrong with a draft beside its own rules: what only this server knows. */
const logoIssues = async (body: unknown, parts: Parts): Promise<Issue[]> => {
  const { launch } = (body ?? {}) as { launch?: { logoUrl?: unknown } | null };
  const logoUrl = launch?.logoUrl ?? '';
  if (logoUrl === '' || (await isLogoAddress(logoUrl, parts))) return [];
  return [{ pointer: '/launch/logoUrl', code: 'invalid' }];
};

const accept = (
  draft: unknown,
  deployment: Deployment,
  stored: Integration | null,
  others: readonly Issue[],
): AcceptedDraft => {
  const result = acceptDraft(draft, deployment, stored);
  if (result.ok && others.length === 0) return result.value;
  throw invalid('The integration is not valid.', ...(result.ok ? [] : result.issues), ...others);
};

const answer = (reply: FastifyReply, integration: Integration): Integration => {
  void reply.header('etag', `"${integration.version}"`);
  return integration;
};

export const integrationRoutes = (app: FastifyInstance, parts: Parts): void => {
  const { store, settings } = parts;
  const { database, integrations, cursors } = store;
  const { deployment } = settings;

  app.get('/integrations', async (request) => {
    const { site } = request;
    const query = queryOf(request);
    const sort = oneOf(query, 'sort', ORDERS) ?? 'newest';
    const list = `integrations ${site} ${sort}`;
    const { items, last, total } = await listIntegrations(database, site, {
      module: oneOf(query, 'module', MODULES),
      status: oneOf(query, 'status', ENDPOINT_STATUSES),
      query: searchOf(query),
      sort,
      after: cursors.read<ListPlace>(list, query['cursor']),
      limit: limitOf(query, STANDARD_LIMIT),
    });
    return { items, nextCursor: cursors.write(list, last), total };
  });

  app.get<ById>('/integrations/:id', async ({ site, params }, reply) =>
    answer(reply, await integrations.find(site, params.id)),
  );

  app.post('/integrations', async ({ site, headers, body }, reply) => {
    const key = idempotencyKeyOf(headers['idempotency-key']);
    const draft = accept(body, deployment, null, await logoIssues(body, parts));
    const integration = await integrations.register(site, draft, key);
    void reply.code(201).header('location', `${API}/integrations/${integration.id}`);
    return answer(reply, integration);
  });

  app.put<ById>('/integrations/:id', async (request, reply) => {
    const { site, params, body } = request;
    const others = await logoIssues(body, parts);
    const updated = await integrations.update(site, params.id, ifMatchOf(request), (stored) =>
      accept(body, deployment, stored, others),
    );
    return answer(reply, updated);
  });

  app.delete<ById>('/integrations/:id', async (request, reply) => {
    await integrations.remove(request.site, request.params.id, ifMatchOf(request));
    return reply.code(204).send();
  });
};
