/**
 * Which names this machine answers to. A page elsewhere can have its own name resolve to this machine (DNS rebinding), and then reads
 * what it is answered: only the `Host` that its browser sends tells it apart.
 */

/** The names of this machine to itself; `localhost` with whatever stands before it. */
const LOOPBACK_NAMES: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/** A host with or without a port, and nothing else. */
const HOST = /^(\[[\da-f:.]+\]|[\w.-]+)(?::\d{1,5})?$/i;

const nameOf = (host: string): string | undefined =>
  HOST.exec(host)?.[1]?.toLowerCase().replace(/\.$/, '');

/**
 * @param host as the header has it
 * @param allowed names beside the loopback ones, without a port
 */
export const isAllowedHost = (host: string | undefined, allowed: readonly string[]): boolean => {
  const name = nameOf(host ?? '');
  if (name === undefined) return false;
  return (
    LOOPBACK_NAMES.includes(name) ||
    name.endsWith('.localhost') ||
    allowed.some((one) => nameOf(one) === name)
  );
};
