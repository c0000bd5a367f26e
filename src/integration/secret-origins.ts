/**
 * A stored secret belongs to the origins that it was given for.
 *
 * Secrets are write-only, and an update that leaves one out keeps what is stored. Where the same update moves an address that
 * the secret is used at, keeping it would hand the secret to whoever chose the new address. So another origin (scheme, host or
 * port) of such an address asks for the secret again; another path or query of the same origin does not.
 *
 * One rule for all: the form asks before saving, the schema refuses, and a store keeps only what this lets it keep.
 */
import { AUTHENTICATION_RULES } from './rules.js';
import type { AuthenticationField, AuthenticationType } from './rules.js';
import { parseRequestUrl } from './urls.js';

export type SecretName = Extract<AuthenticationField['name'], 'password' | 'clientSecret' | 'key'>;

type Address = 'requestUrl' | 'tokenUrl';

/**
 * Where each kind of secret is used. An OAuth client secret is sent to the token URL alone, but the token that it buys goes to
 * the request URL, and opens the same doors until it expires.
 */
const USED_AT: Readonly<Record<AuthenticationType, readonly Address[]>> = {
  none: [],
  basic: ['requestUrl'],
  oauth2: ['tokenUrl', 'requestUrl'],
  'webhook-key': ['requestUrl'],
};

/** What the rule reads of an integration, of a draft, or of what stands in a form. */
export interface SecretHolder {
  /** Left out of what is stored: not compared. */
  readonly requestUrl?: unknown;
  readonly authentication?: unknown;
}

/** A secret that has to be entered, and why. */
export interface SecretToEnter {
  readonly name: SecretName;
  readonly pointer: `/authentication/${SecretName}`;
  /** `not-stored`: there is none of this kind of authentication. `other-origin`: there is one, given for another origin. */
  readonly reason: 'not-stored' | 'other-origin';
  /** For `other-origin`: the address that has moved. */
  readonly moved?: '/requestUrl' | '/authentication/tokenUrl';
}

type Fields = Readonly<Record<string, unknown>>;

const authenticationOf = (holder: SecretHolder | null): Fields => {
  const value = holder?.authentication;
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
};

const typeOf = ({ type }: Fields): AuthenticationType | undefined =>
  typeof type === 'string' && Object.hasOwn(AUTHENTICATION_RULES, type)
    ? (type as AuthenticationType)
    : undefined;

/** As it would be stored; undefined for what no deployment accepts. */
const originOf = (address: unknown): string | undefined => {
  const read = parseRequestUrl(address as string, { deployment: 'development' });
  return read.ok ? new URL(read.url).origin : undefined;
};

/** An address that no deployment accepts is refused for itself, so nothing is sent there, and it asks for no secret. */
const hasMoved = (now: unknown, before: unknown): boolean => {
  if (now === before || before === undefined) return false;
  const origin = originOf(now);
  return origin !== undefined && origin !== originOf(before);
};

const movedAddress = (
  type: AuthenticationType,
  draft: SecretHolder,
  stored: SecretHolder,
): SecretToEnter['moved'] => {
  for (const address of USED_AT[type]) {
    const [now, before] =
      address === 'requestUrl'
        ? [draft.requestUrl, stored.requestUrl]
        : [authenticationOf(draft)[address], authenticationOf(stored)[address]];
    if (hasMoved(now, before))
      return address === 'requestUrl' ? '/requestUrl' : '/authentication/tokenUrl';
  }
  return undefined;
};

/**
 * The secrets that a draft has to bring: neither in it, nor stored for the same kind of authentication and the same origins.
 *
 * @param stored What the draft is to replace, as it is read (`hasPassword: true`); null for a new integration.
 */
export const secretsToEnter = (
  draft: SecretHolder,
  stored: SecretHolder | null,
): SecretToEnter[] => {
  const given = authenticationOf(draft);
  const type = typeOf(given);
  if (!type) return [];
  const before = authenticationOf(stored);
  const moved = stored ? movedAddress(type, draft, stored) : undefined;
  return AUTHENTICATION_RULES[type].flatMap(({ name, stored: flag }): SecretToEnter[] => {
    if (!flag || given[name] !== undefined) return [];
    const secret = {
      name: name as SecretName,
      pointer: `/authentication/${name as SecretName}`,
    } as const;
    if (before['type'] !== type || before[flag] !== true)
      return [{ ...secret, reason: 'not-stored' }];
    return moved ? [{ ...secret, reason: 'other-origin', moved }] : [];
  });
};

/**
 * Whether what is stored may go on being used for `next`: the same kind of authentication at the same origins. For whoever
 * keeps secrets, beside the refusal by the schema.
 */
export const keepsSecrets = (
  next: SecretHolder,
  stored: SecretHolder | null | undefined,
): boolean => {
  const type = typeOf(authenticationOf(next));
  return (
    type !== undefined &&
    authenticationOf(stored ?? null)['type'] === type &&
    movedAddress(type, next, stored ?? {}) === undefined
  );
};
