/** Stopping: nothing more is accepted, what was begun is ended, and it is there at the next start. */
import assert from 'node:assert/strict';
import { request } from 'node:http';
import { describe, it } from 'node:test';
import {
  removeFolder,
  scriptedOutbound,
  startTestServer,
  temporaryFolder,
} from './reference-server.js';
import { ask, backendOf, draft } from './requests.js';

/** A promise to be kept from outside. */
const promised = (): { promise: Promise<void>; keep: () => void } => {
  let keep = (): void => undefined;
  const promise = new Promise<void>((resolve) => (keep = resolve));
  return { promise, keep };
};

describe('a server that is stopped', () => {
  it('ends the delivery that is under way, answers, and keeps it', async () => {
    const dataFolder = await temporaryFolder();
    const begun = promised();
    const mayEnd = promised();
    const server = await startTestServer({
      dataFolder,
      outbound: {
        ...scriptedOutbound,
        createWorker: (parts) => {
          const worker = scriptedOutbound.createWorker(parts);
          return {
            ...worker,
            attempt: async (id) => {
              begun.keep();
              await mayEnd.promise;
              await worker.attempt(id);
            },
          };
        },
      },
    });
    const { id } = await backendOf(server).registerIntegration(draft(), { idempotencyKey: 'a' });
    const sent = backendOf(server).sendTestEvent(id, { eventType: 'notify-patient-note-added' });
    await begun.promise;

    let stopped = false;
    const stopping = server.stop().then(() => (stopped = true));
    await assert.rejects(ask(server, '/event-types'), 'a stopping server should accept nothing');
    assert.equal(stopped, false);
    mayEnd.keep();
    const delivery = await sent;
    assert.equal(delivery.status, 'delivered');
    await stopping;

    const next = await startTestServer({ dataFolder });
    const { items } = await backendOf(next).listDeliveries(id);
    assert.deepEqual(items, [delivery]);
    await next.stop();
    await removeFolder(dataFolder);
  });

  it('does not wait for a connection on which nothing is asked', async () => {
    const server = await startTestServer();
    await ask(server, '/event-types');
    const { hostname, port } = new URL(server.address);
    const silent = request({ hostname, port });
    const connected = promised();
    silent.on('socket', (socket) => socket.once('connect', connected.keep));
    silent.on('error', () => undefined);
    // The head is never ended.
    silent.setHeader('transfer-encoding', 'chunked');
    await connected.promise;
    await server.stop();
    silent.destroy();
  });

  it('stops its worker before it closes what the worker records in', async () => {
    const steps: string[] = [];
    const server = await startTestServer({
      outbound: {
        ...scriptedOutbound,
        createWorker: ({ queue }) => ({
          start: () => steps.push('started'),
          attempt: async () => undefined,
          stop: async () => {
            // Fails where the database is closed.
            await queue.claimDue(new Date(), 1);
            steps.push('stopped');
          },
        }),
      },
    });
    await server.stop();
    assert.deepEqual(steps, ['started', 'stopped']);
  });
});
