/** The adapter between the widgets and whatever keeps the integrations. A host may write its own. */
import type {
  Endpoint,
  EndpointStatus,
  EventType,
  Integration,
  IntegrationDraft,
  LaunchSettings,
  LocalizedText,
  ReferralForm,
} from '../integration/schema.js';
import type { Module } from '../integration/rules.js';

/** Each call can be given up; a backend then rejects with kind `aborted` and leaves nothing running. */
export interface CallOptions {
  signal?: AbortSignal;
  /** Tag of the language that the user reads (`en-CA`, `fr-CA`), for sentences of a server. Widgets give it with each call. */
  language?: string;
}

/** One page of a list. No `nextCursor`: this was the last page. */
export interface Page<T> {
  items: T[];
  /** Opaque; given back as `cursor` for the next page. */
  nextCursor?: string | null;
  /** How many there are in all, where the backend knows. */
  total?: number;
}

/** Orders that a list of integrations can be in. */
export type IntegrationOrder = 'newest' | 'name';

export interface IntegrationQuery {
  module?: Module;
  /** Only those whose endpoint is in this state. */
  status?: EndpointStatus;
  /** Matches in name or request URL, ignoring case and accents. */
  query?: string;
  /** The newest first, or by name, ignoring case and accents. A cursor is of one order. @default 'newest' */
  sort?: IntegrationOrder;
  cursor?: string;
  /** Items per page, 1 to 200. @default 50 */
  limit?: number;
}

export interface ReferralFormQuery {
  /** Matches in the form's name or its listings' names, ignoring case and accents, or the exact id of the form. */
  query?: string;
  cursor?: string;
  /** Items per page, 1 to 200. @default 20 */
  limit?: number;
}

/** What an endpoint check is asked about: what stands in a form, or a stored integration with its stored secrets. */
export type EndpointCheckTarget =
  Pick<IntegrationDraft, 'requestUrl' | 'payload' | 'authentication'> | { integrationId: string };

export interface PublicLaunchSettings {
  integrationId: string;
  enabled: boolean;
  settings: LaunchSettings;
  listings?: { id: string; name: LocalizedText }[];
}

export type DeliveryStatus = 'pending' | 'delivered' | 'failed';

/** One message to an endpoint. References only, no PHI. */
export interface Delivery {
  id: string;
  integrationId: string;
  eventType: string;
  status: DeliveryStatus;
  /** Whether it was a test event. */
  test?: boolean;
  createdAt: string;
  attempts: {
    at: string;
    httpStatus?: number | null;
    reason?: string | null;
    /** Milliseconds. */
    duration?: number;
    /** First part of the answer, at most 2,048 characters. Untrusted. */
    answer?: string | null;
  }[];
}

/**
 * What the widgets need. Every method returns parsed, typed data or fails with a `BackendError`.
 * Objects given and returned are copies: neither side changes them afterwards.
 */
export interface IntegrationBackend {
  listIntegrations(query: IntegrationQuery, options?: CallOptions): Promise<Page<Integration>>;
  getIntegration(id: string, options?: CallOptions): Promise<Integration>;
  /**
   * Registers once per `idempotencyKey`: the same key with the same draft gives the same integration,
   * with another draft fails as `invalid`.
   */
  registerIntegration(
    draft: IntegrationDraft,
    options: CallOptions & { idempotencyKey: string },
  ): Promise<Integration>;
  /** Fails as `conflict` where the stored version is not `version`. Secrets that are left out keep what is stored. */
  updateIntegration(
    id: string,
    draft: IntegrationDraft,
    options: CallOptions & { version: string },
  ): Promise<Integration>;
  deleteIntegration(id: string, options: CallOptions & { version: string }): Promise<void>;
  /** Asks the endpoint the challenge. A failing endpoint is an answer (`status: 'failing'`), not an error. */
  checkEndpoint(target: EndpointCheckTarget, options?: CallOptions): Promise<Endpoint>;
  listEventTypes(query: { module?: Module }, options?: CallOptions): Promise<EventType[]>;
  listReferralForms(query: ReferralFormQuery, options?: CallOptions): Promise<Page<ReferralForm>>;
  /** PNG or WebP, at most 256 KiB. `onProgress` is called with the part done, 0 to 1, where the backend knows it. */
  uploadLogo(
    blob: Blob,
    options?: CallOptions & { onProgress?: (done: number) => void },
  ): Promise<{ logoUrl: string }>;
  getLaunchSettings(
    target: { listingId: string } | { integrationId: string },
    options?: CallOptions,
  ): Promise<PublicLaunchSettings>;
  /** Optional: a backend without it fails as `unsupported`, and the widget builds the URL itself. */
  createLaunch(
    target: { integrationId: string; referralRef: string },
    options?: CallOptions,
  ): Promise<{ url: string; expiresAt?: string }>;
  sendTestEvent(id: string, event: { eventType: string }, options?: CallOptions): Promise<Delivery>;
  listDeliveries(
    id: string,
    query: { cursor?: string; status?: DeliveryStatus; limit?: number },
    options?: CallOptions,
  ): Promise<Page<Delivery>>;
  redeliver(deliveryId: string, options?: CallOptions): Promise<Delivery>;
}
