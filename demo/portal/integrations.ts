/** The backend behind the portal: integrations as the page's switches have them. */
import { MemoryBackend } from '../../src/backend/memory.js';
import type { CallOptions } from '../../src/backend/backend.js';
import type { IntegrationDraft, LocalizedText } from '../../src/integration/schema.js';
import { REFERRAL_FORMS } from './directory.js';
import { launchedAddress } from './launched-address.js';
import { logoUrl } from './logo.js';
import { MESSAGES } from './messages.js';
import type { PortalState } from './state.js';

export const SITE_NUMBER = '1234';

/** What a sender reads of a launched system. */
interface Names {
  companyName: LocalizedText;
  applicationName: LocalizedText;
  category: LocalizedText;
}

const LONG: Names = {
  companyName: {
    en: 'Valley-of-the-Maples Regional Health and Social Services Centre',
    fr: 'Centre intégré de santé et de services sociaux de la Vallée-des-Érables',
  },
  applicationName: {
    en: 'Appointment and Waiting List Manager',
    fr: 'Gestionnaire de rendez-vous et de listes d’attente en imagerie',
  },
  category: {
    en: 'Diagnostic imaging and interventional procedures',
    fr: 'Imagerie diagnostique et interventions guidées par l’image',
  },
};

/** A query and a fragment of its own, as an admin may have written them: both stay as they are. */
const baseLaunchUrl = ({ host, system }: PortalState): string => {
  if (host === 'idn') return 'https://rendez-vous.santé-érables.example/accueil?source=ocean#/new';
  const address = launchedAddress(system, document.baseURI);
  address.search = '?source=ocean';
  address.hash = '#/new';
  return address.href;
};

const draft = (
  name: string,
  state: PortalState,
  launch: Names & { referralFormId: string },
): IntegrationDraft => ({
  module: 'ereferrals',
  name,
  requestUrl: 'https://hooks.northern-imaging.example/ocean',
  payload: { format: 'fhir-r4', guide: '0.11.1' },
  authentication: { type: 'none' },
  events: ['add-service-request'],
  enabled: state.settings !== 'disabled',
  launch: {
    ...launch,
    ...(state.names === 'long' ? LONG : {}),
    baseLaunchUrl: baseLaunchUrl(state),
    confirmationMessage: MESSAGES[state.message],
    logoUrl: logoUrl(state.logo),
    logoAlt: { en: 'Two open rings', fr: 'Deux anneaux ouverts' },
    useIframe: state.iframe === 'yes',
  },
});

/** By the listing that leads to them. */
export const drafts = (state: PortalState): { listing: string; draft: IntegrationDraft }[] => [
  {
    listing: 'listing-mri',
    draft: draft('Northern Imaging', state, {
      companyName: { en: 'Northern Imaging', fr: 'Imagerie du Nord' },
      applicationName: { en: 'NI Booking', fr: 'Rendez-vous IN' },
      category: { en: 'Diagnostic imaging', fr: 'Imagerie diagnostique' },
      referralFormId: 'form-imaging',
    }),
  },
  {
    listing: 'listing-cardiology',
    draft: draft('Valley Health', state, {
      companyName: { en: 'Valley Health', fr: 'Santé de la Vallée' },
      applicationName: { en: 'Valley Triage', fr: 'Triage de la Vallée' },
      category: { en: 'Cardiology', fr: 'Cardiologie' },
      referralFormId: 'form-cardiology',
    }),
  },
];

/** Gives launch URLs of which the first has expired when it arrives. */
class LateBackend extends MemoryBackend {
  private late = true;

  override async createLaunch(
    target: { integrationId: string; referralRef: string },
    options?: CallOptions,
  ): Promise<{ url: string; expiresAt?: string }> {
    const launch = await super.createLaunch(target, options);
    const { late } = this;
    this.late = false;
    return late ? { ...launch, expiresAt: new Date(Date.now() - 1000).toISOString() } : launch;
  }
}

export const openBackend = (state: PortalState): MemoryBackend => {
  const Backend = state.url === 'expired' ? LateBackend : MemoryBackend;
  const backend = new Backend({
    // The launched systems stand on this machine, without https.
    deployment: 'development',
    siteNumber: SITE_NUMBER,
    referralForms: REFERRAL_FORMS,
    integrations: drafts(state).map(({ draft: each }) => each),
    launches: state.url !== 'widget',
    latency: state.settings === 'loading' ? Infinity : Number(state.latency),
  });
  if (state.settings === 'failed') backend.failures = { getLaunchSettings: 'network' };
  if (state.url === 'unavailable') backend.failures.createLaunch = 'unavailable';
  return backend;
};
