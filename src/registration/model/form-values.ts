/**
 * The content of the form: flat values whose keys are JSON pointers into the integration, so that a field, its issue
 * from the schema and its error from a server are found by one name. Pure; no DOM.
 */
import { SERVER_OWNED } from '../../integration/draft-of.js';
import {
  AUTHENTICATION_RULES,
  FHIR_GUIDES,
  MODULE_RULES,
  MODULES,
} from '../../integration/rules.js';
import type {
  AuthenticationType,
  FhirGuide,
  Module,
  PayloadFormat,
} from '../../integration/rules.js';
import type { Integration, IntegrationDraft } from '../../integration/schema.js';

export interface FormValues {
  readonly '/module': Module;
  readonly '/name': string;
  readonly '/requestUrl': string;
  /** As chosen for eReferrals; patient engagement has one format only. */
  readonly '/payload/format': PayloadFormat;
  readonly '/payload/guide': FhirGuide;
  readonly '/authentication/type': AuthenticationType;
  readonly '/authentication/username': string;
  readonly '/authentication/password': string;
  readonly '/authentication/tokenUrl': string;
  readonly '/authentication/clientId': string;
  readonly '/authentication/clientSecret': string;
  readonly '/authentication/scope': string;
  readonly '/authentication/key': string;
  /** Chosen event codes of eReferrals and of patient engagement: switching the module loses neither. */
  readonly '/events': Readonly<Record<Module, readonly string[]>>;
  /** Whether a referral system launch is activated. */
  readonly '/launch': boolean;
  /** Whether texts for the sender are given in English and French. The plain keys then hold the English ones. */
  readonly bilingual: boolean;
  readonly '/launch/companyName': string;
  readonly '/launch/companyName/fr': string;
  readonly '/launch/baseLaunchUrl': string;
  readonly '/launch/applicationName': string;
  readonly '/launch/applicationName/fr': string;
  readonly '/launch/category': string;
  readonly '/launch/category/fr': string;
  readonly '/launch/referralFormId': string;
  readonly '/launch/confirmationMessage': string;
  readonly '/launch/confirmationMessage/fr': string;
  readonly '/launch/logoUrl': string;
  readonly '/launch/logoAlt': string;
  readonly '/launch/logoAlt/fr': string;
  readonly '/launch/useIframe': boolean;
}

export type FieldName = keyof FormValues;

/** Fields that are single lines or areas of text. */
export type TextFieldName = {
  [K in FieldName]: FormValues[K] extends string ? K : never;
}[FieldName];

export const EMPTY_VALUES: FormValues = {
  '/module': 'ereferrals',
  '/name': '',
  '/requestUrl': '',
  '/payload/format': 'fhir-r4',
  '/payload/guide': FHIR_GUIDES[0] ?? '0.11.1',
  '/authentication/type': 'none',
  '/authentication/username': '',
  '/authentication/password': '',
  '/authentication/tokenUrl': '',
  '/authentication/clientId': '',
  '/authentication/clientSecret': '',
  '/authentication/scope': '',
  '/authentication/key': '',
  '/events': { 'patient-engagement': [], ereferrals: [] },
  '/launch': false,
  bilingual: false,
  '/launch/companyName': '',
  '/launch/companyName/fr': '',
  '/launch/baseLaunchUrl': '',
  '/launch/applicationName': '',
  '/launch/applicationName/fr': '',
  '/launch/category': '',
  '/launch/category/fr': '',
  '/launch/referralFormId': '',
  '/launch/confirmationMessage': '',
  '/launch/confirmationMessage/fr': '',
  '/launch/logoUrl': '',
  '/launch/logoAlt': '',
  '/launch/logoAlt/fr': '',
  '/launch/useIframe': false,
};

/** Values that must be one of a few. */
export const CHOICES: Partial<Record<FieldName, readonly string[]>> = {
  '/module': MODULES,
  '/payload/format': MODULE_RULES.ereferrals.formats,
  '/payload/guide': FHIR_GUIDES,
  '/authentication/type': Object.keys(AUTHENTICATION_RULES),
};

/** Write-only values: never stored in a draft, never shown once saved. */
export const SECRET_FIELDS = [
  '/authentication/password',
  '/authentication/clientSecret',
  '/authentication/key',
] as const satisfies readonly TextFieldName[];

/** Fields that stand under the advanced settings. */
export const ADVANCED_FIELDS: readonly FieldName[] = [
  '/launch/referralFormId',
  '/launch/confirmationMessage',
  '/launch/confirmationMessage/fr',
  '/launch/logoUrl',
  '/launch/logoAlt',
  '/launch/logoAlt/fr',
  '/launch/useIframe',
];

/** Launch texts that a sender reads, by their name in the launch settings. */
export const SENDER_TEXTS = [
  'companyName',
  'applicationName',
  'category',
  'confirmationMessage',
  'logoAlt',
] as const;

type Fields = Record<string, unknown>;
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The format that a module sends: the chosen one, or the only one it has. */
export const formatFor = (module: Module, chosen: PayloadFormat): PayloadFormat => {
  const { formats } = MODULE_RULES[module];
  return formats.includes(chosen) ? chosen : (formats[0] ?? chosen);
};

/**
 * The values of an integration, or of the part of one that a host sets: anything may stand in it, such as JSON that a user pasted.
 * What it leaves out, and what a field could not hold, stays as in `base`.
 */
export const toValues = (
  integration: Partial<Integration> | Partial<IntegrationDraft>,
  base: FormValues = EMPTY_VALUES,
): FormValues => {
  const values: Record<string, unknown> = { ...base };
  const take = (from: unknown, prefix: string): void => {
    if (!isFields(from)) return;
    for (const [key, value] of Object.entries(from)) {
      const name = `${prefix}/${key}`;
      const current = values[name];
      const choices = CHOICES[name as FieldName];
      // By its name alone: "payload/format" is not the format of the payload.
      if (key.includes('/') || (choices && !choices.includes(value as string))) continue;
      if (typeof value !== 'object' && typeof current === typeof value) values[name] = value;
    }
  };
  const { payload, authentication, events, launch }: Fields = isFields(integration)
    ? integration
    : {};
  take(integration, '');
  take(payload, '/payload');
  take(authentication, '/authentication');
  if (Array.isArray(events)) {
    values['/events'] = {
      ...base['/events'],
      [values['/module'] as Module]: events.filter((code) => typeof code === 'string'),
    };
  }
  values['/launch'] = launch === undefined ? base['/launch'] : isFields(launch);
  if (isFields(launch)) {
    take(launch, '/launch');
    for (const name of SENDER_TEXTS) {
      const given: unknown = launch[name];
      if (!isFields(given)) continue;
      values['bilingual'] = true;
      values[`/launch/${name}`] = text(given['en']);
      values[`/launch/${name}/fr`] = text(given['fr']);
    }
    // One string for all languages fills both fields once any text is given in two.
    if (values['bilingual']) {
      for (const name of SENDER_TEXTS) {
        if (typeof launch[name] === 'string') values[`/launch/${name}/fr`] = launch[name];
      }
    }
  }
  return values as unknown as FormValues;
};

const without = (fields: unknown, names: readonly string[]): Fields =>
  Object.fromEntries(
    Object.entries(isFields(fields) ? fields : {}).filter(([key]) => !names.includes(key)),
  );

/**
 * What is sent for the values: only what the module and the authentication have, secrets only where they were typed.
 * What a newer server keeps in `stored` and this form does not know is sent back as it came.
 */
export const toDraft = (values: FormValues, stored?: Integration): IntegrationDraft => {
  const module = values['/module'];
  const draft = {
    enabled: true,
    ...without(stored, SERVER_OWNED),
    module,
    name: values['/name'].trim(),
    requestUrl: values['/requestUrl'],
    payload: payloadOf(values, stored),
    authentication: authenticationOf(values, stored),
    events: [...values['/events'][module]],
    launch: MODULE_RULES[module].launch && values['/launch'] ? launchOf(values, stored) : null,
  };
  return draft;
};

const payloadOf = (values: FormValues, stored?: Integration): IntegrationDraft['payload'] => {
  const format = formatFor(values['/module'], values['/payload/format']);
  const kept = stored?.payload.format === format ? stored.payload : {};
  return format === 'fhir-r4'
    ? { ...kept, format, guide: values['/payload/guide'] }
    : { ...kept, format };
};

const authenticationOf = (
  values: FormValues,
  stored?: Integration,
): IntegrationDraft['authentication'] => {
  const type = values['/authentication/type'];
  const fields = AUTHENTICATION_RULES[type];
  const flags = fields.flatMap((field) => field.stored ?? []);
  const kept = stored?.authentication.type === type ? without(stored.authentication, flags) : {};
  const authentication: Fields = { ...kept, type };
  for (const { name, required, stored: isSecret } of fields) {
    const value = values[`/authentication/${name}`];
    if (value !== '' || (required && !isSecret)) authentication[name] = value;
    else delete authentication[name];
  }
  return authentication as IntegrationDraft['authentication'];
};

const launchOf = (values: FormValues, stored?: Integration): IntegrationDraft['launch'] => {
  const texts = Object.fromEntries(
    SENDER_TEXTS.map((name) => {
      const en = values[`/launch/${name}`];
      const fr = values[`/launch/${name}/fr`];
      return [name, values.bilingual && (en || fr) ? { en, fr } : en];
    }),
  );
  return {
    ...stored?.launch,
    ...texts,
    companyName: texts['companyName'] ?? '',
    applicationName: texts['applicationName'] ?? '',
    baseLaunchUrl: values['/launch/baseLaunchUrl'],
    referralFormId: values['/launch/referralFormId'] || null,
    confirmationMessage: texts['confirmationMessage'] || null,
    logoUrl: values['/launch/logoUrl'] || null,
    useIframe: values['/launch/useIframe'],
  };
};

/** What was entered and is not sent with the chosen module. The form shows it, and keeps it until it is saved. */
export const unsent = (
  values: FormValues,
): { events: number; launch: boolean; payload: boolean } => {
  const module = values['/module'];
  const rule = MODULE_RULES[module];
  const other: Module = module === 'ereferrals' ? 'patient-engagement' : 'ereferrals';
  return {
    events: values['/events'][other].length,
    launch: !rule.launch && values['/launch'],
    payload:
      !rule.formats.includes(values['/payload/format']) && values['/events'][other].length > 0,
  };
};

/**
 * The field that a JSON pointer of an issue belongs to: `/events/3` to `/events`, a text's `/en` to the text's own;
 * undefined where the form has no such field.
 */
export const fieldOf = (pointer: string): FieldName | undefined => {
  let name = pointer.replace(/^#/, '').replace(/\/en$/, '');
  while (name) {
    if (Object.hasOwn(EMPTY_VALUES, name)) return name as FieldName;
    name = name.slice(0, name.lastIndexOf('/'));
  }
  return undefined;
};

/** Fields whose values differ, in the order of the form. */
export const differences = (mine: FormValues, theirs: FormValues): FieldName[] =>
  (Object.keys(EMPTY_VALUES) as FieldName[]).filter(
    (name) => JSON.stringify(mine[name]) !== JSON.stringify(theirs[name]),
  );
