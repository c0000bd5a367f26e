/** What the server's parts ask of each other: the store keeps, the worker delivers, the checker asks endpoints. */
import type { Authentication, Endpoint, Payload } from '../../src/integration/index.js';
import type { Delivery, DeliveryStatus } from '../../src/backend/index.js';
import type { HostGate, HostLimits } from './outbound/host-gate.js';

/** How the server may reach out. */
export interface OutboundSettings {
  /** Whether endpoints on this machine may be asked, which a demo needs and a deployment must not allow. */
  readonly allowLoopback: boolean;
  /** Milliseconds for all of an endpoint check. */
  readonly checkTimeLimit: number;
  /** Milliseconds for all of one delivery attempt. */
  readonly deliveryTimeLimit: number;
  /**
   * Origins whose endpoints get messages without having met the challenge, such as a FHIR server that answers none: whoever runs
   * this server vouches for them.
   */
  readonly allowedEndpoints?: readonly string[];
  /** How hard one host may be pressed. */
  readonly hostLimits?: HostLimits;
  /** Shared by all that reach out. @default one of its own, with `hostLimits` */
  readonly gate?: HostGate;
}

/** An endpoint with the secrets of its authentication in the open: never answered, never logged. */
export interface EndpointTarget {
  readonly requestUrl: string;
  readonly payload: Payload;
  readonly authentication: Authentication;
}

export interface EndpointChecker {
  /** Asks the challenge. A failing endpoint is a result (`status: 'failing'`), not an error. */
  check(target: EndpointTarget, signal?: AbortSignal): Promise<Endpoint>;
}

/** A message as it is sent: its bytes are the same at each attempt. */
export interface DeliveryMessage {
  readonly body: string;
  readonly contentType: string;
}

/** A message that waits for its next attempt. */
export interface QueuedDelivery extends DeliveryMessage {
  /** Sent as `webhook-id`: the same at each attempt. */
  readonly id: string;
  readonly integrationId: string;
  readonly eventType: string;
  /** How many attempts were recorded since it was queued, or since it was last asked to be sent again. */
  readonly attempts: number;
}

export type DeliveryAttempt = Delivery['attempts'][number];

/** What follows an attempt. `dueAt` is when a pending one is tried again. */
export interface AfterAttempt {
  readonly status: DeliveryStatus;
  readonly dueAt?: Date;
}

export interface DeliveryTarget extends EndpointTarget {
  /** `whsec_…`, of this integration alone. */
  readonly signingSecret: string;
  /** Whether this request URL has met the challenge once. */
  readonly verified: boolean;
}

/** Kept by the store, so that what is queued outlives the process. */
export interface DeliveryQueue {
  /**
   * The deliveries that are due, each claimed for a while: nobody else gets it until it is recorded, or until the claim has
   * run out, as after a crash. A claim lasts longer than an attempt can take.
   */
  claimDue(now: Date, limit: number): Promise<QueuedDelivery[]>;
  /** Claims one delivery whether or not it is due; undefined where it is claimed, not pending, or gone. */
  claim(id: string, now: Date): Promise<QueuedDelivery | undefined>;
  /**
   * Records an attempt, what follows it, and what it tells of the integration's endpoint, in one transaction.
   * Where the delivery or its integration is gone, nothing is recorded and nothing fails.
   */
  recordAttempt(id: string, attempt: DeliveryAttempt, next: AfterAttempt): Promise<void>;
  /** Recorded before it is ever sent, and due a moment later: whoever queued it can try it first. */
  enqueue(
    delivery: DeliveryMessage & { integrationId: string; eventType: string; test: boolean },
  ): Promise<Delivery>;
  /** As it is now, not as it was when the message was queued; undefined where the integration is gone. */
  loadTarget(integrationId: string): Promise<DeliveryTarget | undefined>;
}

/** Takes what is due from the queue and sends it. */
export interface DeliveryWorker {
  start(): void;
  /** Resolves when what is under way is recorded. */
  stop(): Promise<void>;
  /** Tries one delivery now; resolves when its attempt is recorded, or at once where another attempt has it. */
  attempt(deliveryId: string): Promise<void>;
}
