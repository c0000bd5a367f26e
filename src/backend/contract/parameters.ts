/** Parameters of the operations and headers of the answers, by name. */
import * as z from 'zod/mini';
import { MODULES } from '../../integration/rules.js';
import { ENDPOINT_STATUSES } from '../../integration/schema.js';
import type { IntegrationOrder } from '../backend.js';
import { deliverySchema } from './schemas.js';

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly description: string;
  readonly schema: z.ZodMiniType;
  readonly example?: unknown;
}

const text = (maximum = 1_000) => z.string().check(z.minLength(1), z.maxLength(maximum));

const query = (
  name: string,
  description: string,
  schema: z.ZodMiniType,
  example?: unknown,
): Parameter => ({ name, in: 'query', required: false, description, schema, example });

const limit = (standard: number): Parameter =>
  query(
    'limit',
    `Items on a page. Left out: ${standard}. Anything but 1 to 200 is refused.`,
    z.number().check(z.int(), z.minimum(1), z.maximum(200)),
    standard,
  );

const id = (name: string, what: string, example: string): Parameter => ({
  name,
  in: 'path',
  required: true,
  description: `Id of the ${what}.`,
  schema: text(),
  example,
});

export const PARAMETERS = {
  siteNumber: {
    name: 'site-number',
    in: 'header',
    required: false,
    description:
      'Number of the site (clinic) on whose behalf is asked. One site never sees what is another’s: it is not-found. ' +
      'A server for many sites refuses a request without it (400).',
    schema: text(100),
    example: '1234',
  },
  integrationId: id('integrationId', 'integration', 'integration-17'),
  deliveryId: id('deliveryId', 'delivery', 'delivery-42'),
  module: query('module', 'Only of this module.', z.enum(MODULES), 'ereferrals'),
  endpointStatus: query(
    'status',
    'Only those whose endpoint is in this state.',
    z.enum(ENDPOINT_STATUSES),
    'failing',
  ),
  sort: query(
    'sort',
    'The newest first (`newest`, or left out), or by name, ignoring case and accents. A cursor is of one order.',
    z.enum(['newest', 'name'] as const satisfies readonly IntegrationOrder[]),
    'name',
  ),
  integrationQuery: query(
    'query',
    'Words that each stand in the name or the request URL, ignoring case and accents.',
    z.string(),
    'booking',
  ),
  referralFormQuery: query(
    'query',
    'Words that each stand in the form’s name or its listings’ names in any language, ignoring case and accents, or the ' +
      'exact id of the form.',
    z.string(),
    'cardiology',
  ),
  cursor: query(
    'cursor',
    'The `nextCursor` of the page before, with the other parameters as they were. One that the server did not give is refused.',
    z.string(),
    'aW50ZWdyYXRpb25zIDE3',
  ),
  integrationLimit: limit(50),
  referralFormLimit: limit(20),
  deliveryLimit: limit(50),
  deliveryStatus: query('status', 'Only of this status.', deliverySchema.shape.status, 'failed'),
  listingId: query(
    'listingId',
    'The listing that is referred to: the newest integration whose referral form has it, an enabled one first.',
    text(),
    'listing-0007',
  ),
  launchIntegrationId: query('integrationId', 'The integration itself.', text(), 'integration-17'),
  ifMatch: {
    name: 'if-match',
    in: 'header',
    required: true,
    description:
      'The version that is to be changed, as the ETag has it. Another one is stored: 412. None given: 428.',
    schema: text(),
    example: '"v17"',
  },
  idempotencyKey: {
    name: 'idempotency-key',
    in: 'header',
    required: true,
    description:
      'Made by the client for one registration, and the same when it is sent again. For at least 24 hours the same key ' +
      'with the same body makes nothing more and is answered as it was; with another body it is refused (422). While the ' +
      'first request still runs: 409, with a title that names the idempotency key.',
    schema: text(255),
    example: '8e03978e-40d5-43e8-bc93-6894a57f9324',
  },
} as const satisfies Record<string, Parameter>;

export type ParameterName = keyof typeof PARAMETERS;

export const HEADERS = {
  etag: {
    name: 'ETag',
    required: true,
    description: 'The version of the integration, in quotes; not a weak one.',
    schema: z.string().check(z.regex(/^"[^"]*"$/)),
    example: '"v17"',
  },
  location: {
    name: 'Location',
    required: true,
    description: 'Where the integration is read; its id is the last segment.',
    schema: text(8_192),
    example: '/api/ocean/integrations/integration-17',
  },
  retryAfter: {
    name: 'Retry-After',
    required: true,
    description: 'Seconds to wait, or a date (RFC 9110, 10.2.3).',
    schema: text(100),
    example: '30',
  },
} as const;

export type HeaderName = keyof typeof HEADERS;
