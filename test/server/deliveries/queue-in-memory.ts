/** A queue of deliveries in memory, with claims that run out: what a worker is tested with. */
import { randomUUID } from 'node:crypto';
import type { Delivery } from '../../../src/backend/backend.js';
import type {
  AfterAttempt,
  DeliveryAttempt,
  DeliveryQueue,
  DeliveryTarget,
  QueuedDelivery,
} from '../../../demo/server/ports.js';

interface Kept extends QueuedDelivery {
  attempts: number;
  status: AfterAttempt['status'];
  dueAt: number;
  claimedUntil: number;
}

export const CLAIM_LIFETIME = 60_000;

export class QueueInMemory implements DeliveryQueue {
  /** By integration. */
  readonly targets = new Map<string, DeliveryTarget>();
  readonly recorded: { id: string; attempt: DeliveryAttempt; next: AfterAttempt }[] = [];

  /** Each call that names one of these fails once, as when the database is away. */
  readonly failures: (keyof DeliveryQueue)[] = [];

  private readonly kept = new Map<string, Kept>();
  private listeners: (() => void)[] = [];

  constructor(private readonly now: () => Date) {}

  statusOf(id: string): AfterAttempt['status'] | undefined {
    return this.kept.get(id)?.status;
  }

  /** As when someone asks for a delivery once more. */
  requeue(id: string): void {
    const delivery = this.kept.get(id);
    if (delivery) Object.assign(delivery, { status: 'pending', attempts: 0, dueAt: 0 });
  }

  /** Resolves when so many attempts are recorded. */
  async until(count: number): Promise<void> {
    while (this.recorded.length < count)
      await new Promise<void>((resolve) => this.listeners.push(resolve));
  }

  async enqueue(delivery: Parameters<DeliveryQueue['enqueue']>[0]): Promise<Delivery> {
    const id = randomUUID();
    const { integrationId, eventType, body, contentType, test } = delivery;
    const message = { id, integrationId, eventType, body, contentType };
    this.kept.set(id, { ...message, attempts: 0, status: 'pending', dueAt: 0, claimedUntil: 0 });
    const createdAt = this.now().toISOString();
    return { id, integrationId, eventType, test, createdAt, status: 'pending', attempts: [] };
  }

  async claimDue(now: Date, limit: number): Promise<QueuedDelivery[]> {
    this.failIfTold('claimDue');
    return (
      [...this.kept.values()]
        .filter(({ dueAt }) => dueAt <= now.getTime())
        .filter((one) => this.isFree(one, now))
        // As in SQL, where a negative limit is none.
        .slice(0, limit < 0 ? undefined : limit)
        .map((one) => this.take(one, now))
    );
  }

  async claim(id: string, now: Date): Promise<QueuedDelivery | undefined> {
    this.failIfTold('claim');
    const delivery = this.kept.get(id);
    return delivery && this.isFree(delivery, now) ? this.take(delivery, now) : undefined;
  }

  async recordAttempt(id: string, attempt: DeliveryAttempt, next: AfterAttempt): Promise<void> {
    this.failIfTold('recordAttempt');
    this.recorded.push({ id, attempt, next });
    const delivery = this.kept.get(id);
    if (delivery) {
      delivery.attempts += 1;
      delivery.status = next.status;
      delivery.dueAt = next.dueAt?.getTime() ?? 0;
      delivery.claimedUntil = 0;
    }
    const waiting = this.listeners;
    this.listeners = [];
    for (const listener of waiting) listener();
  }

  async loadTarget(integrationId: string): Promise<DeliveryTarget | undefined> {
    this.failIfTold('loadTarget');
    return this.targets.get(integrationId);
  }

  private isFree({ status, claimedUntil }: Kept, now: Date): boolean {
    return status === 'pending' && claimedUntil <= now.getTime();
  }

  private take(delivery: Kept, now: Date): QueuedDelivery {
    delivery.claimedUntil = now.getTime() + CLAIM_LIFETIME;
    return { ...delivery };
  }

  private failIfTold(method: keyof DeliveryQueue): void {
    const at = this.failures.indexOf(method);
    if (at < 0) return;
    this.failures.splice(at, 1);
    throw new Error('The database is away: password made-up-secret');
  }
}
