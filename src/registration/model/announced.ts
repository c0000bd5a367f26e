/** What an event shows of what is in the form: nothing that is a secret, as the whole page may hear it. */

const load = () => import('../../integration/without-secrets.js');

/** Loaded once; a failed load is not kept. */
let loading: ReturnType<typeof load> | undefined;

/** A copy without secrets. Where the part that finds them can't be loaded, without whatever may be one in an address. */
export const announced = async <T>(value: T): Promise<T> => {
  try {
    return (await (loading ??= load())).withoutSecrets(value).value;
  } catch {
    loading = undefined;
    return JSON.parse(JSON.stringify(value).replace(/[?#;](?:[^"\\]|\\.)*/g, '')) as T;
  }
};
