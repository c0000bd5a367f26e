/** A backend that answers at once, so that what is measured is the form and not its adapter. */
import type { IntegrationBackend } from '../../../src/backend/backend.js';
import { BackendError } from '../../../src/backend/backend-error.js';
import type { EventType } from '../../../src/integration/schema.js';

const unsupported = (): Promise<never> =>
  Promise.reject(new BackendError('unsupported', 'The benchmark does not ask for this.'));

export const stubBackend = (types: EventType[]): IntegrationBackend => ({
  listEventTypes: () => Promise.resolve(types),
  listIntegrations: () => Promise.resolve({ items: [] }),
  checkEndpoint: () => Promise.resolve({ status: 'verified' }),
  getIntegration: unsupported,
  registerIntegration: unsupported,
  updateIntegration: unsupported,
  deleteIntegration: unsupported,
  listReferralForms: unsupported,
  uploadLogo: unsupported,
  getLaunchSettings: unsupported,
  createLaunch: unsupported,
  sendTestEvent: unsupported,
  listDeliveries: unsupported,
  redeliver: unsupported,
});
