/** Many integrations, put into the database past the API, which would take minutes; what is stored is the same. */
import { randomUUID } from 'node:crypto';
import type { AcceptedDraft } from '../../src/server-rules/index.js';
import type { Endpoint } from '../../src/integration/schema.js';
import type { SecretBox } from '../../demo/server/secrets.js';
import type { Database, InValue } from '../../demo/server/store/database.js';
import { draftColumns, endpointColumns } from '../../demo/server/store/integration-row.js';
import { sealSecrets } from '../../demo/server/store/sealed-secrets.js';

export interface Planted {
  readonly site: string;
  readonly draft: AcceptedDraft;
  readonly endpoint?: Endpoint;
}

/** Rows put in by one statement. */
const AT_ONCE = 200;

const columnsOf = (box: SecretBox, { site, draft, endpoint }: Planted): Record<string, InValue> => {
  const id = randomUUID();
  const now = new Date().toISOString();
  const secrets = { authentication: { password: 'made-up' }, signing: 'whsec_made-up' };
  return {
    ...draftColumns(draft),
    ...endpointColumns(endpoint),
    ...{ id, site, revision: 1, secrets: sealSecrets(box, id, secrets) },
    ...{ created_at: now, updated_at: now },
  };
};

export const plant = async (
  database: Database,
  box: SecretBox,
  count: number,
  planted: (number: number) => Planted,
): Promise<void> =>
  database.write(async (sql) => {
    for (let first = 0; first < count; first += AT_ONCE) {
      const rows = Array.from({ length: Math.min(AT_ONCE, count - first) }, (_, index) =>
        columnsOf(box, planted(first + index)),
      );
      const names = Object.keys(rows[0] ?? {});
      const values = rows.map(() => `(${names.map(() => '?').join(', ')})`);
      await sql.execute({
        sql: `INSERT INTO integrations (${names.join(', ')}) VALUES ${values.join(', ')}`,
        args: rows.flatMap((row) => Object.values(row)),
      });
    }
  });
