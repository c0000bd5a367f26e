/** `URL` as the WHATWG URL standard has it: what today's browsers do otherwise is put right. */

/**
 * What Chromium 143 changes in a path: it decodes `%2e` and encodes `|`. Hidden from it behind `%-`, which stays as it is
 * everywhere, and so is itself hidden; a segment that is a dot, or two, is for `URL` to resolve.
 */
const hide = (text: string): string =>
  text.replace(
    /(\/(?:\.|%2e){1,2}(?![^/?#]))|%2e|%-|\|/gi,
    (all, dots?: string) => dots ?? `%-${all === '|' ? all.length : all.slice(1)}`,
  );

const reveal = (text: string): string =>
  text.replace(/%-(1|-|2e)/gi, (_, rest: string) => (rest === '1' ? '|' : `%${rest}`));

/** What is asked of a URL. */
export type ParsedUrl = Readonly<Pick<URL, 'href' | 'protocol' | 'hostname' | 'port'>>;

/** Firefox reads no `*` and no `"` in a host. Letters that the text does not have stand for them there, and are put back. */
const read = (text: string): ParsedUrl => {
  try {
    return new URL(text);
  } catch (error) {
    const [, scheme, host, rest] = /^(\w+:\/\/)([^/?#]*)(.*)$/s.exec(text) ?? [];
    // Letters in an internationalised name would become others.
    if (!host || !/["*]/.test(host) || /xn--|[^!-~]/i.test(host)) throw error;
    let letters = 'zq';
    while (text.toLowerCase().includes(letters)) letters += 'q';
    const away = host.replaceAll('*', `${letters}s`).replaceAll('"', `${letters}d`);
    const back = (part: string): string =>
      part.replaceAll(`${letters}s`, '*').replaceAll(`${letters}d`, '"');
    const { href, protocol, hostname, port } = new URL(`${scheme}${away}${rest}`);
    return { href: back(href), protocol, hostname: back(hostname), port };
  }
};

/** Reads an absolute URL whose host, as written, has no percent-encoding. Undefined for what the standard can't read. */
export const parseUrl = (text: string): ParsedUrl | undefined => {
  try {
    const { href, protocol, hostname: given, port } = read(hide(text));
    // Chromium decodes an `xn--` label only beside one that isn't ASCII, and so lets bad ones pass elsewhere.
    if (given.includes('xn--')) new URL(`https://\u00e9.${given}`);
    // Chromium encodes `*` in a host.
    const hostname = decodeURIComponent(given);
    return { href: reveal(href.replace(given, () => hostname)), protocol, hostname, port };
  } catch {
    return undefined;
  }
};
