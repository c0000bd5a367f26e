/** Tries the rows of some checks, and tells how many hold. */
import { after, before, describe, it } from 'node:test';
import type { Checks } from './checks/check.js';
import { HUNG } from '../support/time.js';
import { ROWS } from './row.js';
import { Scene } from './scene.js';
import { Stage } from './stage.js';

/** Rows at a time. */
const AT_ONCE = 2;

/** A row waits for several things, one after another. */
const ROW_LIMIT = 5 * HUNG;

interface Held {
  rows: number;
  skipped: number;
  of: number;
}

export const tryRows = (...all: readonly Checks[]): void => {
  const held = new Map<string, Held>();
  let stage: Stage;

  before(async () => (stage = await Stage.set(AT_ONCE)));
  after(async () => {
    await stage.strike();
    for (const [what, { rows, skipped, of }] of held)
      if (rows + skipped < of) console.log(`faults, ${what}: ${rows} rows held of ${of}`);
  });

  for (const part of ['form', 'list'] as const) {
    const checks = new Map(all.flatMap((each) => Object.entries(each[part] ?? {})));
    describe(`faults, with the ${part} in the page`, { concurrency: AT_ONCE }, () => {
      for (const row of ROWS) {
        const { id, category, fault } = row;
        const check = checks.get(id);
        if (!check) continue;
        const what = `${part}, ${category}`;
        const count = held.get(what) ?? { rows: 0, skipped: 0, of: 0 };
        held.set(what, count);
        count.of += 1;
        it(`${id}: ${fault}`, (context) =>
          stage.use(ROW_LIMIT, async (place) => {
            const scene = new Scene(row, stage, place);
            try {
              const lacking = await check(scene);
              await scene.verify();
              if (lacking) context.skip(lacking);
              count[lacking ? 'skipped' : 'rows'] += 1;
            } finally {
              await scene.end();
            }
          }));
      }
    });
  }
};
