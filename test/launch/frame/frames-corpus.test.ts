/**
 * Every row of frames.json in a real browser: pages of other origins say and do there what the row says, and the host's side is
 * looked at. Where no browser gives a message such an origin or source, the message event is made by hand.
 */
import { expect } from '@open-wc/testing';
import { watch } from './corpus.js';
import type { Check, FrameRow, Watched } from './corpus.js';
import { isPermission, lifecycleChecks, permissionCheck } from './lifecycle-rows.js';
import { messageChecks } from './message-rows.js';

const rows = (await (await fetch('/corpora/own/frames.json')).json()) as FrameRow[];

const CHECKS = new Map(Object.entries({ ...messageChecks, ...lifecycleChecks }));

/** By the row; else by its kind. */
const checkOf = (row: FrameRow): Check | undefined =>
  isPermission(row) ? permissionCheck : (CHECKS.get(row.id) ?? CHECKS.get(row.category));

describe('frames', () => {
  let watched: Watched;
  beforeEach(() => {
    watched = watch();
  });
  afterEach(() => watched.stop());

  it('there are 110 rows', () => {
    expect(rows).to.have.length(110);
    expect(new Set(rows.map(({ id }) => id)).size).to.equal(110);
  });

  for (const row of rows) {
    it(`${row.id}: ${row.scenario}`, async function () {
      const check = checkOf(row);
      if (!check) throw new Error('Nothing checks this row.');
      await check(row);
      watched.stop();
      expect(watched.errors).to.deep.equal([]);
      expect(watched.warnings.length, watched.warnings.join('\n')).to.be.at.most(1);
    });
  }
});
