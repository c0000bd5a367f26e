/**
 * Keeps a draft in the session's storage, and reads it back with suspicion. Without secrets, and without an address that the rules
 * refuse because it is dangerous or that carries a secret or a patient's data. Storage may be denied or full.
 */
import { plainJson } from '../../integration/plain-json.js';
import { hasSecret } from '../../integration/secret-url.js';
import { hasPatientParameter } from '../../integration/url-patient-parameters.js';
import { parseBaseLaunchUrl, parseRequestUrl } from '../../integration/urls.js';
import type { UrlProblem, UrlResult } from '../../integration/urls.js';
import { CHOICES, EMPTY_VALUES, SECRET_FIELDS } from './form-values.js';
import type { FormValues, TextFieldName } from './form-values.js';

const PREFIX = 'ocean-integrations:draft:';

/** Longest draft that is kept, in characters: a poisoned or runaway one must not freeze the page. */
const LIMIT = 500_000;

const storage = (): Storage | undefined => {
  try {
    return globalThis.sessionStorage;
  } catch {
    return undefined;
  }
};

const attempt = <T>(action: () => T): T | undefined => {
  try {
    return action();
  } catch {
    return undefined;
  }
};

/** Fields that hold an address, with the rules for it. A logo is often a picture as data, which only has no secret. */
const ADDRESSES: Partial<Record<TextFieldName, (address: string) => UrlResult>> = {
  '/requestUrl': (address) => parseRequestUrl(address, { deployment: 'development' }),
  '/authentication/tokenUrl': (address) => parseRequestUrl(address, { deployment: 'development' }),
  '/launch/baseLaunchUrl': (address) => parseBaseLaunchUrl(address, { deployment: 'development' }),
  '/launch/logoUrl': (address) =>
    PICTURE.test(address) || PATH.test(address)
      ? { ok: true, url: address, warnings: [] }
      : parseRequestUrl(address, { deployment: 'development' }),
};

const ADDRESS_FIELDS = Object.keys(ADDRESSES) as readonly TextFieldName[];

const PICTURE = /^data:image\/(?:png|webp|jpeg|gif);base64,[\w+/=]*$/i;
const PATH = /^\/(?![\\/])/;

/** Refused while it is half typed or misspelt: somebody's work, and no danger. Whatever else is refused is not kept. */
const HARMLESS: readonly UrlProblem[] = [
  'url-empty',
  'url-space',
  'url-slashes',
  'url-scheme-missing',
  'url-placeholder',
  'url-host-label',
  'url-port',
  'url-invalid',
];

const mayKeep = (address: string, rules: (address: string) => UrlResult): boolean => {
  const result = rules(address);
  if (!result.ok && !HARMLESS.includes(result.code)) return false;
  return PICTURE.test(address) || !(hasSecret(address) || hasPatientParameter(address));
};

const withoutSecrets = (values: FormValues): FormValues => {
  const kept: Record<string, unknown> = { ...values };
  for (const name of SECRET_FIELDS) kept[name] = '';
  for (const name of ADDRESS_FIELDS) {
    const rules = ADDRESSES[name];
    if (rules && values[name] && !mayKeep(values[name], rules)) kept[name] = '';
  }
  return kept as unknown as FormValues;
};

/** @param initial what was loaded: an address that is not kept, and was not changed, is taken from there when it comes back */
export const keepDraft = (
  key: string,
  values: FormValues,
  initial: FormValues = EMPTY_VALUES,
): void => {
  const kept = withoutSecrets(values);
  const unchanged = ADDRESS_FIELDS.filter(
    (name) => kept[name] !== values[name] && values[name] === initial[name],
  );
  const content = plainJson({ at: Date.now(), values: kept, unchanged });
  if (content.length <= LIMIT) attempt(() => storage()?.setItem(PREFIX + key, content));
};

export const dropDraft = (key: string): void => {
  attempt(() => storage()?.removeItem(PREFIX + key));
};

export interface Draft {
  readonly at: Date;
  readonly values: FormValues;
  /** Addresses that were not kept, and that nobody had changed. */
  readonly unchanged: readonly TextFieldName[];
}

/** The draft that was kept, or undefined; one that is not whole is removed. */
export const readDraft = (key: string): Draft | undefined => {
  const content = attempt(() => storage()?.getItem(PREFIX + key));
  if (!content) return undefined;
  const draft =
    content.length <= LIMIT ? attempt(() => restore(JSON.parse(content) as KeptDraft)) : undefined;
  if (!draft) dropDraft(key);
  return draft;
};

/** What is expected in the storage; anything may be there. */
interface KeptDraft {
  at: number;
  values: Record<string, unknown>;
  unchanged?: unknown;
}

const restore = (content: KeptDraft): Draft => {
  const values: Record<string, unknown> = { ...EMPTY_VALUES };
  for (const [name, empty] of Object.entries(EMPTY_VALUES)) {
    const kept = content.values[name];
    if (name === '/events') values[name] = restoreEvents(kept);
    else if (typeof kept === typeof empty) values[name] = kept;
    else throw new TypeError(name);
  }
  for (const [name, choices] of Object.entries(CHOICES)) {
    if (!choices.includes(values[name] as string)) throw new TypeError(name);
  }
  const at = new Date(content.at);
  if (Number.isNaN(at.getTime())) throw new TypeError('at');
  const { unchanged } = content;
  return {
    at,
    values: withoutSecrets(values as unknown as FormValues),
    unchanged: ADDRESS_FIELDS.filter(
      (name) => Array.isArray(unchanged) && unchanged.includes(name),
    ),
  };
};

const restoreEvents = (kept: unknown): FormValues['/events'] => {
  const codes = (module: keyof FormValues['/events']): string[] =>
    ((kept as FormValues['/events'])[module] as unknown[]).map(String);
  return { 'patient-engagement': codes('patient-engagement'), ereferrals: codes('ereferrals') };
};
