/**
 * What an address must not carry where it is kept, logged, copied or announced: a user name or password, a secret in its query,
 * and what identifies a patient. A receiver may ask for a key in the query, so the rules accept one; it is still a secret. Pure.
 */
import { personalMeaning } from './patient-names.js';
import { isSecretName, isSecretValue } from './secret-names.js';

/** Addresses within addresses, at most. */
const DEPTH = 3;

/** Names that mean a secret in a query only. */
const PARAMETER =
  /^(?:k|pass|pswd|passwd|tkn|tok|apik|akey|skey|accesskeyid|x-amz-credential|hash)$/i;

/** Long runs of letters and digits in turn, as a generator makes them: no word, no number, no UUID. */
const isToken = (text: string): boolean =>
  (text.match(/[a-z\d]{20,}/gi) ?? []).some(
    (run) => (run.match(/[a-z](?=\d)|\d(?=[a-z])/gi) ?? []).length > 1,
  );

/** The names of members, where a value is JSON. */
const MEMBERS = /["']([\w.-]{1,100})["']\s*:/g;

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
};

const isSecretPair = (name: string, value: string, depth: number): boolean => {
  if (!value) return false;
  const plain = decoded(value);
  const called = decoded(name);
  if (PARAMETER.test(called) || isSecretName(called)) return true;
  if (/^code$/i.test(called) && value.length >= 16) return true;
  if (isSecretValue(plain) || isToken(plain)) return true;
  if ([...plain.matchAll(MEMBERS)].some(([, member = '']) => isSecretName(member))) return true;
  return depth > 0 && /[/?&=#@]/.test(plain) && isSecretAddress(plain, depth - 1);
};

/** Parameters of the query, the fragment and the path (`;k=v`), each with what stands before it. */
const PARAMETERS = /([?#&;])([^?#&;=]*)=([^?#&;]*)/g;

/** A user name or a password before a host. */
const USER_INFO = /[\\/]{2}[^\\/?#\s]*@/;
/** Also as typed, where the scheme or a slash is missing or too many. */
const TYPED_USER_INFO = /^\s*(?:[a-z][a-z\d+.-]*:)?[\\/]*[^\\/?#]*@/i;

const isSecretAddress = (address: string, depth: number): boolean =>
  USER_INFO.test(address) ||
  [...address.matchAll(PARAMETERS)].some(([, , name = '', value = '']) =>
    isSecretPair(name, value, depth),
  ) ||
  // A query that is nothing but a token.
  address
    .split(/[?#]/)
    .slice(1)
    .some((query) => !query.includes('=') && (isSecretValue(query) || isToken(query)));

/** Whether an address, as typed, carries a user name, a password or another secret. */
export const hasSecret = (address: string): boolean =>
  TYPED_USER_INFO.test(address) || isSecretAddress(address, DEPTH);

/**
 * The address with `{secret}` for the value of each parameter that holds a secret or a patient's data, and without a user name
 * and password. A placeholder, as the rules refuse one that nobody has filled: the form then asks for it.
 */
export const withoutSecret = (address: string): string => {
  const named = address.replace(PARAMETERS, (whole, before: string, name: string, value: string) =>
    isSecretPair(name, value, DEPTH) || (value && personalMeaning(decoded(name)))
      ? `${before}${name}={secret}`
      : whole,
  );
  const masked = named
    .replace(/^(\s*(?:[a-z][a-z\d+.-]*:)?[\\/]+)[^\\/?#]*@/i, '$1')
    .replace(/^[^\\/?#]*@/, '');
  return hasSecret(masked.replaceAll('={secret}', '='))
    ? masked.replace(/[?#;].*$/s, '?{secret}')
    : masked;
};
