/** One-time tokens of launches: only their hashes are kept, and nothing of the referral. */
import { createHash, randomBytes } from 'node:crypto';
import { run } from './database.js';
import type { Database } from './database.js';

/** Milliseconds that a token is good for. */
const LIFETIME = 5 * 60_000;

export const hashOfToken = (token: string): string =>
  createHash('sha256').update(token).digest('hex');

export const createLaunchToken = async (
  database: Database,
  site: string,
  integrationId: string,
): Promise<{ token: string; expiresAt: Date }> => {
  const token = randomBytes(24).toString('base64url');
  const expiresAt = new Date(Date.now() + LIFETIME);
  await database.write((sql) =>
    run(
      sql,
      'INSERT INTO launches (token_hash, site, integration_id, expires_at) VALUES (?, ?, ?, ?)',
      [hashOfToken(token), site, integrationId, expiresAt.getTime()],
    ),
  );
  return { token, expiresAt };
};
