/** The context (`@lit/context`) through which elements below an `<ocean-backend>` find their backend. */
import { createContext } from '@lit/context';
import type { IntegrationBackend } from './backend.js';

export interface BackendContext {
  readonly backend?: IntegrationBackend;
  /** Number of the site (clinic) on whose behalf the backend is used. */
  readonly siteNumber?: string;
}

/** `Symbol.for`, so that two copies of the library on one page understand each other. */
export const backendContext = createContext<BackendContext>(
  Symbol.for('ocean-integrations/backend'),
);
