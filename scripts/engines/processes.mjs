/** Programs that a test run starts and ends: each as a group of processes of its own, so that none of their children stays. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';

const running = new Set();

/** At the end of this process at the latest, which may be asked for. */
process.on('exit', () => running.forEach((program) => end(program)));
for (const signal of ['SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1));

export function start(command, args, options = {}) {
  const program = spawn(command, args, { detached: true, ...options });
  running.add(program);
  program.on('exit', () => end(program));
  program.on('error', () => running.delete(program));
  return program;
}

/** Ends a program and all that it has started, and waits until it has ended. */
export function end(program) {
  if (!running.delete(program)) return undefined;
  const ended = program.exitCode === null && program.signalCode === null && once(program, 'exit');
  try {
    process.kill(-program.pid, 'SIGKILL');
  } catch {
    // They have all ended.
  }
  return ended;
}

/** A port that nobody listens to now. */
export const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer()
      .on('error', reject)
      .listen(0, '127.0.0.1', () => {
        const { port } = server.address();
        server.close(() => resolve(port));
      });
  });
