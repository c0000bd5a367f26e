/** Reading the server's answers: by schema, forgiving where nothing is lost by it. `undefined`: not what was asked for. */
import * as z from 'zod/mini';
import { AUTHENTICATION_RULES } from '../../integration/rules.js';
import {
  endpointSchema,
  eventTypeSchema,
  integrationSchema,
  launchSettingsSchema,
  referralFormSchema,
} from '../../integration/schema.js';
import { otherwise } from '../../integration/schema-parts.js';
import type { Integration } from '../../integration/schema.js';
import type { Page } from '../backend.js';
import { isObject } from './problem.js';

export type Read<T> = (raw: unknown) => T | undefined;

const reader =
  <S extends z.ZodMiniType>(schema: S): Read<z.output<S>> =>
  (raw) =>
    z.safeParse(schema, raw).data;

const text = z.string();
const id = z.string().check(z.minLength(1));

export const readEndpoint = reader(endpointSchema);
export const readEventType = reader(eventTypeSchema);
export const readReferralForm = reader(referralFormSchema);

export const logoSchema = z.object({ logoUrl: id });
export const readLogo = reader(logoSchema);

export const launchSchema = z.object({ url: id, expiresAt: z.optional(text) });
export const readLaunch = reader(launchSchema);

export const publicLaunchSettingsSchema = z.looseObject({
  integrationId: id,
  enabled: z.boolean(),
  settings: launchSettingsSchema,
  listings: z.optional(referralFormSchema.shape.listings),
});
export const readLaunchSettings = reader(publicLaunchSettingsSchema);

export const attemptSchema = z.looseObject({
  at: text,
  httpStatus: z.nullish(z.number()),
  reason: z.nullish(text),
  duration: z.optional(z.number()),
  answer: z.nullish(text),
});

export const deliverySchema = z.looseObject({
  id,
  integrationId: text,
  eventType: text,
  status: z.enum(['pending', 'delivered', 'failed']),
  test: z.optional(z.boolean()),
  createdAt: text,
  attempts: otherwise(z.array(attemptSchema), []),
});
export const readDelivery = reader(deliverySchema);

/** What stands in for what an older or broken server leaves out, so that an integration can be listed and repaired. */
const BLANKS: Readonly<Record<string, unknown>> = {
  version: '',
  module: 'ereferrals',
  name: '',
  requestUrl: '',
  payload: { format: 'ocean-json' },
  authentication: { type: 'none' },
  events: [],
  endpoint: { status: 'unchecked' },
  launch: null,
};

/** Secrets are write-only. One that a server sends after all, or its mask, must not be saved back over the stored one. */
const withoutSecrets = (authentication: unknown): unknown => {
  if (!isObject(authentication)) return authentication;
  const kept = { ...authentication };
  for (const { name, stored } of Object.values(AUTHENTICATION_RULES).flat()) {
    if (stored && name in kept) {
      kept[stored] ??= Boolean(kept[name]);
      delete kept[name];
    }
  }
  return kept;
};

const prepared = (raw: Record<string, unknown>, version = ''): Record<string, unknown> => {
  const integration = { ...raw };
  for (const [name, blank] of Object.entries(BLANKS)) integration[name] ??= blank;
  for (const name of ['id', 'version'])
    if (typeof raw[name] === 'number') integration[name] = String(raw[name]);
  integration['version'] ||= version;
  integration['enabled'] = raw['enabled'] === true || raw['enabled'] === 'true';
  integration['authentication'] = withoutSecrets(integration['authentication']);
  return integration;
};

/**
 * One integration, what is missing filled with blanks. A value that is there but not understood is refused: saved back,
 * its blank would be written over it.
 * @param version what the ETag says, for a server whose body says none
 */
export const readIntegration = (raw: unknown, version?: string): Integration | undefined =>
  isObject(raw) ? z.safeParse(integrationSchema, prepared(raw, version)).data : undefined;

/**
 * An integration of a list, which is only shown: what is not understood is blank as well, and does not hide the rest. Such a
 * one has no version, so that its blanks can't be saved back.
 */
export const readListed: Read<Integration> = (raw) => {
  if (!isObject(raw)) return undefined;
  const integration = prepared(raw);
  const { data, error } = z.safeParse(integrationSchema, integration);
  for (const { path } of error?.issues ?? []) {
    const name = String(path[0]);
    if (name in BLANKS) Object.assign(integration, { [name]: BLANKS[name], version: '' });
  }
  return data ?? z.safeParse(integrationSchema, integration).data;
};

/** The items that can be read. A list of which none can be read is none: it must not look empty. */
const readItems = <T>(raw: unknown, read: Read<T>): T[] | undefined => {
  if (!Array.isArray(raw)) return undefined;
  const items = raw.map(read).filter((item) => item !== undefined);
  return items.length > 0 || raw.length === 0 ? items : undefined;
};

/** `{items, nextCursor?, total?}`. A next page that is this page again is no next page. */
export const readPage =
  <T>(read: Read<T>, cursor?: string): Read<Page<T>> =>
  (raw) => {
    if (!isObject(raw)) return undefined;
    const items = readItems(raw['items'], read);
    const { nextCursor, total } = raw;
    return (
      items && {
        items,
        nextCursor:
          typeof nextCursor === 'string' && nextCursor !== '' && nextCursor !== cursor
            ? nextCursor
            : null,
        ...(typeof total === 'number' && { total }),
      }
    );
  };

/** `{items}` or the bare list. */
export const readList =
  <T>(read: Read<T>): Read<T[]> =>
  (raw) =>
    readItems(isObject(raw) ? raw['items'] : raw, read);
