/** The way in: what a caller gives is copied, read by the schema, and refused as a server would refuse it. */
import { parseIntegration, parseIntegrationDraft } from '../../integration/parse.js';
import type { Issue } from '../../integration/parse.js';
import type { Deployment } from '../../integration/rules.js';
import type { Integration, IntegrationDraft } from '../../integration/schema.js';
import type { EndpointCheckTarget } from '../backend.js';
import { invalid } from './refusal.js';
import { withoutSecrets } from './secrets.js';
import type { AcceptedDraft, MemoryStore } from './store.js';

/** A copy, so that the caller may go on changing what it gave. Fails as `invalid` for what can't be sent. */
export const copyOf = <T>(value: T): T => {
  try {
    return structuredClone(value);
  } catch {
    throw invalid('The value is not plain data.', { pointer: '', code: 'invalid' });
  }
};

/** Fills in what a draft may leave out. An update that does not say so neither enables nor disables. */
const completed = (draft: IntegrationDraft, stored: Integration | null): AcceptedDraft => {
  const { enabled, launch } = draft;
  return {
    ...draft,
    enabled: enabled ?? stored?.enabled ?? true,
    launch: launch ? { ...launch, useIframe: launch.useIframe ?? false } : null,
  };
};

/** Fails as `invalid` with what is wrong at each field. */
export const accept = (
  draft: unknown,
  deployment: Deployment | undefined,
  stored: Integration | null,
): AcceptedDraft => {
  const result = parseIntegrationDraft(draft, { deployment, stored });
  if (!result.ok) throw invalid('The integration is not valid.', ...result.issues);
  return completed(result.value, stored);
};

/** Reads the part of a form that a check is about. Secrets aren't asked for: an edited integration has them stored. */
export const acceptTarget = (
  target: Exclude<EndpointCheckTarget, { integrationId: string }>,
  deployment: Deployment | undefined,
): Pick<AcceptedDraft, 'requestUrl' | 'payload'> => {
  const result = parseIntegrationDraft(
    { ...target, module: 'ereferrals', name: 'Endpoint check', events: ['check'], launch: null },
    { deployment },
  );
  if (!result.ok) throw invalid('The endpoint is not valid.', ...result.issues);
  return result.value;
};

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
  if ('id' in given) store.seed(withoutSecrets(result.value as Integration));
  else store.create(completed(result.value, null));
};

const listed = (issues: readonly Issue[]): string =>
  issues.map(({ pointer, code }) => `${pointer || 'the whole'} (${code})`).join(', ');

/** A text that is equal for equal data, whatever the order of its keys. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  );
