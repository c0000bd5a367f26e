/** The reference server behind the portal: it keeps the integrations that the page's switches describe. */
import type { IntegrationBackend } from '../../src/backend/backend.js';
import { RestBackend } from '../../src/backend/rest.js';
import type { IntegrationDraft } from '../../src/integration/schema.js';
import { SITE_NUMBER, drafts } from './integrations.js';
import type { PortalState } from './state.js';

/** A server's directory is its own, so that a listing of this page's is found by its integration's id. */
export interface PortalServer {
  readonly backend: IntegrationBackend;
  readonly integrationIds: Readonly<Record<string, string>>;
}

/** Registers the integration, or brings the one of this name up to date. */
const keep = async (backend: RestBackend, draft: IntegrationDraft): Promise<string> => {
  const { items } = await backend.listIntegrations({ query: draft.name });
  const before = items.find(({ name }) => name === draft.name);
  const kept = before
    ? await backend.updateIntegration(before.id, draft, { version: before.version })
    : await backend.registerIntegration(draft, { idempotencyKey: crypto.randomUUID() });
  return kept.id;
};

/** Undefined where no server answers. */
export const openServer = async (state: PortalState): Promise<PortalServer | undefined> => {
  const backend = new RestBackend({ baseUrl: '/api/ocean', siteNumber: SITE_NUMBER });
  const integrationIds: Record<string, string> = {};
  try {
    for (const { listing, draft } of drafts(state))
      integrationIds[listing] = await keep(backend, {
        ...draft,
        name: `${draft.name} (the portal’s)`,
        launch: draft.launch && { ...draft.launch, referralFormId: undefined },
      });
  } catch {
    return undefined;
  }
  return { backend, integrationIds };
};
