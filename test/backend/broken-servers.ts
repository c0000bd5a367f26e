/**
 * Servers that are broken on purpose, one way at a time: a proxy before a server that keeps the contract, so that the same
 * faults can stand before any server. Each names the requirements that have to catch it.
 */
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { randomUUID } from 'node:crypto';
import { HUNG } from '../support/time.js';

export interface Asked {
  method: string;
  /** Path below the base URL, without the query. */
  path: string;
  query: URLSearchParams;
  headers: Headers;
  body: Buffer;
}

export interface Answered {
  status: number;
  headers: Headers;
  text: string;
}

type Forward = (asked: Asked) => Promise<Answered>;

type Serve = (asked: Asked, forward: Forward) => Promise<Answered>;

export interface Fault {
  /** What the server does wrong, in a few words. */
  readonly name: string;
  /** Ids of the requirements that it breaks, whatever else it breaks. */
  readonly breaks: readonly string[];
  /** How it answers; made anew for each server, as some remember what was asked. */
  readonly serve: () => Serve;
}

type Json = Record<string, unknown>;

const jsonOf = (text: string): Json => {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return {};
  }
};

const isOne = ({ path }: Asked): boolean => /^\/integrations\/[^/]+$/.test(path);
const isList = ({ method, path }: Asked): boolean => method === 'GET' && path === '/integrations';
const isRegistering = ({ method, path }: Asked): boolean =>
  method === 'POST' && path === '/integrations';
const isWrite = (asked: Asked): boolean => isRegistering(asked) || asked.method === 'PUT';

/** The same answer with another body. */
const withBody = (answered: Answered, change: (body: Json) => unknown): Answered => ({
  ...answered,
  text: answered.text && JSON.stringify(change(jsonOf(answered.text))),
});

const withoutHeader = (answered: Answered, name: string): Answered => {
  const headers = new Headers(answered.headers);
  headers.delete(name);
  return { ...answered, headers };
};

const withHeader = <T extends { headers: Headers }>(message: T, name: string, value: string): T => {
  const headers = new Headers(message.headers);
  headers.set(name, value);
  return { ...message, headers };
};

const withQuery = (asked: Asked, change: (query: URLSearchParams) => void): Asked => {
  const query = new URLSearchParams(asked.query);
  change(query);
  return { ...asked, query };
};

const authenticationOf = ({ body }: Asked): Json =>
  (jsonOf(body.toString())['authentication'] as Json | undefined) ?? {};

const SECRETS = ['password', 'clientSecret', 'key'];

/** Puts the version that is stored into If-Match. */
const withStoredVersion = async (asked: Asked, forward: Forward): Promise<Asked> => {
  const read = await forward({ ...asked, method: 'GET', body: Buffer.alloc(0) });
  return withHeader(asked, 'if-match', read.headers.get('etag') ?? '"none"');
};

/** The answers changed where they are of a kind. */
const answers =
  (when: (asked: Asked, answered: Answered) => boolean, change: (answered: Answered) => Answered) =>
  (): Serve =>
  async (asked, forward) => {
    const answered = await forward(asked);
    return when(asked, answered) ? change(answered) : answered;
  };

/** The requests changed where they are of a kind. */
const requests =
  (when: (asked: Asked) => boolean, change: (asked: Asked) => Asked) =>
  (): Serve =>
  (asked, forward) =>
    forward(when(asked) ? change(asked) : asked);

export const FAULTS: readonly Fault[] = [
  {
    name: 'forgets the ETag',
    breaks: ['http-etag'],
    serve: answers(isOne, (answered) => withoutHeader(answered, 'etag')),
  },
  {
    name: 'gives a weak ETag',
    breaks: ['http-etag'],
    serve: answers(
      ({ path }, { headers }) => path.startsWith('/integrations') && headers.has('etag'),
      (answered) => withHeader(answered, 'etag', `W/${answered.headers.get('etag')}`),
    ),
  },
  {
    name: 'leaks a secret in a read',
    breaks: ['http-secrets'],
    serve: () => {
      let secrets: Json = {};
      return async (asked, forward) => {
        if (isWrite(asked))
          secrets = Object.fromEntries(
            Object.entries(authenticationOf(asked)).filter(([name]) => SECRETS.includes(name)),
          );
        const answered = await forward(asked);
        if (asked.method !== 'GET' || !isOne(asked) || answered.status !== 200) return answered;
        return withBody(answered, (body) => ({
          ...body,
          authentication: { ...(body['authentication'] as Json), ...secrets },
        }));
      };
    },
  },
  {
    name: 'says a secret in an error',
    breaks: ['secret-not-in-errors', 'http-secrets'],
    serve: () => async (asked, forward) => {
      const answered = await forward(asked);
      const secret = SECRETS.map((name) => authenticationOf(asked)[name]).find(
        (value) => typeof value === 'string',
      );
      if (answered.status !== 422 || !secret) return answered;
      return withBody(answered, (body) => ({ ...body, detail: `Refused with ${secret}` }));
    },
  },
  {
    name: 'repeats a create of the same Idempotency-Key',
    breaks: ['idempotent-register', 'http-idempotency-key-repeat'],
    serve: requests(
      (asked) => isRegistering(asked) && asked.headers.has('idempotency-key'),
      (asked) => withHeader(asked, 'idempotency-key', randomUUID()),
    ),
  },
  {
    name: 'takes a create without an Idempotency-Key',
    breaks: ['http-idempotency-key-required'],
    serve: requests(
      (asked) => isRegistering(asked) && !asked.headers.has('idempotency-key'),
      (asked) => withHeader(asked, 'idempotency-key', randomUUID()),
    ),
  },
  {
    name: 'answers a create with 200 and no Location',
    breaks: ['http-created', 'http-answers-shape'],
    serve: answers(
      (asked, { status }) => isRegistering(asked) && status === 201,
      (answered) => ({ ...withoutHeader(answered, 'location'), status: 200 }),
    ),
  },
  {
    name: 'repeats a page',
    breaks: ['list-pages-whole', 'http-cursor-walk'],
    serve: requests(isList, (asked) => withQuery(asked, (query) => query.delete('cursor'))),
  },
  {
    name: 'skips an item between pages',
    breaks: ['list-pages-whole', 'http-cursor-walk'],
    serve: answers(
      (asked) => isList(asked) && asked.query.has('cursor'),
      (answered) =>
        withBody(answered, (body) => ({
          ...body,
          items: Array.isArray(body['items']) ? body['items'].slice(1) : [],
        })),
    ),
  },
  {
    name: 'takes any cursor for the beginning',
    breaks: ['http-cursor-unknown'],
    serve: () => async (asked, forward) => {
      const answered = await forward(asked);
      if (answered.status < 400 || !asked.query.has('cursor')) return answered;
      return forward(withQuery(asked, (query) => query.delete('cursor')));
    },
  },
  {
    name: 'ignores the limit',
    breaks: ['list-limit', 'http-limit'],
    serve: requests(isList, (asked) => withQuery(asked, (query) => query.delete('limit'))),
  },
  {
    name: 'counts the page for the total',
    breaks: ['list-total'],
    serve: answers(isList, (answered) =>
      withBody(answered, (body) =>
        Array.isArray(body['items']) ? { ...body, total: body['items'].length } : body,
      ),
    ),
  },
  {
    name: 'finds by exact case only',
    breaks: ['list-search-folded'],
    serve: () => async (asked, forward) => {
      const answered = await forward(asked);
      const words = asked.query.get('query');
      if (!isList(asked) || !words) return answered;
      return withBody(answered, (body) => {
        const items = (body['items'] ?? []) as Json[];
        const found = items.filter((item) =>
          `${String(item['name'])} ${String(item['requestUrl'])}`.includes(words),
        );
        return { ...body, items: found };
      });
    },
  },
  {
    name: 'ignores what If-Match says',
    breaks: ['update-conflict', 'delete-conflict', 'http-if-match-stale'],
    serve: () => async (asked, forward) =>
      forward(
        isOne(asked) && asked.headers.has('if-match')
          ? await withStoredVersion(asked, forward)
          : asked,
      ),
  },
  {
    name: 'changes and deletes without If-Match',
    breaks: ['http-if-match-required'],
    serve: () => async (asked, forward) =>
      forward(
        isOne(asked) && asked.method !== 'GET' && !asked.headers.has('if-match')
          ? await withStoredVersion(asked, forward)
          : asked,
      ),
  },
  {
    name: 'sends plain JSON for problems',
    breaks: ['http-problems', 'http-unknown-path'],
    serve: answers(
      (_, { status }) => status >= 400,
      (answered) => withHeader(answered, 'content-type', 'application/json'),
    ),
  },
  {
    name: 'sends a page of HTML for an unknown path',
    breaks: ['http-unknown-path', 'http-problems'],
    serve: answers(
      ({ path }, { status }) => status === 404 && path.startsWith('/unknown'),
      (answered) => ({
        ...withHeader(answered, 'content-type', 'text/html'),
        text: '<!doctype html><title>Not found</title>',
      }),
    ),
  },
  {
    name: 'names fields instead of pointing at them',
    breaks: ['http-field-errors', 'http-problems'],
    serve: answers(
      (_, { status }) => status === 422,
      (answered) =>
        withBody(answered, (body) => {
          const errors = (body['errors'] ?? []) as { pointer: string; code: string }[];
          const named = errors.map(({ pointer, code }) => [pointer.slice(1), [code]]);
          return { ...body, errors: Object.fromEntries(named) as unknown };
        }),
    ),
  },
  {
    name: 'gives field errors without pointers',
    breaks: ['register-invalid', 'http-field-errors', 'http-problems'],
    serve: answers(
      (_, { status }) => status === 422,
      (answered) =>
        withBody(answered, (body) => ({
          ...body,
          errors: ((body['errors'] ?? []) as Json[]).map(({ code }) => ({ code })),
        })),
    ),
  },
  {
    name: 'gives the data of another site',
    breaks: ['http-sites-apart'],
    serve: requests(
      ({ headers }) => headers.has('site-number'),
      (asked) => withHeader(asked, 'site-number', '1234'),
    ),
  },
  {
    name: 'answers whoever asks',
    breaks: ['http-credentials'],
    serve: () => {
      let known = '';
      return (asked, forward) => {
        known = asked.headers.get('authorization') ?? known;
        return forward(withHeader(asked, 'authorization', known));
      };
    },
  },
  {
    name: 'drops unknown fields',
    breaks: ['unknown-fields-kept'],
    serve: requests(isWrite, (asked) => {
      const draft = jsonOf(asked.body.toString());
      delete draft['x-conformance'];
      return draft['module'] ? { ...asked, body: Buffer.from(JSON.stringify(draft)) } : asked;
    }),
  },
  {
    name: 'wraps its answers',
    breaks: ['get-answers-registered', 'http-answers-shape'],
    serve: answers(
      (asked, { status }) => asked.method === 'GET' && isOne(asked) && status === 200,
      (answered) => withBody(answered, (body) => ({ data: body })),
    ),
  },
  {
    name: 'gives numbers and texts for each other',
    breaks: ['http-answers-shape'],
    serve: answers(
      (asked, { status }) => asked.method === 'GET' && isOne(asked) && status === 200,
      (answered) => withBody(answered, (body) => ({ ...body, enabled: String(body['enabled']) })),
    ),
  },
  {
    name: 'gives an endpoint a state of its own',
    breaks: ['http-answers-shape'],
    serve: answers(
      (asked, { status }) => asked.method === 'GET' && isOne(asked) && status === 200,
      (answered) => withBody(answered, (body) => ({ ...body, endpoint: { status: 'fine' } })),
    ),
  },
  {
    name: 'clears the secret in an update without it',
    breaks: ['secret-kept'],
    serve: () => async (asked, forward) => {
      const answered = await forward(asked);
      const authentication = authenticationOf(asked);
      const cleared =
        asked.method === 'PUT' && !SECRETS.some((name) => authentication[name] !== undefined);
      if (!cleared || answered.status !== 200) return answered;
      return withBody(answered, (body) => ({
        ...body,
        authentication: {
          ...(body['authentication'] as Json),
          hasPassword: false,
          hasClientSecret: false,
          hasKey: false,
        },
      }));
    },
  },
  {
    name: 'lets a stored secret follow to another origin',
    breaks: ['secret-required-by-new-origin'],
    serve: () => {
      const stored = new Map<unknown, Json>();
      return (asked, forward) => {
        const authentication = authenticationOf(asked);
        const { type } = authentication;
        const given = Object.entries(authentication).filter(([name]) => SECRETS.includes(name));
        if (!isWrite(asked)) return forward(asked);
        if (given.length > 0) {
          stored.set(type, Object.fromEntries(given));
          return forward(asked);
        }
        if (asked.method !== 'PUT') return forward(asked);
        const draft = jsonOf(asked.body.toString());
        const followed = { ...draft, authentication: { ...authentication, ...stored.get(type) } };
        return forward({ ...asked, body: Buffer.from(JSON.stringify(followed)) });
      };
    },
  },
  {
    name: 'takes JSON of any content type',
    breaks: ['http-content-type'],
    serve: requests(isWrite, (asked) => withHeader(asked, 'content-type', 'application/json')),
  },
  {
    name: 'answers a delete with 200 and a body',
    breaks: ['http-delete-empty', 'http-answers-shape'],
    serve: answers(
      ({ method }, { status }) => method === 'DELETE' && status === 204,
      (answered) => ({
        ...withHeader(answered, 'content-type', 'application/json'),
        status: 200,
        text: '{"deleted":true}',
      }),
    ),
  },
  {
    name: 'keeps what was deleted',
    breaks: ['delete-removes'],
    serve: () => async (asked, forward) =>
      asked.method === 'DELETE'
        ? forward({ ...asked, method: 'GET' }).then((answered) =>
            answered.status === 200 ? { status: 204, headers: new Headers(), text: '' } : answered,
          )
        : forward(asked),
  },
  {
    name: 'limits the rate without saying how long',
    breaks: ['http-retry-after'],
    serve: () => {
      let count = 0;
      return async (asked, forward) => {
        count += 1;
        if (count % 7 !== 0) return forward(asked);
        return {
          status: 429,
          headers: new Headers({ 'content-type': 'application/problem+json' }),
          text: JSON.stringify({ title: 'Too many requests', status: 429 }),
        };
      };
    },
  },
];

const HOP = /^(?:connection|keep-alive|transfer-encoding|content-length|content-encoding|host)$/;

const readBody = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};

/** A server before the one at `target`, with a fault. */
export class BrokenServer {
  private readonly serve: Serve;
  private readonly server: Server;

  private constructor(
    private readonly target: string,
    fault: Fault,
  ) {
    this.serve = fault.serve();
    // Longer than any pause of a busy machine: else a request meets a connection that just closes.
    this.server = createServer({ keepAliveTimeout: 4 * HUNG }, (request, response) => {
      void this.answer(request, response).catch(() => response.destroy());
    });
  }

  /** @param target base URL of a server that keeps the contract */
  static async start(target: string, fault: Fault): Promise<BrokenServer> {
    const broken = new BrokenServer(target, fault);
    await new Promise<void>((resolve) => broken.server.listen(0, '127.0.0.1', resolve));
    return broken;
  }

  get baseUrl(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private readonly forward: Forward = async ({ method, path, query, headers, body }) => {
    const sent = new Headers([...headers].filter(([name]) => !HOP.test(name)));
    const search = query.size > 0 ? `?${query}` : '';
    const response = await fetch(`${this.target}${path}${search}`, {
      method,
      headers: sent,
      body: body.length > 0 && method !== 'GET' ? new Uint8Array(body) : undefined,
      redirect: 'manual',
    });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://server');
    const headers = Object.entries(request.headers).map(([name, value]): [string, string] => [
      name,
      String(value),
    ]);
    const answered = await this.serve(
      {
        method: request.method ?? '',
        path: url.pathname,
        query: url.searchParams,
        headers: new Headers(headers),
        body: await readBody(request),
      },
      this.forward,
    );
    const kept = [...answered.headers].filter(([name]) => !HOP.test(name));
    response.writeHead(answered.status, Object.fromEntries(kept));
    response.end(answered.text);
  }
}
