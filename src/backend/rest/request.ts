/**
 * One attempt at one request: a time limit over all of it, a bound on the answer's size, a policy for redirects.
 * The caller judges the server's answer; only a failed transport is an error here.
 */
import { BackendError } from '../backend-error.js';

export interface Transport {
  fetch?: typeof fetch;
  headers?: () => HeadersInit | Promise<HeadersInit>;
  credentials: RequestCredentials;
  /** Milliseconds for the host's headers, the server's headers and the body together. */
  timeLimit: number;
  maxAnswerBytes: number;
}

export interface RestRequest {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  url: URL;
  /** Ours; they go before the host's. */
  headers: Readonly<Record<string, string | undefined>>;
  body?: string | Blob;
}

export interface RestAnswer {
  status: number;
  headers: Headers;
  text: string;
}

/** Redirects that a read follows. */
const MAX_HOPS = 5;

/** Headers that may go along where the browser follows a redirect by itself: it takes `authorization` off at another origin. */
const TRAVELS = new Set(['accept', 'accept-language', 'authorization', 'site-number']);

/** Headers of ours that the host's go before. */
const GIVES_WAY = new Set(['accept-language']);

const sessionEnded = (): BackendError =>
  new BackendError('unauthorized', 'The server redirected the request, as to a login page.');

export const send = async (
  request: RestRequest,
  transport: Transport,
  signal?: AbortSignal,
): Promise<RestAnswer> => {
  const aborted = (): BackendError => new BackendError('aborted', 'The request was given up.');
  if (signal?.aborted) throw aborted();
  const controller = new AbortController();
  const progress: Progress = {};
  let abort!: () => void;
  let timer: ReturnType<typeof setTimeout> | undefined;
  // Raced with the work as well as signalled to it: a page may have replaced fetch by one that knows no signal.
  const givenUp = new Promise<RestAnswer>((resolve, reject) => {
    abort = () => reject(aborted());
    const timeUp = (): void => {
      if (progress.refusal) resolve(progress.refusal);
      else if (progress.sent) reject(new BackendError('timeout', 'No whole answer in time.'));
      else reject(new BackendError('unauthorized', 'The host gave no headers in time.'));
    };
    timer = setTimeout(timeUp, Math.min(transport.timeLimit, 2 ** 31 - 1));
  });
  signal?.addEventListener('abort', abort);
  try {
    return await Promise.race([attempt(request, transport, progress, controller.signal), givenUp]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
    controller.abort();
  }
};

/** How far an attempt came when the time was up. */
interface Progress {
  sent?: boolean;
  /** The server has refused; only the reasons are still on their way. */
  refusal?: RestAnswer;
}

const attempt = async (
  request: RestRequest,
  transport: Transport,
  progress: Progress,
  signal: AbortSignal,
): Promise<RestAnswer> => {
  const headers = await hostHeaders(transport);
  progress.sent = true;
  try {
    for (const [name, value] of Object.entries(request.headers))
      if (value !== undefined && !(GIVES_WAY.has(name) && headers.has(name)))
        headers.set(name, value);
    const response = await exchange(request, headers, transport, signal);
    const answer = { status: response.status, headers: response.headers, text: '' };
    if (!response.ok) progress.refusal = { ...answer };
    answer.text = await readText(response, transport.maxAnswerBytes).catch((thrown: unknown) => {
      if (response.ok) throw thrown;
      return '';
    });
    return answer;
  } catch (thrown) {
    if (thrown instanceof BackendError) throw thrown;
    throw new BackendError(
      'network',
      'The server could not be reached, or the request was blocked.',
      { cause: thrown },
    );
  }
};

const hostHeaders = async ({ headers }: Transport): Promise<Headers> => {
  try {
    return new Headers(await headers?.());
  } catch (thrown) {
    throw new BackendError('unauthorized', 'The host gave no headers.', { cause: thrown });
  }
};

/**
 * Asks with `redirect: 'manual'`. A read is followed within the API's origin only, a write never: its body holds
 * credentials. Browsers hide where a redirect leads; there a read is sent once more for the browser to follow, with no
 * header that would go along to another origin.
 */
const exchange = async (
  { method, url, body }: RestRequest,
  headers: Headers,
  { fetch = globalThis.fetch, credentials }: Transport,
  signal: AbortSignal,
): Promise<Response> => {
  const ask = (
    target: URL,
    redirect: RequestRedirect,
    sent: Headers,
    mode?: RequestMode,
  ): Promise<Response> =>
    fetch(target.href, {
      method,
      headers: sent,
      body,
      credentials,
      redirect,
      signal,
      cache: 'no-store',
      ...(mode && { mode }),
    });
  let target = url;
  for (let hop = 0; hop <= MAX_HOPS; hop++) {
    let response = await ask(target, 'manual', headers);
    const location = response.headers.get('location');
    const hidden = response.type === 'opaqueredirect';
    const redirects =
      hidden || (location !== null && [301, 302, 303, 307, 308].includes(response.status));
    if (!redirects && hop === 0) return response;
    if (redirects && method !== 'GET') {
      if (response.status < 307) throw sessionEnded();
      throw new BackendError('malformed', 'The server redirected a write, which is not followed.');
    }
    if (hidden) {
      const few = [...headers].filter(([name]) => TRAVELS.has(name));
      const from = target;
      response = await followHidden(from, (mode) => ask(from, 'follow', new Headers(few), mode));
      target = new URL(response.url || target);
    } else if (redirects) {
      target = new URL(location ?? '', target);
    }
    if (target.origin !== url.origin) throw sessionEnded();
    if (hidden || !redirects) {
      if (response.ok && /html/i.test(response.headers.get('content-type') ?? ''))
        throw sessionEnded();
      return response;
    }
  }
  throw new BackendError('network', 'The server redirects without end.');
};

/**
 * Lets the browser follow a redirect. One that leads to another origin, as to a login page, can't be read: that it is there
 * shows when it isn't to be read, or by the page's own policy, which stands before it. A loop, and what leads nowhere, fails
 * in every way.
 */
const followHidden = async (
  { origin }: URL,
  follow: (mode?: RequestMode) => Promise<Response>,
): Promise<Response> => {
  let forbidden = false;
  const note = ({ disposition, effectiveDirective, blockedURI }: SecurityPolicyViolationEvent) => {
    if (disposition === 'enforce' && effectiveDirective === 'connect-src')
      forbidden ||= blockedURI.startsWith(origin);
  };
  const page = globalThis.document as Document | undefined;
  page?.addEventListener('securitypolicyviolation', note);
  try {
    return await follow();
  } catch {
    const isThere = await follow('no-cors').then(
      () => true,
      () => forbidden,
    );
    if (isThere) throw sessionEnded();
    throw new BackendError('network', 'The server redirects without end, or to nowhere.');
  } finally {
    page?.removeEventListener('securitypolicyviolation', note);
  }
};

/** The body as text, given up as soon as it is over the limit. */
const readText = async (response: Response, limit: number): Promise<string> => {
  const reader = response.body?.getReader();
  if (!reader) return response.text();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = Number(response.headers.get('content-length')) || 0;
  if (size <= limit) size = 0;
  while (size <= limit) {
    const { done, value } = await reader.read();
    if (done) return decode(await new Blob(parts).arrayBuffer());
    size += value.byteLength;
    parts.push(value);
  }
  throw new BackendError('too-large', `The answer is larger than ${limit} bytes.`);
};

/**
 * Without a byte order mark. JSON is UTF-8 (RFC 8259, 8.1); what is not comes from an old server and is read by the encoding that those
 * have, as a name with replacement characters would be saved back over the right one.
 */
const decode = (bytes: ArrayBuffer): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
};
