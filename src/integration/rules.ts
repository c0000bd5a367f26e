/**
 * What depends on what in an integration, as one table of data.
 *
 * The form reads it to know what to offer, the schema to know what to refuse, so that the two cannot disagree.
 * Source: Ocean support, "Custom Ocean Integrations" (patient engagement is always Ocean's own JSON and has no
 * launch; the challenge applies to Ocean's own JSON), and this project's design for what is deprecated.
 */

/** What an integration is about. */
export type Module = 'patient-engagement' | 'ereferrals';

/** Version of the Ontario eReferral FHIR guide that a payload follows. */
export type FhirGuide = '0.11.1' | '0.10.0';

/** What Ocean sends to the request URL. */
export type PayloadFormat = 'ocean-json' | 'fhir-r4';

/** How Ocean proves itself to the endpoint. */
export type AuthenticationType = 'none' | 'basic' | 'oauth2' | 'webhook-key';

/** Where a deployment of the widgets stands: decides which hosts a URL may name. */
export type Deployment = 'public' | 'on-premise' | 'development';

export interface ModuleRule {
  /** Payload formats that the module may use, the one offered first for a new integration first. */
  readonly formats: readonly PayloadFormat[];
  /** Formats that existing integrations keep and new ones should not choose. */
  readonly deprecatedFormats: readonly PayloadFormat[];
  /** Whether a referral system launch can be attached. */
  readonly launch: boolean;
}

export const MODULE_RULES: Readonly<Record<Module, ModuleRule>> = {
  'patient-engagement': { formats: ['ocean-json'], deprecatedFormats: [], launch: false },
  ereferrals: {
    formats: ['fhir-r4', 'ocean-json'],
    deprecatedFormats: ['ocean-json'],
    launch: true,
  },
};

export const MODULES = Object.keys(MODULE_RULES) as Module[];

/** FHIR guide versions, the default for a new integration first; the others are for existing ones. */
export const FHIR_GUIDES: readonly FhirGuide[] = ['0.11.1', '0.10.0'];

/** Formats whose endpoint is asked to answer the challenge as soon as its URL is known. */
export const CHALLENGED_FORMATS: readonly PayloadFormat[] = ['ocean-json'];

export interface AuthenticationField {
  readonly name:
    'username' | 'password' | 'tokenUrl' | 'clientId' | 'clientSecret' | 'scope' | 'key';
  readonly required: boolean;
  /** A secret is write-only: it is sent, never read back; `has…` is whether one is stored. */
  readonly stored?: 'hasPassword' | 'hasClientSecret' | 'hasKey';
}

/** The fields that each kind of authentication asks for, in the order of the form. */
export const AUTHENTICATION_RULES: Readonly<
  Record<AuthenticationType, readonly AuthenticationField[]>
> = {
  none: [],
  basic: [
    { name: 'username', required: true },
    { name: 'password', required: true, stored: 'hasPassword' },
  ],
  oauth2: [
    { name: 'tokenUrl', required: true },
    { name: 'clientId', required: true },
    { name: 'clientSecret', required: true, stored: 'hasClientSecret' },
    { name: 'scope', required: false },
  ],
  'webhook-key': [{ name: 'key', required: true, stored: 'hasKey' }],
};

/** Limits, in UTF-16 code units as `String.length` counts them, unless noted otherwise. */
export const LIMITS = {
  name: 80,
  credential: 1_000,
  /** Company name, application name, category, logo description. */
  label: 120,
  /** Confirmation message: characters that a reader sees. */
  messageText: 4_000,
  /** Confirmation message: characters of markup. Bounds what the sanitiser may cost. */
  messageMarkup: 20_000,
  events: 5_000,
  eventCode: 200,
  /** Members that this version does not know, in all: characters of their JSON. */
  unknownMembers: 10_000,
  /** Objects and lists within each other, the draft itself counted. */
  depth: 32,
} as const;

/** Languages that texts for a sender can be given in. */
export const LANGUAGES = ['en', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

/** States of an endpoint: `failing` is Ocean's yellow hexagon (challenge), `erroring` the red one (deliveries). */
export const ENDPOINT_STATUSES = ['unchecked', 'verified', 'failing', 'erroring'] as const;
