/** What a backend makes of a draft before it stores it: read by the schema, and what was left out filled in. Pure. */
import { parseIntegrationDraft } from './parse.js';
import type { ParseResult } from './parse.js';
import type { Deployment } from './rules.js';
import type { Authentication, Integration, IntegrationDraft, Payload } from './schema.js';

/** A draft as the schema gave it, with what it left out filled in. */
export type AcceptedDraft = IntegrationDraft & Pick<Integration, 'enabled' | 'launch'>;

/** The part of a form that an endpoint check is about. */
export interface AcceptedTarget {
  readonly requestUrl: string;
  readonly payload: Payload;
  readonly authentication: Authentication;
}

/** An update that does not say so neither enables nor disables. */
export const completeDraft = (
  draft: IntegrationDraft,
  stored: Pick<Integration, 'enabled'> | null,
): AcceptedDraft => {
  const { enabled, launch } = draft;
  return {
    ...draft,
    enabled: enabled ?? stored?.enabled ?? true,
    launch: launch ? { ...launch, useIframe: launch.useIframe ?? false } : null,
  };
};

/**
 * Reads what is to be registered (`stored` is null) or to take the place of what is stored, with all that is wrong with it.
 */
export const acceptDraft = (
  value: unknown,
  deployment: Deployment | undefined,
  stored: Integration | null,
): ParseResult<AcceptedDraft> => {
  const result = parseIntegrationDraft(value, { deployment, stored });
  return result.ok ? { ok: true, value: completeDraft(result.value, stored) } : result;
};

/**
 * Reads what an endpoint check of a form is about, by the rules of a draft whose other fields do not matter. Secrets are not
 * asked for: a form leaves out those that are stored, and the check then goes without them.
 */
export const acceptTarget = (
  value: unknown,
  deployment: Deployment | undefined,
): ParseResult<AcceptedTarget> =>
  parseIntegrationDraft(
    {
      ...(value as object),
      ...{ module: 'ereferrals', name: 'Endpoint check', events: ['check'], launch: null },
    },
    { deployment },
  );
