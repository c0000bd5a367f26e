/** A reference server for a test: on a free port, with a data folder of its own that goes with it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { LogLine } from '../../demo/server/log.js';
import { realOutbound } from '../../demo/server/outbound.js';
import type { Outbound } from '../../demo/server/outbound.js';
import { startServer } from '../../demo/server/server.js';
import { readSettings } from '../../demo/server/settings.js';
import type { Settings } from '../../demo/server/settings.js';

export interface TestServer {
  readonly address: string;
  /** Of the API, for `RestBackend`. */
  readonly baseUrl: string;
  readonly dataFolder: string;
  readonly log: readonly LogLine[];
  stop(): Promise<void>;
}

export const temporaryFolder = (): Promise<string> =>
  mkdtemp(path.join(tmpdir(), 'ocean-reference-server-'));

export const removeFolder = (folder: string): Promise<void> =>
  rm(folder, { recursive: true, force: true, maxRetries: 3 });

/** Endpoints that answer by their host names; nothing leaves the process. */
export const scriptedOutbound: Outbound = {
  createChecker: () => ({
    check: async ({ requestUrl }) => {
      const { hostname } = new URL(requestUrl);
      return hostname.startsWith('unreachable')
        ? { status: 'failing', reason: 'unreachable', checkedAt: new Date().toISOString() }
        : { status: 'verified', httpStatus: 200, checkedAt: new Date().toISOString() };
    },
  }),
  createWorker: ({ queue }) => ({
    start: () => undefined,
    stop: async () => undefined,
    attempt: async (id) => {
      const claimed = await queue.claim(id, new Date());
      if (!claimed) return;
      const target = await queue.loadTarget(claimed.integrationId);
      const fails = target?.requestUrl.startsWith('https://unreachable');
      await queue.recordAttempt(
        id,
        { at: new Date().toISOString(), duration: 1, ...(fails ? { reason: 'unreachable' } : {}) },
        { status: fails ? 'pending' : 'delivered' },
      );
    },
  }),
  messageBody: (_integration, type, { siteNum }) => ({
    body: JSON.stringify({ type, siteNum }),
    contentType: 'application/json',
  }),
  isSigned: () => true,
};

export interface TestServerOptions {
  readonly settings?: Partial<Settings>;
  readonly outbound?: Outbound;
  /** Kept when the server stops. @default a new one, removed when it stops */
  readonly dataFolder?: string;
}

/** Reaches out as it really does, to endpoints on this machine. */
export const reachingOut: Required<Pick<TestServerOptions, 'outbound' | 'settings'>> = {
  outbound: realOutbound,
  settings: {
    deployment: 'development',
    outbound: { allowLoopback: true, checkTimeLimit: 5_000, deliveryTimeLimit: 5_000 },
  },
};

export const startTestServer = async ({
  settings,
  outbound = scriptedOutbound,
  dataFolder,
}: TestServerOptions = {}): Promise<TestServer> => {
  const folder = dataFolder ?? (await temporaryFolder());
  const log: LogLine[] = [];
  const server = await startServer(
    { ...readSettings({ OCEAN_DATA: folder }), port: 0, ...settings },
    { outbound, log: (line) => log.push(line) },
  );
  return {
    address: server.address,
    baseUrl: `${server.address}/api/ocean`,
    dataFolder: folder,
    log,
    stop: async () => {
      await server.stop();
      if (dataFolder === undefined) await removeFolder(folder);
    },
  };
};
