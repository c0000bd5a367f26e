/** How the server reaches out, as one thing that a test can replace. */
import type { IncomingHttpHeaders } from 'node:http';
import { messageBody } from './deliveries/message.js';
import { isSigned } from './deliveries/sign.js';
import { createDeliveryWorker } from './deliveries/worker.js';
import type { Log } from './log.js';
import { createEndpointChecker } from './outbound/endpoint-check.js';
import type { DeliveryQueue, DeliveryWorker, EndpointChecker, OutboundSettings } from './ports.js';
import type { Parts } from './routes/parts.js';

export interface Outbound {
  createChecker(settings: OutboundSettings): EndpointChecker;
  createWorker(parts: {
    queue: DeliveryQueue;
    settings: OutboundSettings;
    log: Log;
  }): DeliveryWorker;
  messageBody: Parts['messageBody'];
  /** Whether body and headers are signed with the secret (Standard Webhooks). */
  isSigned(headers: IncomingHttpHeaders, body: string, secret: string): boolean;
}

export const realOutbound: Outbound = {
  createChecker: (settings) => createEndpointChecker(settings),
  createWorker: createDeliveryWorker,
  messageBody,
  isSigned,
};
