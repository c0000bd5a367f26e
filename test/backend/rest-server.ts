/** A real HTTP server on this machine that answers as it is told, faults included, and remembers what it was asked. */
import { createServer } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  method: string;
  /** Path and query. */
  url: string;
  headers: IncomingHttpHeaders;
  body: string;
  /** Milliseconds since the server started. */
  at: number;
}

export interface Reply {
  /** @default 200 */
  status?: number;
  headers?: Record<string, string>;
  /** A string or bytes as they are, anything else as JSON. Nothing: no body. */
  body?: unknown;
  /** Milliseconds before the headers. */
  delay?: number;
  /** Sends this many bytes of the body, and then nothing more. */
  stallAfter?: number;
  /** Milliseconds between the bytes. */
  drip?: number;
  /** Closes the connection: without an answer, or in the middle of the body. */
  destroy?: 'before' | 'within';
}

type Script = Reply | ((received: Received) => Reply | Promise<Reply>);

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const readBody = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('latin1');
};

const play = async (reply: Reply, response: ServerResponse): Promise<void> => {
  if (reply.delay) await wait(reply.delay);
  if (reply.destroy === 'before') {
    response.destroy();
    return;
  }
  const { body = '' } = reply;
  const bytes = Buffer.isBuffer(body)
    ? body
    : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  const type = typeof reply.body === 'object' && { 'content-type': 'application/json' };
  response.writeHead(reply.status ?? 200, { ...type, ...reply.headers });
  response.flushHeaders();
  if (reply.stallAfter !== undefined) {
    response.write(bytes.subarray(0, reply.stallAfter));
  } else if (reply.destroy === 'within') {
    response.write(bytes.subarray(0, 5), () => setTimeout(() => response.destroy(), 20));
  } else if (reply.drip) {
    for (const byte of bytes) {
      if (response.destroyed) return;
      response.write(Buffer.from([byte]));
      await wait(reply.drip);
    }
    response.end();
  } else {
    response.end(bytes);
  }
};

export class RestServer {
  readonly requests: Received[] = [];
  private readonly started = Date.now();
  private script: Script[] = [{ status: 500 }];
  private readonly server = createServer((request, response) => {
    void this.answer(request, response);
  });

  static async start(): Promise<RestServer> {
    const server = new RestServer();
    await new Promise<void>((resolve) => server.server.listen(0, '127.0.0.1', resolve));
    return server;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Answers in this order, the last one again and again; forgets what was asked. */
  replies(...script: Script[]): void {
    this.script = script;
    this.requests.length = 0;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.on('error', () => undefined);
    const received: Received = {
      method: request.method ?? '',
      url: request.url ?? '',
      headers: request.headers,
      body: await readBody(request),
      at: Date.now() - this.started,
    };
    this.requests.push(received);
    const next = this.script.length > 1 ? this.script.shift() : this.script[0];
    await play((typeof next === 'function' ? await next(received) : next) ?? {}, response);
  }
}
