/** Asks a bit of everything, so that there are answers of each kind to look at. What comes of it is judged elsewhere. */
import type { Authentication } from '../../../integration/schema.js';
import { launchSettings } from '../launches.js';
import { randomWord } from '../trial.js';
import type { HttpTrial } from './http-requirement.js';

const secret = (): string => `secret-${randomWord()}${randomWord()}`;

const authentications = (): Authentication[] => [
  { type: 'basic', username: 'ocean', password: secret() },
  {
    type: 'oauth2',
    tokenUrl: 'https://login.example.com/token',
    clientId: 'ocean',
    clientSecret: secret(),
  },
  { type: 'webhook-key', key: secret() },
];

const EVENT = 'add-service-request';

const changes = async (trial: HttpTrial, authentication: Authentication): Promise<void> => {
  const { backend } = trial;
  const draft = trial.referralDraft({ authentication, launch: launchSettings() });
  const { id, version } = await trial.register(draft);
  await backend.getIntegration(id);
  await backend.updateIntegration(id, draft, { version });
  await backend.updateIntegration(id, draft, { version }).catch(() => undefined);
  await trial.refused('invalid', 'No events', { ...draft, events: [] }).catch(() => undefined);
  await backend.checkEndpoint({ integrationId: id });
  const sent = await backend.sendTestEvent(id, { eventType: EVENT });
  await backend.redeliver(sent.id);
  await backend.listDeliveries(id, {});
  await backend.getLaunchSettings({ integrationId: id });
  await backend
    .createLaunch({ integrationId: id, referralRef: `ref-${trial.mark}` })
    .catch(() => undefined);
};

export const tour = async (trial: HttpTrial): Promise<void> => {
  const { backend } = trial;
  const unknown = `unknown-${trial.mark}`;
  // One after the other, and each on its own: a failure is reported by the requirement that is about it.
  const stops: (() => Promise<unknown>)[] = [
    ...authentications().map((one) => () => changes(trial, one)),
    () => backend.listIntegrations({ query: trial.mark }),
    () => backend.getIntegration(unknown),
    () => backend.redeliver(unknown),
    () => backend.listEventTypes({}),
    () => backend.listReferralForms({ limit: 5 }),
    () => backend.uploadLogo(new Blob(['no picture'], { type: 'image/png' })),
  ];
  for (const stop of stops) await stop().catch(() => undefined);
};
