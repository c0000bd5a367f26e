/** An integration in the table: its columns from a draft, and the integration from its columns. */
import { randomBytes } from 'node:crypto';
import type { Endpoint, Integration } from '../../../src/integration/index.js';
import {
  SERVER_OWNED,
  foldForSearch,
  sealAuthentication,
} from '../../../src/server-rules/index.js';
import type { AcceptedDraft } from '../../../src/server-rules/index.js';
import { textOf } from './database.js';
import type { InValue, Row } from './database.js';

export const UNCHECKED: Endpoint = { status: 'unchecked' };

export const newSigningSecret = (): string => `whsec_${randomBytes(24).toString('base64')}`;

/** The columns that a draft decides, by name. */
export const draftColumns = (
  draft: AcceptedDraft,
  before?: Integration,
): Record<string, InValue> => {
  const document: Record<string, unknown> = {
    ...draft,
    authentication: sealAuthentication(draft, before),
  };
  // A draft that names what is the server's own names nothing.
  for (const name of SERVER_OWNED) delete document[name];
  return {
    module: draft.module,
    document: JSON.stringify(document),
    search: searchText(draft),
    request_url: draft.requestUrl,
    payload_format: draft.payload.format,
    referral_form_id: draft.launch?.referralFormId ?? null,
    enabled: draft.enabled ? 1 : 0,
  };
};

/** The columns of an endpoint that is new to the integration, with what is known of it already. */
export const endpointColumns = (known?: Endpoint): Record<string, InValue> => ({
  endpoint: JSON.stringify(known ?? UNCHECKED),
  challenge: known ? JSON.stringify(known) : null,
  failures: 0,
});

/** SQLite's texts end at a NUL for some of its functions. */
const searchText = ({ name, requestUrl }: AcceptedDraft): string =>
  foldForSearch(`${name}\n${requestUrl}`).replaceAll('\0', ' ');

export const versionOf = (revision: unknown): string => `v${Number(revision)}`;

/** The columns that `integrationOf` reads, and those of its place in the list, of the table by its short name. */
export const READ_COLUMNS =
  'i.place, i.sort_name, i.id, i.revision, i.document, i.endpoint, i.created_at, i.updated_at';

/** Fields of the document first: what the server says counts. */
export const integrationOf = (row: Row): Integration =>
  ({
    ...(JSON.parse(textOf(row, 'document')) as object),
    id: row['id'],
    version: versionOf(row['revision']),
    endpoint: endpointOf(row['endpoint']) ?? UNCHECKED,
    createdAt: row['created_at'],
    updatedAt: row['updated_at'],
  }) as Integration;

/** An endpoint's state as it stands in a column. */
export const endpointOf = (column: unknown): Endpoint | undefined =>
  typeof column === 'string' ? (JSON.parse(column) as Endpoint) : undefined;
