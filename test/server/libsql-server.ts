/** A libSQL server as a process of its own: the real one, from a package of its binaries. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

const packageJson = `@sqld/${process.platform}-${process.arch}/package.json`;

/** Where the binary is; undefined where there is none for this machine. */
export const findLibsqlServer = (): string | undefined => {
  try {
    return path.join(path.dirname(createRequire(import.meta.url).resolve(packageJson)), 'sqld');
  } catch {
    return undefined;
  }
};

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

export class LibsqlServer {
  private child?: ChildProcess;

  private constructor(
    private readonly binary: string,
    private readonly folder: string,
    private readonly port: number,
  ) {}

  /** Keeps its data in `folder`. */
  static async start(binary: string, folder: string): Promise<LibsqlServer> {
    const server = new LibsqlServer(binary, folder, await freePort());
    await server.run();
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Ends it at once, and starts it again where it was. */
  async restart(): Promise<void> {
    await this.stop();
    await this.run();
  }

  async stop(): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const exited = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await exited;
  }

  private async run(): Promise<void> {
    const address = `127.0.0.1:${this.port}`;
    const child = spawn(
      this.binary,
      ['--db-path', path.join(this.folder, 'libsql'), '--http-listen-addr', address],
      { stdio: 'ignore', env: { ...process.env, RUST_LOG: 'error' } },
    );
    this.child = child;
    for (const began = Date.now(); Date.now() - began < 20_000;) {
      if (child.exitCode !== null) break;
      const healthy = await fetch(`${this.url}/health`).catch(() => undefined);
      if (healthy?.ok) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await this.stop();
    throw new Error('The libSQL server does not answer.');
  }
}
