/**
 * HTTP to hosts that a user has named: nothing but public addresses is connected to, and no answer costs much.
 *
 * The URL is read by the model's rules; every address that its name resolves to is checked, and exactly these are connected
 * to, as the check is the connection's own look-up: a name that resolves otherwise a moment later gains nothing.
 * Each request has a connection of its own. No redirect is followed: what is registered is what answers.
 */
import { lookup } from 'node:dns/promises';
import http from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import type { OutboundSettings } from '../ports.js';
import { mayConnect, readTargetUrl } from './addresses.js';
import { TimeIsOver } from './time-limit.js';

export interface OutboundRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** Its first kilobytes, as UTF-8. */
  readonly body: string;
  /** Why the body is not whole, if so. */
  readonly cut?: 'too-long' | 'timeout' | 'unreachable';
}

/**
 * Why there is no answer. `unreachable`: no such name, no connection, or no HTTP. `authentication`: the integration's own
 * could not be made, as its token URL gave no token, or no header can hold its key.
 */
export type Failure = 'unreachable' | 'timeout' | 'tls' | 'refused-address' | 'authentication';

export type Outcome =
  | { readonly answer: Answer; readonly failure?: undefined }
  | { readonly failure: Failure; readonly answer?: undefined };

/** Posts once. Fails with the signal's reason where it is aborted before an answer begins; with nothing else. */
export type GuardedFetch = (request: OutboundRequest, signal: AbortSignal) => Promise<Outcome>;

export interface ResolvedAddress {
  readonly address: string;
  readonly family: number;
}

export interface GuardOptions extends Pick<OutboundSettings, 'allowLoopback'> {
  /** All addresses of a name. @default as the system resolves it */
  readonly resolve?: (hostname: string) => Promise<ResolvedAddress[]>;
  /** Certificates in PEM to trust instead of Node's own. */
  readonly certificates?: string;
}

/** Bytes of a body that are read. */
export const LONGEST_ANSWER = 16 * 1024;

/** Bytes of headers. */
const LONGEST_HEADERS = 16 * 1024;

class RefusedAddress extends Error {
  override readonly name = 'RefusedAddress';
}

const resolveBySystem = (hostname: string): Promise<ResolvedAddress[]> =>
  lookup(hostname, { all: true });

export const createGuardedFetch = ({
  allowLoopback,
  resolve = resolveBySystem,
  certificates,
}: GuardOptions): GuardedFetch => {
  const guardedLookup = lookupOf(resolve, (address) => mayConnect(address, allowLoopback));
  return async ({ url: text, headers, body }, signal) => {
    signal.throwIfAborted();
    const url = readTargetUrl(text, allowLoopback);
    if (!url) return { failure: 'refused-address' };
    const bytes = Buffer.from(body);
    const options: https.RequestOptions = {
      method: 'POST',
      headers: {
        ...headers,
        'content-length': bytes.length,
        // Nothing that unpacks to more than was sent.
        'accept-encoding': 'identity',
        'user-agent': 'ocean-integrations',
      },
      agent: false,
      lookup: guardedLookup,
      maxHeaderSize: LONGEST_HEADERS,
      ca: certificates,
      signal,
    };
    const opened = await open(url, options, bytes);
    if ('failure' in opened) {
      signal.throwIfAborted();
      return opened;
    }
    const { status, response } = opened;
    return { answer: { status, headers: response.headers, ...(await read(response, signal)) } };
  };
};

/** Refuses a name as soon as one of its addresses is refused: the others may be there to hide it. */
const lookupOf =
  (
    resolve: (hostname: string) => Promise<ResolvedAddress[]>,
    allowed: (address: string) => boolean,
  ): LookupFunction =>
  (hostname, { all }, callback) => {
    const answer = (addresses: ResolvedAddress[]): void => {
      const [first] = addresses;
      if (!first) callback(new Error('The name has no address.'), []);
      else if (!addresses.every(({ address }) => allowed(address)))
        callback(new RefusedAddress(), []);
      else if (all) callback(null, addresses);
      else callback(null, first.address, first.family);
    };
    resolve(hostname).then(answer, (error: Error) => callback(error, []));
  };

type Opened = { status: number; response: IncomingMessage } | { failure: Failure };

const open = (url: URL, options: https.RequestOptions, body: Buffer): Promise<Opened> =>
  new Promise((settle) => {
    const secure = url.protocol === 'https:';
    const request = (secure ? https : http).request(url, options);
    let connected = false;
    let secured = !secure;
    request.on('socket', (socket) => {
      socket.once('connect', () => (connected = true));
      socket.once('secureConnect', () => (secured = true));
    });
    request.on('response', (response) => settle({ status: response.statusCode ?? 0, response }));
    request.on('error', (error) => {
      if (error instanceof RefusedAddress) settle({ failure: 'refused-address' });
      else settle({ failure: connected && !secured ? 'tls' : 'unreachable' });
    });
    // Also where the connection ends without an error, as after an upgrade that nobody asked for.
    request.on('close', () => settle({ failure: 'unreachable' }));
    request.end(body);
  });

/** Leaves the rest of a long answer unread, and closes its connection. */
const read = async (
  response: IncomingMessage,
  signal: AbortSignal,
): Promise<Pick<Answer, 'body' | 'cut'>> => {
  const chunks: Buffer[] = [];
  let size = 0;
  let cut: Answer['cut'];
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > LONGEST_ANSWER) {
        cut = 'too-long';
        break;
      }
    }
  } catch {
    if (signal.aborted && !(signal.reason instanceof TimeIsOver)) signal.throwIfAborted();
    cut = signal.aborted ? 'timeout' : 'unreachable';
  }
  const bytes = Buffer.concat(chunks).subarray(0, LONGEST_ANSWER);
  return { body: new TextDecoder().decode(bytes), cut };
};

const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];

/** What is wrong with the HTTP status of an answer, in the words that widgets know. */
export const failureOfStatus = (status: number): 'redirect' | 'http-status' =>
  REDIRECTS.includes(status) ? 'redirect' : 'http-status';
