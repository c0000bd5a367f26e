/**
 * `npm start`: the demo page and the reference server together, the page at its own address with `/api/ocean` and `/sink`.
 * Endpoints on this machine are allowed, so that the sink can be one.
 */
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';
import { logToStandardOutput } from './log.js';
import type { Log } from './log.js';
import { startServer } from './server.js';
import type { RunningServer } from './server.js';
import { readSettings } from './settings.js';
import type { Settings } from './settings.js';
import { stopOnSignal } from './stop-on-signal.js';

/** The terminal is for the addresses: of requests, nothing; of failures, all. */
const logFailures: Log = (line) => {
  if ('error' in line) logToStandardOutput(line);
};

/** On another port where the one that was asked for is taken: the page finds it either way. */
const startSomewhere = async (settings: Settings): Promise<RunningServer> => {
  try {
    return await startServer(settings, { log: logFailures });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    console.log(`Port ${settings.port} is taken, so the reference server takes another.`);
    return startServer({ ...settings, port: 0 }, { log: logFailures });
  }
};

const server = await startSomewhere(
  readSettings({ OCEAN_DEPLOYMENT: 'development', OCEAN_ALLOW_LOOPBACK: '1', ...process.env }),
);
const vite = await createServer({
  configFile: fileURLToPath(new URL('../../vite.config.ts', import.meta.url)),
  server: { proxy: { '/api/ocean': server.address, '/sink': server.address } },
});
await vite.listen();

stopOnSignal(async () => {
  await vite.close();
  await server.stop();
});
console.log('\n  The demo page:\n');
vite.printUrls();
console.log(`\n  The reference server: ${server.address}/api/ocean`);
console.log(`  A sink for messages:  ${server.address}/sink/demo (shown at /sink/demo/messages)\n`);
