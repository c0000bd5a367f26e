/** A small server that keeps the contract: the in-memory backend over HTTP, one for each site. */
import { BackendError, toBackendError } from '../../src/backend/backend-error.js';
import type { IntegrationBackend } from '../../src/backend/backend.js';
import { findOperation } from '../../src/backend/contract/find-operation.js';
import { MemoryBackend } from '../../src/backend/memory.js';
import { RestServer } from './rest-server.js';
import type { Received, Reply } from './rest-server.js';

/** Where the API is, below the origin. */
const BASE = '/api';

export interface ContractServerOptions {
  /** Asks for this as `authorization`. */
  authorization?: string;
  /** @default true */
  launches?: boolean;
}

interface Call {
  backend: MemoryBackend;
  parameters: Readonly<Record<string, string>>;
  query: Record<string, never>;
  /** The body as JSON. */
  json: never;
  bytes: Buffer;
  key: string;
  version: string;
}

const CALLS: Record<keyof IntegrationBackend, (call: Call) => Promise<unknown>> = {
  listIntegrations: ({ backend, query }) => backend.listIntegrations(query),
  getIntegration: ({ backend, parameters }) => backend.getIntegration(idOf(parameters)),
  registerIntegration: ({ backend, json, key }) =>
    backend.registerIntegration(json, { idempotencyKey: key }),
  updateIntegration: ({ backend, parameters, json, version }) =>
    backend.updateIntegration(idOf(parameters), json, { version }),
  deleteIntegration: ({ backend, parameters, version }) =>
    backend.deleteIntegration(idOf(parameters), { version }),
  checkEndpoint: ({ backend, json }) => backend.checkEndpoint(json),
  listEventTypes: async ({ backend, query }) => ({ items: await backend.listEventTypes(query) }),
  listReferralForms: ({ backend, query }) => backend.listReferralForms(query),
  uploadLogo: ({ backend, bytes }) => backend.uploadLogo(new Blob([Uint8Array.from(bytes)])),
  getLaunchSettings: ({ backend, query }) => backend.getLaunchSettings(query as never),
  createLaunch: ({ backend, json }) => backend.createLaunch(json),
  sendTestEvent: ({ backend, parameters, json }) => backend.sendTestEvent(idOf(parameters), json),
  listDeliveries: ({ backend, parameters, query }) =>
    backend.listDeliveries(idOf(parameters), query),
  redeliver: ({ backend, parameters }) => backend.redeliver(idOf(parameters)),
};

const idOf = (parameters: Readonly<Record<string, string>>): string =>
  parameters['integrationId'] ?? parameters['deliveryId'] ?? '';

const refuse = (kind: BackendError['kind'], status: number, message: string): never => {
  throw new BackendError(kind, message, { status });
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return refuse('invalid', 400, 'The body is not JSON.');
  }
};

const problem = (thrown: unknown): Reply => {
  const { status = 500, message: title, fieldErrors: errors } = toBackendError(thrown);
  return {
    status,
    headers: { 'content-type': 'application/problem+json' },
    body: JSON.stringify({ title, status, ...(errors.length > 0 && { errors }) }),
  };
};

export class ContractServer {
  private readonly sites = new Map<string, MemoryBackend>();

  private constructor(
    private readonly server: RestServer,
    private readonly options: ContractServerOptions,
  ) {
    server.replies((received) => this.answer(received));
  }

  static async start(options: ContractServerOptions = {}): Promise<ContractServer> {
    return new ContractServer(await RestServer.start(), options);
  }

  get baseUrl(): string {
    return `${this.server.origin}${BASE}`;
  }

  /** What a site has. */
  site(number = ''): MemoryBackend {
    let backend = this.sites.get(number);
    if (!backend) {
      backend = new MemoryBackend({ launches: this.options.launches ?? true });
      this.sites.set(number, backend);
    }
    return backend;
  }

  stop(): Promise<void> {
    return this.server.stop();
  }

  private async answer(received: Received): Promise<Reply> {
    try {
      return await this.call(received);
    } catch (thrown) {
      return problem(thrown);
    }
  }

  private async call({ method, url, headers, body }: Received): Promise<Reply> {
    const { authorization } = this.options;
    if (authorization !== undefined && headers.authorization !== authorization)
      refuse('unauthorized', 401, 'No credentials, or no good ones.');
    const { pathname, searchParams } = new URL(url, 'http://server');
    const found = findOperation(method, pathname.slice(BASE.length));
    if (!found) return refuse('not-found', 404, `There is no ${method} of this path.`);
    const { name, operation, parameters } = found;
    const bytes = Buffer.from(body, 'latin1');
    const { request } = operation;
    let json: unknown;
    if (request && 'schema' in request) {
      if (!/^application\/json\b/.test(headers['content-type'] ?? ''))
        refuse('invalid', 415, 'Send application/json.');
      json = parseJson(bytes.toString());
    }
    const key = headers['idempotency-key'];
    if (operation.parameters.includes('idempotencyKey') && !key)
      refuse('invalid', 400, 'Send an Idempotency-Key.');
    const ifMatch = headers['if-match'];
    if (operation.parameters.includes('ifMatch') && !ifMatch)
      refuse('conflict', 428, 'Send If-Match.');
    const query = {
      ...Object.fromEntries(searchParams),
      ...(searchParams.has('limit') && { limit: Number(searchParams.get('limit')) }),
    } as Record<string, never>;
    const answer = await CALLS[name]({
      backend: this.site(headers['site-number'] as string | undefined),
      parameters,
      query,
      json: json as never,
      bytes,
      key: String(key),
      version: String(ifMatch).replaceAll('"', ''),
    });
    const status = Number(Object.keys(operation.answers)[0]);
    if (status === 204) return { status };
    const { id, version } = answer as { id?: string; version?: string };
    return {
      status,
      headers: {
        ...(version && { etag: `"${version}"` }),
        ...(version && status === 201 && { location: `${BASE}/integrations/${id}` }),
      },
      body: answer,
    };
  }
}
