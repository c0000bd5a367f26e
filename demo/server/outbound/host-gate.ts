/**
 * How hard one host may be pressed, however many integrations name it: so many connections at once, so many new ones a second.
 * A host is an address: many names of one address are one host. In memory: each server has its own.
 */

export interface HostLimits {
  /** Connections at once to one address. */
  readonly connections: number;
  /** New connections a second to one address. */
  readonly perSecond: number;
}

interface Host {
  open: number;
  /** Milliseconds: when the next connection may begin. */
  next: number;
  readonly waiting: (() => void)[];
}

export const STANDARD_HOST_LIMITS: HostLimits = { connections: 8, perSecond: 50 };

/** Addresses remembered at most, of those that nothing is open to. */
const MOST_HOSTS = 1_000;

export class HostGate {
  private readonly hosts = new Map<string, Host>();

  constructor(
    private readonly limits: HostLimits = STANDARD_HOST_LIMITS,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /**
   * Resolves when a connection to the address may begin; call what it gives when it has ended. Fails with the signal's reason where
   * that is aborted before.
   */
  async enter(address: string, signal: AbortSignal): Promise<() => void> {
    signal.throwIfAborted();
    const host = this.hostOf(address);
    while (host.open >= this.limits.connections)
      await until((resolve) => {
        host.waiting.push(resolve);
        return () => void host.waiting.splice(host.waiting.indexOf(resolve), 1);
      }, signal);
    host.open += 1;
    const leave = (): void => {
      host.open -= 1;
      host.waiting.shift()?.();
    };
    try {
      const start = Math.max(this.now(), host.next);
      host.next = start + 1_000 / this.limits.perSecond;
      const pause = start - this.now();
      if (pause > 0)
        await until((resolve) => {
          const timer = setTimeout(resolve, pause);
          return () => clearTimeout(timer);
        }, signal);
      return leave;
    } catch (error) {
      leave();
      throw error;
    }
  }

  private hostOf(address: string): Host {
    const known = this.hosts.get(address);
    if (known) return known;
    for (const [other, host] of this.hosts) {
      if (this.hosts.size < MOST_HOSTS) break;
      if (host.open === 0 && host.waiting.length === 0 && host.next <= this.now())
        this.hosts.delete(other);
    }
    const host: Host = { open: 0, next: 0, waiting: [] };
    this.hosts.set(address, host);
    return host;
  }
}

/** Waits for what `begin` starts, unless the signal aborts before; then what `begin` gave ends it. */
const until = (begin: (resolve: () => void) => () => void, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const end = begin(() => {
      signal.removeEventListener('abort', onAbort);
      resolve();
    });
    const onAbort = (): void => {
      end();
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', onAbort, { once: true });
  });
