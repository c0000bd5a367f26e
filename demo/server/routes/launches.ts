/** `/launch-settings`, `/launches`: what a portal's page may know of an integration, and one-time launch URLs. */
import type { FastifyInstance } from 'fastify';
import type { PublicLaunchSettings } from '../../../src/backend/index.js';
import { buildLaunchUrl } from '../../../src/integration/index.js';
import type { Integration, LaunchSettings } from '../../../src/integration/index.js';
import { isPatientReference, publicLaunchSettings } from '../../../src/server-rules/index.js';
import { Problem, invalid, notFound } from '../problems.js';
import type { ReferralForms } from '../referral-forms.js';
import { bodyOf, queryOf, textOf } from '../request.js';
import type { Query } from '../request.js';
import { createLaunchToken } from '../store/launches.js';
import type { Parts } from './parts.js';

const launchOf = ({ launch }: Integration): LaunchSettings => {
  if (!launch) throw notFound('launch');
  return launch;
};

export const launchRoutes = (
  app: FastifyInstance,
  { store }: Parts,
  forms: ReferralForms,
): void => {
  const find = async (site: string, query: Query): Promise<Integration> => {
    const { integrationId, listingId } = query;
    if (integrationId !== undefined) return store.integrations.find(site, integrationId);
    if (listingId === undefined)
      throw invalid('Name a listing or an integration.', {
        pointer: '/listingId',
        code: 'required',
      });
    const formIds = (await forms.withListing(listingId)).map(({ id }) => id);
    const found = await store.integrations.findByForms(site, formIds);
    if (!found) throw notFound('launch');
    return found;
  };

  app.get('/launch-settings', async (request): Promise<PublicLaunchSettings> => {
    const integration = await find(request.site, queryOf(request));
    const launch = launchOf(integration);
    const form = await forms.byId(launch.referralFormId);
    return {
      integrationId: integration.id,
      enabled: integration.enabled,
      settings: publicLaunchSettings(launch),
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
