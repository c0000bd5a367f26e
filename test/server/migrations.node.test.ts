/** A database is brought up to date: an empty one, an older one, and never one that is newer. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { createClient } from '@libsql/client';
import { SecretBox } from '../../demo/server/secrets.js';
import { Database } from '../../demo/server/store/database.js';
import { listIntegrations } from '../../demo/server/store/integration-list.js';
import { createStore } from '../../demo/server/store/index.js';
import { migrate, readMigrations } from '../../demo/server/store/migrations.js';
import { removeFolder, temporaryFolder } from './reference-server.js';
import type { DeliveryStatus } from '../../src/backend/backend.js';
import { draft } from './requests.js';

describe('migrations', () => {
  let folder: string;
  let count = 0;
  before(async () => {
    folder = await temporaryFolder();
  });
  after(() => removeFolder(folder));

  const newUrl = (): string => pathToFileURL(path.join(folder, `${(count += 1)}.db`)).href;

  it('are numbered one after the other', async () => {
    const numbers = (await readMigrations()).map(({ number }) => number);
    assert.deepEqual(
      numbers,
      numbers.map((_, index) => index + 1),
    );
  });

  it('make an empty database whole, and leave a whole one as it is', async () => {
    const url = newUrl();
    for (let start = 0; start < 2; start++) {
      const database = await Database.open({ url });
      const rows = await database.read('SELECT number FROM migrations ORDER BY number');
      assert.equal(rows.length, (await readMigrations()).length);
      await database.close();
    }
  });

  it('keep what an older database holds, and make it found and counted', async () => {
    const url = newUrl();
    const client = createClient({ url });
    const migrations = await readMigrations();
    await migrate(client, migrations.slice(0, 1));
    const { requestUrl, module } = draft();
    await client.execute({
      sql: `INSERT INTO integrations (id, site, module, revision, document, search, request_url, payload_format, enabled,
          endpoint, secrets, created_at, updated_at)
        VALUES ('old-one', '1234', ?, 3, ?, ?, ?, 'ocean-json', 1, '{"status":"verified"}', '', '2025-01-01T00:00:00.000Z',
          '2025-01-01T00:00:00.000Z')`,
      args: [module, JSON.stringify(draft()), `notes to the chart\n${requestUrl}`, requestUrl],
    });
    // Half-way: not a whole release behind.
    await migrate(client, migrations.slice(0, 2));
    for (const [id, status] of [
      ['d1', 'delivered'],
      ['d2', 'failed'],
      ['d3', 'delivered'],
    ] as const)
      await client.execute({
        sql: `INSERT INTO deliveries (id, integration_id, event_type, test, status, body, content_type, created_at, due_at)
          VALUES (?, 'old-one', 'any', 0, ?, '{}', 'application/json', '2025-01-01T00:00:00.000Z', 0)`,
        args: [id, status],
      });
    client.close();

    const database = await Database.open({ url });
    for (const query of [undefined, 'chart', 'no']) {
      const { items } = await listIntegrations(database, '1234', { query, limit: 10 });
      assert.deepEqual(
        items.map(({ id, version }) => [id, version]),
        [['old-one', 'v3']],
      );
    }
    const { total } = await listIntegrations(database, '1234', { limit: 10 });
    assert.equal(total, 1);
    const { integrations, deliveries } = createStore(
      database,
      new SecretBox(randomBytes(32)),
      1_000,
    );
    const totals = () =>
      Promise.all(
        [undefined, 'delivered', 'failed', 'pending'].map(
          async (status) =>
            (
              await deliveries.list('1234', 'old-one', {
                limit: 1,
                ...(status && { status: status as DeliveryStatus }),
              })
            ).total,
        ),
      );
    assert.deepEqual(await totals(), [3, 2, 1, 0]);
    await deliveries.requeue('1234', 'd2');
    assert.deepEqual(await totals(), [3, 2, 0, 1]);
    assert.equal((await integrations.find('1234', 'old-one')).name, draft().name);
    await database.close();
  });

  it('that fail leave the database as it was', async () => {
    const client = createClient({ url: newUrl() });
    const broken = { number: 1, name: '001-broken.sql', sql: 'CREATE TABLE a (b); CREATE TABLE;' };
    await assert.rejects(migrate(client, [broken]));
    const { rows } = await client.execute(`SELECT name FROM sqlite_master WHERE name = 'a'`);
    assert.equal(rows.length, 0);
    const repaired = { ...broken, sql: 'CREATE TABLE a (b);' };
    await migrate(client, [repaired]);
    client.close();
  });

  it('refuse a database of a newer server', async () => {
    const url = newUrl();
    await (await Database.open({ url })).close();
    const client = createClient({ url });
    await client.execute(`INSERT INTO migrations VALUES (9999, '9999-later.sql', '')`);
    client.close();
    await assert.rejects(Database.open({ url }), /newer version/);
  });
});
