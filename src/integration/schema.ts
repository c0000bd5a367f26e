/**
 * The integration as it is read, as zod schemas: the single source of its types and of what a backend's answers are held to.
 *
 * Lenient, so that a newer server's unknown fields, event codes and odd dates are kept and shown; what is written has a
 * stricter schema of its own (`draft-schema.ts`), made of the same parts.
 * `zod/mini` because a full zod probes `eval` (a violation under a strict Content Security Policy) and weighs ten times as much.
 */
import * as z from 'zod/mini';
import { ENDPOINT_STATUSES, MODULES } from './rules.js';
import {
  authentication,
  flag,
  localized,
  oauth2Authentication,
  otherwise,
  payload,
} from './schema-parts.js';

/** An odd date from a server is left out rather than shown as "Invalid Date". */
const date = otherwise(
  z.optional(z.string().check(z.refine((text) => !Number.isNaN(Date.parse(text))))),
  undefined,
);

export { ENDPOINT_STATUSES };

/** What is known of the endpoint: `failing` is the yellow hexagon (challenge), `erroring` the red one (deliveries). */
export const endpointSchema = z.looseObject({
  status: otherwise(z.enum(ENDPOINT_STATUSES), 'unchecked'),
  httpStatus: z.nullish(z.number()),
  reason: z.nullish(z.string()),
  checkedAt: date,
  /** When it began to be what it is. */
  since: date,
});

/** A text as the data holds it: one string for all languages, or one per language. */
export const localizedTextSchema = localized(z.string());

/** Launch settings as read: nothing in them is trusted; whoever shows them checks the URL and sanitises the message. */
export const launchSettingsSchema = z.looseObject({
  companyName: localizedTextSchema,
  baseLaunchUrl: z.string(),
  applicationName: localizedTextSchema,
  category: z.nullish(localizedTextSchema),
  referralFormId: z.nullish(z.string()),
  confirmationMessage: z.nullish(localizedTextSchema),
  logoUrl: z.nullish(z.string()),
  logoAlt: z.nullish(localizedTextSchema),
  useIframe: otherwise(z.boolean(), false),
  /** Whether what the iframe shows may take the whole page elsewhere, after a user's action. Nobody's, unless given. */
  allowTopNavigation: otherwise(flag(), undefined),
});

export const oauth2Schema = oauth2Authentication(z.string());
export const authenticationSchema = authentication(oauth2Schema);

export const integrationSchema = z.looseObject({
  id: z.string().check(z.minLength(1)),
  version: z.string(),
  module: z.enum(MODULES),
  name: z.string(),
  requestUrl: z.string(),
  payload,
  authentication: authenticationSchema,
  events: z.array(z.string()),
  enabled: z.boolean(),
  endpoint: otherwise(endpointSchema, { status: 'unchecked' }),
  launch: z.nullish(launchSettingsSchema),
  createdAt: date,
  updatedAt: date,
});

export const eventTypeSchema = z.looseObject({
  code: z.string().check(z.minLength(1)),
  module: z.enum(MODULES),
  name: localizedTextSchema,
  description: z.nullish(localizedTextSchema),
  focus: otherwise(z.array(z.string()), []),
  direction: z.nullish(z.string()),
});

/** A service of the directory that can be referred to. */
export const listingSchema = z.looseObject({ id: z.string(), name: localizedTextSchema });

export const referralFormSchema = z.looseObject({
  id: z.string().check(z.minLength(1)),
  name: localizedTextSchema,
  listings: otherwise(z.array(listingSchema), []),
});

export type LocalizedText = z.infer<typeof localizedTextSchema>;
export type Integration = z.infer<typeof integrationSchema>;
export type LaunchSettings = z.infer<typeof launchSettingsSchema>;
export type { IntegrationDraft } from './draft-schema.js';
export type Endpoint = z.infer<typeof endpointSchema>;
export type EndpointStatus = Endpoint['status'];
export type EventType = z.infer<typeof eventTypeSchema>;
export type ReferralForm = z.infer<typeof referralFormSchema>;
export type Payload = z.infer<typeof payload>;
export type Authentication = Integration['authentication'];
