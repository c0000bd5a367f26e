/**
 * Which addresses this server connects to: public ones, and loopback where a setting allows it. Nothing else, in any deployment.
 *
 * Two lists have to agree that an address is public: the model's (with the clouds' metadata services) and the library's.
 */
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import type { OutboundSettings } from '../ports.js';
import { parseRequestUrl } from '../../../src/integration/index.js';
import { hostReach, isAddress } from '../../../src/server-rules/index.js';

/** IPv6 of networks that anyone reaches; the rest is not given out. */
const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3');

/** Undefined for what is not an address in its usual writing, and for one that is of one network card alone. */
const read = (address: string): ipaddr.IPv4 | ipaddr.IPv6 | undefined =>
  isIP(address) && !address.includes('%') ? ipaddr.parse(address) : undefined;

/** 127.0.0.0/8 and ::1 as they are, not as IPv6 that holds IPv4. */
const isLoopback = (address: string): boolean => read(address)?.range() === 'loopback';

const isPublic = (address: string): boolean => {
  const parsed = read(address);
  if (parsed?.range() !== 'unicast') return false;
  if (parsed instanceof ipaddr.IPv4) return hostReach(parsed.toString()) === 0;
  return parsed.match(GLOBAL_IPV6) && hostReach(`[${parsed.toString()}]`) === 0;
};

/** @param address as DNS gives it, without brackets */
export const mayConnect = (address: string, allowLoopback: boolean): boolean =>
  isPublic(address) || (allowLoopback && isLoopback(address));

const isLoopbackHost = (hostname: string): boolean =>
  /^(.+\.)?localhost\.?$/.test(hostname) || isLoopback(hostname.replace(/[[\]]/g, ''));

/** Whether messages may go to an endpoint that has not met the challenge: by the settings, and to this machine where it is allowed. */
export const isVouchedFor = (
  requestUrl: string,
  { allowLoopback, allowedEndpoints = [] }: OutboundSettings,
): boolean => {
  const { origin, hostname } = new URL(requestUrl);
  return allowedEndpoints.includes(origin) || (allowLoopback && isLoopbackHost(hostname));
};

/**
 * Reads the URL of an endpoint, or of its tokens, as the model does for a public deployment: https, no user information, no
 * local name, no port that browsers block. Where loopback is allowed, a loopback host may have http and any port.
 * Undefined for what is not called.
 */
export const readTargetUrl = (text: string, allowLoopback: boolean): URL | undefined => {
  const lenient = parseRequestUrl(text, { deployment: 'development' });
  if (!lenient.ok) return undefined;
  const { hostname } = new URL(lenient.url);
  if (allowLoopback && isLoopbackHost(hostname)) return new URL(lenient.url);
  const strict = parseRequestUrl(text, { deployment: 'public' });
  if (!strict.ok) return undefined;
  // Node connects to an address that is written in the URL without asking for it.
  return isAddress(hostname) && !isPublic(hostname.replace(/[[\]]/g, ''))
    ? undefined
    : new URL(strict.url);
};
