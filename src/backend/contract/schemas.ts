/**
 * The schemas of the contract, by name. Those of the data are the model's and the REST backend's own; what only the wire
 * has (pages, problems) is here.
 */
import * as z from 'zod/mini';
import {
  attemptSchema,
  deliverySchema,
  launchSchema,
  logoSchema,
  publicLaunchSettingsSchema,
} from '../rest/answers.js';
import { draftSchemas } from '../../integration/draft-schema.js';
import { payload } from '../../integration/schema-parts.js';
import {
  endpointSchema,
  eventTypeSchema,
  integrationSchema,
  launchSettingsSchema,
  listingSchema,
  referralFormSchema,
} from '../../integration/schema.js';

export {
  attemptSchema,
  deliverySchema,
  endpointSchema,
  eventTypeSchema,
  integrationSchema,
  launchSchema,
  launchSettingsSchema,
  listingSchema,
  logoSchema,
  publicLaunchSettingsSchema,
  referralFormSchema,
};

/** What is written, by the rules of a public deployment: they differ by the hosts that a URL may name only. */
const { requestUrl, authentication, integration } = draftSchemas();

export const integrationDraftSchema = integration;

const id = () => z.string().check(z.minLength(1));

const pageOf = <S extends z.ZodMiniType>(item: S) =>
  z.looseObject({
    items: z.array(item),
    nextCursor: z.nullish(z.string()),
    total: z.optional(z.number().check(z.int(), z.minimum(0))),
  });

export const integrationPageSchema = pageOf(integrationSchema);
export const referralFormPageSchema = pageOf(referralFormSchema);
export const deliveryPageSchema = pageOf(deliverySchema);
export const eventTypeListSchema = z.looseObject({ items: z.array(eventTypeSchema) });

export const endpointTargetSchema = z.looseObject({ requestUrl, payload, authentication });
export const storedEndpointTargetSchema = z.looseObject({ integrationId: id() });
export const endpointCheckSchema = z.union([endpointTargetSchema, storedEndpointTargetSchema]);

export const launchRequestSchema = z.looseObject({ integrationId: id(), referralRef: id() });
export const testEventSchema = z.looseObject({ eventType: id() });

export const fieldErrorSchema = z.looseObject({
  pointer: z.string().check(z.regex(/^(?:\/(?:[^~/]|~[01])*)*$/)),
  code: id(),
  detail: z.optional(z.string()),
});

export const problemSchema = z.looseObject({
  type: z.optional(z.string()),
  title: id(),
  status: z.number().check(z.int(), z.minimum(400), z.maximum(599)),
  detail: z.optional(z.string()),
  instance: z.optional(z.string()),
  errors: z.optional(z.array(fieldErrorSchema)),
});

export type Problem = z.output<typeof problemSchema>;
