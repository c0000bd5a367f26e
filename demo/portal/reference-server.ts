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

/** The server keeps logos that were uploaded to it, and no other address. One that is no picture it does not take. */
const uploaded = async (
  backend: RestBackend,
  logoUrl: string | null | undefined,
): Promise<string | undefined> => {
  if (!logoUrl) return undefined;
  const { type, bytes } = dataOf(logoUrl);
  return backend.uploadLogo(new Blob([bytes], { type })).then(
    (logo) => logo.logoUrl,
    () => undefined,
  );
};

/** What a `data:` URL holds. The page's policy lets no script fetch it. */
const dataOf = (url: string): { type: string; bytes: Uint8Array<ArrayBuffer> } => {
  const [, type = '', base64 = ''] = /^data:([^;,]+);base64,(.*)$/.exec(url) ?? [];
  return { type, bytes: Uint8Array.from(atob(base64), (each) => each.charCodeAt(0)) };
};

/** Undefined where no server answers. The launched systems of the demo are on this machine, without TLS. */
export const openServer = async (state: PortalState): Promise<PortalServer | undefined> => {
  const backend = new RestBackend({
    baseUrl: '/api/ocean',
    siteNumber: SITE_NUMBER,
    deployment: 'development',
  });
  const integrationIds: Record<string, string> = {};
  try {
    for (const { listing, draft } of drafts(state))
      integrationIds[listing] = await keep(backend, {
        ...draft,
        name: `${draft.name} (the portal’s)`,
        launch: draft.launch && {
          ...draft.launch,
          referralFormId: undefined,
          logoUrl: await uploaded(backend, draft.launch.logoUrl),
        },
      });
  } catch {
    return undefined;
  }
  return { backend, integrationIds };
};
