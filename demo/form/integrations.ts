/** The integrations that the demo starts with. All made up. */
import { MemoryBackend } from '../../src/backend/memory.js';
import type { IntegrationDraft } from '../../src/integration/schema.js';

const draft = (
  name: string,
  host: string,
  more: Partial<IntegrationDraft> = {},
): IntegrationDraft => ({
  module: 'ereferrals',
  name,
  requestUrl: `https://${host}/ocean/webhook`,
  payload: { format: 'fhir-r4', guide: '0.11.1' },
  authentication: { type: 'none' },
  events: ['add-service-request', 'notify-update-process-request', 'notify-add-appointment'],
  enabled: true,
  launch: null,
  ...more,
});

const DRAFTS: IntegrationDraft[] = [
  draft('Patient messages', 'hooks.maple-clinic.example', {
    module: 'patient-engagement',
    payload: { format: 'ocean-json' },
    authentication: { type: 'webhook-key', key: 'made-up' },
    events: ['notify-patient-note-added'],
  }),
  draft('Home care intake', 'deliveries.home-care.example'),
  draft('Lab results', 'tls.lab.example', { payload: { format: 'ocean-json' } }),
  draft(
    'Demande d’imagerie et de consultation spécialisée du Centre de santé régional',
    'html.centre-de-sante-regional-de-la-vallee.example',
    {
      payload: { format: 'ocean-json' },
      authentication: {
        type: 'oauth2',
        tokenUrl: 'https://authentification.centre-de-sante-regional-de-la-vallee.example/jeton',
        clientId: 'systeme-daiguillage-electronique',
        clientSecret: 'made-up',
        scope: 'aiguillages.lecture aiguillages.ecriture',
      },
      launch: {
        companyName: {
          en: 'Valley Regional Health Centre',
          fr: 'Centre de santé régional de la Vallée-des-Érables',
        },
        baseLaunchUrl:
          'https://rendezvous.centre-de-sante-regional-de-la-vallee.example/accueil?source=ocean#/nouveau',
        applicationName: {
          en: 'Appointments',
          fr: 'Gestionnaire de rendez-vous et de listes d’attente',
        },
        category: { en: 'Diagnostic imaging', fr: 'Imagerie diagnostique et interventions' },
      },
    },
  ),
  draft('Northern Imaging', 'hooks.northern-imaging.example', {
    authentication: { type: 'basic', username: 'ocean', password: 'made-up' },
    launch: {
      companyName: { en: 'Northern Imaging', fr: 'Imagerie du Nord' },
      baseLaunchUrl: 'https://book.northern-imaging.example/start?from=ocean',
      applicationName: { en: 'NI Booking', fr: 'Rendez-vous IN' },
      category: { en: 'Diagnostic imaging', fr: 'Imagerie diagnostique' },
      confirmationMessage: {
        en: '<p>Thank you. <strong>{{companyName}}</strong> has your referral {{referralRef}}.</p>',
        fr: '<p>Merci. <strong>{{companyName}}</strong> a reçu votre aiguillage {{referralRef}}.</p>',
      },
    },
  }),
];

/** A backend that keeps what is registered while the tab is open. */
export const openBackend = async (): Promise<MemoryBackend> => {
  const backend = new MemoryBackend({ storageKey: 'ocean-integrations-demo', siteNumber: '1234' });
  const { items } = await backend.listIntegrations({});
  if (items.length > 0) return backend;
  for (const [index, each] of DRAFTS.entries()) {
    const { id } = await backend.registerIntegration(each, { idempotencyKey: `seed-${index}` });
    await backend.checkEndpoint({ integrationId: id });
  }
  return backend;
};
