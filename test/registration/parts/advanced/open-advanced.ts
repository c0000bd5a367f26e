/** Opens the form's advanced launch settings as a user does. */
import { MemoryBackend } from '../../../../src/backend/memory.js';
import type { Integration, IntegrationDraft } from '../../../../src/integration/schema.js';
import type { OceanIntegrationForm } from '../../../../src/registration/integration-form.js';
import { DRAFT, fillIn, openForm } from '../../../support/forms.js';
import type { OpenOptions } from '../../../support/forms.js';
import { byLabel, byRole, enter, readText, until } from '../../../support/queries.js';

export type Lang = 'en' | 'fr';

const WORDS = {
  en: {
    activate: 'Activate a Referral System Launch when Sending a Referral',
    advanced: 'Advanced settings',
    last: 'Use embedded <iframe>',
  },
  fr: {
    activate: 'Activer le lancement d’un système d’aiguillage à l’envoi d’un aiguillage',
    advanced: 'Paramètres avancés',
    last: 'Utiliser un <iframe> intégré',
  },
};

export const openAdvanced = async (options: OpenOptions = {}): Promise<OceanIntegrationForm> => {
  const form = await openForm(options);
  const words = WORDS[options.lang === 'fr' ? 'fr' : 'en'];
  const activate = await until(() => byRole<HTMLInputElement>(form, 'checkbox', words.activate));
  if (!activate.checked) activate.click();
  const summary = await until(() => byRole(form, 'button', words.advanced));
  summary.click();
  await until(() => byRole(form, 'checkbox', words.last));
  return form;
};

export const LAUNCH = {
  companyName: 'Northern Imaging',
  applicationName: 'Booking',
  baseLaunchUrl: 'https://book.example.org/',
};

/** The advanced settings of an integration that is stored, with the backend that has it. */
export const openStored = async (
  launch: object,
  options: OpenOptions = {},
): Promise<{ form: OceanIntegrationForm; backend: MemoryBackend; id: string }> => {
  const integration = {
    ...DRAFT,
    id: 'a',
    version: '1',
    endpoint: { status: 'unchecked' },
    launch: { ...LAUNCH, ...launch },
  } as Integration;
  const backend = new MemoryBackend({ integrations: [integration] });
  const form = await openAdvanced({ backend, id: 'a', ...options });
  return { form, backend, id: 'a' };
};

/** Fills in what else a new integration with a launch needs. */
export const fillInLaunch = (form: OceanIntegrationForm): void => {
  fillIn(form);
  enter(byLabel(form, 'Company name'), LAUNCH.companyName);
  enter(byLabel(form, 'Application name'), LAUNCH.applicationName);
  enter(byLabel(form, 'Base launch URL'), LAUNCH.baseLaunchUrl);
};

/** What the form would send. */
export const launchOf = (form: OceanIntegrationForm): NonNullable<IntegrationDraft['launch']> =>
  form.value.launch as NonNullable<IntegrationDraft['launch']>;

/** Waits until the form has said it to a screen reader. */
export const heard = (form: OceanIntegrationForm, text: string): Promise<unknown> =>
  until(() => readText(form.shadowRoot?.querySelector('div[role=status]')).includes(text));

export const focused = (form: OceanIntegrationForm): Element | null =>
  form.shadowRoot?.activeElement ?? null;
