/** The log: one line of JSON for each request. No address, query, body or header: they may say who is referred where. */
import type { FastifyRequest } from 'fastify';

export type LogLine = Readonly<Record<string, string | number>>;
export type Log = (line: LogLine) => void;

export const logToStandardOutput: Log = (line) => {
  process.stdout.write(`${JSON.stringify({ time: new Date().toISOString(), ...line })}\n`);
};

/** The pattern of a route, such as `/api/ocean/integrations/:id`: never the path that was asked for. */
const routeOf = (request: FastifyRequest): string => request.routeOptions.url ?? 'none';

export const requestLine = (
  request: FastifyRequest,
  status: number,
  milliseconds: number,
): LogLine => ({
  request: request.id,
  method: request.method,
  route: routeOf(request),
  status,
  milliseconds: Math.round(milliseconds),
});

/** Where it broke, without the error's sentence, which may quote what the request or the database held. */
export const failureLine = (request: FastifyRequest, error: unknown): LogLine => {
  const { name, code, stack } = error as Partial<NodeJS.ErrnoException>;
  const frames = (stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    request: request.id,
    route: routeOf(request),
    error: name ?? typeof error,
    ...(code && { code }),
    at: frames
      .slice(0, 5)
      .map((line) => line.trim())
      .join(' | '),
  };
};
