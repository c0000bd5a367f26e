/** As many integrations as are asked for, in every state that an endpoint can be in. All made up; the same at each call but for the times. */
import type {
  Authentication,
  Endpoint,
  Integration,
  IntegrationDraft,
} from '../../src/integration/schema.js';

const PLACES = [
  'Amber Falls',
  'Birchmere',
  'Cedar Hollow',
  'Côte-aux-Érables',
  'Fernbrook',
  'Grand-Héron',
  'Harrowgate Bay',
  'Île-aux-Brumes',
  'Juniper Landing',
  'Kestrel Point',
  'Lac-du-Huard',
  'Maple Crossing',
  'Northwater',
  'Orée-des-Pins',
  'Quarry Lake',
  'Rivière-aux-Loutres',
  'Silverpine',
];

const SERVICES = [
  'Imaging',
  'Cardiology',
  'Lab results',
  'Home care',
  'Triage',
  'Physiotherapy',
  'Mental health intake',
  'Wait list',
  'Diabetes education',
  'Booking',
  'Dermatology',
  'Central intake for orthopedic surgery and rehabilitation',
  'Telehealth',
];

/** First labels of host names, which decide what the in-memory backend finds there, and what was found. */
const ENDPOINTS: readonly (readonly [label: string, found: Partial<Endpoint>])[] = [
  ['hooks', { status: 'verified', httpStatus: 200 }],
  ['deliveries', { status: 'erroring', httpStatus: 503, reason: 'http-status' }],
  ['hooks', { status: 'verified', httpStatus: 200 }],
  ['tls', { status: 'failing', reason: 'tls' }],
  ['hooks', { status: 'verified', httpStatus: 200 }],
  ['hooks', { status: 'unchecked' }],
  ['html', { status: 'failing', httpStatus: 200, reason: 'not-json' }],
  ['hooks', { status: 'verified', httpStatus: 200 }],
  ['status-404', { status: 'failing', httpStatus: 404, reason: 'http-status' }],
  ['hooks', { status: 'verified', httpStatus: 200 }],
  ['hooks', { status: 'verified', httpStatus: 200 }],
];

const AUTHENTICATIONS: readonly Authentication[] = [
  { type: 'none' },
  { type: 'basic', username: 'ocean', password: 'made-up' },
  { type: 'webhook-key', key: 'made-up' },
];

const EVENTS = [
  'add-service-request',
  'notify-update-process-request',
  'notify-add-appointment',
  'send-communication-from-provider',
  'notify-data-correction',
];

const HOUR = 3_600_000;

/** The item at a place that may be past the end. The lists above have items. */
const at = <T>(items: readonly T[], index: number): T => items[index % items.length] as T;

/** Each pair of a place and a service once, then again with a number. */
const nameOf = (index: number): string => {
  const round = Math.floor(index / (PLACES.length * SERVICES.length));
  return `${at(PLACES, index)} ${at(SERVICES, index)}${round ? ` ${round + 1}` : ''}`;
};

/** Of a host name: without accents and spaces. */
const labelOf = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/-$/, '');

const launchOf = (index: number): Integration['launch'] => ({
  companyName: at(PLACES, index),
  baseLaunchUrl: `https://book.${labelOf(nameOf(index))}.example/start?from=ocean`,
  applicationName: { en: `${at(SERVICES, index)} online`, fr: `${at(SERVICES, index)} en ligne` },
  category: { en: 'Booking', fr: 'Rendez-vous' },
  useIframe: false,
  referralFormId: `form-${String((index % 200) + 1).padStart(3, '0')}`,
});

/** A draft that leaves nothing out. */
type WholeDraft = IntegrationDraft & Pick<Integration, 'enabled' | 'launch'>;

export const madeUpDraft = (index: number): WholeDraft => {
  const name = nameOf(index);
  const [label] = at(ENDPOINTS, index);
  const rest = {
    name,
    requestUrl: `https://${label}.${labelOf(name)}.example/ocean`,
    authentication: at(AUTHENTICATIONS, index),
    enabled: index % 9 !== 7,
  };
  if (index % 6 === 4)
    return {
      ...rest,
      module: 'patient-engagement',
      payload: { format: 'ocean-json' },
      events: ['notify-patient-message-forms-completion', 'notify-patient-note-added'],
      launch: null,
    };
  return {
    ...rest,
    module: 'ereferrals',
    // The challenge is of Ocean's own format.
    payload: label === 'hooks' ? { format: 'fhir-r4', guide: '0.11.1' } : { format: 'ocean-json' },
    events: EVENTS.slice(0, 1 + (index % EVENTS.length)),
    launch: index % 3 === 0 ? launchOf(index) : null,
  };
};

const endpointOf = (index: number, now: number): Endpoint => {
  const [, found] = at(ENDPOINTS, index);
  if (found.status === 'unchecked') return { status: 'unchecked' };
  const hours = 1 + (index % 96);
  return {
    status: 'unchecked',
    ...found,
    checkedAt: new Date(now - hours * HOUR).toISOString(),
    ...(found.status !== 'verified' && { since: new Date(now - 3 * hours * HOUR).toISOString() }),
  };
};

export const madeUpIntegrations = (count: number): Integration[] => {
  const now = Date.now();
  return Array.from({ length: count }, (_, index): Integration => {
    const draft = madeUpDraft(index);
    const createdAt = new Date(now - (index + 100) * HOUR).toISOString();
    return {
      ...draft,
      id: `integration-${count - index}`,
      version: '1',
      endpoint: endpointOf(index, now),
      createdAt,
      updatedAt: createdAt,
    };
  });
};
