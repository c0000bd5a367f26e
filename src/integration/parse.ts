/** Parsing at the border: unknown values in, typed values or a list of what is wrong with them out. */
import * as z from 'zod/mini';
import { isDeeperThan } from './json-bounds.js';
import { LIMITS } from './rules.js';
import type { Deployment } from './rules.js';
import { draftSchemas } from './draft-schema.js';
import type { IntegrationDraft } from './draft-schema.js';
import { integrationSchema } from './schema.js';
import type { Integration } from './schema.js';
import { secretsToEnter } from './secret-origins.js';
import type { SecretHolder } from './secret-origins.js';

/** One thing that is wrong, and where. */
export interface Issue {
  /** JSON pointer (RFC 6901) into the value, such as `/launch/baseLaunchUrl`; empty for the whole. */
  readonly pointer: string;
  /** Why: `required`, `too-long`, `invalid`, or one of the more specific codes (`url-…`, `name-…`, `message-…`, `…-not-for-module`). */
  readonly code: string;
  /** For `too-long`: the limit, in characters or items. */
  readonly maximum?: number;
}

export type ParseResult<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly issues: Issue[] };

/** A JSON pointer (RFC 6901) of a path. */
export const toPointer = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

const toIssue = (issue: z.core.$ZodIssue, input: unknown): Issue => {
  const pointer = toPointer(issue.path);
  switch (issue.code) {
    case 'custom':
      return { pointer, code: String(issue.params?.['code'] ?? 'invalid') };
    case 'too_big':
      return { pointer, code: 'too-long', maximum: Number(issue.maximum) };
    case 'too_small':
      return { pointer, code: 'required' };
    default:
      return { pointer, code: valueAt(input, issue.path) === undefined ? 'required' : 'invalid' };
  }
};

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (inner, key) =>
      inner === null || typeof inner !== 'object' ? undefined : Reflect.get(inner, key),
    value,
  );

/** Whether an issue lies inside a member of a union, rather than being that another member was meant. */
const isInside = ({ code, path }: z.core.$ZodIssue): boolean =>
  path.length > 0 && !(code === 'invalid_value' && path.length === 1 && TAGS.includes(path[0]));

/** Properties that identify which shape of a union is meant. */
const TAGS: readonly unknown[] = ['format', 'type'];

/** Of a union (a text, the payload, the authentication), only the issues of the shape that was meant are reported. */
const flatten = (issues: readonly z.core.$ZodIssue[], input: unknown): z.core.$ZodIssue[] =>
  issues.flatMap((issue) => {
    if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
    const meant = issue.errors.find((errors) => errors.every(isInside)) ?? issue.errors[0];
    return flatten(
      (meant ?? []).map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })),
      input,
    );
  });

const run = <S extends z.ZodMiniType>(schema: S, value: unknown): ParseResult<z.output<S>> => {
  const result = z.safeParse(schema, value);
  return result.success
    ? { ok: true, value: result.data }
    : {
        ok: false,
        issues: flatten(result.error.issues, value).map((issue) => toIssue(issue, value)),
      };
};

/** Reads any of the model's schemas. */
export const parseWith = run;

/**
 * Reads an integration as a server answers it. Lenient: unknown fields and event codes are kept.
 */
export const parseIntegration = (value: unknown): ParseResult<Integration> =>
  run(integrationSchema, value);

export interface DraftOptions {
  /** Which hosts the URLs may name. @default 'public' */
  deployment?: Deployment;
  /**
   * What is stored already: an integration when updating, null when registering. Where it is given, a secret that is
   * neither in the draft nor stored is an issue (`required`), and so is one that is stored for another origin of the request
   * URL or the token URL (the request URL is compared where `stored` has it). Left out, secrets are not asked for.
   */
  stored?: (Pick<Integration, 'authentication'> & Partial<Pick<Integration, 'requestUrl'>>) | null;
}

/**
 * Reads what is to be registered or saved: strict, all issues at once. URLs in the result are as they will be stored,
 * texts are trimmed, unknown fields are kept up to a limit of their own (`LIMITS.unknownMembers`, `too-long`).
 */
export const parseIntegrationDraft = (
  value: unknown,
  { deployment = 'public', stored }: DraftOptions = {},
): ParseResult<IntegrationDraft> => {
  // Whatever goes through the draft afterwards may do so by recursion.
  if (isDeeperThan(value, LIMITS.depth))
    return { ok: false, issues: [{ pointer: '', code: 'invalid' }] };
  const result = run(draftSchemas(deployment).integration, value);
  if (stored === undefined) return result;
  const missing = missingSecrets(result.ok ? result.value : value, stored);
  if (missing.length === 0) return result;
  return { ok: false, issues: [...(result.ok ? [] : result.issues), ...missing] };
};

const missingSecrets = (value: unknown, stored: SecretHolder | null): Issue[] =>
  typeof value === 'object' && value !== null
    ? secretsToEnter(value, stored).map(({ pointer }) => ({ pointer, code: 'required' }))
    : [];

/** Reads launch settings as a host gives them to a launch widget. The base launch URL follows the deployment's rules. */
export const parseLaunchSettings = (
  value: unknown,
  { deployment = 'public' }: { deployment?: Deployment } = {},
) => run(draftSchemas(deployment).launch, value);
