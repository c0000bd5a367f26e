/** The reference server as a process of its own, bundled once, as it is started a hundred times. */
import { spawn } from 'node:child_process';
import { cp } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'rolldown';
import { CACHE, fromRoot } from '../../scripts/paths.mjs';

/** Gives the file to run. */
export const bundleServer = async (): Promise<string> => {
  const folder = path.join(CACHE, `reference-server-${process.pid}`);
  const file = path.join(folder, 'main.mjs');
  await build({
    input: fromRoot('demo/server/main.ts'),
    platform: 'node',
    // They load a binary by their own place.
    external: [/libsql/, 'sharp'],
    logLevel: 'warn',
    output: { file, format: 'es', minify: true, codeSplitting: false },
  });
  await cp(fromRoot('demo/server/store/migrations'), path.join(folder, 'migrations'), {
    recursive: true,
  });
  return file;
};

/** A test that is ended itself ends nothing: its end of the pipe closes. */
const ENDS_WITH_ITS_PARENT =
  'data:text/javascript,process.stdin.resume().on("close",()=>process.exit(1))';

export interface ServerProcess {
  readonly baseUrl: string;
  /** Resolves when it is gone, with its exit code; null where a signal has ended it. */
  kill(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null>;
}

/** Resolves when it answers. Its endpoints are on this machine. */
export const startProcess = async (file: string, dataFolder: string): Promise<ServerProcess> => {
  const child = spawn(process.execPath, ['--import', ENDS_WITH_ITS_PARENT, file], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: {
      ...process.env,
      PORT: '0',
      OCEAN_DATA: dataFolder,
      OCEAN_DEPLOYMENT: 'development',
      OCEAN_ALLOW_LOOPBACK: '1',
      OCEAN_RATE_PER_SECOND: '1e6',
      OCEAN_RATE_BURST: '1e6',
    },
  });
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const baseUrl = await new Promise<string>((resolve, reject) => {
    void exited.then((code) => reject(new Error(`The server ended with ${String(code)}.`)));
    // Read to the end: a log that nobody reads would stop the server.
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      const address = /at (http:\S+)/.exec(text)?.[1];
      if (address) resolve(address);
    });
  });
  return {
    baseUrl,
    kill: (signal) => {
      child.kill(signal);
      return exited;
    },
  };
};
