/** The authentication as it may be read: it says that a secret is stored, and holds none. */
import { AUTHENTICATION_RULES } from './rules.js';
import type { AuthenticationField } from './rules.js';
import type { Authentication, Integration } from './schema.js';
import { keepsSecrets } from './secret-origins.js';

type SecretField = AuthenticationField & { stored: NonNullable<AuthenticationField['stored']> };

const isSecret = (field: AuthenticationField): field is SecretField => field.stored !== undefined;

/** The secrets of all types: a draft of one type may bring another's along. */
const ALL_SECRETS = Object.values(AUTHENTICATION_RULES).flat().filter(isSecret);

type Sealable = Pick<Integration, 'requestUrl'> & { readonly authentication: Authentication };

/**
 * The authentication of `next` without its secrets. A flag (`hasPassword`) is true where the secret came now, or was stored
 * before for the same type and the same origins; what the draft itself says of it counts nothing.
 */
export const sealAuthentication = (
  next: Sealable,
  stored?: Pick<Integration, 'requestUrl' | 'authentication'>,
): Integration['authentication'] => {
  const open = next.authentication as Record<string, unknown>;
  const kept = keepsSecrets(next, stored)
    ? (stored?.authentication as Record<string, unknown> | undefined)
    : undefined;
  const closed: Record<string, unknown> = { ...open };
  for (const { name, stored: flag } of ALL_SECRETS) {
    delete closed[name];
    delete closed[flag];
  }
  for (const { name, stored: flag } of AUTHENTICATION_RULES[next.authentication.type].filter(
    isSecret,
  ))
    closed[flag] = open[name] !== undefined || kept?.[flag] === true;
  return closed as Integration['authentication'];
};

/** For what comes from a seed or a storage: its flags are taken for true, and any secret is left out. */
export const withoutSecrets = (integration: Integration): Integration => ({
  ...integration,
  authentication: sealAuthentication(integration, integration),
});
