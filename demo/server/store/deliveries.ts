/** Deliveries in the database: what was sent, and the queue of what is to be sent. */
import { randomUUID } from 'node:crypto';
import type { Delivery, DeliveryStatus } from '../../../src/backend/index.js';
import type {
  AfterAttempt,
  DeliveryAttempt,
  DeliveryQueue,
  DeliveryTarget,
  QueuedDelivery,
} from '../ports.js';
import { notFound } from '../problems.js';
import type { SecretBox } from '../secrets.js';
import type { Database, InValue, Row, Sql } from './database.js';
import { one, run, textOf } from './database.js';
import { noteAttempt } from './endpoints.js';
import { integrationOf } from './integration-row.js';
import { openSecrets, withSecrets } from './sealed-secrets.js';

export interface DeliveryQuery {
  readonly status?: DeliveryStatus;
  /** Only what was queued before this place. */
  readonly before?: number;
  readonly limit: number;
}

export interface DeliveryPage {
  readonly items: Delivery[];
  /** Place of the last item, where there are more behind it. */
  readonly last?: number;
  readonly total: number;
}

/**
 * Milliseconds until a new message is due for the worker: whoever queued it tries it at once, and the worker takes it where
 * that one has died.
 */
const HEAD_START = 1_000;

const OF_SITE = `SELECT d.* FROM deliveries d JOIN integrations i ON i.id = d.integration_id
  WHERE i.site = ? AND d.id = ?`;

export class DeliveryStore implements DeliveryQueue {
  constructor(
    private readonly database: Database,
    private readonly box: SecretBox,
    /** Milliseconds that a claim lasts: more than an attempt can take. */
    private readonly claimLifetime: number,
  ) {}

  /** The newest first. Fails with 404 where the site has no such integration. */
  async list(site: string, integrationId: string, query: DeliveryQuery): Promise<DeliveryPage> {
    const { database } = this;
    const known = await database.readOne('SELECT 1 FROM integrations WHERE site = ? AND id = ?', [
      site,
      integrationId,
    ]);
    if (!known) throw notFound('integration');
    const { status, before, limit } = query;
    const where = `integration_id = ?${status ? ' AND status = ?' : ''}`;
    const args: InValue[] = status ? [integrationId, status] : [integrationId];
    const rows = await database.read(
      `SELECT * FROM deliveries WHERE ${where}${before === undefined ? '' : ' AND place < ?'}
        ORDER BY place DESC LIMIT ?`,
      [...args, ...(before === undefined ? [] : [before]), limit + 1],
    );
    const page = rows.slice(0, limit);
    const total = await database.readOne(
      `SELECT sum(total) AS total FROM delivery_totals WHERE ${where}`,
      args,
    );
    return {
      items: await this.withAttempts(page),
      last: rows.length > limit ? Number(page.at(-1)?.['place']) : undefined,
      total: Number(total?.['total'] ?? 0),
    };
  }

  async find(site: string, id: string): Promise<Delivery> {
    const row = await this.database.readOne(OF_SITE, [site, id]);
    const [delivery] = row ? await this.withAttempts([row]) : [];
    if (!delivery) throw notFound('delivery');
    return delivery;
  }

  /** Queues the message once more, under its own id. One that someone has in hand stays as it is. */
  requeue(site: string, id: string): Promise<void> {
    return this.database.write(async (sql) => {
      if (!(await one(sql, OF_SITE, [site, id]))) throw notFound('delivery');
      const now = Date.now();
      await run(
        sql,
        `UPDATE deliveries SET status = 'pending', due_at = ?, attempts = 0 WHERE id = ? AND claimed_until <= ?`,
        [now + HEAD_START, id, now],
      );
    });
  }

  async enqueue(delivery: Parameters<DeliveryQueue['enqueue']>[0]): Promise<Delivery> {
    const { integrationId, eventType, body, contentType, test } = delivery;
    const id = randomUUID();
    const now = new Date();
    const createdAt = now.toISOString();
    await this.database.write(async (sql) => {
      if (!(await one(sql, 'SELECT 1 FROM integrations WHERE id = ?', [integrationId])))
        throw notFound('integration');
      await run(
        sql,
        `INSERT INTO deliveries (id, integration_id, event_type, test, status, body, content_type, created_at, due_at)
          VALUES (?, ?, ?, ?, 'pending', ?, ?, ?, ?)`,
        [
          ...[id, integrationId, eventType, test ? 1 : 0],
          ...[body, contentType, createdAt, now.getTime() + HEAD_START],
        ],
      );
    });
    return { id, integrationId, eventType, status: 'pending', test, createdAt, attempts: [] };
  }

  async claimDue(now: Date, limit: number): Promise<QueuedDelivery[]> {
    const time = now.getTime();
    const due = `SELECT id FROM deliveries
      WHERE status = 'pending' AND due_at <= ? AND claimed_until <= ? ORDER BY due_at LIMIT ?`;
    // Most often there is nothing to do, and nothing to write.
    if ((await this.database.read(due, [time, time, 1])).length === 0) return [];
    return this.claimWhere(`id IN (${due})`, [time, time, limit], time);
  }

  async claim(id: string, now: Date): Promise<QueuedDelivery | undefined> {
    const time = now.getTime();
    const [claimed] = await this.claimWhere(
      `id = ? AND status = 'pending' AND claimed_until <= ?`,
      [id, time],
      time,
    );
    return claimed;
  }

  recordAttempt(id: string, attempt: DeliveryAttempt, next: AfterAttempt): Promise<void> {
    return this.database.write(async (sql) => {
      const row = await one(sql, 'SELECT integration_id FROM deliveries WHERE id = ?', [id]);
      if (!row) return;
      const { at, httpStatus, reason, duration, answer } = attempt;
      await run(
        sql,
        'INSERT INTO attempts (delivery_id, at, http_status, reason, duration, answer) VALUES (?, ?, ?, ?, ?, ?)',
        [id, at, httpStatus ?? null, reason ?? null, duration ?? null, answer ?? null],
      );
      await run(
        sql,
        'UPDATE deliveries SET status = ?, due_at = ?, claimed_until = 0, attempts = attempts + 1 WHERE id = ?',
        [next.status, (next.dueAt ?? new Date()).getTime(), id],
      );
      // Nothing was asked of the endpoint, so nothing is known of it.
      if (reason !== 'not-verified')
        await noteAttempt(sql, textOf(row, 'integration_id'), attempt, next);
    });
  }

  async loadTarget(integrationId: string): Promise<DeliveryTarget | undefined> {
    const row = await this.database.readOne('SELECT * FROM integrations WHERE id = ?', [
      integrationId,
    ]);
    if (!row) return undefined;
    const { requestUrl, payload, authentication } = integrationOf(row);
    const secrets = openSecrets(this.box, integrationId, textOf(row, 'secrets'));
    return {
      requestUrl,
      payload,
      authentication: withSecrets(authentication, secrets.authentication),
      signingSecret: secrets.signing,
      verified: row['verified_url'] === requestUrl,
    };
  }

  /** For the only process of a database, at its start: what it had in hand when it died is free again. */
  releaseClaims(): Promise<void> {
    return this.database.write(async (sql) => {
      await run(sql, `UPDATE deliveries SET claimed_until = 0 WHERE status = 'pending'`);
    });
  }

  /** What the messages of a delivery are signed with; undefined where there is no such delivery. */
  async signingSecretOf(deliveryId: string): Promise<string | undefined> {
    const row = await this.database.readOne('SELECT integration_id FROM deliveries WHERE id = ?', [
      deliveryId,
    ]);
    return row && (await this.loadTarget(textOf(row, 'integration_id')))?.signingSecret;
  }

  private claimWhere(where: string, args: InValue[], time: number): Promise<QueuedDelivery[]> {
    return this.database.write(async (sql: Sql) => {
      const { rows } = await run(
        sql,
        `UPDATE deliveries SET claimed_until = ? WHERE ${where} RETURNING *`,
        [time + this.claimLifetime, ...args],
      );
      return rows.map(queuedOf);
    });
  }

  private async withAttempts(rows: readonly Row[]): Promise<Delivery[]> {
    const ids = rows.map((row) => textOf(row, 'id'));
    const attempts = await this.database.read(
      `SELECT * FROM attempts WHERE delivery_id IN (${ids.map(() => '?').join(', ')}) ORDER BY place`,
      ids,
    );
    return rows.map((row) => ({
      id: textOf(row, 'id'),
      integrationId: textOf(row, 'integration_id'),
      eventType: textOf(row, 'event_type'),
      status: row['status'] as DeliveryStatus,
      test: Boolean(row['test']),
      createdAt: textOf(row, 'created_at'),
      attempts: attempts
        .filter((attempt) => attempt['delivery_id'] === row['id'])
        .map((attempt) => ({
          at: textOf(attempt, 'at'),
          httpStatus: attempt['http_status'] as number | null,
          reason: attempt['reason'] as string | null,
          duration: Number(attempt['duration']),
          answer: attempt['answer'] as string | null,
        })),
    }));
  }
}

const queuedOf = (row: Row): QueuedDelivery => ({
  id: textOf(row, 'id'),
  integrationId: textOf(row, 'integration_id'),
  eventType: textOf(row, 'event_type'),
  body: textOf(row, 'body'),
  contentType: textOf(row, 'content_type'),
  attempts: Number(row['attempts']),
});
