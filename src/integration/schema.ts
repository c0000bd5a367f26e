/**
 * The integration as zod schemas: the single source of its types, of the form's rules and of what a backend accepts.
 *
 * Two shapes: what is *read* (`integrationSchema`: lenient, so that a newer server's unknown fields, event codes and
 * odd dates are kept and shown) and what is *written* (`draftSchema`: strict in what it asks for).
 * `zod/mini` because a full zod probes `eval` (a violation under a strict Content Security Policy) and weighs ten times as much.
 */
import * as z from 'zod/mini';
import { messageTextLength } from './message-text.js';
import { FHIR_GUIDES, LIMITS, MODULE_RULES, MODULES } from './rules.js';
import type { Deployment } from './rules.js';
import { parseBaseLaunchUrl, parseRequestUrl } from './urls.js';
import type { UrlResult } from './urls.js';

/**
 * Reads what `schema` does not accept as `value`. Not `z.catch`: that one keeps all of zod's helpers in a bundle, 3.4 kB gzip.
 */
export const otherwise = <S extends z.ZodMiniType>(schema: S, value: z.output<S>) =>
  new z.ZodMiniCatch({
    type: 'catch',
    innerType: schema,
    catchValue: () => value,
  }) as z.ZodMiniCatch<S>;

/** A refusal with a code that the form has a sentence for. */
const refuse = (
  context: { issues: unknown[] },
  input: unknown,
  code: string,
  path: PropertyKey[] = [],
): void => {
  context.issues.push({ code: 'custom', input, path, params: { code } });
};

const label = () => z.string().check(z.trim(), z.minLength(1), z.maxLength(LIMITS.label));
const optionalLabel = () => z.string().check(z.trim(), z.maxLength(LIMITS.label));

/** A text that a sender reads: one string for all languages, or one per language. */
const localized = <T extends z.ZodMiniType<string, string>>(text: T) =>
  z.union([text, z.object({ en: text, fr: text })]);

const message = z.string().check((context) => {
  const { value } = context;
  if (value.length > LIMITS.messageMarkup) refuse(context, value, 'message-markup-too-long');
  else if (messageTextLength(value) > LIMITS.messageText)
    refuse(context, value, 'message-too-long');
});

const url = (parse: (input: string) => UrlResult) =>
  z.pipe(
    z.string(),
    z.transform((input: string, context) => {
      const result = parse(input);
      if (result.ok) return result.url;
      refuse(context, input, result.code);
      return z.NEVER;
    }),
  );

const payload = z.discriminatedUnion('format', [
  z.looseObject({ format: z.literal('ocean-json') }),
  z.looseObject({
    format: z.literal('fhir-r4'),
    guide: z.enum(FHIR_GUIDES as ['0.11.1', '0.10.0']),
  }),
]);

const credential = () => z.string().check(z.minLength(1), z.maxLength(LIMITS.credential));
const secret = () => z.optional(credential());
const flag = () => z.optional(z.boolean());

const authentication = (tokenUrl: z.ZodMiniType<string, string>) =>
  z.discriminatedUnion('type', [
    z.looseObject({ type: z.literal('none') }),
    z.looseObject({
      type: z.literal('basic'),
      username: credential(),
      password: secret(),
      hasPassword: flag(),
    }),
    z.looseObject({
      type: z.literal('oauth2'),
      tokenUrl,
      clientId: credential(),
      clientSecret: secret(),
      hasClientSecret: flag(),
      scope: z.optional(z.string().check(z.maxLength(LIMITS.credential))),
    }),
    z.looseObject({ type: z.literal('webhook-key'), key: secret(), hasKey: flag() }),
  ]);

const launch = (baseLaunchUrl: z.ZodMiniType<string, string>) =>
  z.looseObject({
    companyName: localized(label()),
    baseLaunchUrl,
    applicationName: localized(label()),
    category: z.nullish(localized(optionalLabel())),
    referralFormId: z.nullish(z.string().check(z.maxLength(LIMITS.credential))),
    confirmationMessage: z.nullish(localized(message)),
    logoUrl: z.nullish(z.string()),
    logoAlt: z.nullish(localized(optionalLabel())),
    useIframe: z._default(z.boolean(), false),
  });

const buildDraftSchema = (deployment: Deployment) => {
  const options = { deployment };
  return z
    .looseObject({
      module: z.enum(MODULES),
      name: z.string().check(z.trim(), z.minLength(1), z.maxLength(LIMITS.name)),
      requestUrl: url((input) => parseRequestUrl(input, options)),
      payload,
      authentication: authentication(url((input) => parseRequestUrl(input, options))),
      events: z
        .array(z.string().check(z.minLength(1)))
        .check(z.minLength(1), z.maxLength(LIMITS.events)),
      enabled: z._default(z.boolean(), true),
      launch: z._default(
        z.nullable(launch(url((input) => parseBaseLaunchUrl(input, options)))),
        null,
      ),
    })
    .check((context) => {
      const draft = context.value;
      const rule = MODULE_RULES[draft.module];
      if (!rule.formats.includes(draft.payload.format)) {
        refuse(context, draft.payload.format, 'format-not-for-module', ['payload', 'format']);
      }
      if (draft.launch && !rule.launch) refuse(context, null, 'launch-not-for-module', ['launch']);
    });
};

const draftSchemas = new Map<Deployment, ReturnType<typeof buildDraftSchema>>();

/** The schema of what is written, for a deployment. Built once for each, when first asked for. */
export const draftSchema = (deployment: Deployment = 'public') => {
  let schema = draftSchemas.get(deployment);
  if (!schema) draftSchemas.set(deployment, (schema = buildDraftSchema(deployment)));
  return schema;
};

/** An odd date from a server is left out rather than shown as "Invalid Date". */
const date = otherwise(
  z.optional(z.string().check(z.refine((text) => !Number.isNaN(Date.parse(text))))),
  undefined,
);

export const ENDPOINT_STATUSES = ['unchecked', 'verified', 'failing', 'erroring'] as const;

/** What is known of the endpoint: `failing` is the yellow hexagon (challenge), `erroring` the red one (deliveries). */
export const endpointSchema = z.looseObject({
  status: otherwise(z.enum(ENDPOINT_STATUSES), 'unchecked'),
  httpStatus: z.nullish(z.number()),
  reason: z.nullish(z.string()),
  checkedAt: date,
});

const lenientText = z.union([z.string(), z.object({ en: z.string(), fr: z.string() })]);

/** Launch settings as read: nothing in them is trusted; whoever shows them checks the URL and sanitises the message. */
export const launchSettingsSchema = z.looseObject({
  companyName: lenientText,
  baseLaunchUrl: z.string(),
  applicationName: lenientText,
  category: z.nullish(lenientText),
  referralFormId: z.nullish(z.string()),
  confirmationMessage: z.nullish(lenientText),
  logoUrl: z.nullish(z.string()),
  logoAlt: z.nullish(lenientText),
  useIframe: otherwise(z.boolean(), false),
});

export const integrationSchema = z.looseObject({
  id: z.string().check(z.minLength(1)),
  version: z.string(),
  module: z.enum(MODULES),
  name: z.string(),
  requestUrl: z.string(),
  payload,
  authentication: authentication(z.string()),
  events: z.array(z.string()),
  enabled: z.boolean(),
  endpoint: z._default(endpointSchema, { status: 'unchecked' }),
  launch: z._default(z.nullable(launchSettingsSchema), null),
  createdAt: date,
  updatedAt: date,
});

export const eventTypeSchema = z.looseObject({
  code: z.string().check(z.minLength(1)),
  module: z.enum(MODULES),
  name: lenientText,
  description: z.nullish(lenientText),
  focus: otherwise(z.array(z.string()), []),
  direction: z.nullish(z.string()),
});

export const referralFormSchema = z.looseObject({
  id: z.string().check(z.minLength(1)),
  name: lenientText,
  listings: otherwise(z.array(z.looseObject({ id: z.string(), name: lenientText })), []),
});

/** A text as the data holds it: one string for all languages, or one per language. */
export type LocalizedText = z.infer<typeof lenientText>;
export type Integration = z.infer<typeof integrationSchema>;
export type LaunchSettings = z.infer<typeof launchSettingsSchema>;
export type IntegrationDraft = z.input<ReturnType<typeof draftSchema>>;
export type Endpoint = z.infer<typeof endpointSchema>;
export type EndpointStatus = Endpoint['status'];
export type EventType = z.infer<typeof eventTypeSchema>;
export type ReferralForm = z.infer<typeof referralFormSchema>;
export type Payload = z.infer<typeof payload>;
export type Authentication = z.infer<ReturnType<typeof draftSchema>>['authentication'];

export const baseLaunchSettingsSchema = (deployment: Deployment = 'public') =>
  launch(url((input) => parseBaseLaunchUrl(input, { deployment })));
