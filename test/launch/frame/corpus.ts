/** The rows of frames.json, and a stage to put them on: an element with a puppet in its iframe, and all that comes of it. */
import { expect } from '@open-wc/testing';
import type { OceanLaunchFrame } from '../../../src/launch/frame/launch-frame.js';
import { until } from '../../support/queries.js';
import { eventsOf, iframeOf, openPuppet } from './launched.js';
import type { OpenOptions, Puppet } from './launched.js';

/** A row, as the corpora's README describes it. */
export interface FrameRow {
  readonly id: string;
  readonly category: string;
  readonly scenario: string;
  readonly config?: { readonly messagingHandle: string };
  readonly event?: {
    readonly origin: string | null;
    readonly source: string;
    readonly data?: unknown;
    readonly repeat?: number;
  };
  readonly setup?: unknown;
  readonly expected: string;
  readonly effects?: readonly string[];
  readonly mustNot: readonly string[];
}

export type Check = (row: FrameRow) => Promise<void>;

export const pause = (time: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, time));

/**
 * Builds what a row's `$special`, `$repeat` and `$json` stand for. Runs in the launched page too, so it is whole by itself.
 *
 * @param idSent id of the request that the host has sent, for `<id sent>`
 */
export const build = (data: unknown, idSent = ''): unknown => {
  const made = (value: unknown): unknown => {
    if (value === '<id sent>') return idSent;
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(made);
    const { $special, $repeat, $json } = value as Record<string, unknown>;
    if (typeof $json === 'string') return made(JSON.parse($json));
    if (Array.isArray($repeat)) return String($repeat[0]).repeat(Number($repeat[1]));
    switch ($special) {
      case undefined:
        break;
      case 'undefined':
        return undefined;
      case 'NaN':
        return NaN;
      case 'Error':
        return new Error('made up');
      case 'Date':
        return new Date(0);
      case '10MB-string':
        return 'x'.repeat(10_000_000);
      case 'nested-10000': {
        let nested: object = {};
        for (let depth = 0; depth < 10_000; depth += 1) nested = { nested };
        return nested;
      }
      default:
        throw new Error(`No way to build ${JSON.stringify($special)}.`);
    }
    const copy = {};
    for (const [key, inner] of Object.entries(value))
      // Own, whatever its name: `__proto__` is a name like others here.
      Object.defineProperty(copy, key, {
        value: made(inner),
        enumerable: true,
        configurable: true,
        writable: true,
      });
    return copy;
  };
  return made(data);
};

/** What the page itself says, while it is watched. */
export interface Watched {
  readonly warnings: string[];
  readonly errors: string[];
  stop(): void;
}

const LEVELS = ['log', 'info', 'debug', 'warn', 'error'] as const;

export const watch = (): Watched => {
  const warnings: string[] = [];
  const errors: string[] = [];
  const before = Object.fromEntries(LEVELS.map((level) => [level, console[level]]));
  for (const level of LEVELS)
    console[level] = (...values: unknown[]) => warnings.push(values.map(String).join(' '));
  const onError = ({ message }: ErrorEvent) => errors.push(message);
  const onRejection = ({ reason }: PromiseRejectionEvent) => errors.push(String(reason));
  addEventListener('error', onError);
  addEventListener('unhandledrejection', onRejection);
  return {
    warnings,
    errors,
    stop() {
      Object.assign(console, before);
      removeEventListener('error', onError);
      removeEventListener('unhandledrejection', onRejection);
    },
  };
};

export class Stage {
  readonly events: CustomEvent<Record<string, unknown>>[];
  readonly iframe: HTMLIFrameElement;
  readonly address = location.href;
  private settled = 0;

  private constructor(
    readonly element: OceanLaunchFrame,
    readonly puppet: Puppet,
    readonly handle: string,
  ) {
    this.events = eventsOf(element);
    this.iframe = iframeOf(element) as HTMLIFrameElement;
  }

  static async of(row: FrameRow, options: OpenOptions = {}): Promise<Stage> {
    const handle = row.config?.messagingHandle ?? 'a-handle';
    const activities = ['problem-review', 'order-review'];
    const { element, puppet } = await openPuppet({ activities, handle, ...options });
    return new Stage(element, puppet, handle);
  }

  get names(): string[] {
    return this.events.map(({ type }) => type);
  }

  /** Id of the handshake that the host has sent. */
  get idSent(): string {
    const handshake = this.puppet.messages.find(
      ({ messageType }) => messageType === 'status.handshake',
    );
    return String(handshake?.messageId);
  }

  /** What the host has answered, but to the sentinels. */
  get answers(): Record<string, unknown>[] {
    return this.puppet.messages.filter(
      ({ responseToMessageId }) =>
        typeof responseToMessageId === 'string' && !responseToMessageId.startsWith('sentinel'),
    );
  }

  /** The launched page says what the row has it say. */
  say(data: unknown): Promise<void> {
    return this.puppet.run(
      (code, given, idSent) => {
        const builder = (0, eval)(`(${code})`) as (data: unknown, idSent: string) => unknown;
        parent.postMessage(builder(given, idSent), '*');
      },
      String(build),
      data,
      this.idSent,
    );
  }

  /** Waits until all that was said before has been heard: the answer to one more request comes after. */
  async settle(): Promise<void> {
    const messageId = `sentinel-${(this.settled += 1)}`;
    await this.say({ messagingHandle: this.handle, messageId, messageType: 'test.sentinel' });
    await until(() => this.puppet.answersTo(messageId).length > 0);
    // What windows other than the frame's have said.
    await pause(20);
  }

  /** Nothing has come of it: no event, no answer, no change, no navigation. */
  expectUntouched(): void {
    expect(this.names).to.deep.equal([]);
    expect(this.answers).to.deep.equal([]);
    this.expectOpen();
  }

  /** The very iframe is still there, and the page is where it was. */
  expectOpen(): void {
    expect(this.iframe.isConnected).to.equal(true);
    expect(iframeOf(this.element)).to.equal(this.iframe);
    expect(location.href).to.equal(this.address);
  }
}

/** The payload's status of an answer. */
export const statusOf = (answer: Record<string, unknown> | undefined): unknown =>
  (answer?.payload as Record<string, unknown> | undefined)?.status;
