/** Asking a reference server as any client could, with what the REST backend would never send. */
import { randomUUID } from 'node:crypto';
import type { IntegrationDraft } from '../../src/integration/schema.js';
import { RestBackend } from '../../src/backend/rest.js';
import type { TestServer } from './reference-server.js';

export const SITE = '1234';

export const draft = (changes: Partial<IntegrationDraft> = {}): IntegrationDraft => ({
  module: 'patient-engagement',
  name: 'Notes to the chart',
  requestUrl: 'https://receiver.example.com/ocean',
  payload: { format: 'ocean-json' },
  authentication: { type: 'none' },
  events: ['notify-patient-note-added'],
  ...changes,
});

export const referralDraft = (changes: Partial<IntegrationDraft> = {}): IntegrationDraft =>
  draft({
    module: 'ereferrals',
    payload: { format: 'fhir-r4', guide: '0.11.1' },
    events: ['add-service-request'],
    launch: {
      companyName: 'Made-up Systems',
      applicationName: 'Made-up Booking',
      baseLaunchUrl: 'https://launch.example.com/start',
      referralFormId: 'form-001',
    },
    ...changes,
  });

export interface Asked {
  method?: string;
  headers?: Record<string, string | undefined>;
  /** A string or bytes as they are, anything else as JSON. */
  body?: unknown;
}

export interface Answered {
  status: number;
  headers: Headers;
  text: string;
  /** The text as JSON; undefined where it is none. */
  json: Record<string, unknown> | undefined;
}

/** One request for the site 1234, unless its headers say otherwise; a header of `undefined` is left out. */
export const ask = async (
  server: Pick<TestServer, 'baseUrl'>,
  path: string,
  { method = 'GET', headers, body }: Asked = {},
): Promise<Answered> => {
  const raw = typeof body === 'string' || body instanceof Uint8Array;
  const all = {
    'site-number': SITE,
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...headers,
  };
  const response = await fetch(`${server.baseUrl}${path}`, {
    method,
    headers: Object.fromEntries(
      Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined),
    ),
    body: body === undefined ? undefined : raw ? (body as BodyInit) : JSON.stringify(body),
  });
  const text = await response.text();
  let json: Answered['json'];
  try {
    json = JSON.parse(text) as Answered['json'];
  } catch {
    json = undefined;
  }
  return { status: response.status, headers: response.headers, text, json };
};

export const register = (
  server: Pick<TestServer, 'baseUrl'>,
  value: unknown = draft(),
  headers: Asked['headers'] = {},
): Promise<Answered> =>
  ask(server, '/integrations', {
    method: 'POST',
    headers: { 'idempotency-key': randomUUID(), ...headers },
    body: value,
  });

export const backendOf = (server: Pick<TestServer, 'baseUrl'>, siteNumber = SITE): RestBackend =>
  new RestBackend({ baseUrl: server.baseUrl, siteNumber });
