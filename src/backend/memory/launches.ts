/** Launches: the public part of an integration, which a referral portal's page may know, and one-time URLs. */
import { buildLaunchUrl } from '../../integration/launch-url.js';
import { publicLaunchSettings } from '../../integration/public-launch.js';
import { isPatientReference } from '../../integration/referral-reference.js';
import type { Integration, ReferralForm } from '../../integration/schema.js';
import type { PublicLaunchSettings } from '../backend.js';
import { invalid, notFound, refusal } from './refusal.js';
import type { MemoryStore } from './store.js';

/** The newest integration with a launch whose referral form has the listing; an enabled one first. */
const findByListing = (
  store: MemoryStore,
  forms: readonly ReferralForm[],
  listingId: string,
): Integration => {
  const formIds = new Set(
    forms.filter((form) => form.listings.some(({ id }) => id === listingId)).map(({ id }) => id),
  );
  const bound = store.integrations
    .map(({ value }) => value)
    .filter(({ launch }) => launch?.referralFormId != null && formIds.has(launch.referralFormId));
  const found = bound.find(({ enabled }) => enabled) ?? bound[0];
  if (!found) throw notFound('launch');
  return found;
};

export const launchSettings = (
  store: MemoryStore,
  forms: readonly ReferralForm[],
  target: { listingId: string } | { integrationId: string },
): PublicLaunchSettings => {
  const { id, enabled, launch } =
    'integrationId' in target
      ? store.find(target.integrationId)
      : findByListing(store, forms, target.listingId);
  if (!launch) throw notFound('launch');
  const form = forms.find((one) => one.id === launch.referralFormId);
  return {
    integrationId: id,
    enabled,
    settings: publicLaunchSettings(launch),
    listings: (form?.listings ?? []).map((listing) => ({ id: listing.id, name: listing.name })),
  };
};

/** Milliseconds until a launch URL expires. */
const LAUNCH_LIFETIME = 5 * 60_000;

export const createLaunch = (
  store: MemoryStore,
  { integrationId, referralRef }: { integrationId: string; referralRef: string },
  siteNum: string | undefined,
): { url: string; expiresAt: string } => {
  const { enabled, launch } = store.find(integrationId);
  if (!launch) throw notFound('launch');
  if (!enabled) throw refusal('forbidden', 'The integration is not enabled.');
  if (!referralRef)
    throw invalid('The referral ref is missing.', { pointer: '/referralRef', code: 'required' });
  if (isPatientReference(referralRef))
    throw invalid('The referral ref names a patient.', {
      pointer: '/referralRef',
      code: 'url-patient-identifier',
    });
  const token = crypto.getRandomValues(new Uint32Array(4)).join('-');
  return {
    url: buildLaunchUrl(launch.baseLaunchUrl, { referralRef, siteNum, launch: token }),
    expiresAt: new Date(Date.now() + LAUNCH_LIFETIME).toISOString(),
  };
};
