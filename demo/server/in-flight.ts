/** Knows when a server has nothing more to answer. */
import type { Server } from 'node:http';

/** Gives a function whose promise resolves once every request that has begun is answered or given up. */
export const watchRequests = (server: Server): (() => Promise<void>) => {
  let open = 0;
  let waiting: (() => void)[] = [];
  server.on('request', (_request, response) => {
    open += 1;
    response.once('close', () => {
      open -= 1;
      if (open > 0) return;
      for (const resolve of waiting) resolve();
      waiting = [];
    });
  });
  return () => (open === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve)));
};
