/** How the server reaches out, as one thing that a test can replace. */
import type { IncomingHttpHeaders } from 'node:http';
import type { DeliveryQueue, DeliveryWorker, EndpointChecker, OutboundSettings } from './ports.js';
import type { Parts } from './routes/parts.js';

export interface Outbound {
  createChecker(settings: OutboundSettings): EndpointChecker;
  createWorker(parts: { queue: DeliveryQueue; settings: OutboundSettings }): DeliveryWorker;
  messageBody: Parts['messageBody'];
  /** Whether body and headers are signed with the secret (Standard Webhooks). */
  isSigned(headers: IncomingHttpHeaders, body: string, secret: string): boolean;
}
