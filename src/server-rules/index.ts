/**
 * `ocean-integrations/server-rules`: the rules that a server behind the widgets shares with the in-memory backend. Runs without a DOM.
 *
 * Nothing here is needed to show a widget: it is for who writes a server in TypeScript or JavaScript and would rather not write the
 * contract's rules a second time. The reference server (`demo/server`) is made with it.
 */

/** Drafts: what is stored of them, and which secrets they have to bring. */
export { acceptDraft, acceptTarget } from '../integration/accept-draft.js';
export type { AcceptedDraft, AcceptedTarget } from '../integration/accept-draft.js';
export { SERVER_OWNED } from '../integration/draft-of.js';
export { sealAuthentication } from '../integration/seal-authentication.js';
export { keepsSecrets, secretsToEnter } from '../integration/secret-origins.js';
export type { SecretHolder, SecretName, SecretToEnter } from '../integration/secret-origins.js';
export { canonicalJson } from '../integration/plain-json.js';

/** Endpoints: since when they are as they are, and which hosts may be reached. */
export { ENDPOINT_STATUSES } from '../integration/schema.js';
export { withSince } from '../integration/endpoint-since.js';
export { hostReach, isAddress } from '../integration/url-host.js';
export type { Reach } from '../integration/url-host.js';

/** Lists: how a text is compared in a search. */
export { fold as foldForSearch } from '../integration/fold.js';

/** Launches and logos. */
export { publicLaunchSettings } from '../integration/public-launch.js';
export { isPatientReference } from '../integration/referral-reference.js';
export { MAX_LOGO_BYTES } from '../backend/memory/logo.js';

/** Messages, of made-up data. */
export { samplePayload } from '../integration/samples/index.js';
export type { SampleOptions } from '../integration/samples/index.js';
