/** `npm run server`: the reference server alone, until it is told to stop. */
import { startServer } from './server.js';
import { readSettings } from './settings.js';
import { stopOnSignal } from './stop-on-signal.js';

const server = await startServer(readSettings(process.env));
stopOnSignal(() => server.stop());
console.log(`The reference server is at ${server.address}/api/ocean`);
