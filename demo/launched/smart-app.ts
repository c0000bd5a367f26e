/** SMART Web Messaging 1.0, the app's side: what a launched system writes to talk with the portal that shows it. */

interface Message {
  messageId?: unknown;
  messageType?: unknown;
  messagingHandle?: unknown;
  responseToMessageId?: unknown;
  payload?: unknown;
}

interface Listener {
  /** The portal has said hello: requests can be made. */
  connected(): void;
  /** A message that went or came, in short. */
  told(line: string): void;
}

const isMessage = (data: unknown): data is Message => typeof data === 'object' && data !== null;

export class SmartApp {
  /** Of the window that shows this page, as its first handshake tells it. */
  private origin?: string;
  private handle?: string;
  /** Types of the requests that are not answered yet, by their ids. */
  private readonly asked = new Map<unknown, string>();

  constructor(private readonly listener: Listener) {
    addEventListener('message', this.receive);
  }

  request(messageType: string, payload: Readonly<Record<string, unknown>> = {}): void {
    const { handle: messagingHandle } = this;
    if (messagingHandle === undefined) return;
    const messageId = crypto.randomUUID();
    this.asked.set(messageId, messageType);
    this.post({ messagingHandle, messageId, messageType, payload });
    this.listener.told(`→ ${messageType} ${JSON.stringify(payload)}`);
  }

  private readonly receive = ({ data, origin, source }: MessageEvent<unknown>): void => {
    // The parent alone, and only as the origin that it had first. One without an origin can't be answered.
    if (source !== parent || !isMessage(data) || origin === 'null') return;
    if (this.origin !== undefined && origin !== this.origin) return;
    const { messageId, messageType, messagingHandle, responseToMessageId, payload } = data;
    if (messageType === 'status.handshake' && typeof messagingHandle === 'string') {
      this.origin = origin;
      this.handle = messagingHandle;
      this.post({ messageId: crypto.randomUUID(), responseToMessageId: messageId, payload: {} });
      this.listener.told(`← ${messageType}`);
      this.listener.connected();
      return;
    }
    const answered = this.asked.get(responseToMessageId);
    if (answered === undefined) return;
    this.asked.delete(responseToMessageId);
    this.listener.told(`← ${answered} ${JSON.stringify(payload)}`);
  };

  private post(message: Message): void {
    if (this.origin !== undefined) parent.postMessage(message, this.origin);
  }
}
