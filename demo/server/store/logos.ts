/** Logos in the database, each under a name that follows from its bytes: the same picture is there once. */
import { createHash } from 'node:crypto';
import type { Database } from './database.js';

export type LogoType = 'image/png' | 'image/webp';

export interface Logo {
  readonly type: LogoType;
  readonly bytes: Buffer;
}

export class LogoStore {
  constructor(private readonly database: Database) {}

  /** Gives the logo's id. */
  async keep({ type, bytes }: Logo): Promise<string> {
    const id = createHash('sha256').update(bytes).digest('hex');
    await this.database.write((sql) =>
      sql.execute({
        sql: 'INSERT OR IGNORE INTO logos (id, type, bytes, created_at) VALUES (?, ?, ?, ?)',
        args: [id, type, bytes, new Date().toISOString()],
      }),
    );
    return id;
  }

  async has(id: string): Promise<boolean> {
    return (await this.database.readOne('SELECT 1 FROM logos WHERE id = ?', [id])) !== undefined;
  }

  async find(id: string): Promise<Logo | undefined> {
    const row = await this.database.readOne('SELECT type, bytes FROM logos WHERE id = ?', [id]);
    return (
      row && { type: row['type'] as LogoType, bytes: Buffer.from(row['bytes'] as ArrayBuffer) }
    );
  }
}
