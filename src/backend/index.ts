/** `ocean-integrations/backend`: the adapter's interface, its errors, and the element that hands it down. */
export type * from './backend.js';
export { BACKEND_ERROR_KINDS, BackendError, isBackendError } from './backend-error.js';
export type { BackendErrorKind, BackendErrorOptions, FieldError } from './backend-error.js';
export { OceanErrorEvent } from './error-event.js';
export { backendContext } from './backend-context.js';
export type { BackendContext } from './backend-context.js';
export { OceanBackend } from './backend-element.js';
