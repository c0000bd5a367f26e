/** The REST backend keeps to what every backend keeps to, over HTTP before an in-memory backend. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { toBackendError } from '../../src/backend/backend-error.js';
import { conformanceRequirements } from '../../src/backend/conformance/index.js';
import { MemoryBackend } from '../../src/backend/memory.js';
import { RestBackend } from '../../src/backend/rest.js';
import { RestServer } from './rest-server.js';
import type { Received, Reply } from './rest-server.js';

const etagOf = (value: unknown): Record<string, string> =>
  typeof value === 'object' && value !== null && 'version' in value
    ? { etag: `"${String(value.version)}"` }
    : {};

/** Each route of the API as a call of `backend`. */
const route = async (backend: MemoryBackend, received: Received): Promise<unknown> => {
  const { pathname, searchParams } = new URL(received.url, 'http://server');
  const [, list, id = '', action] = pathname.split('/').map(decodeURIComponent);
  const query = Object.fromEntries(searchParams) as Record<string, never>;
  const page = { ...query, ...('limit' in query && { limit: Number(query['limit']) }) };
  const json = () => JSON.parse(Buffer.from(received.body, 'latin1').toString()) as never;
  const version = String(received.headers['if-match']).slice(1, -1);
  switch (`${received.method} ${list}${id && '/id'}${action ? `/${action}` : ''}`) {
    case 'GET integrations':
      return backend.listIntegrations(page);
    case 'GET integrations/id':
      return backend.getIntegration(id);
    case 'POST integrations':
      return backend.registerIntegration(json(), {
        idempotencyKey: String(received.headers['idempotency-key']),
      });
    case 'PUT integrations/id':
      return backend.updateIntegration(id, json(), { version });
    case 'DELETE integrations/id':
      return backend.deleteIntegration(id, { version });
    case 'POST endpoint-checks':
      return backend.checkEndpoint(json());
    case 'GET event-types':
      return { items: await backend.listEventTypes(query) };
    case 'GET referral-forms':
      return backend.listReferralForms(page);
    case 'POST logos':
      return backend.uploadLogo(new Blob([Buffer.from(received.body, 'latin1')]));
    case 'GET launch-settings':
      return backend.getLaunchSettings(query as never);
    case 'POST launches':
      return backend.createLaunch(json());
    case 'POST integrations/id/test-events':
      return backend.sendTestEvent(id, json());
    case 'GET integrations/id/deliveries':
      return backend.listDeliveries(id, page);
    case 'POST deliveries/id/redeliver':
      return backend.redeliver(id);
    default:
      throw new Error(`There is no ${received.method} ${pathname}.`);
  }
};

/** Speaks for `backend` over HTTP: JSON and ETag, or a problem document. */
const serve =
  (backend: MemoryBackend) =>
  async (received: Received): Promise<Reply> => {
    try {
      const body = await route(backend, received);
      const status = body === undefined ? 204 : received.method === 'POST' ? 201 : 200;
      return { status, headers: etagOf(body), body };
    } catch (thrown) {
      const { status = 500, message: title, fieldErrors: errors } = toBackendError(thrown);
      const headers = { 'content-type': 'application/problem+json' };
      return { status, headers, body: JSON.stringify({ title, status, errors }) };
    }
  };

for (const launches of [true, false])
  describe(`a server ${launches ? 'with' : 'without'} launches`, () => {
    let server: RestServer;
    before(async () => {
      server = await RestServer.start();
    });
    after(() => server.stop());

    const subject = {
      createBackend: () => {
        server.replies(serve(new MemoryBackend({ launches })));
        return new RestBackend({ baseUrl: `${server.origin}/` });
      },
    };
    for (const { id, title, run } of conformanceRequirements)
      it(`${id}: ${title}`, () => run(subject));

    it('has requirements', () => assert.ok(conformanceRequirements.length > 20));
  });
