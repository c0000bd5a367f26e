/** An integration as a draft: what can be registered or saved again, without secrets and without what is the server's own. */
import { AUTHENTICATION_RULES } from './rules.js';
import type { Integration, IntegrationDraft } from './schema.js';

/** Members of an integration that the backend gives and a draft does not have. */
export const SERVER_OWNED = ['id', 'version', 'endpoint', 'createdAt', 'updatedAt'] as const;

/**
 * Fields and event codes of a newer server stay. Secrets are left out: saved as an update, what is stored is kept; registered
 * elsewhere, they have to be entered.
 */
export const draftOf = (integration: Integration): IntegrationDraft => {
  const draft: Record<string, unknown> = structuredClone(integration);
  for (const name of SERVER_OWNED) delete draft[name];
  const authentication = { ...integration.authentication } as Record<string, unknown>;
  for (const { name, stored } of AUTHENTICATION_RULES[integration.authentication.type]) {
    if (!stored) continue;
    delete authentication[name];
    delete authentication[stored];
  }
  return { ...draft, authentication } as IntegrationDraft;
};
