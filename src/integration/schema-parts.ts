/** What the schemas of reading and of writing share. */
import * as z from 'zod/mini';
import { FHIR_GUIDES, LIMITS } from './rules.js';

/**
 * Reads what `schema` does not accept as `value`. Not `z.catch`: that one keeps all of zod's helpers in a bundle, 3.4 kB gzip.
 */
export const otherwise = <S extends z.ZodMiniType>(schema: S, value: z.output<S>) =>
  new z.ZodMiniCatch({
    type: 'catch',
    innerType: schema,
    catchValue: () => value,
  }) as z.ZodMiniCatch<S>;

/** A text that a sender reads: one string for all languages, or one per language. */
export const localized = <T extends z.ZodMiniType<string, string>>(text: T) =>
  z.union([text, z.object({ en: text, fr: text })]);

export const oceanJsonPayload = z.looseObject({ format: z.literal('ocean-json') });
export const fhirPayload = z.looseObject({
  format: z.literal('fhir-r4'),
  guide: z.enum(FHIR_GUIDES as ['0.11.1', '0.10.0']),
});
export const payload = z.union([oceanJsonPayload, fhirPayload]);

const credential = () => z.string().check(z.minLength(1), z.maxLength(LIMITS.credential));
const secret = () => z.optional(credential());
export const flag = () => z.optional(z.boolean());

export const noAuthentication = z.looseObject({ type: z.literal('none') });
export const basicAuthentication = z.looseObject({
  type: z.literal('basic'),
  username: credential(),
  password: secret(),
  hasPassword: flag(),
});
export const oauth2Authentication = (tokenUrl: z.ZodMiniType<string, string>) =>
  z.looseObject({
    type: z.literal('oauth2'),
    tokenUrl,
    clientId: credential(),
    clientSecret: secret(),
    hasClientSecret: flag(),
    scope: z.optional(z.string().check(z.maxLength(LIMITS.credential))),
  });
export const webhookKeyAuthentication = z.looseObject({
  type: z.literal('webhook-key'),
  key: secret(),
  hasKey: flag(),
});

/** A union rather than a discriminated one, which weighs 0.4 kB more; `parse.ts` finds which member was meant. */
export const authentication = (oauth2: ReturnType<typeof oauth2Authentication>) =>
  z.union([noAuthentication, basicAuthentication, oauth2, webhookKeyAuthentication]);
