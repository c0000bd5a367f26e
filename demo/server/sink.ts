/** A sink for messages, so that the whole chain can be seen with nothing else running. In memory; of made-up data. */
import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { Problem, invalid } from './problems.js';
import { queryOf } from './request.js';

export interface SinkOptions {
  /** What a delivery is signed with, by its id; undefined where this server has not sent it. */
  readonly signingSecretOf: (deliveryId: string) => Promise<string | undefined>;
  /** Whether body and headers are signed so (Standard Webhooks). */
  readonly isSigned: (headers: IncomingHttpHeaders, body: string, secret: string) => boolean;
}

export interface SinkMessage {
  readonly at: string;
  /** `webhook-id`: the same when a message comes again. */
  readonly id: string | null;
  readonly contentType: string | null;
  /** How the sender has shown who it is, without what it showed. */
  readonly authentication: 'none' | 'basic' | 'bearer' | 'webhook-key' | 'other';
  readonly signature: 'verified' | 'wrong' | 'missing';
  readonly body: string;
}

const MOST_MESSAGES = 100;
const MOST_SINKS = 20;
const LARGEST_BODY = 64 * 1024;

/** Seconds that a token of the sink's own token URL is good for. */
const TOKEN_LIFETIME = 600;

type Named = { Params: { name: string } };

class Sinks {
  private readonly messages = new Map<string, SinkMessage[]>();

  of(name: string): readonly SinkMessage[] {
    return this.messages.get(name) ?? [];
  }

  add(name: string, message: SinkMessage): void {
    const before = this.of(name);
    this.messages.delete(name);
    this.messages.set(name, [message, ...before].slice(0, MOST_MESSAGES));
    const [oldest] = this.messages.keys();
    if (this.messages.size > MOST_SINKS && oldest !== undefined) this.messages.delete(oldest);
  }
}

const authenticationOf = (headers: IncomingHttpHeaders): SinkMessage['authentication'] => {
  if (headers['x-ocean-webhook-key'] !== undefined) return 'webhook-key';
  if (headers.authorization === undefined) return 'none';
  const scheme = headers.authorization.split(' ')[0]?.toLowerCase();
  return scheme === 'basic' || scheme === 'bearer' ? scheme : 'other';
};

const challengeIn = (body: string): string | undefined => {
  try {
    const { challenge } = JSON.parse(body) as { challenge?: unknown };
    return typeof challenge === 'string' ? challenge : undefined;
  } catch {
    return undefined;
  }
};

/** `?status=503` makes the sink refuse, to see what a failing endpoint looks like. */
const wantedStatus = (status: string | undefined): number | undefined => {
  if (status === undefined) return undefined;
  if (!/^[45]\d\d$/.test(status))
    throw invalid('The status is not 400 to 599.', { pointer: '/status', code: 'invalid' });
  return Number(status);
};

export const sinkRoutes = (
  app: FastifyInstance,
  { signingSecretOf, isSigned }: SinkOptions,
): void => {
  const sinks = new Sinks();

  const signatureOf = async (
    headers: IncomingHttpHeaders,
    body: string,
  ): Promise<SinkMessage['signature']> => {
    const id = headers['webhook-id'];
    if (typeof id !== 'string' || headers['webhook-signature'] === undefined) return 'missing';
    const secret = await signingSecretOf(id);
    return secret !== undefined && isSigned(headers, body, secret) ? 'verified' : 'wrong';
  };

  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));

  app.post<Named>('/:name', { bodyLimit: LARGEST_BODY }, async (request, reply) => {
    const { headers, params } = request;
    const body = typeof request.body === 'string' ? request.body : '';
    const status = wantedStatus(queryOf(request)['status']);
    if (status !== undefined) throw new Problem(status, 'This sink was asked to refuse.');
    const challenge = challengeIn(body);
    if (challenge !== undefined) return { challenge };
    const id = headers['webhook-id'];
    sinks.add(params.name, {
      at: new Date().toISOString(),
      id: typeof id === 'string' ? id : null,
      contentType: headers['content-type'] ?? null,
      authentication: authenticationOf(headers),
      signature: await signatureOf(headers, body),
      body,
    });
    return reply.code(204).send();
  });

  app.get<Named>('/:name/messages', async ({ params }) => ({ messages: sinks.of(params.name) }));

  /** For integrations that use OAuth 2.0: whoever asks gets a token, which nothing checks. */
  app.post('/:name/token', async () => ({
    access_token: 'made-up-token',
    token_type: 'Bearer',
    expires_in: TOKEN_LIFETIME,
  }));
};
