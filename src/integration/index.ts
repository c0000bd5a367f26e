/** `ocean-integrations/integration`: the model. Runs without a DOM. */
import type { CatalogueEvent } from './event-catalogue.js';

export {
  AUTHENTICATION_RULES,
  CHALLENGED_FORMATS,
  FHIR_GUIDES,
  LIMITS,
  MODULES,
  MODULE_RULES,
} from './rules.js';
export type * from './rules.js';
export type * from './schema.js';
export { parseIntegration, parseIntegrationDraft, parseLaunchSettings } from './parse.js';
export type { DraftOptions, Issue, ParseResult } from './parse.js';
export { parseBaseLaunchUrl, parseRequestUrl } from './urls.js';
export type * from './urls.js';
export { buildLaunchUrl } from './launch-url.js';
/** The event catalogue, loaded when it is asked for: most backends bring their own. */
export const loadEventCatalogue = async (): Promise<readonly CatalogueEvent[]> =>
  (await import('./event-catalogue.js')).EVENT_CATALOGUE;
export type { CatalogueEvent, EventDirection } from './event-catalogue.js';
export { messageTextLength } from './message-text.js';
