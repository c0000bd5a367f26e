/** Drafts that the tests of the in-memory backend start from. */
import type { IntegrationDraft, LaunchSettings } from '../../src/integration/schema.js';

export const draft = (changes: Partial<IntegrationDraft> = {}): IntegrationDraft => ({
  module: 'patient-engagement',
  name: 'Made-up notes',
  requestUrl: 'https://receiver.example.com/ocean',
  payload: { format: 'ocean-json' },
  authentication: { type: 'none' },
  events: ['notify-patient-note-added'],
  ...changes,
});

export const launch = (changes: Partial<LaunchSettings> = {}): LaunchSettings => ({
  companyName: 'Made-up Systems',
  baseLaunchUrl: 'https://launch.example.com/start?a=1#/route',
  applicationName: 'Made-up Booking',
  useIframe: false,
  ...changes,
});

export const referralDraft = (changes: Partial<IntegrationDraft> = {}): IntegrationDraft =>
  draft({
    module: 'ereferrals',
    payload: { format: 'fhir-r4', guide: '0.11.1' },
    events: ['add-service-request'],
    ...changes,
  });

let keys = 0;

/** A key that no other call has. */
export const key = (): { idempotencyKey: string } => ({ idempotencyKey: `key-${++keys}` });
