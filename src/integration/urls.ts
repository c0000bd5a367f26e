/**
 * The rules for the two URLs of an integration: where Ocean sends updates to, and what a referral launches.
 *
 * Rules R0 to R16 of the URL corpus (`test/corpora/urls.json`). `URL` reads a URL as the WHATWG URL standard says; the
 * text itself is looked at only for what `URL` repairs without telling, since what is shown must be what is called.
 */
import { hasLaunchParameter } from './launch-url.js';
import type { Deployment } from './rules.js';
import { hasBadLabel, hostReach, isAddress, isBadPort } from './url-host.js';
import { hasPatientParameter } from './url-patient-parameters.js';
import { parseUrl } from './url-standard.js';

/** Why a URL is refused: one code for each thing that a user can do about it. */
export type UrlProblem =
  /** Nothing there, or white space only (R0). */
  | 'url-empty'
  /** Over 8,192 characters, as typed or as it would be stored (R13). */
  | 'url-too-long'
  /** A space, tab or line break inside (R2). */
  | 'url-space'
  /** A control, invisible or direction-changing character inside (R2). */
  | 'url-invisible'
  /** A backslash, or another number of slashes than two after the scheme (R10). May bring a suggestion. */
  | 'url-slashes'
  /** No scheme, or a relative reference (R4). A suggestion where `https://` would make it acceptable. */
  | 'url-scheme-missing'
  /** A scheme other than https and http (R3). */
  | 'url-scheme'
  /** http in a public deployment (R3). A suggestion with https, where that would be acceptable. */
  | 'url-not-https'
  /** A user name or password, or a lone `@`, before the host (R5). */
  | 'url-user-info'
  /** An unfilled placeholder such as `{{tenant}}`, `${id}`, `<host>` (R14). */
  | 'url-placeholder'
  /** Percent-encoding in the host (R15). */
  | 'url-host-encoded'
  /** An empty label, a label over 63 characters, or a name over 253 (R9). */
  | 'url-host-label'
  /** An IPv4 address that isn't written as four decimal numbers (R6). */
  | 'url-host-number'
  /** A host that another deployment may name: local, private, link-local, documentation (R7). */
  | 'url-host-not-public'
  /** A host that none may name: cloud metadata, multicast, reserved, unspecified, IPv4 inside IPv6 (R7). */
  | 'url-host-forbidden'
  /** Port 0, or a port that browsers block (R8). */
  | 'url-port'
  /** A base launch URL with a name that identifies a patient, or with an identifier system of health cards. */
  | 'url-patient-identifier'
  /** A base launch URL with `referralRef`, `siteNum` or `launch` of its own, which would go before what a launch adds. */
  | 'url-launch-parameter'
  /** Anything else that the URL standard can't read, or a value that isn't a string (R6). */
  | 'url-invalid';

/** What a user should look at in a URL that is accepted. */
export interface UrlWarning {
  readonly code:
    /** The stored form differs from what was typed (R12). */
    | 'url-normalised'
    /** A request URL's fragment, which is never sent to a server, was dropped (R11). */
    | 'url-fragment-dropped'
    /** An internationalised name: `host` is its ASCII form, `unicodeHost` what was typed, if other (R12). */
    | 'url-idn'
    /** A public address instead of a name (`host`). */
    | 'url-address-literal'
    /** A host (`host`) that only this kind of deployment may name (R7). */
    | 'url-not-public'
    /** http, where the deployment allows it (R3). */
    | 'url-unencrypted'
    /** A port that browsers block, where the deployment allows it for a request URL (R8). */
    | 'url-port-unusual'
    /** What looks like an unfilled placeholder, where the deployment allows it (R14). */
    | 'url-placeholder-left'
    /** Over 2,048 characters: some systems cut it off (R13). */
    | 'url-long';
  /** The host in ASCII, as it is called. */
  readonly host?: string;
  /** The host as typed, where that wasn't ASCII. Show it only beside `host`: letters of different scripts look alike. */
  readonly unicodeHost?: string;
}

/** `url` is the form to store. `suggestion` is a URL that would be accepted, for the user to choose. */
export type UrlResult =
  | { readonly ok: true; readonly url: string; readonly warnings: UrlWarning[] }
  | { readonly ok: false; readonly code: UrlProblem; readonly suggestion?: string };

export interface UrlOptions {
  /** Decides which hosts, ports and schemes are allowed; anything unknown counts as `public`. @default 'public' */
  readonly deployment?: Deployment;
}

/** Lengths in UTF-16 code units, as `String.length` counts them (R13). */
const MAX_LENGTH = 8192;
const WARN_LENGTH = 2048;

/** White space of any kind, C0 controls and the zero-width space: dropped around a URL (R1). `\s` holds NBSP and BOM. */
const EDGE = /[\0- \s\u200b]/;

/**
 * Control, format (zero-width, bidirectional, soft hyphen, tags) and default-ignorable characters (fillers, joiners,
 * variation selectors), by their Unicode properties, and the blank Braille pattern.
 */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** Not by regular expression: `[…]+$` takes quadratic time on a long run of spaces. */
const trim = (text: string): string => {
  let start = 0;
  let end = text.length;
  while (start < end && EDGE.test(text.charAt(start))) start++;
  while (end > start && EDGE.test(text.charAt(end - 1))) end--;
  return text.slice(start, end);
};

const check = (input: unknown, launch: boolean, options?: UrlOptions): UrlResult => {
  /** Suggests the candidate, where it would be accepted. Ends, as each candidate is a step nearer to `https://`. */
  const refuse = (code: UrlProblem, candidate?: string): UrlResult => {
    const result = candidate && check(candidate, launch, options);
    return { ok: false, code, ...(result && result.ok && { suggestion: result.url }) };
  };
  const deployment = options?.deployment;
  const allowed = deployment === 'development' ? 2 : deployment === 'on-premise' ? 1 : 0;

  if (typeof input !== 'string') return refuse('url-invalid');
  const text = trim(input);
  if (!text) return refuse('url-empty');
  if (text.length > MAX_LENGTH) return refuse('url-too-long');
  if (/\s/.test(text)) return refuse('url-space');
  if (INVISIBLE.test(text)) return refuse('url-invisible');
  if (text.includes('\\')) return refuse('url-slashes');

  // What `URL` repairs without telling is read from the text: slashes, an empty user name, how the host was written.
  const [, authority] = /^https?:\/\/(?!\/)([^/?#]*)/i.exec(text) ?? [];
  if (authority === undefined) {
    const [, scheme, rest = ''] = /^(https?:)\/*(.*)/i.exec(text) ?? [];
    if (scheme) return refuse('url-slashes', `${scheme}//${rest}`);
    // `localhost:3000` reads as a scheme, but is a host and its port.
    return parseUrl(text) && !/^[^:/?#]+:\d{1,5}([/?#]|$)/.test(text)
      ? refuse('url-scheme')
      : refuse('url-scheme-missing', /^[^/?#]*\./.test(text) ? `https://${text}` : undefined);
  }
  if (authority.includes('@')) return refuse('url-user-info');
  if (/[{}<>$]|%[a-z_]\w\w+%/i.test(authority)) return refuse('url-placeholder');
  if (authority.includes('%')) return refuse('url-host-encoded');

  const url = parseUrl(text);
  if (!url) return refuse('url-invalid');
  const { hostname: host, port } = url;
  const typedHost = authority.replace(/:\d*$/, '');
  if (hasBadLabel(host)) return refuse('url-host-label');
  // An IPv6 address may be written in many ways, an IPv4 address in one.
  const address = isAddress(host);
  if (address && !host.startsWith('[') && typedHost !== host) return refuse('url-host-number');
  const reach = hostReach(host);
  if (reach > allowed) return refuse(reach === 3 ? 'url-host-forbidden' : 'url-host-not-public');
  const badPort = isBadPort(port);
  if (port === '0' || (badPort && (launch || allowed < 1))) return refuse('url-port');

  const warnings: UrlWarning[] = [];
  const warn = (code: UrlWarning['code'], names?: Omit<UrlWarning, 'code'>): void =>
    void warnings.push({ code, ...names });
  let { href } = url;
  if (href !== text) warn('url-normalised');
  // The corpus keeps the fragment of a host that is there by the deployment's leave, and so it is kept; it is not sent.
  if (!launch && !reach && /#./.test(href)) {
    [href = ''] = href.split('#');
    warn('url-fragment-dropped');
  }
  if (href.length > MAX_LENGTH) return refuse('url-too-long');
  if (/\{|%7b/i.test(href)) {
    if (allowed < 2) return refuse('url-placeholder');
    warn('url-placeholder-left');
  }
  if (launch && hasPatientParameter(href)) return refuse('url-patient-identifier');
  if (launch && hasLaunchParameter(href)) return refuse('url-launch-parameter');
  if (url.protocol === 'http:') {
    if (allowed < 1) return refuse('url-not-https', `https${href.slice(4)}`);
    warn('url-unencrypted');
  }
  if (badPort) warn('url-port-unusual');
  if (reach) warn('url-not-public', { host });
  else if (address) warn('url-address-literal', { host });
  if (/(^|\.)xn--/.test(host)) {
    warn('url-idn', { host, ...(typedHost.toLowerCase() !== host && { unicodeHost: typedHost }) });
  }
  if (href.length > WARN_LENGTH) warn('url-long');
  return { ok: true, url: href, warnings };
};

/**
 * Reads a request URL: the webhook endpoint that Ocean sends updates to, or a token URL.
 *
 * @param input What the user typed; white space around it doesn't matter. Anything but a string is refused.
 * @returns The URL as it will be stored, without its fragment, and what the user should look at; or why it is refused.
 *   Never throws. Advice only: a server checks again after resolving the name.
 */
export const parseRequestUrl = (input: string, options?: UrlOptions): UrlResult =>
  check(input, false, options);

/**
 * Reads a base launch URL, which a sender's browser opens once a referral has been sent.
 *
 * Query and fragment stay as they are, but for what the URL standard encodes (white space, quotes, `<`, `>`, letters
 * outside ASCII). Refused is one that identifies a patient by a name in its path, query or fragment, and one with a parameter
 * that a launch adds (`referralRef`, `siteNum`, `launch`).
 *
 * @param input What the user typed; white space around it doesn't matter. Anything but a string is refused.
 * @returns The URL as it will be stored, and what the user should look at; or why it is refused. Never throws.
 */
export const parseBaseLaunchUrl = (input: string, options?: UrlOptions): UrlResult =>
  check(input, true, options);
