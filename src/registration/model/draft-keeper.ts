/** Keeps a draft in the session's storage, without secrets, and reads it back with suspicion. Storage may be denied or full. */
import { plainJson } from '../../integration/plain-json.js';
import { CHOICES, EMPTY_VALUES, SECRET_FIELDS } from './form-values.js';
import type { FormValues } from './form-values.js';

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

const withoutSecrets = (values: FormValues): FormValues => ({
  ...values,
  ...Object.fromEntries(SECRET_FIELDS.map((name) => [name, ''])),
});

export const keepDraft = (key: string, values: FormValues): void => {
  const content = plainJson({ at: Date.now(), values: withoutSecrets(values) });
  if (content.length <= LIMIT) attempt(() => storage()?.setItem(PREFIX + key, content));
};

export const dropDraft = (key: string): void => {
  attempt(() => storage()?.removeItem(PREFIX + key));
};

/** The draft that was kept, or undefined; one that is not whole is removed. */
export const readDraft = (key: string): { at: Date; values: FormValues } | undefined => {
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
}

const restore = (content: KeptDraft) => {
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
  return { at, values: withoutSecrets(values as unknown as FormValues) };
};

const restoreEvents = (kept: unknown): FormValues['/events'] => {
  const codes = (module: keyof FormValues['/events']): string[] =>
    ((kept as FormValues['/events'])[module] as unknown[]).map(String);
  return { 'patient-engagement': codes('patient-engagement'), ereferrals: codes('ereferrals') };
};
