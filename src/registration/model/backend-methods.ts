/** The backend methods that a form needs. The console names a missing one at once, not only when a user presses a button. */
import type { IntegrationBackend } from '../../backend/backend.js';
import { warnOnce } from '../../ui/console.js';

const NEEDED = [
  'getIntegration',
  'registerIntegration',
  'updateIntegration',
  'checkEndpoint',
  'listEventTypes',
  'listIntegrations',
  'listReferralForms',
  'uploadLogo',
] as const satisfies readonly (keyof IntegrationBackend)[];

export const warnOfMissing = (backend: IntegrationBackend): void => {
  const missing = NEEDED.filter((method) => typeof backend[method] !== 'function');
  if (missing.length > 0) warnOnce(`the backend of a form lacks ${missing.join(', ')}.`);
};
