/** Launched systems for tests: where they are, and puppets that do there what a test tells them. */
import { fixtureSync, html } from '@open-wc/testing';
import '../../../src/define/launch-frame.js';
import type { OceanLaunchFrame } from '../../../src/launch/frame/launch-frame.js';
import { until } from '../../support/queries.js';

const found = (await (await fetch('/launched-systems.json')).json()) as { ports: [number, number] };

/** Where a launched system is, by the origin; none of them is the page's. */
export const ORIGINS = {
  app: `http://127.0.0.1:${found.ports[0]}`,
  /** Another port of the same host. */
  port: `http://127.0.0.1:${found.ports[1]}`,
  evil: `http://localhost:${found.ports[1]}`,
  /**
   * The page's own host, and so in the page's process. Where another process has the iframe, the keys that a test presses may go there for
   * a while after the focus has come back: such tests launch this one.
   */
  near: `http://localhost:${found.ports[0]}`,
  /** Below that host. */
  child: `http://app.localhost:${found.ports[0]}`,
} as const;

/** What a page of the puppet's kind received. */
export interface Received {
  readonly message: unknown;
  readonly origin: string;
  readonly fromParent: boolean;
}

type Message = Readonly<Record<string, unknown>>;

/** A page that runs what a test sends it, and tells what it receives. */
export class Puppet {
  readonly received: Received[] = [];
  private readonly waiting = new Map<
    number,
    (answer: { value?: unknown; error?: string }) => void
  >();
  private count = 0;

  private constructor(private readonly port: MessagePort) {
    port.onmessage = ({ data }: MessageEvent<Received & { id?: number }>) => {
      if (data.id === undefined) this.received.push(data);
      else this.waiting.get(data.id)?.(data as object);
    };
  }

  /** Takes a page of the puppet's kind in hand, once it is there. */
  static async hold(frame: Window | null | undefined): Promise<Puppet> {
    const { port1, port2 } = new MessageChannel();
    frame?.postMessage('puppet', '*', [port2]);
    const puppet = new Puppet(port1);
    await puppet.run(() => undefined);
    return puppet;
  }

  /** The same for a window that tells nobody when it is there. */
  static async holdLate(window: Window): Promise<Puppet> {
    for (let tries = 0; tries < 50; tries += 1) {
      const late = new Promise<undefined>((resolve) => setTimeout(resolve, 100));
      const puppet = await Promise.race([Puppet.hold(window), late]);
      if (puppet) return puppet;
    }
    throw new Error('No puppet came.');
  }

  /** Takes a page in hand that only this one can reach: a nested one, or one that it has opened. */
  async holdAnother(find: (port: MessagePort) => unknown): Promise<Puppet> {
    const { port1, port2 } = new MessageChannel();
    const other = new Puppet(port1);
    await this.send(find, [], [port2]);
    await other.run(() => undefined);
    return other;
  }

  /** Runs the function there: it sees its own values and that page only. */
  run<V extends unknown[], R>(code: (...values: V) => R, ...values: V): Promise<Awaited<R>> {
    return this.send(code, values, []) as Promise<Awaited<R>>;
  }

  /** Says something to the page that holds the frame. */
  say(data: unknown): Promise<void> {
    return this.run((message) => parent.postMessage(message, '*'), data);
  }

  /** Messages of the host's, in SMART Web Messaging. */
  get messages(): Message[] {
    return this.received.map(({ message }) => message as Message);
  }

  /** The host's answers to a request. */
  answersTo(id: string): Message[] {
    return this.messages.filter(({ responseToMessageId }) => responseToMessageId === id);
  }

  private send(
    code: (...values: never[]) => unknown,
    values: unknown[],
    transfer: Transferable[],
  ): Promise<unknown> {
    const id = (this.count += 1);
    return new Promise((resolve, reject) => {
      this.waiting.set(id, ({ value, error }) =>
        error === undefined ? resolve(value) : reject(new Error(error)),
      );
      this.port.postMessage({ id, code: String(code), values }, transfer);
    });
  }
}

export interface OpenOptions {
  readonly url?: string;
  readonly lang?: string;
  readonly modal?: boolean;
  readonly settings?: OceanLaunchFrame['settings'];
  readonly activities?: readonly string[];
  readonly handle?: string;
}

export const SETTINGS = {
  companyName: 'Northern Imaging',
  applicationName: { en: 'Booking', fr: 'Rendez-vous' },
};

/** The element in the page, opening. */
export const openFrame = async ({
  url = `${ORIGINS.app}/puppet`,
  lang = 'en',
  modal = false,
  settings = SETTINGS,
  activities = [],
  handle,
}: OpenOptions = {}): Promise<OceanLaunchFrame> => {
  const page = fixtureSync<HTMLElement>(
    html`<div lang=${lang}>
      <ocean-launch-frame
        url=${url}
        ?modal=${modal}
        .settings=${settings}
        .activities=${activities}
        .messagingHandle=${handle}
      ></ocean-launch-frame>
    </div>`,
  );
  const element = page.querySelector('ocean-launch-frame') as OceanLaunchFrame;
  // No longer than that: its iframe's first load is still to come.
  await element.updateComplete;
  return element;
};

export const iframeOf = (element: OceanLaunchFrame): HTMLIFrameElement | null =>
  element.shadowRoot?.querySelector('iframe') ?? null;

/** Waits for the next load of an element's iframe. */
export const loadOf = (element: OceanLaunchFrame): Promise<unknown> =>
  new Promise((resolve) => iframeOf(element)?.addEventListener('load', resolve, { once: true }));

/** An element with a puppet in its iframe. */
export const openPuppet = async (
  options: OpenOptions = {},
): Promise<{ element: OceanLaunchFrame; puppet: Puppet }> => {
  const element = await openFrame(options);
  await loadOf(element);
  const puppet = await Puppet.hold(iframeOf(element)?.contentWindow);
  await until(() => puppet.messages.some(({ messageType }) => messageType === 'status.handshake'));
  return { element, puppet };
};

/** A message that no frame has sent. Its source is put there later, as the constructor in Firefox takes no window of another origin. */
export const messageByHand = ({ source, ...init }: MessageEventInit): MessageEvent =>
  Object.defineProperty(new MessageEvent('message', init), 'source', { value: source ?? null });

const EVENTS = ['ready', 'done', 'failed', 'cancelled', 'activity', 'reference'] as const;

/** Events of an element, as they come. */
export const eventsOf = (element: OceanLaunchFrame): CustomEvent<Message>[] => {
  const events: CustomEvent<Message>[] = [];
  for (const name of EVENTS)
    element.addEventListener(`ocean-launch-${name}`, (event) =>
      events.push(event as unknown as CustomEvent<Message>),
    );
  return events;
};
