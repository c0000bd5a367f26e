/** `/launch-settings`, `/launches`: what a portal's page may know of an integration, and one-time launch URLs. */
import type { FastifyInstance } from 'fastify';
import type { PublicLaunchSettings } from '../../../src/backend/backend.js';
import { buildLaunchUrl } from '../../../src/integration/launch-url.js';
import { isPatientReference } from '../../../src/integration/referral-reference.js';
import { launchSettingsSchema } from '../../../src/integration/schema.js';
import type { Integration, LaunchSettings, ReferralForm } from '../../../src/integration/schema.js';
import { Problem, invalid, notFound } from '../problems.js';
import { bodyOf, queryOf, textOf } from '../request.js';
import type { Query } from '../request.js';
import { createLaunchToken } from '../store/launches.js';
import type { Parts } from './parts.js';

/** By name: a field that the schema does not know may not be meant for the public. */
const PUBLIC_FIELDS = Object.keys(launchSettingsSchema.shape);

const publicPart = (launch: LaunchSettings): LaunchSettings =>
  Object.fromEntries(
    Object.entries(launch).filter(([name]) => PUBLIC_FIELDS.includes(name)),
  ) as LaunchSettings;

const launchOf = ({ launch }: Integration): LaunchSettings => {
  if (!launch) throw notFound('launch');
  return launch;
};

export const launchRoutes = (
  app: FastifyInstance,
  { store }: Parts,
  forms: readonly ReferralForm[],
): void => {
  const find = async (site: string, query: Query): Promise<Integration> => {
    const { integrationId, listingId } = query;
    if (integrationId !== undefined) return store.integrations.find(site, integrationId);
    if (listingId === undefined)
      throw invalid('Name a listing or an integration.', {
        pointer: '/listingId',
        code: 'required',
      });
    const withListing = forms.filter(({ listings }) => listings.some(({ id }) => id === listingId));
    const formIds = withListing.map(({ id }) => id);
    const found = await store.integrations.findByForms(site, formIds);
    if (!found) throw notFound('launch');
    return found;
  };

  app.get('/launch-settings', async (request): Promise<PublicLaunchSettings> => {
    const integration = await find(request.site, queryOf(request));
    const launch = launchOf(integration);
    const form = forms.find(({ id }) => id === launch.referralFormId);
    return {
      integrationId: integration.id,
      enabled: integration.enabled,
      settings: publicPart(launch),
      listings: (form?.listings ?? []).map(({ id, name }) => ({ id, name })),
    };
  });

  app.post('/launches', async (request, reply) => {
    const { site } = request;
    const body = bodyOf(request);
    const integration = await store.integrations.find(site, textOf(body, 'integrationId'));
    const { baseLaunchUrl } = launchOf(integration);
    if (!integration.enabled) throw new Problem(403, 'The integration is not enabled.');
    const referralRef = textOf(body, 'referralRef');
    if (isPatientReference(referralRef))
      throw invalid('The referral ref names a patient.', {
        pointer: '/referralRef',
        code: 'url-patient-identifier',
      });
    const { token, expiresAt } = await createLaunchToken(store.database, site, integration.id);
    void reply.code(201);
    return {
      url: buildLaunchUrl(baseLaunchUrl, { referralRef, siteNum: site, launch: token }),
      expiresAt: expiresAt.toISOString(),
    };
  });
};
