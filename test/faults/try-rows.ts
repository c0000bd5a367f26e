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
  rows: number;
  of: number;
}

export const tryRows = (name: string, ...all: readonly Checks[]): void => {
  const held = new Map<string, Held>();
  let stage: Stage;

  before(async () => (stage = await Stage.set(name, AT_ONCE)));
  after(async () => {
    await stage.strike();
    for (const [what, { rows, of }] of held)
      console.log(`faults, ${what}: ${rows} rows held of ${of}`);
  });

  for (const part of ['form', 'list'] as const) {
    const checks = new Map(all.flatMap((each) => Object.entries(each[part] ?? {})));
    describe(`faults, with the ${part} in the page`, { concurrency: AT_ONCE }, () => {
      for (const row of ROWS) {
        const { id, category, fault } = row;
        const check = checks.get(id);
        if (!check) continue;
        const what = `${part}, ${category}`;
        const count = held.get(what) ?? { rows: 0, of: 0 };
        held.set(what, count);
        count.of += 1;
        it(`${id}: ${fault}`, { timeout: PATIENCE }, async () => {
          const scene = new Scene(row, stage);
          try {
            await check(scene);
            await scene.verify();
            count.rows += 1;
          } finally {
            await scene.end();
          }
        });
      }
    });
  }
};
