/** The way in: what a caller gives is copied, read by the schema, and refused as a server would refuse it. */
import { acceptDraft, acceptTarget, completeDraft } from '../../integration/accept-draft.js';
import type { AcceptedDraft, AcceptedTarget } from '../../integration/accept-draft.js';
import { parseIntegration, parseIntegrationDraft } from '../../integration/parse.js';
import type { Issue, ParseResult } from '../../integration/parse.js';
import type { Deployment } from '../../integration/rules.js';
import type { Integration, IntegrationDraft } from '../../integration/schema.js';
import { withoutSecrets } from '../../integration/seal-authentication.js';
import type { EndpointCheckTarget } from '../backend.js';
import { invalid } from './refusal.js';
import type { MemoryStore } from './store.js';

/** A copy, so that the caller may go on changing what it gave. Fails as `invalid` for what can't be sent. */
export const copyOf = <T>(value: T): T => {
  try {
    return structuredClone(value);
  } catch {
    throw invalid('The value is not plain data.', { pointer: '', code: 'invalid' });
  }
};

/** The value, or a failure as `invalid` with what is wrong at each field. */
const valueOf = <T>(result: ParseResult<T>, message: string): T => {
  if (result.ok) return result.value;
  throw invalid(message, ...result.issues);
};

/** Fails as `invalid`. */
export const accept = (
  draft: unknown,
  deployment: Deployment | undefined,
  stored: Integration | null,
): AcceptedDraft =>
  valueOf(acceptDraft(draft, deployment, stored), 'The integration is not valid.');

/** Fails as `invalid`. */
export const acceptCheck = (
  target: Exclude<EndpointCheckTarget, { integrationId: string }>,
  deployment: Deployment | undefined,
): AcceptedTarget => valueOf(acceptTarget(target, deployment), 'The endpoint is not valid.');

/** Puts in what a backend starts with. */
export const plantSeed = (
  store: MemoryStore,
  seed: Integration | IntegrationDraft,
  deployment: Deployment | undefined,
): void => {
  const given = structuredClone(seed);
  const result =
    'id' in given ? parseIntegration(given) : parseIntegrationDraft(given, { deployment });
  if (!result.ok) throw new TypeError(`Not a valid integration: ${listed(result.issues)}`);
  if (!('id' in given)) {
    store.create(completeDraft(result.value, null));
    return;
  }
  store.seed(withoutSecrets(result.value as Integration));
};

const listed = (issues: readonly Issue[]): string =>
  issues.map(({ pointer, code }) => `${pointer || 'the whole'} (${code})`).join(', ');
