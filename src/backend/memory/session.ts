/** Keeps the in-memory backend's data in the session's storage. Whatever the storage does, the backend goes on without it. */
import * as z from 'zod/mini';
import { parseIntegration } from '../../integration/parse.js';
import { withoutSecrets } from '../../integration/seal-authentication.js';
import { plainJson } from '../../integration/plain-json.js';
import type { Integration } from '../../integration/schema.js';
import type { Delivery } from '../backend.js';

/** An item and its place in the list: the newest has the lowest. */
export interface Entry<T> {
  readonly place: number;
  value: T;
}

/** All that is kept. It holds no secret: the backend keeps none. */
export interface MemoryState {
  /** Of the last thing that was made or changed; numbers ids, versions and places. */
  serial: number;
  /** Newest first. */
  integrations: Entry<Integration>[];
  /** Newest first. */
  deliveries: Entry<Delivery>[];
}

/** Far from where adding one to a number changes nothing. */
const MOST = 1e12;
const place = z.int().check(z.minimum(-MOST), z.maximum(MOST));

const stateSchema = z.object({
  serial: z.int().check(z.minimum(0), z.maximum(MOST)),
  integrations: z.array(z.object({ place, value: z.unknown() })),
  deliveries: z.array(z.object({ place, value: z.unknown() })),
});

const text = z.string();

const deliverySchema = z.looseObject({
  id: text,
  integrationId: text,
  eventType: text,
  status: z.enum(['pending', 'delivered', 'failed']),
  test: z.optional(z.boolean()),
  createdAt: text,
  attempts: z.array(
    z.looseObject({
      at: text,
      httpStatus: z.nullish(z.number()),
      reason: z.nullish(text),
      duration: z.optional(z.number()),
      answer: z.nullish(text),
    }),
  ),
});

/** Reads what a storage held, which anything may have written. What isn't understood is left out. */
const readState = (raw: string): MemoryState | undefined => {
  const state = z.safeParse(stateSchema, parseJson(raw)).data;
  if (!state) return undefined;
  const integrations = state.integrations.flatMap((entry) => {
    const result = parseIntegration(entry.value);
    return result.ok ? [{ place: entry.place, value: withoutSecrets(result.value) }] : [];
  });
  const deliveries = state.deliveries.flatMap((entry) => {
    const delivery = z.safeParse(deliverySchema, entry.value).data;
    return delivery ? [{ place: entry.place, value: delivery }] : [];
  });
  const lowest = Math.min(0, ...[...integrations, ...deliveries].map((entry) => entry.place));
  return {
    serial: Math.max(state.serial, -lowest),
    integrations: integrations.sort(byPlace),
    deliveries: deliveries.sort(byPlace),
  };
};

const byPlace = (one: { place: number }, other: { place: number }): number =>
  one.place - other.place;

const parseJson = (raw: string): unknown => {
  try {
    return JSON.parse(raw);
  } catch {
    return undefined;
  }
};

/** One key of the session's storage. Backends of the same key share what is there. */
export class SessionKeeper {
  private seen?: string;

  constructor(private readonly key: string) {}

  /** What another backend of the same key, or an earlier page, has left since the last look; undefined where nothing new. */
  news(): MemoryState | undefined {
    try {
      const raw = globalThis.sessionStorage.getItem(this.key);
      if (raw === null || raw === this.seen) return undefined;
      this.seen = raw;
      return readState(raw);
    } catch {
      // There is no storage, or the page may not use it.
      return undefined;
    }
  }

  keep(state: MemoryState): void {
    const raw = plainJson(state);
    try {
      globalThis.sessionStorage.setItem(this.key, raw);
      this.seen = raw;
    } catch {
      // Full or denied: the data lives as long as the backend.
    }
  }
}
