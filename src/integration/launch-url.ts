/** Builds the URL that a launch opens, from a base launch URL and the parameters of one referral. */

/** What is added: a base launch URL with one of its own would come first, and win. */
const LAUNCH_PARAMETERS = ['referralref', 'sitenum', 'launch'];

/** Whether a base launch URL's query has a parameter that a launch adds; without case, as many servers read them. */
export const hasLaunchParameter = (href: string): boolean => {
  const [, query = ''] = /^[^?#]*\?([^#]*)/.exec(href) ?? [];
  return [...new URLSearchParams(query.replaceAll(';', '&')).keys()].some((name) =>
    LAUNCH_PARAMETERS.includes(
      name
        .trim()
        .toLowerCase()
        .replace(/\[\d*\]$/, ''),
    ),
  );
};

/**
 * Adds parameters to a base launch URL, before its fragment, form-urlencoded as `URLSearchParams` does. The bytes that
 * are there stay (R12): duplicates, order, `?flag` without a value, encoding, and a parameter of the same name, which then
 * stands there twice, the added one last. A final `&`, or a `?` with nothing after it, is used rather than doubled.
 *
 * Opaque parameters only: nothing about a patient may travel in a URL. The widgets pass `referralRef`, `siteNum` and
 * `launch`.
 *
 * @param baseLaunchUrl A URL that `parseBaseLaunchUrl` has accepted. It is not checked again: of anything else comes what
 *   adding to a text gives, without an error.
 * @param parameters Names and values; a value that is undefined or null is left out.
 * @returns The URL to launch; the base launch URL itself where there is nothing to add.
 */
export const buildLaunchUrl = (
  baseLaunchUrl: string,
  parameters:
    | Readonly<Record<string, string | null | undefined>>
    | Iterable<readonly [string, string | null | undefined]>,
): string => {
  const pairs = Symbol.iterator in parameters ? parameters : Object.entries(parameters);
  const search = new URLSearchParams();
  for (const [name, value] of pairs) if (value != null) search.append(name, value);
  const added = search.toString();
  if (!added) return baseLaunchUrl;

  const [, before = '', query, fragment = ''] =
    /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(baseLaunchUrl) ?? [];
  // An origin alone gets the slash that the URL standard writes after it.
  const start = query ?? (/^\w+:\/\/[^/]+$/.test(before) ? '/?' : '?');
  return before + start + (/^\/?\?$|&$/.test(start) ? '' : '&') + added + fragment;
};
