/** Starts a server of its settings, and stops it so that nothing that was begun is lost. */
import type { Server } from 'node:http';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildApp } from './app.js';
import { logToStandardOutput } from './log.js';
import type { Log } from './log.js';
import { HostGate } from './outbound/host-gate.js';
import { realOutbound } from './outbound.js';
import type { Outbound } from './outbound.js';
import { makePrivateFile, makePrivateFolder } from './private-files.js';
import { KEY_FILE, openSecretBox } from './secrets.js';
import type { Settings } from './settings.js';
import { Database } from './store/database.js';
import { createStore, forgetOld } from './store/index.js';
import { RateBuckets } from './store/rate-buckets.js';

export interface RunningServer {
  /** Where it is, without a slash at the end. */
  readonly address: string;
  /** Accepts nothing more, ends what is under way, and closes the database. */
  stop(): Promise<void>;
}

export interface ServerOptions {
  readonly log?: Log;
  /** How the server reaches out. */
  readonly outbound?: Outbound;
}

const HOUR = 3_600_000;

const DATABASE_FILE = 'ocean.db';

/** libSQL also takes `file:` with a path that is no URL's, such as `file:ocean.db`. */
const fileOf = (url: string): string =>
  /^file:\/\//.test(url) ? fileURLToPath(url) : url.slice('file:'.length).replace(/\?.*$/, '');

export const startServer = async (
  settings: Settings,
  { log = logToStandardOutput, outbound = realOutbound }: ServerOptions = {},
): Promise<RunningServer> => {
  const { dataFolder, databaseToken } = settings;
  await makePrivateFolder(dataFolder, [DATABASE_FILE, KEY_FILE]);
  const box = await openSecretBox(settings.secretKey, dataFolder);
  const url = settings.databaseUrl ?? pathToFileURL(path.join(dataFolder, DATABASE_FILE)).href;
  // SQLite gives the files beside it the mode of the database.
  if (url.startsWith('file:') && !url.includes(':memory:')) await makePrivateFile(fileOf(url));
  const database = await Database.open({ url, authToken: databaseToken });
  // Time for an attempt, and for recording it while much else is written.
  const claimLifetime = 2 * settings.outbound.deliveryTimeLimit + 10_000;
  const store = createStore(database, box, claimLifetime);
  if (database.embedded) await store.deliveries.releaseClaims();
  await forgetOld(database);

  const queue = store.deliveries;
  const reach = { ...settings.outbound, gate: new HostGate(settings.outbound.hostLimits) };
  const worker = outbound.createWorker({ queue, settings: reach, log });
  const app = buildApp({
    settings,
    store,
    worker,
    log,
    buckets: new RateBuckets(database, box, settings.rateLimit),
    checker: outbound.createChecker(reach),
    messageBody: outbound.messageBody,
    sink: {
      signingSecretOf: (deliveryId) => queue.signingSecretOf(deliveryId),
      isSigned: outbound.isSigned,
    },
  });
  const forgetting = setInterval(() => {
    forgetOld(database).catch((error: unknown) =>
      log({ error: error instanceof Error ? error.name : typeof error, at: 'forgetOld' }),
    );
  }, HOUR);
  forgetting.unref();

  const requestsDone = watchRequests(app.server);
  const stop = async (): Promise<void> => {
    clearInterval(forgetting);
    const closed = app.close();
    await requestsDone();
    // Those that never asked anything would be waited for.
    app.server.closeAllConnections();
    await closed;
    await worker.stop();
    await database.close();
  };
  try {
    const address = await app.listen({ host: settings.host, port: settings.port });
    worker.start();
    return { address, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};

/** Gives a function whose promise resolves once every request that has begun is answered or given up. */
const watchRequests = (server: Server): (() => Promise<void>) => {
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
