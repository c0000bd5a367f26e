/**
 * SMART Web Messaging 1.0 (HL7), the host's side, and two plain messages of this project's own. Without a DOM beyond the event's type.
 *
 * Nothing that a launched system sends is trusted. It has to come from the frame's window and from the very origin of the
 * launch URL; a request has to carry the handle of this launch; answers go to that origin only. Fields are read one by one and
 * never walked or written out, so that huge or deep messages cost nothing. What does not fit is dropped and counted.
 */
import { warnOnce } from '../../ui/console.js';

/** Most that a launched system may ask its frame to be high, in CSS pixels. */
export const MOST_HEIGHT = 4000;

/** Requests that are answered at once, and then again in each second: never more than 40 in any one second. */
const BURST = 20;
/** Ids that are remembered. */
const REMEMBERED = 200;
const LONGEST_ID = 200;
const LONGEST_REFERENCE = 100;

/** An activity of the host's, by a name that it lists. The parameters are untrusted. */
export interface Activity {
  readonly activityType: string;
  readonly activityParameters: unknown;
}

export interface MessagingPorts {
  /** Origin of the launch URL. */
  readonly origin: string;
  /** Proves that a request belongs to this launch; the launched system learns it by the handshake. */
  readonly handle: string;
  /** The frame's window, as it is now. */
  frame(): Pick<Window, 'postMessage'> | null | undefined;
  /** Activity types that the host offers. */
  activities(): readonly string[];
  /** The launched system has answered, or asked: once. */
  ready(): void;
  /** The launched system is done. */
  done(activity?: Activity): void;
  /** The launched system asks for an activity. Whether it was begun. */
  launch(activity: Activity): boolean;
  /** The height that it would like to have, in CSS pixels. */
  resize(height: number): void;
  /** Its own reference of what was done there: once for each. */
  reference(reference: string): void;
}

type Fields = Readonly<Record<string, unknown>>;

/** A few ids, the newest. */
class Recent extends Set<string> {
  override add(id: string): this {
    for (const oldest of this) {
      if (this.size < REMEMBERED) break;
      this.delete(oldest);
    }
    return super.add(id);
  }
}

/** A random text that nobody can guess. */
export const randomId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(20)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

const isText = (value: unknown, longest: number): value is string =>
  typeof value === 'string' && value.length <= longest && value.trim() !== '';

/** A dotted name, such as `ui.done`, in its exact spelling. */
const isType = (value: unknown): value is string =>
  isText(value, LONGEST_ID) && /^[a-z][A-Za-z0-9]*(?:\.[a-z][A-Za-z0-9]*)+$/.test(value);

const SUCCESS = { status: 'success' };

const failure = (text: string): Fields => ({ status: 'failure', statusDetail: { text } });

/** FHIR's own way to say no, for the messages that carry FHIR resources. */
const unsupported = (messageType: string): Fields => {
  const text = 'This host does not support messages of this type.';
  const issue = [{ severity: 'error', code: 'not-supported', details: { text } }];
  return {
    ...failure(text),
    ...(/^scratchpad\.|^fhir\.http$/.test(messageType) && {
      outcome: { resourceType: 'OperationOutcome', issue },
    }),
  };
};

const NOT_OFFERED = failure('This host does not offer the activity.');

export class SmartMessaging {
  /** Messages of the frame's window that were not taken. */
  dropped = 0;

  /** Our own requests that are still to be answered. */
  private readonly asked = new Recent();
  private readonly seen = new Recent();
  private readonly references = new Recent();
  private isReady = false;
  private height?: number;
  private left = BURST;
  private counted: number;

  /** @param now milliseconds */
  constructor(
    private readonly ports: MessagingPorts,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.counted = now();
  }

  /**
   * The frame has loaded a page: tells it the handle, and asks whether it speaks. The browser hands the message over only where
   * that page is of the launch URL's origin.
   */
  loaded(): void {
    // A new page may count its messages from one again.
    this.seen.clear();
    this.sendHandshake();
  }

  /** Takes a message event of the host's window. What other windows send is none of ours, and not counted. */
  receive(event: Pick<MessageEvent<unknown>, 'source' | 'origin' | 'ports' | 'data'>): void {
    const window: unknown = this.ports.frame();
    if (!window || event.source !== window) return;
    // Nothing is ever said over a port.
    for (const port of event.ports) port.close();
    if (!this.take(event)) this.dropped += 1;
  }

  private take({ origin, ports, data }: Pick<MessageEvent, 'origin' | 'ports' | 'data'>): boolean {
    if (origin !== this.ports.origin) {
      warnOnce(
        `<ocean-launch-frame> dropped what another origin than ${this.ports.origin} said from its frame. Where the launched system moves on to another origin, make that one its base launch URL.`,
      );
      return false;
    }
    if (ports.length > 0 || !isFields(data)) return false;
    if (data.messageType !== undefined) return this.takeRequest(data);
    if (data.responseToMessageId !== undefined) return this.takeResponse(data);
    return this.takeOwn(data);
  }

  private takeRequest(request: Fields): boolean {
    const { messageId, messageType, messagingHandle, responseToMessageId, payload = {} } = request;
    if (!isText(messageId, LONGEST_ID) || !isType(messageType) || !isFields(payload)) return false;
    if (responseToMessageId !== undefined) return false;
    // An app that begins may not know the handle yet.
    const unnamed = messagingHandle === undefined && messageType === 'status.handshake';
    if (!unnamed && messagingHandle !== this.ports.handle) return false;
    if (this.seen.has(messageId) || !this.spend()) return false;
    this.seen.add(messageId);
    const reply = (answer: Fields): void =>
      this.post({ messageId: randomId(), responseToMessageId: messageId, payload: answer });

    const { activityType, activityParameters } = payload;
    const activity =
      typeof activityType === 'string' && this.ports.activities().includes(activityType)
        ? { activityType, activityParameters }
        : undefined;
    switch (messageType) {
      case 'status.handshake':
        reply({});
        this.ready();
        if (unnamed) this.sendHandshake();
        break;
      case 'ui.done':
        if (activityType !== undefined && !activity) reply(NOT_OFFERED);
        else {
          reply(SUCCESS);
          this.ports.done(activity);
        }
        break;
      case 'ui.launchActivity':
        if (!activity) reply(NOT_OFFERED);
        else
          reply(
            this.ports.launch(activity)
              ? SUCCESS
              : failure('This host could not begin the activity.'),
          );
        break;
      default:
        reply(unsupported(messageType));
    }
    return true;
  }

  private takeResponse(response: Fields): boolean {
    const { messageId, responseToMessageId, additionalResponsesExpected, payload = {} } = response;
    if (!isText(messageId, LONGEST_ID) || !isFields(payload)) return false;
    if (typeof responseToMessageId !== 'string' || !this.asked.has(responseToMessageId))
      return false;
    if (additionalResponsesExpected !== true) this.asked.delete(responseToMessageId);
    // The standard's code system says `error`, its texts say `failure`.
    if (payload.status !== 'error' && payload.status !== 'failure') this.ready();
    return true;
  }

  /** `{type: 'resize', height}` and `{type: 'referral.submitted', ref}`. Nothing else is ever done on a plain message. */
  private takeOwn({ type, height, ref }: Fields): boolean {
    if (type === 'resize') {
      if (typeof height !== 'number' || !Number.isFinite(height) || height <= 0) return false;
      const shown = Math.min(Math.ceil(height), MOST_HEIGHT);
      // What changes nothing costs nothing: what is said after it is still heard.
      if (shown === this.height) return true;
      if (!this.spend()) return false;
      this.height = shown;
      this.ports.resize(shown);
      return true;
    }
    if (type !== 'referral.submitted' || !isText(ref, LONGEST_REFERENCE)) return false;
    if (this.references.has(ref) || !this.spend()) return false;
    this.references.add(ref);
    this.ports.reference(ref);
    return true;
  }

  private ready(): void {
    if (this.isReady) return;
    this.isReady = true;
    this.ports.ready();
  }

  private sendHandshake(): void {
    const messageId = randomId();
    this.asked.add(messageId);
    const { handle } = this.ports;
    this.post({
      messagingHandle: handle,
      messageId,
      messageType: 'status.handshake',
      payload: {},
    });
  }

  private post(message: Fields): void {
    this.ports.frame()?.postMessage(message, this.ports.origin);
  }

  /** Whether one more may be acted on now. What comes too fast is dropped: nothing is queued. */
  private spend(): boolean {
    const now = this.now();
    this.left = Math.min(BURST, this.left + ((now - this.counted) / 1000) * BURST);
    this.counted = now;
    if (this.left < 1) return false;
    this.left -= 1;
    return true;
  }
}
