/** Every operation of the contract, by the method of the adapter that it is for. */
import type { IntegrationBackend } from '../../backend.js';
import type { Operation } from '../operation.js';
import { listEventTypes, listReferralForms } from './catalogues.js';
import { checkEndpoint, listDeliveries, redeliver, sendTestEvent } from './endpoints.js';
import {
  deleteIntegration,
  getIntegration,
  listIntegrations,
  registerIntegration,
  updateIntegration,
} from './integrations.js';
import { createLaunch, getLaunchSettings, uploadLogo } from './launches.js';

export const OPERATIONS: Readonly<Record<keyof IntegrationBackend, Operation>> = {
  listIntegrations,
  getIntegration,
  registerIntegration,
  updateIntegration,
  deleteIntegration,
  checkEndpoint,
  listEventTypes,
  listReferralForms,
  uploadLogo,
  getLaunchSettings,
  createLaunch,
  sendTestEvent,
  listDeliveries,
  redeliver,
};
