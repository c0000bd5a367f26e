/** Recognises what looks like a secret, by its name or its value: in members of data and in parameters of an address. Pure. */

/** Words of a name, in lower case, without accents: `signingSecret`, `X-Api-Key` and `mot_de_passe` are cut alike. */
const wordsOf = (name: string): string[] =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/([a-z\d])(?=[A-Z])/g, '$1 ')
    .replace(/([A-Z])(?=[A-Z][a-z])/g, '$1 ')
    .toLowerCase()
    .replace(/([a-z])(?=\d)/g, '$1 ')
    .split(/[^a-z\d]+/)
    .filter(Boolean);

/** A word that means a secret, wherever it stands in a name. */
const SECRET =
  /^(?:(?:client|shared|signing|webhook|hook|app|my|user|db|admin|hash|consumer|hmac)?(?:passwords?|passwds?|passphrases?|passcodes?|pwds?|secrets?|pw)|(?:access|refresh|id|auth|bearer|session|csrf|xsrf|api|security|user|app)?tokens?|credentials?|creds?|(?:api|private|secret|access|auth|account|subscription|encryption|signing|master|shared|host|function|hmac|app|license)keys?|authorization|auth|bearer|jwts?|jws|jwes?|hmac|sig|signatures?|sas|cookies?|sessionids?|jsessionid|phpsessid|otp|totp|pin|pem|pfx|whsec|jetons?|motdepasse|mdp|connstr|connectionstrings?)$/;

/** Words that mean one only together. */
const SECRET_WORDS =
  /(?:^| )(?:pass(?: (?:word|phrase|code|wd)s?)?|mots? de passe|(?:api|secret|private) cle|cles? (?:d )?(?:api|privee|secrete|acces)|session id|connection string|code secret)(?= |$)/;

/** A name that speaks of a secret, and holds none: `tokenUrl`, `keyId`, `passwordPolicy`. */
const ABOUT =
  /^(?:urls?|uri|endpoints?|types?|ids?|expiry|expires|expiration|lifetime|ttl|seconds|minutes|days|at|in|age|on|date|policy|policies|rotation|rotated|required|optional|length|count|limit|max|min|method|algorithm|alg|format|hint|header|headers|location|name|names|label|prefix|version|scheme|issuer|audience|enabled|status|supported|verification|provider)$/;

/** What a key is that opens nothing. */
const HARMLESS_KEY =
  /^(?:public|primary|foreign|sort|partition|idempotency|cache|translation|message|group|row|unique|lookup|natural|registry|map|draft|issue|project)$/;

const isKey = (words: readonly string[]): boolean => {
  const at = words.findLastIndex((word) => /^(?:keys?|cles?)$/.test(word));
  if (at < 0 || HARMLESS_KEY.test(words[at - 1] ?? '')) return false;
  const rest = words.slice(at + 1);
  return rest.every((word) =>
    /^(?:\d+|value|text|data|material|bytes|base64|hex|hash|b)$/.test(word),
  );
};

/** Longer names are no names: they would only cost time. */
const MAX_NAME = 200;

/** Whether a member of such a name holds a secret. */
export const isSecretName = (name: string): boolean => {
  if (name.length > MAX_NAME) return true;
  const words = wordsOf(name);
  const last = words.at(-1);
  if (last === undefined) return false;
  const all = words.join(' ');
  if (/(?:^| )session ids?$/.test(all)) return true;
  if (words.length > 1 && ABOUT.test(last)) return false;
  return words.some((word) => SECRET.test(word)) || SECRET_WORDS.test(all) || isKey(words);
};

/** Secrets that are known by how they begin, or by their form. */
const KNOWN_VALUE =
  /(?:^|[\s"'=:,])(?:whsec_|[srp]k_(?:live|test)_|gh[pousr]_\w|github_pat_|glpat-|xox[a-z]-|AKIA[A-Z\d]{12}|eyJ[\w-]{5,}\.[\w-]{5,})|-----BEGIN [A-Z ]{0,20}PRIVATE KEY/;

/** The value of an `Authorization` header; "Basic imaging" is none. */
const CREDENTIALS = /^\s*(?:bearer|basic)\s+(?=\S*[\d=])[\w.~+/=-]{6,}\s*$/i;

/** Whether a text is a secret by itself, whatever it is called. */
export const isSecretValue = (value: string): boolean =>
  KNOWN_VALUE.test(value) || CREDENTIALS.test(value);
