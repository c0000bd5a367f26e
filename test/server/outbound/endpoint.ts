/** Endpoints for tests: real servers on this machine, that remember what they got. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import http from 'node:http';
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import https from 'node:https';
import net from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

export interface Received {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface TestEndpoint {
  readonly port: number;
  /** By address, so that no name is resolved. */
  readonly url: string;
  readonly received: readonly Received[];
  /** How many connections there were. */
  connections(): number;
  close(): Promise<void>;
}

export type AnswerOf = (received: Received, response: ServerResponse) => void;

export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

export const startEndpoint = async (
  answer: AnswerOf,
  certificate?: Certificate,
): Promise<TestEndpoint> => {
  const received: Received[] = [];
  let connections = 0;
  const listen: http.RequestListener = (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('error', () => undefined);
    request.on('end', () => {
      const one: Received = {
        method: request.method ?? '',
        path: request.url ?? '',
        headers: request.headers,
        body: Buffer.concat(chunks).toString(),
      };
      received.push(one);
      answer(one, response);
    });
  };
  const server = certificate
    ? https.createServer({ ...certificate }, listen)
    : http.createServer(listen);
  server.on('connection', () => (connections += 1));
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `${certificate ? 'https' : 'http'}://127.0.0.1:${port}/hook`,
    received,
    connections: () => connections,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

/** One that speaks no HTTP, or not well: sends these bytes as soon as it is asked, and then ends if it should. */
export const startRawEndpoint = async (
  bytes: string,
  { end }: { end: boolean },
): Promise<{ url: string; close: () => Promise<void> }> => {
  const sockets = new Set<net.Socket>();
  const server = net.createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('data', () => {
      socket.write(bytes);
      if (end) socket.destroySoon();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
};

/** A port where nobody listens. */
export const closedPort = async (): Promise<number> => {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
};

/** Signed by itself, for the name. */
export const makeCertificate = async (name: string): Promise<Certificate> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'ocean-certificate-'));
  const file = (of: string): string => path.join(folder, of);
  try {
    await promisify(execFile)('openssl', [
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'],
      ...['-days', '2', '-subj', `/CN=${name}`, '-addext', `subjectAltName=DNS:${name}`],
      ...['-keyout', file('key.pem'), '-out', file('cert.pem')],
    ]);
    const [key, cert] = await Promise.all(
      ['key.pem', 'cert.pem'].map((one) => readFile(file(one), 'utf8')),
    );
    return { key: key ?? '', cert: cert ?? '' };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** The challenge as an endpoint should answer it. */
export const meetChallenge: AnswerOf = ({ body }, response) => {
  const { challenge } = JSON.parse(body) as { challenge: string };
  response
    .writeHead(200, { 'content-type': 'application/json' })
    .end(JSON.stringify({ challenge }));
};
