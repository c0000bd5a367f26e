/** Secrets are write-only: what is stored says that there is one, and holds none. */
import { AUTHENTICATION_RULES } from '../../integration/rules.js';
import type { AuthenticationField } from '../../integration/rules.js';
import type { Authentication, Integration } from '../../integration/schema.js';

type SecretField = AuthenticationField & { stored: NonNullable<AuthenticationField['stored']> };

const isSecret = (field: AuthenticationField): field is SecretField => field.stored !== undefined;

/** The secrets of all types: a draft of one type may bring another's along. */
const ALL_SECRETS = Object.values(AUTHENTICATION_RULES).flat().filter(isSecret);

/**
 * The authentication without its secrets. A flag (`hasPassword`) is true where the secret came now, or was stored before
 * for the same type; what the draft itself says of it counts nothing.
 */
export const sealed = (
  given: Authentication,
  before?: Integration['authentication'],
): Integration['authentication'] => {
  const open = given as Record<string, unknown>;
  const kept = before?.type === given.type ? (before as Record<string, unknown>) : undefined;
  const closed: Record<string, unknown> = { ...open };
  for (const { name, stored } of ALL_SECRETS) {
    delete closed[name];
    delete closed[stored];
  }
  for (const { name, stored } of AUTHENTICATION_RULES[given.type].filter(isSecret))
    closed[stored] = open[name] !== undefined || kept?.[stored] === true;
  return closed as Integration['authentication'];
};

/** For what comes from a seed or a storage: takes its flags for true, and leaves out any secret. */
export const withoutSecrets = <T extends Pick<Integration, 'authentication'>>(value: T): T => ({
  ...value,
  authentication: sealed(value.authentication, value.authentication),
});
