/** A request and its answer as text, for who has to mend a server. Credentials and secrets are masked. */
import { isBackendError } from '../../backend-error.js';
import type { Exchange, Recorder } from '../http/recorder.js';

const MASK = '•••';

/** Longest body that is shown, in characters. */
const MAX_BODY = 2_000;

const SENT = /^(?:accept|content-type|if-match|idempotency-key|site-number)$/;
const ANSWERED = /^(?:content-type|etag|location|retry-after|x-request-id|allow)$/;
const CREDENTIALS = /^(?:authorization|proxy-authorization|cookie|set-cookie)$/;

const shortened = (text: string): string =>
  text.length > MAX_BODY ? `${text.slice(0, MAX_BODY)}… (${text.length} characters)` : text;

export class ExchangeView {
  /** Names of the headers that the caller gave: their values may be credentials. */
  private readonly given: ReadonlySet<string>;
  private readonly values: readonly string[];

  constructor(
    private readonly recorder: Pick<Recorder, 'secrets'>,
    given: readonly (readonly [name: string, value: string])[],
  ) {
    this.given = new Set(given.map(([name]) => name));
    this.values = given.map(([, value]) => value.replace(/^\w+\s+/, '')).filter(Boolean);
  }

  /** One line: what was asked, and the status. */
  line({ method, url, answer, failure }: Exchange): string {
    const outcome = answer?.status ?? (failure === undefined ? 'no answer yet' : 'no answer');
    return this.masked(`${method} ${url.pathname}${url.search}: ${outcome}`);
  }

  /** All that is worth seeing, as lines. */
  whole({ method, url, requestHeaders, requestText, answer, failure }: Exchange): string[] {
    const asked = [
      `${method} ${url.pathname}${url.search}`,
      ...this.headers(requestHeaders, (name) => SENT.test(name) || this.given.has(name)),
      ...(requestText === undefined ? [] : ['', shortened(requestText)]),
    ];
    const answered = answer
      ? [
          String(answer.status),
          ...this.headers(answer.headers, (name) => ANSWERED.test(name)),
          ...(answer.text === '' ? [] : ['', shortened(answer.text)]),
        ]
      : [`no answer${failure === undefined ? ' yet' : `: ${reasonOf(failure)}`}`];
    return [...marked('>', asked), ...marked('<', answered)].map((line) => this.masked(line));
  }

  masked(text: string): string {
    let masked = text;
    for (const secret of [...this.recorder.secrets, ...this.values])
      masked = masked.replaceAll(secret, MASK);
    // Short ones too, which stand in a text by chance and so are not looked for in it.
    return masked.replace(/("(?:password|clientSecret|key)":)"(?:[^"\\]|\\.)*"/g, `$1"${MASK}"`);
  }

  private headers(headers: Headers, shown: (name: string) => boolean): string[] {
    return [...headers]
      .filter(([name]) => shown(name) || CREDENTIALS.test(name))
      .map(([name, value]) =>
        CREDENTIALS.test(name) || this.given.has(name) ? `${name}: ${MASK}` : `${name}: ${value}`,
      );
  }
}

const marked = (mark: string, lines: readonly string[]): string[] =>
  lines.flatMap((line) => line.split('\n')).map((line) => `${mark} ${line}`.trimEnd());

/** Of a failed connection, the cause holds more than the error. */
const reasonOf = (failure: unknown): string => {
  if (isBackendError(failure)) return failure.message;
  if (!(failure instanceof Error)) return String(failure);
  const { cause } = failure;
  return cause instanceof Error && cause.message ? cause.message : failure.message;
};
