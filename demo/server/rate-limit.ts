/**
 * How much one client may ask: a token bucket for each address, kept in the database, so that several servers on one database limit
 * together. A server takes a few tokens at a time and spends them itself: most requests write nothing.
 */
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { Problem } from './problems.js';

export interface RateLimit {
  /** Requests per second in the long run. */
  readonly perSecond: number;
  /** Requests at once after a rest. */
  readonly burst: number;
}

export interface Bucket {
  readonly tokens: number;
  /** Milliseconds. */
  readonly at: number;
}

export interface Taken {
  readonly granted: number;
  /** Milliseconds until there is one token, where none was granted. */
  readonly wait: number;
  readonly bucket: Bucket;
}

/** What a bucket gives of the tokens that are asked for: a new client's is full. */
export const takeTokens = (
  before: Bucket | undefined,
  wanted: number,
  now: number,
  { perSecond, burst }: RateLimit,
): Taken => {
  const elapsed = before ? Math.max(0, now - before.at) : 0;
  const tokens = before ? Math.min(burst, before.tokens + (elapsed / 1_000) * perSecond) : burst;
  const granted = Math.min(wanted, Math.floor(tokens));
  const wait = perSecond > 0 ? ((1 - tokens) / perSecond) * 1_000 : 60_000;
  return { granted, wait: granted > 0 ? 0 : wait, bucket: { tokens: tokens - granted, at: now } };
};

/** Where the buckets are. Takes tokens of one at a time, whoever else asks. */
export interface Buckets {
  take(client: string, wanted: number): Promise<Pick<Taken, 'granted' | 'wait'>>;
}

/** What this server knows of a client between two looks at its bucket. */
interface Known {
  /** Taken, and not spent yet. */
  tokens: number;
  /** Milliseconds: nothing is asked of the bucket before. */
  refusedUntil: number;
  looking?: Promise<void>;
}

/** Clients remembered at most: one who asks from ever new addresses must not fill the memory. */
const MOST_CLIENTS = 10_000;

/** A client of many tokens takes this part of a burst at once. */
const PART_OF_BURST = 1 / 100;

export class RateLimiter {
  private readonly known = new Map<string, Known>();
  private readonly batch: number;

  constructor(
    limit: RateLimit,
    private readonly buckets: Buckets,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.batch = Math.max(1, Math.floor(limit.burst * PART_OF_BURST));
  }

  /** Takes one token of the client, or fails with a problem 429 with the seconds to wait. */
  async take(client: string): Promise<void> {
    const known = this.knownOf(client);
    for (;;) {
      if (known.tokens >= 1) {
        known.tokens -= 1;
        return;
      }
      const wait = known.refusedUntil - this.now();
      if (wait > 0) throw tooMany(wait);
      known.looking ??= this.look(client, known).finally(() => (known.looking = undefined));
      await known.looking;
    }
  }

  private async look(client: string, known: Known): Promise<void> {
    const { granted, wait } = await this.buckets.take(client, this.batch);
    known.tokens += granted;
    if (granted === 0) known.refusedUntil = this.now() + Math.max(1, wait);
  }

  /** Put in anew, so that the first in the map is the one that rested longest. */
  private knownOf(client: string): Known {
    const known = this.known.get(client) ?? { tokens: 0, refusedUntil: 0 };
    this.known.delete(client);
    this.known.set(client, known);
    const [oldest] = this.known.keys();
    if (this.known.size > MOST_CLIENTS && oldest !== undefined) this.known.delete(oldest);
    return known;
  }
}

const tooMany = (milliseconds: number): Problem =>
  new Problem(429, 'Too many requests. Wait before asking again.', {
    headers: { 'retry-after': String(Math.max(1, Math.ceil(milliseconds / 1_000))) },
  });

/** Words of 16 bits of an IPv6 address that a network gives to one client, who has all addresses behind them. */
const CLIENT_WORDS = 4;

/**
 * The client by its address: an IPv4 address, also where it is written as IPv6, or the network of an IPv6 address. Nothing of what the
 * request says of itself.
 */
export const clientOf = (address: string): string => {
  if (!isIP(address)) return 'unknown';
  const parsed = ipaddr.process(address.replace(/%.*$/, ''));
  return parsed instanceof ipaddr.IPv6
    ? `${parsed.parts
        .slice(0, CLIENT_WORDS)
        .map((word) => word.toString(16))
        .join(':')}::/64`
    : parsed.toString();
};
