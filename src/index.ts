/** `ocean-integrations`: classes, types, model and adapters. Registers nothing; `ocean-integrations/define` does. */
export * from './integration/index.js';
export * from './backend/index.js';
export { RestBackend } from './backend/rest.js';
export type { RestBackendOptions } from './backend/rest.js';
export { MemoryBackend } from './backend/memory.js';
export type { MemoryBackendOptions } from './backend/memory.js';
export { sanitizeMessage } from './ui/safe-html.js';
export type { Capabilities } from './ui/capabilities.js';
export { OceanIntegrationForm } from './registration/integration-form.js';
export * from './registration/form-events.js';
export { OceanLaunchFrame } from './launch/frame/launch-frame.js';
export { OceanReferralConfirmation } from './launch/referral-confirmation.js';
export { OceanReferralFooter } from './launch/referral-footer.js';
export { OceanReferralHeader } from './launch/referral-header.js';
export { OceanReferralLaunch } from './launch/referral-launch.js';
export * from './launch/launch-events.js';
export { VERSION } from './version.js';
