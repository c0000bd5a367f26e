/**
 * HTTP to hosts that a user has named: nothing but public addresses is connected to, and no answer costs much.
 *
 * The URL is read by the model's rules; every address that its name resolves to is checked, and no other is connected to: a name
 * that resolves otherwise a moment later gains nothing. No address is pressed harder than the gate allows.
 * Each request has a connection of its own. No redirect is followed: what is registered is what answers.
 */
import { lookup } from 'node:dns/promises';
import http from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import https from 'node:https';
import { isIP } from 'node:net';
import type { LookupFunction } from 'node:net';
import type { OutboundSettings } from '../ports.js';
import { mayConnect, readTargetUrl } from './addresses.js';
import { HostGate } from './host-gate.js';
import { TimeIsOver, unlessAborted } from './time-limit.js';

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

export interface GuardOptions extends Pick<OutboundSettings, 'allowLoopback' | 'gate'> {
  /** All addresses of a name. @default as the system resolves it */
  readonly resolve?: (hostname: string) => Promise<ResolvedAddress[]>;
  /** Certificates in PEM to trust instead of Node's own. */
  readonly certificates?: string;
}

/** Bytes of a body that are read. */
export const LONGEST_ANSWER = 16 * 1024;

/** Bytes of headers. */
const LONGEST_HEADERS = 16 * 1024;

/** Addresses of one name that are tried. */
const MOST_ADDRESSES = 4;

const resolveBySystem = (hostname: string): Promise<ResolvedAddress[]> =>
  lookup(hostname, { all: true });

export const createGuardedFetch = ({
  allowLoopback,
  resolve = resolveBySystem,
  certificates,
  gate = new HostGate(),
}: GuardOptions): GuardedFetch => {
  const allowed = (address: string): boolean => mayConnect(address, allowLoopback);
  return async ({ url: text, headers, body }, signal) => {
    signal.throwIfAborted();
    const url = readTargetUrl(text, allowLoopback);
    if (!url) return { failure: 'refused-address' };
    const found = await addressesOf(url, resolve, allowed, signal);
    if ('failure' in found) return found;
    const leave = await enterAll(gate, found.addresses, signal);
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
      lookup: pinned(found.addresses),
      maxHeaderSize: LONGEST_HEADERS,
      ca: certificates,
      signal,
    };
    try {
      const opened = await open(url, options, bytes);
      if ('failure' in opened) {
        signal.throwIfAborted();
        return opened;
      }
      const { status, response } = opened;
      return { answer: { status, headers: response.headers, ...(await read(response, signal)) } };
    } finally {
      leave();
    }
  };
};

type Found = { addresses: readonly ResolvedAddress[] } | { failure: Failure };

/** Refuses a name as soon as one of its addresses is refused: the others may be there to hide it. */
const addressesOf = async (
  { hostname }: URL,
  resolve: (hostname: string) => Promise<ResolvedAddress[]>,
  allowed: (address: string) => boolean,
  signal: AbortSignal,
): Promise<Found> => {
  const literal = hostname.replace(/^\[|\]$/g, '');
  // What is written in the URL was judged as it was read.
  if (isIP(literal)) return { addresses: [{ address: literal, family: isIP(literal) }] };
  let addresses: ResolvedAddress[];
  try {
    addresses = await unlessAborted(resolve(hostname), signal);
  } catch {
    signal.throwIfAborted();
    return { failure: 'unreachable' };
  }
  if (addresses.length === 0) return { failure: 'unreachable' };
  return addresses.every(({ address }) => allowed(address))
    ? { addresses: addresses.slice(0, MOST_ADDRESSES) }
    : { failure: 'refused-address' };
};

/** The look-up of a connection, which is done already. */
const pinned =
  (addresses: readonly ResolvedAddress[]): LookupFunction =>
  (_hostname, { all }, callback) => {
    const [first] = addresses;
    if (all) callback(null, [...addresses]);
    else callback(null, first?.address ?? '', first?.family);
  };

/** A place at each address that may be connected to; in one order everywhere, so that nobody waits in a circle. */
const enterAll = async (
  gate: HostGate,
  addresses: readonly ResolvedAddress[],
  signal: AbortSignal,
): Promise<() => void> => {
  const leaving: (() => void)[] = [];
  const leave = (): void => leaving.forEach((one) => one());
  try {
    for (const address of [...new Set(addresses.map((one) => one.address))].sort())
      leaving.push(await gate.enter(address, signal));
    return leave;
  } catch (error) {
    leave();
    throw error;
  }
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
    request.on('error', () => {
      settle({ failure: connected && !secured ? 'tls' : 'unreachable' });
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
