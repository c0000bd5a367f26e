/** How much one client may ask: a token bucket for each address and site. */
import { Problem } from './problems.js';

export interface RateLimit {
  /** Requests per second in the long run. */
  readonly perSecond: number;
  /** Requests at once after a rest. */
  readonly burst: number;
}

interface Bucket {
  tokens: number;
  /** Milliseconds. */
  at: number;
}

/** Clients remembered at most: one who asks from ever new addresses must not fill the memory. */
const MOST_BUCKETS = 10_000;

export class RateLimiter {
  private readonly buckets = new Map<string, Bucket>();

  constructor(
    private readonly limit: RateLimit,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Takes one token of the client, or throws a problem 429 with the seconds to wait. */
  take(client: string): void {
    const { perSecond, burst } = this.limit;
    const now = this.now();
    const before = this.buckets.get(client);
    const tokens = before
      ? Math.min(burst, before.tokens + ((now - before.at) / 1_000) * perSecond)
      : burst;
    const taken = tokens >= 1;
    // Put in anew, so that the first in the map is the one that rested longest.
    this.buckets.delete(client);
    this.buckets.set(client, { tokens: taken ? tokens - 1 : tokens, at: now });
    this.forgetOldest();
    if (taken) return;
    const seconds = perSecond > 0 ? Math.max(1, Math.ceil((1 - tokens) / perSecond)) : 60;
    throw new Problem(429, 'Too many requests. Wait before asking again.', {
      headers: { 'retry-after': String(seconds) },
    });
  }

  private forgetOldest(): void {
    if (this.buckets.size <= MOST_BUCKETS) return;
    for (const oldest of this.buckets.keys()) {
      this.buckets.delete(oldest);
      return;
    }
  }
}
