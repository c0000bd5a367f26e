/** A `fetch` that remembers what was asked and answered: to show a broken requirement, and to look at raw answers. */
import { isObject, parseJson } from '../../rest/problem.js';

/** One request, and what came of it. */
export interface Exchange {
  readonly method: string;
  readonly url: URL;
  readonly requestHeaders: Headers;
  /** What was sent, where it was text. */
  readonly requestText?: string;
  /** What was answered. Not there yet, or the connection failed (`failure`). */
  answer?: RawAnswer;
  failure?: unknown;
}

export interface RawAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** What is wrong with one exchange, and which. */
export class BrokenExchange extends Error {
  override readonly name = 'BrokenExchange';

  constructor(
    cause: unknown,
    readonly exchange: Exchange,
  ) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

/** A shorter text may stand in an answer by chance. */
const SHORTEST_SECRET = 8;

const SECRET_FIELDS = ['password', 'clientSecret', 'key'];

/** The secrets that a request gives, as the contract has them. */
const secretsIn = (text: string | undefined): string[] => {
  const body = text === undefined ? undefined : parseJson(text);
  const authentication = isObject(body) ? body['authentication'] : undefined;
  if (!isObject(authentication)) return [];
  return SECRET_FIELDS.map((name) => authentication[name]).filter(
    (value): value is string => typeof value === 'string' && value.length >= SHORTEST_SECRET,
  );
};

export class Recorder {
  readonly exchanges: Exchange[] = [];
  /** Every secret that was sent. */
  readonly secrets = new Set<string>();
  private readonly pending = new Set<Promise<unknown>>();
  private closed = false;

  constructor(private readonly ask: typeof fetch = globalThis.fetch) {}

  readonly fetch: typeof fetch = (input, init) => {
    if (this.closed) return Promise.reject(new DOMException('Stopped.', 'AbortError'));
    const answer = this.exchange(new URL(input instanceof Request ? input.url : input), init);
    this.pending.add(answer);
    void answer.catch(() => undefined).then(() => this.pending.delete(answer));
    return answer;
  };

  /** Lets nothing more out, and waits for what is under way: it may make something. */
  async close(): Promise<void> {
    this.closed = true;
    await Promise.allSettled(this.pending);
  }

  private async exchange(url: URL, init: RequestInit = {}): Promise<Response> {
    const { method = 'GET', headers, body } = init;
    const requestText = typeof body === 'string' ? body : undefined;
    const exchange: Exchange = { method, url, requestHeaders: new Headers(headers), requestText };
    this.exchanges.push(exchange);
    for (const secret of secretsIn(requestText)) this.secrets.add(secret);
    try {
      const response = await this.ask(url, init);
      const bytes = await response.arrayBuffer();
      const { status } = response;
      exchange.answer = {
        status,
        headers: response.headers,
        text: new TextDecoder().decode(bytes),
      };
      // A new one, as a body is read once. A status without a body has none, however it came.
      return new Response(bytes.byteLength > 0 ? bytes : null, {
        status,
        headers: response.headers,
      });
    } catch (thrown) {
      exchange.failure = thrown;
      throw thrown;
    }
  }
}
