/** Tries the rows of some checks, and tells how many hold. */
import { after, before, describe, it } from 'node:test';
import type { Checks } from './checks/check.js';
import { ROWS } from './row.js';
import { Scene } from './scene.js';
import { Stage } from './stage.js';

/** Rows at a time. */
const AT_ONCE = 2;

/** Milliseconds for a row, on a machine that does much else. */
const PATIENCE = 60_000;

interface Held {
  page: number;
  client: number;
  of: number;
}

export const tryRows = (name: string, ...all: readonly Checks[]): void => {
  const gather = (part: keyof Checks) =>
    Object.assign({}, ...all.map((checks) => checks[part])) as Record<string, never>;
  const inPage: Checks['page'] = gather('page');
  const ofClient: NonNullable<Checks['client']> = gather('client');
  const todo: NonNullable<Checks['todo']> = gather('todo');
  const held = new Map<string, Held>();
  let stage: Stage;

  before(async () => (stage = await Stage.set(name, AT_ONCE)));
  after(async () => {
    await stage.strike();
    for (const [category, { page, client, of }] of held) {
      const apart = client > 0 ? `, ${client} of them by the client alone` : '';
      console.log(`faults, ${category}: ${page + client} rows held of ${of}${apart}`);
    }
  });

  describe('faults', { concurrency: AT_ONCE }, () => {
    for (const row of ROWS) {
      const { id, category, fault } = row;
      const check = inPage[id] ?? ofClient[id];
      if (!check) continue;
      const count = held.get(category) ?? { page: 0, client: 0, of: 0 };
      held.set(category, count);
      count.of += 1;
      it(`${id}: ${fault}`, { timeout: PATIENCE, todo: todo[id] ?? false }, async () => {
        const scene = new Scene(row, stage);
        try {
          await check(scene);
          await scene.verify();
          count[id in inPage ? 'page' : 'client'] += 1;
        } finally {
          await scene.end();
        }
      });
    }
  });
};
