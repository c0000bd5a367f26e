/** Secrets apart from what may be read: taken out of an authentication, encrypted, and put in again to reach out. */
import { AUTHENTICATION_RULES } from '../../../src/integration/index.js';
import type { Authentication, Integration } from '../../../src/integration/index.js';
import { keepsSecrets } from '../../../src/server-rules/index.js';
import type { AcceptedDraft } from '../../../src/server-rules/index.js';
import type { SecretBox } from '../secrets.js';

/** What one integration keeps secret. */
export interface IntegrationSecrets {
  /** By field name (`password`, `clientSecret`, `key`), of the type of authentication that is stored. */
  readonly authentication: Readonly<Record<string, string>>;
  /** `whsec_…`: messages are signed with it. */
  readonly signing: string;
}

const secretNames = (type: Authentication['type']): string[] =>
  AUTHENTICATION_RULES[type].filter(({ stored }) => stored).map(({ name }) => name);

/** The secrets that a draft brings; what it leaves out is kept where it belongs to the draft as well. */
export const secretsAfter = (
  draft: AcceptedDraft,
  before?: { integration: Integration; secrets: IntegrationSecrets['authentication'] },
): IntegrationSecrets['authentication'] => {
  const kept = keepsSecrets(draft, before?.integration) ? (before?.secrets ?? {}) : {};
  const values = draft.authentication as Record<string, unknown>;
  const secrets: Record<string, string> = {};
  for (const name of secretNames(draft.authentication.type)) {
    const value = values[name] ?? kept[name];
    if (typeof value === 'string') secrets[name] = value;
  }
  return secrets;
};

/** The authentication as it is used, never as it is answered. */
export const withSecrets = (
  authentication: Authentication,
  secrets: IntegrationSecrets['authentication'],
): Authentication => ({ ...authentication, ...secrets });

const context = (integrationId: string): string => `integration ${integrationId}`;

export const sealSecrets = (box: SecretBox, id: string, secrets: IntegrationSecrets): string =>
  box.seal(JSON.stringify(secrets), context(id));

export const openSecrets = (box: SecretBox, id: string, sealed: string): IntegrationSecrets =>
  JSON.parse(box.open(sealed, context(id))) as IntegrationSecrets;
