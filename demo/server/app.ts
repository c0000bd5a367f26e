/** The server's app, of its parts: limits, headers, refusals, log, and the routes. */
import { randomUUID } from 'node:crypto';
import Fastify from 'fastify';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { allowOrigins } from './cors.js';
import { isAllowedHost } from './allowed-hosts.js';
import { failureLine, requestLine } from './log.js';
import type { Log } from './log.js';
import { Problem, notFound, toProblem } from './problems.js';
import { RateLimiter, clientOf } from './rate-limit.js';
import type { Buckets } from './rate-limit.js';
import { ReferralForms } from './referral-forms.js';
import { siteOf } from './request.js';
import { catalogueRoutes } from './routes/catalogues.js';
import { deliveryRoutes } from './routes/deliveries.js';
import { endpointCheckRoutes } from './routes/endpoint-checks.js';
import { integrationRoutes } from './routes/integrations.js';
import { launchRoutes } from './routes/launches.js';
import { logoRoutes, logoUploadRoutes } from './routes/logos.js';
import { API } from './routes/parts.js';
import type { Parts } from './routes/parts.js';
import type { Settings } from './settings.js';
import { sinkRoutes } from './sink.js';
import type { SinkOptions } from './sink.js';

export interface AppParts extends Parts {
  readonly settings: Pick<
    Settings,
    'deployment' | 'publicUrl' | 'allowedOrigins' | 'allowedHosts' | 'trustProxy' | 'rateLimit'
  >;
  readonly sink: SinkOptions;
  readonly buckets: Buckets;
  readonly log: Log;
}

/** Bytes. An integration with thousands of events and long messages in two languages has room. */
const LARGEST_BODY = 1024 * 1024;

/** Milliseconds until a request has to be here whole. */
const REQUEST_TIME_LIMIT = 30_000;

export const buildApp = (parts: AppParts): FastifyInstance => {
  const { settings, log } = parts;
  const app = Fastify({
    bodyLimit: LARGEST_BODY,
    requestTimeout: REQUEST_TIME_LIMIT,
    // A number of hops: a client can write what it likes before them.
    trustProxy: settings.trustProxy > 0 && ((_address, hop) => hop < settings.trustProxy),
    genReqId: () => randomUUID(),
    // While the server stops, what still comes in on open connections is answered, and the connection closed.
    return503OnClosing: false,
    frameworkErrors: (error, _request, reply) => void refuse(reply as FastifyReply, error),
  });
  // Of JSON alone: the framework takes plain text as well.
  app.removeContentTypeParser('text/plain');

  addHeaders(app);
  answerToOwnNames(app, settings.allowedHosts);
  allowOrigins(app, settings.allowedOrigins);
  limitRate(app, new RateLimiter(settings.rateLimit, parts.buckets));
  app.addHook('onResponse', async (request, reply) =>
    log(requestLine(request, reply.statusCode, reply.elapsedTime)),
  );
  app.setNotFoundHandler(() => {
    throw notFound('path');
  });
  app.setErrorHandler((error, request, reply) => {
    if (toProblem(error).status >= 500) log(failureLine(request, error));
    return refuse(reply, error);
  });

  app.register(async (api) => addApi(api, parts), { prefix: API });
  app.register(async (sink) => sinkRoutes(sink, parts.sink), { prefix: '/sink' });
  return app;
};

const addApi = (api: FastifyInstance, parts: Parts): void => {
  const forms = new ReferralForms();
  logoRoutes(api, parts);
  api.register(async (ofSite) => {
    ofSite.decorateRequest('site', '');
    ofSite.addHook('onRequest', async (request) => {
      request.site = siteOf(request);
    });
    integrationRoutes(ofSite, parts);
    endpointCheckRoutes(ofSite, parts);
    catalogueRoutes(ofSite, forms);
    launchRoutes(ofSite, parts, forms);
    deliveryRoutes(ofSite, parts);
    ofSite.register((logos) => logoUploadRoutes(logos, parts));
  });
};

/** Of every answer, also of a refusal. A route may say more of its own. */
const addHeaders = (app: FastifyInstance): void => {
  app.addHook('onRequest', async (request, reply) => {
    void reply
      .header('x-request-id', request.id)
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'no-store')
      .header('referrer-policy', 'no-referrer')
      .header('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
  });
};

/** A page elsewhere whose name resolves to this machine is not answered. Asked of the header itself, which no proxy's word replaces. */
const answerToOwnNames = (app: FastifyInstance, allowed: readonly string[]): void => {
  app.addHook('onRequest', async ({ headers }) => {
    if (!isAllowedHost(headers.host, allowed))
      throw new Problem(421, 'This server does not answer to this name.');
  });
};

const limitRate = (app: FastifyInstance, limiter: RateLimiter): void => {
  app.addHook('onRequest', ({ ip }) => limiter.take(clientOf(ip)));
};

const refuse = (reply: FastifyReply, error: unknown): FastifyReply => {
  const problem = toProblem(error);
  return reply
    .code(problem.status)
    .headers({ ...problem.options.headers })
    .header('content-type', 'application/problem+json')
    .header('content-language', 'en')
    .serializer((body: string) => body)
    .send(problem.body);
};
