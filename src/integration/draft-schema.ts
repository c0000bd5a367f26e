/** The schema of what is written: strict in what it asks for, all issues at once. */
import * as z from 'zod/mini';
import { jsonLength } from './json-bounds.js';
import { messageTextLength } from './message-text.js';
import { hasHiddenCharacter } from './plain-name.js';
import { AUTHENTICATION_RULES, LIMITS, MODULE_RULES, MODULES } from './rules.js';
import type { Deployment } from './rules.js';
import { authentication, flag, localized, oauth2Authentication, payload } from './schema-parts.js';
import { parseBaseLaunchUrl, parseRequestUrl } from './urls.js';
import type { UrlResult } from './urls.js';

/** A refusal with a code that the form has a sentence for. */
const refuse = (
  context: { issues: unknown[] },
  input: unknown,
  code: string,
  path: PropertyKey[] = [],
): void => {
  context.issues.push({ code: 'custom', input, path, params: { code } });
};

/** A name that others will be shown: nothing in it hides, or turns the text around it. */
const seen = z.check<string>((context) => {
  if (hasHiddenCharacter(context.value)) refuse(context, context.value, 'name-invisible');
});

const label = () => z.string().check(z.trim(), z.minLength(1), z.maxLength(LIMITS.label), seen);
const optionalLabel = () => z.string().check(z.trim(), z.maxLength(LIMITS.label), seen);

const message = z.string().check((context) => {
  const { value } = context;
  if (value.length > LIMITS.messageMarkup) refuse(context, value, 'message-markup-too-long');
  else if (messageTextLength(value) > LIMITS.messageText)
    refuse(context, value, 'message-too-long');
});

/** The value becomes the URL as it will be stored. A check rather than a transform, which weighs 0.5 kB more. */
const url = (parse: (input: string) => UrlResult) =>
  z.string().check((context) => {
    const result = parse(context.value);
    if (result.ok) context.value = result.url;
    else refuse(context, context.value, result.code);
  });

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
    useIframe: flag(),
    allowTopNavigation: flag(),
  });

const CREDENTIALS = Object.values(AUTHENTICATION_RULES)
  .flat()
  .flatMap(({ name, stored }): unknown[] => [name, stored]);

const lengthBut = (value: object | null | undefined, known: readonly unknown[]): number =>
  Object.entries(value ?? {}).reduce(
    (sum, member) => (known.includes(member[0]) ? sum : sum + jsonLength(member)),
    0,
  );

/** The schemas of what is written, by the names that the contract has for them. */
const build = (deployment: Deployment) => {
  const requestUrl = url((input) => parseRequestUrl(input, { deployment }));
  const tokenUrl = url((input) => parseRequestUrl(input, { deployment }));
  const baseLaunchUrl = url((input) => parseBaseLaunchUrl(input, { deployment }));
  const oauth2 = oauth2Authentication(tokenUrl);
  const launchSettings = launch(baseLaunchUrl);
  const authenticationDraft = authentication(oauth2);
  const integration = z
    .looseObject({
      module: z.enum(MODULES),
      name: z.string().check(z.trim(), z.minLength(1), z.maxLength(LIMITS.name), seen),
      requestUrl,
      payload,
      authentication: authenticationDraft,
      events: z
        .array(z.string().check(z.minLength(1), z.maxLength(LIMITS.eventCode)))
        .check(z.minLength(1), z.maxLength(LIMITS.events)),
      enabled: flag(),
      launch: z.nullish(launchSettings),
    })
    .check((context) => {
      const draft = context.value;
      const rule = MODULE_RULES[draft.module];
      if (!rule.formats.includes(draft.payload.format)) {
        refuse(context, draft.payload.format, 'format-not-for-module', ['payload', 'format']);
      }
      if (draft.launch && !rule.launch) refuse(context, null, 'launch-not-for-module', ['launch']);
      // What is not known is kept, and so it is bounded: a list has many of what it is in.
      const unknown =
        lengthBut(draft, Object.keys(integration.shape)) +
        lengthBut(draft.payload, ['format', 'guide']) +
        lengthBut(draft.authentication, ['type', ...CREDENTIALS]) +
        lengthBut(draft.launch, Object.keys(launchSettings.shape));
      const maximum = LIMITS.unknownMembers;
      if (unknown > maximum)
        context.issues.push({ code: 'too_big', origin: 'string', maximum, input: draft, path: [] });
    });
  return {
    integration,
    requestUrl,
    authentication: authenticationDraft,
    oauth2,
    tokenUrl,
    launch: launchSettings,
    baseLaunchUrl,
  };
};

const built = new Map<Deployment, ReturnType<typeof build>>();

/** The schemas of what is written, for a deployment. Built once for each, when first asked for. */
export const draftSchemas = (deployment: Deployment = 'public') => {
  let schemas = built.get(deployment);
  if (!schemas) built.set(deployment, (schemas = build(deployment)));
  return schemas;
};

export type IntegrationDraft = z.input<ReturnType<typeof build>['integration']>;
