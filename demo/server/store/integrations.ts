/** Integrations in the database: registering once per key, versions, secrets apart. */
import { randomUUID } from 'node:crypto';
import type { Integration } from '../../../src/integration/index.js';
import { canonicalJson } from '../../../src/server-rules/index.js';
import type { AcceptedDraft } from '../../../src/server-rules/index.js';
import { Problem, invalid, notFound } from '../problems.js';
import type { SecretBox } from '../secrets.js';
import type { Database, InValue, Row, Sql } from './database.js';
import { one, run, textOf } from './database.js';
import { lastCheck } from './endpoints.js';
import {
  draftColumns,
  endpointColumns,
  integrationOf,
  newSigningSecret,
} from './integration-row.js';
import { openSecrets, sealSecrets, secretsAfter } from './sealed-secrets.js';

/** Milliseconds that an idempotency key is remembered. */
export const KEY_LIFETIME = 24 * 3_600_000;

/** Whether a request is for this version. */
export type VersionTest = (version: string) => boolean;

const FIND = 'SELECT * FROM integrations WHERE site = ? AND id = ?';

export class IntegrationStore {
  constructor(
    private readonly database: Database,
    private readonly box: SecretBox,
  ) {}

  async find(site: string, id: string): Promise<Integration> {
    const row = await this.database.readOne(FIND, [site, id]);
    if (!row) throw notFound('integration');
    return integrationOf(row);
  }

  /** The newest of the site with a launch whose referral form is one of these; an enabled one first. */
  async findByForms(site: string, formIds: readonly string[]): Promise<Integration | undefined> {
    if (formIds.length === 0) return undefined;
    const row = await this.database.readOne(
      `SELECT * FROM integrations WHERE site = ? AND referral_form_id IN (${formIds.map(() => '?').join(', ')})
        ORDER BY enabled DESC, place DESC LIMIT 1`,
      [site, ...formIds],
    );
    return row && integrationOf(row);
  }

  /** The same key with the same draft gives the same integration; with another draft it is refused. */
  register(site: string, draft: AcceptedDraft, key: string): Promise<Integration> {
    const fingerprint = this.box.fingerprint(canonicalJson(draft));
    return this.database.write(async (sql) => {
      const made = await one(
        sql,
        'SELECT fingerprint, integration_id FROM idempotency_keys WHERE site = ? AND key = ? AND created_at > ?',
        [site, key, Date.now() - KEY_LIFETIME],
      );
      if (made) return this.findMade(sql, site, made, fingerprint);
      const id = randomUUID();
      await this.insert(sql, site, id, draft);
      await run(
        sql,
        'INSERT OR REPLACE INTO idempotency_keys (site, key, fingerprint, integration_id, created_at) VALUES (?, ?, ?, ?, ?)',
        [site, key, fingerprint, id, Date.now()],
      );
      return integrationOf(await this.row(sql, site, id));
    });
  }

  /** `accept` reads the draft, knowing what is stored; it may refuse it. */
  update(
    site: string,
    id: string,
    isVersion: VersionTest,
    accept: (stored: Integration) => AcceptedDraft,
  ): Promise<Integration> {
    return this.database.write(async (sql) => {
      const row = await this.expect(sql, site, id, isVersion);
      const before = integrationOf(row);
      const draft = accept(before);
      const secrets = openSecrets(this.box, id, textOf(row, 'secrets'));
      const sameEndpoint =
        row['request_url'] === draft.requestUrl && row['payload_format'] === draft.payload.format;
      await setColumns(sql, id, {
        ...draftColumns(draft, before),
        revision: Number(row['revision']) + 1,
        updated_at: new Date().toISOString(),
        secrets: sealSecrets(this.box, id, {
          ...secrets,
          authentication: secretsAfter(draft, {
            integration: before,
            secrets: secrets.authentication,
          }),
        }),
        ...(!sameEndpoint && (await endpointAt(sql, site, draft))),
      });
      return integrationOf(await this.row(sql, site, id));
    });
  }

  /** With all that belongs to it. */
  remove(site: string, id: string, isVersion: VersionTest): Promise<void> {
    return this.database.write(async (sql) => {
      await this.expect(sql, site, id, isVersion);
      const ofDeliveries = 'SELECT id FROM deliveries WHERE integration_id = ?';
      await run(sql, `DELETE FROM attempts WHERE delivery_id IN (${ofDeliveries})`, [id]);
      await run(sql, 'DELETE FROM deliveries WHERE integration_id = ?', [id]);
      await run(sql, 'DELETE FROM delivery_totals WHERE integration_id = ?', [id]);
      await run(sql, 'DELETE FROM integrations WHERE id = ?', [id]);
    });
  }

  private async insert(sql: Sql, site: string, id: string, draft: AcceptedDraft): Promise<void> {
    const now = new Date().toISOString();
    const columns = {
      ...draftColumns(draft),
      id,
      site,
      revision: 1,
      ...(await endpointAt(sql, site, draft)),
      secrets: sealSecrets(this.box, id, {
        authentication: secretsAfter(draft),
        signing: newSigningSecret(),
      }),
      created_at: now,
      updated_at: now,
    };
    const names = Object.keys(columns);
    await run(
      sql,
      `INSERT INTO integrations (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
      Object.values(columns),
    );
  }

  private async findMade(
    sql: Sql,
    site: string,
    made: Row,
    fingerprint: string,
  ): Promise<Integration> {
    if (made['fingerprint'] !== fingerprint)
      throw invalid('The idempotency key was used with another draft.');
    const row = await one(sql, FIND, [site, textOf(made, 'integration_id')]);
    if (!row) throw new Problem(409, 'What was registered with this key is deleted.');
    return integrationOf(row);
  }

  private async expect(sql: Sql, site: string, id: string, isVersion: VersionTest): Promise<Row> {
    const row = await this.row(sql, site, id);
    if (!isVersion(integrationOf(row).version))
      throw new Problem(412, 'The integration was changed by someone else.');
    return row;
  }

  private async row(sql: Sql, site: string, id: string): Promise<Row> {
    const row = await one(sql, FIND, [site, id]);
    if (!row) throw notFound('integration');
    return row;
  }
}

/** What is known of the draft's endpoint, and whether messages may go there. */
const endpointAt = async (
  sql: Sql,
  site: string,
  draft: AcceptedDraft,
): Promise<Record<string, InValue>> => {
  const known = await lastCheck(sql, site, draft);
  const verified = known?.status === 'verified';
  return { ...endpointColumns(known), verified_url: verified ? draft.requestUrl : null };
};

const setColumns = async (
  sql: Sql,
  id: string,
  columns: ReturnType<typeof draftColumns>,
): Promise<void> => {
  const assignments = Object.keys(columns).map((name) => `${name} = ?`);
  await run(sql, `UPDATE integrations SET ${assignments.join(', ')} WHERE id = ?`, [
    ...Object.values(columns),
    id,
  ]);
};
