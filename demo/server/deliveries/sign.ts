/** Signatures of messages by the Standard Webhooks scheme, with its published library. */
import type { IncomingHttpHeaders } from 'node:http';
import { Webhook } from 'standardwebhooks';

export interface SignedMessage {
  /** The delivery's own, the same at each attempt. */
  readonly id: string;
  readonly body: string;
}

/** The time is of the attempt: a receiver refuses an old one, as it may be a replay. */
export const signatureHeaders = (
  { id, body }: SignedMessage,
  secret: string,
  at: Date,
): Record<string, string> => ({
  'webhook-id': id,
  'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
  'webhook-signature': new Webhook(secret).sign(id, at, body),
});

/** Whether body and headers are signed with the secret, within the last minutes. */
export const isSigned = (headers: IncomingHttpHeaders, body: string, secret: string): boolean => {
  const given: Record<string, string> = {};
  for (const name of ['webhook-id', 'webhook-timestamp', 'webhook-signature']) {
    const value = headers[name];
    if (typeof value !== 'string') return false;
    given[name] = value;
  }
  try {
    new Webhook(secret).verify(body, given, { jsonParse: false });
    return true;
  } catch {
    return false;
  }
};
