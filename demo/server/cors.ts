/** Lets pages of the origins that the settings name ask from elsewhere; there are none by default. */
import type { FastifyInstance } from 'fastify';

const METHODS = 'GET, POST, PUT, DELETE';
const REQUEST_HEADERS = 'authorization, content-type, if-match, idempotency-key, site-number';
const ANSWER_HEADERS = 'etag, location, retry-after, date, x-request-id';

/** Seconds that a browser remembers what it was allowed. */
const REMEMBERED = '600';

export const allowOrigins = (app: FastifyInstance, allowed: readonly string[]): void => {
  if (allowed.length === 0) return;
  app.addHook('onRequest', async ({ headers, method }, reply) => {
    void reply.header('vary', 'origin');
    const { origin } = headers;
    if (!origin || !allowed.includes(origin)) return;
    void reply
      .header('access-control-allow-origin', origin)
      .header('access-control-expose-headers', ANSWER_HEADERS);
    if (method === 'OPTIONS' && headers['access-control-request-method'])
      await reply
        .code(204)
        .header('access-control-allow-methods', METHODS)
        .header('access-control-allow-headers', REQUEST_HEADERS)
        .header('access-control-max-age', REMEMBERED)
        .send();
  });
};
