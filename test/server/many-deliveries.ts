/** Many deliveries of one integration, each with an attempt, put into the database past the worker. One in ten has failed. */
import { run } from '../../demo/server/store/database.js';
import type { Database } from '../../demo/server/store/database.js';

const NUMBERS =
  'WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ?)';
const FAILED = 'n % 10 = 0';

export const plantDeliveries = (
  database: Database,
  integrationId: string,
  count: number,
): Promise<void> =>
  database.write(async (sql) => {
    const now = new Date().toISOString();
    await run(
      sql,
      `INSERT INTO deliveries (id, integration_id, event_type, test, status, body, content_type, created_at, due_at, attempts)
       ${NUMBERS} SELECT 'delivery-' || n, ?, 'add-service-request', 0, iif(${FAILED}, 'failed', 'delivered'), '{"ref":"made-up"}',
       'application/json', ?, 0, 1 FROM numbers`,
      [count, integrationId, now],
    );
    await run(
      sql,
      `INSERT INTO attempts (delivery_id, at, http_status, reason, duration)
       ${NUMBERS} SELECT 'delivery-' || n, ?, iif(${FAILED}, 503, 200), iif(${FAILED}, 'http-status', NULL), 120 FROM numbers`,
      [count, now],
    );
  });
