/**
 * Stands between a page and the reference server, serves that page, and does to requests what a row of the corpus says.
 * What it does not spoil it passes on, so that the server's own state tells what really happened.
 */
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { HUNG } from '../support/time.js';
import type { HostPage } from './host-page.js';
import type { Inject } from './row.js';

/** What a widget wants when it asks. */
export type Action = 'load' | 'save' | 'events' | 'list' | 'logo' | 'forms' | 'check' | 'other';

/** A request as it came from the page. */
export interface Sent {
  readonly action: Action;
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  /** Follows a redirect. As a browser hides where one leads, a read is asked once more for the browser to go there. */
  readonly followed: boolean;
  underWay: boolean;
  /** The page gave up before the answer was whole. */
  givenUp: boolean;
}

/** What the reference server answered, or what is made of it. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

/** A fault, as the corpus words it, with the server's answer changed as a test says. */
export interface Fault extends Inject {
  /** The answer comes once this resolves: so that what a test does in between never comes too late. */
  readonly held?: Promise<unknown>;
  readonly change?: (answer: Answer) => void;
}

const API = '/api/ocean';

const ACTIONS: readonly (readonly [Action, RegExp])[] = [
  ['load', /^GET \/integrations\/[^/?]+$/],
  ['list', /^GET \/integrations(\?|$)/],
  ['save', /^(POST \/integrations|PUT \/integrations\/[^/?]+)$/],
  ['events', /^GET \/event-types/],
  ['logo', /^POST \/logos/],
  ['forms', /^GET \/referral-forms/],
  ['check', /^POST \/endpoint-checks/],
];

const actionOf = (request: string): Action =>
  ACTIONS.find(([, pattern]) => pattern.test(request))?.[0] ?? 'other';

/** Headers of one connection, and those that say what the bytes before were. */
const NOT_PASSED_ON = ['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'host'];

const passedOn = (headers: Iterable<readonly [string, string]>): Record<string, string> =>
  Object.fromEntries([...headers].filter(([name]) => !NOT_PASSED_ON.includes(name)));

const EXPOSED = 'etag, location, retry-after, date, x-request-id';

export class FaultyProxy {
  sent: Sent[] = [];
  private readonly server: Server;
  private readonly faults = new Map<Action, Fault[]>();
  private readonly most = new Map<Action, number>();
  private over = new AbortController();
  /** Where answers have sent the page. */
  private readonly expected = new Set<string>();

  private constructor(
    private readonly upstream: string,
    private readonly page: HostPage,
  ) {
    this.server = createServer((request, response) => {
      this.handle(request, response).catch(() => response.destroy());
    });
  }

  static async start(upstream: string, page: HostPage): Promise<FaultyProxy> {
    const proxy = new FaultyProxy(upstream, page);
    await new Promise<void>((resolve) => proxy.server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** Where the page is, and the API below it. */
  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** The same as another origin. */
  get otherOrigin(): string {
    return `http://localhost:${this.port}`;
  }

  /** From now on. Several are taken one after the other; the last one stays, a sequence ends with what the server says. */
  inject(action: Action, ...faults: Fault[]): void {
    const [only] = faults;
    this.faults.set(action, only?.sequence ? [...only.sequence, {}] : faults);
  }

  /** Nothing goes wrong any more. */
  heal(): void {
    this.faults.clear();
    this.expected.clear();
  }

  /** Nothing listens at the address any more. */
  async refuseConnections(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  async acceptConnections(port: number): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(port, '127.0.0.1', resolve));
  }

  /** Requests of this kind that the page sent. Those that follow a redirect belong to the one before. */
  sends(action: Action): Sent[] {
    return this.sent.filter((one) => one.action === action && !one.followed);
  }

  /** Waits until as many of this kind have come. */
  async arrived(action: Action, least = 1): Promise<void> {
    for (let waited = 0; this.sends(action).length < least; waited += 10) {
      if (waited > HUNG) throw new Error(`${action} was not sent ${least} times.`);
      await sleep(10);
    }
  }

  /** Waits until the page has given up on a request of this kind. */
  async givenUp(action: Action): Promise<void> {
    for (let waited = 0; !this.sends(action).some(({ givenUp }) => givenUp); waited += 10) {
      if (waited > HUNG) throw new Error(`${action} was not given up.`);
      await sleep(10);
    }
  }

  /** How many of this kind were under way at the same time. */
  mostAtOnce(action: Action): number {
    return this.most.get(action) ?? 0;
  }

  /** For the next row. */
  reset(): void {
    this.over.abort();
    this.over = new AbortController();
    this.sent = [];
    this.most.clear();
    this.heal();
  }

  async stop(): Promise<void> {
    this.over.abort();
    this.server.closeAllConnections();
    if (this.server.listening) await new Promise((resolve) => this.server.close(resolve));
  }

  private next(action: Action): Fault {
    const faults = this.faults.get(action);
    return (faults && faults.length > 1 ? faults.shift() : faults?.[0]) ?? {};
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url = '/' } = request;
    // A browser asks again by itself where a connection that it used before breaks: here each request has its own.
    response.setHeader('connection', 'close');
    if (!/^\/(api|v2)\//.test(url)) return this.page.serve(url, response);
    this.allow(request, response);
    const path = url.replace(/^\/v2/, API);
    const action = actionOf(`${method} ${path.slice(API.length)}`);
    if (method === 'OPTIONS') {
      const asked = request.headers['access-control-request-method'] ?? '';
      const wanted = actionOf(`${asked} ${path.slice(API.length)}`);
      const { preflightStatus = 204 } = this.faults.get(wanted)?.[0] ?? {};
      response.writeHead(preflightStatus).end();
      return;
    }
    // What the API has moved to is not spoilt again.
    const fault = url.startsWith('/v2/') ? {} : this.next(action);
    const followed = this.expected.delete(url);
    const body = await bodyOf(request, fault.uploadBytesPerSecond, this.over.signal);
    const sent: Sent = {
      action,
      method,
      path,
      headers: request.headers,
      body: body.toString('utf8'),
      followed,
      underWay: true,
      givenUp: false,
    };
    this.sent.push(sent);
    const underWay = this.sent.filter((one) => one.action === action && one.underWay).length;
    this.most.set(action, Math.max(this.mostAtOnce(action), underWay));
    response.on('close', () => {
      sent.underWay = false;
      sent.givenUp = !response.writableFinished;
    });
    if (fault.cors === false) response.removeHeader('access-control-allow-origin');
    const spoilt = await this.answer(fault, () => this.ask(request, path, body));
    if (spoilt === 'connection-reset') {
      request.socket.resetAndDestroy();
      return;
    }
    if (spoilt.status >= 300 && spoilt.status < 400)
      this.expected.add(url).add(spoilt.headers['location'] ?? url);
    await this.write(fault, spoilt, response);
  }

  /** The server's answer where the fault leaves it to be asked, changed as the fault says. */
  private async answer(
    fault: Fault,
    ask: () => Promise<Answer>,
  ): Promise<Answer | 'connection-reset'> {
    const { commitThen, network, delayMs = 0, held, status } = fault;
    await held;
    if (network) {
      if (delayMs) await sleep(delayMs, undefined, { signal: this.over.signal });
      return 'connection-reset';
    }
    if (commitThen) {
      const real = await ask();
      return commitThen === 'connection-reset' ? commitThen : made(commitThen, real);
    }
    const made0 = isMade(fault) ? made(fault) : undefined;
    const answer = made0 ?? (await ask());
    if (delayMs) await sleep(delayMs, undefined, { signal: this.over.signal });
    if (!made0) Object.assign(answer.headers, fault.headers);
    if (!made0 && status !== undefined && answer.status < 300) answer.status = status;
    fault.change?.(answer);
    return answer;
  }

  private async ask(request: IncomingMessage, path: string, body: Buffer): Promise<Answer> {
    const headers = Object.entries(request.headers).map(
      ([name, value]) => [name, String(value)] as const,
    );
    const response = await fetch(this.upstream + path, {
      method: request.method,
      headers: passedOn(headers),
      ...(body.length > 0 && { body: new Uint8Array(body) }),
      redirect: 'manual',
      signal: this.over.signal,
    });
    return {
      status: response.status,
      headers: passedOn([...response.headers]),
      body: Buffer.from(await response.arrayBuffer()),
    };
  }

  private async write(fault: Fault, answer: Answer, response: ServerResponse): Promise<void> {
    const { stallAfterBytes, bytesPerSecond, chunked } = fault;
    response.writeHead(answer.status, answer.headers);
    const { signal } = this.over;
    if (stallAfterBytes !== undefined) {
      response.write(answer.body.subarray(0, stallAfterBytes));
      return sleep(2 ** 30, undefined, { signal });
    }
    const size = chunked ? 64 : bytesPerSecond;
    for (let at = 0; size && at < answer.body.length && !response.destroyed; at += size) {
      response.write(answer.body.subarray(at, at + size));
      await sleep(chunked ? 1 : 1_000, undefined, { signal });
    }
    response.end(size ? undefined : answer.body);
  }

  /** For pages of another origin, all that the API needs. */
  private allow({ headers }: IncomingMessage, response: ServerResponse): void {
    if (!headers.origin || headers.origin === `http://${headers.host}`) return;
    response.setHeader('access-control-allow-origin', headers.origin);
    response.setHeader('access-control-allow-methods', 'GET, POST, PUT, DELETE');
    response.setHeader(
      'access-control-allow-headers',
      headers['access-control-request-headers'] ?? '',
    );
    response.setHeader('access-control-expose-headers', EXPOSED);
  }
}

/** Whether the proxy answers by itself: a refusal, or a body of its own. */
const isMade = ({ status = 200, body, bodyHex, bodyMb, bodyRepeat }: Fault): boolean =>
  status === 204 ||
  status === 202 ||
  status >= 300 ||
  [body, bodyHex, bodyMb, bodyRepeat].some((one) => one !== undefined);

const made = (fault: Fault, real?: Answer): Answer => {
  const { status = 200, headers = {}, body = '', bodyHex, bodyMb, bodyRepeat, detailKb } = fault;
  const bytes = bodyHex
    ? Buffer.from(bodyHex, 'hex')
    : bodyMb
      ? Buffer.from(`{"items":["${'x'.repeat(bodyMb * 1024 * 1024)}"]}`)
      : bodyRepeat
        ? Buffer.from(bodyRepeat.open.repeat(bodyRepeat.n) + bodyRepeat.close.repeat(bodyRepeat.n))
        : detailKb
          ? Buffer.from(JSON.stringify({ title: 'Bad', detail: 'long '.repeat(detailKb * 205) }))
          : Buffer.from(body);
  const told = Object.entries(headers).map(([name, value]): [string, string] => [
    name,
    value
      .replace('@+30s-http-date', new Date(Date.now() + 30_000).toUTCString())
      .replace('@real', real?.headers[name] ?? ''),
  ]);
  return { status, headers: Object.fromEntries(told), body: bytes };
};

const bodyOf = async (
  request: IncomingMessage,
  bytesPerSecond: number | undefined,
  signal: AbortSignal,
): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const part of request) {
    parts.push(part as Buffer);
    if (bytesPerSecond)
      await sleep((1_000 * (part as Buffer).length) / bytesPerSecond, undefined, { signal });
  }
  return Buffer.concat(parts);
};
