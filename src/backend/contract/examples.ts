/** Made-up data for the examples. No site, company, person or address here is real. */
import type { Integration, IntegrationDraft, ReferralForm } from '../../integration/schema.js';
import type { Delivery, PublicLaunchSettings } from '../backend.js';

const launch = {
  companyName: 'Made-up Systems',
  baseLaunchUrl: 'https://booking.example.com/start?source=ocean',
  applicationName: 'Made-up Booking',
  category: { en: 'Booking', fr: 'Réservation' },
  referralFormId: 'form-003',
  confirmationMessage: {
    en: '<p>Thank you. {{companyName}} goes on with <b>{{referralRef}}</b>.</p>',
    fr: '<p>Merci. {{companyName}} poursuit avec <b>{{referralRef}}</b>.</p>',
  },
  logoUrl: 'https://ehr.example.com/api/ocean/logos/8f14e45f.png',
  logoAlt: 'Made-up Systems',
  useIframe: false,
};

export const referralDraft: IntegrationDraft = {
  module: 'ereferrals',
  name: 'Booking of referrals',
  requestUrl: 'https://ehr.example.com/ocean/referrals',
  payload: { format: 'fhir-r4', guide: '0.11.1' },
  authentication: {
    type: 'oauth2',
    tokenUrl: 'https://login.example.com/token',
    clientId: 'ocean',
    clientSecret: 'made-up-client-secret',
    scope: 'referrals.write',
  },
  events: ['add-service-request', 'notify-add-appointment'],
  enabled: true,
  launch,
};

export const engagementDraft: IntegrationDraft = {
  module: 'patient-engagement',
  name: 'Notes to the chart',
  requestUrl: 'https://ehr.example.com/ocean/notes',
  payload: { format: 'ocean-json' },
  authentication: { type: 'webhook-key', key: 'made-up-webhook-key' },
  events: ['notify-patient-note-added'],
};

/** As a form saves it: the client secret stays as it is stored. */
export const renamedDraft: IntegrationDraft = {
  ...referralDraft,
  name: 'Booking of referrals, Northwater',
  authentication: {
    type: 'oauth2',
    tokenUrl: 'https://login.example.com/token',
    clientId: 'ocean',
    scope: 'referrals.write',
  },
};

export const registered: Integration = {
  id: 'integration-17',
  version: 'v17',
  module: 'ereferrals',
  name: 'Booking of referrals',
  requestUrl: 'https://ehr.example.com/ocean/referrals',
  payload: { format: 'fhir-r4', guide: '0.11.1' },
  authentication: {
    type: 'oauth2',
    tokenUrl: 'https://login.example.com/token',
    clientId: 'ocean',
    hasClientSecret: true,
    scope: 'referrals.write',
  },
  events: ['add-service-request', 'notify-add-appointment'],
  enabled: true,
  endpoint: { status: 'unchecked' },
  launch,
  createdAt: '2026-03-02T15:04:05.000Z',
  updatedAt: '2026-03-02T15:04:05.000Z',
};

export const renamed: Integration = {
  ...registered,
  version: 'v18',
  name: 'Booking of referrals, Northwater',
  endpoint: {
    status: 'failing',
    httpStatus: 404,
    reason: 'http-status',
    checkedAt: '2026-03-02T15:05:00.000Z',
    since: '2026-03-01T08:12:30.000Z',
  },
  updatedAt: '2026-03-03T09:30:00.000Z',
};

export const form: ReferralForm = {
  id: 'form-003',
  name: { en: 'Endocrinology: consultation', fr: 'Endocrinologie : consultation' },
  listings: [
    {
      id: 'listing-0007',
      name: { en: 'Northwater Clinic, Endocrinology', fr: 'Clinique Northwater, Endocrinologie' },
    },
  ],
};

export const publicLaunchSettings: PublicLaunchSettings = {
  integrationId: registered.id,
  enabled: true,
  settings: launch,
  listings: form.listings,
};

export const delivered: Delivery = {
  id: 'delivery-42',
  integrationId: registered.id,
  eventType: 'notify-add-appointment',
  status: 'delivered',
  test: true,
  createdAt: '2026-03-02T15:10:00.000Z',
  attempts: [
    {
      at: '2026-03-02T15:10:00.100Z',
      httpStatus: 503,
      reason: 'http-status',
      duration: 240,
      answer: '{"error":"queue full"}',
    },
    { at: '2026-03-02T15:10:30.000Z', httpStatus: 200, reason: null, duration: 120, answer: '' },
  ],
};
