/** `npm run server`: the reference server alone, until it is told to stop. */
import { startServer } from './server.js';
import { readSettings } from './settings.js';

/** Milliseconds until what does not end is ended. */
const STOP_TIME_LIMIT = 30_000;

const settings = readSettings(process.env);
const server = await startServer(settings);
console.log(`The reference server is at ${server.address}/api/ocean`);

let stopping = false;
const stop = (): void => {
  if (stopping) return;
  stopping = true;
  setTimeout(() => process.exit(1), STOP_TIME_LIMIT).unref();
  void server.stop().then(() => process.exit(0));
};
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
