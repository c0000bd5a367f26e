/** What is known of endpoints: what challenges told, and what deliveries tell. */
import type { Endpoint, Integration } from '../../../src/integration/index.js';
import { withSince } from '../../../src/server-rules/index.js';
import type { AfterAttempt, DeliveryAttempt } from '../ports.js';
import type { Database, Sql } from './database.js';
import { one, run } from './database.js';
import { UNCHECKED, endpointOf } from './integration-row.js';

/** Milliseconds that a check counts for an integration that is registered afterwards. */
export const CHECK_COUNTS = 24 * 3_600_000;

/** Attempts in a row that do not get through until an endpoint turns red. One delivery given up does as well. */
export const FAILURES_UNTIL_RED = 3;

export type CheckedEndpoint = Pick<Integration, 'requestUrl' | 'payload'>;

/**
 * Notes what a challenge told, for every integration of the site that has this endpoint, and for those to come.
 *
 * @returns what is known of it now: at the integration that was asked of, where it was one
 */
export const noteCheck = (
  database: Database,
  site: string,
  { requestUrl, payload }: CheckedEndpoint,
  found: Endpoint,
  integrationId?: string,
): Promise<Endpoint> =>
  database.write(async (sql) => {
    const key = [site, requestUrl, payload.format];
    const checked = await one(
      sql,
      'SELECT endpoint FROM endpoint_checks WHERE site = ? AND request_url = ? AND payload_format = ?',
      key,
    );
    let known = withSince(found, endpointOf(checked?.['endpoint']));
    await run(
      sql,
      `INSERT INTO endpoint_checks (site, request_url, payload_format, endpoint, checked_at) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET endpoint = excluded.endpoint, checked_at = excluded.checked_at`,
      [...key, JSON.stringify(known), Date.now()],
    );
    const { rows: integrations } = await run(
      sql,
      'SELECT id, endpoint FROM integrations WHERE site = ? AND request_url = ? AND payload_format = ?',
      key,
    );
    for (const { id, endpoint: before } of integrations) {
      const endpoint = withSince(found, endpointOf(before));
      const told = JSON.stringify(endpoint);
      await run(
        sql,
        `UPDATE integrations SET endpoint = ?, challenge = ?, failures = 0,
          verified_url = CASE WHEN ? THEN request_url ELSE verified_url END WHERE id = ?`,
        [told, told, found.status === 'verified' ? 1 : 0, id ?? null],
      );
      if (id === integrationId) known = endpoint;
    }
    return known;
  });

/** What the last check of an endpoint told, if it was lately. */
export const lastCheck = async (
  sql: Sql,
  site: string,
  { requestUrl, payload }: CheckedEndpoint,
): Promise<Endpoint | undefined> => {
  const row = await one(
    sql,
    `SELECT endpoint FROM endpoint_checks
      WHERE site = ? AND request_url = ? AND payload_format = ? AND checked_at > ?`,
    [site, requestUrl, payload.format, Date.now() - CHECK_COUNTS],
  );
  return endpointOf(row?.['endpoint']);
};

/** Red after too many failures; where a message gets through to one that was red, what the challenge told. */
export const noteAttempt = async (
  sql: Sql,
  integrationId: string,
  { at, httpStatus, reason }: DeliveryAttempt,
  { status }: AfterAttempt,
): Promise<void> => {
  const row = await one(
    sql,
    'SELECT endpoint, challenge, failures FROM integrations WHERE id = ?',
    [integrationId],
  );
  if (!row) return;
  const before = endpointOf(row['endpoint']) ?? UNCHECKED;
  const gotThrough = status === 'delivered';
  const failures = gotThrough ? 0 : Number(row['failures']) + 1;
  let after = before;
  if (gotThrough && before.status === 'erroring')
    after = { ...(endpointOf(row['challenge']) ?? UNCHECKED), since: at };
  else if (failures >= FAILURES_UNTIL_RED || status === 'failed')
    after = withSince({ status: 'erroring', httpStatus, reason, checkedAt: at }, before);
  await run(sql, 'UPDATE integrations SET endpoint = ?, failures = ? WHERE id = ?', [
    JSON.stringify(after),
    failures,
    integrationId,
  ]);
};
