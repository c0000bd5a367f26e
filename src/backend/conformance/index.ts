/**
 * `ocean-integrations/testing`: what every backend has to keep to, as plain functions that throw. Usable from any test
 * runner, in a browser or on a server.
 *
 * ```js
 * for (const { id, title, run } of conformanceRequirements)
 *   test(`${id}: ${title}`, () => run({ createBackend: () => new MyBackend(), requestUrl: 'https://…' }));
 * ```
 */
import { calls } from './calls.js';
import { catalogues } from './catalogues.js';
import { changing } from './changing.js';
import { deliveries } from './deliveries.js';
import { endpoints } from './endpoints.js';
import { launches } from './launches.js';
import { lists } from './lists.js';
import { logos } from './logos.js';
import { registering } from './registering.js';
import type { ConformanceRequirement } from './requirement.js';
import { secrets } from './secrets.js';
import type { ConformanceSubject } from './trial.js';
import { within } from './within.js';

export type { ConformanceRequirement } from './requirement.js';
export type { ConformanceSubject } from './trial.js';

/** All requirements. Each stands alone, in any order, and deletes what it has registered. */
export const conformanceRequirements: readonly ConformanceRequirement[] = [
  ...registering,
  ...secrets,
  ...changing,
  ...lists,
  ...catalogues,
  ...endpoints,
  ...logos,
  ...launches,
  ...deliveries,
  ...calls,
];

export interface ConformanceOptions {
  /** Ids of the requirements to run. @default all */
  only?: readonly string[];
  /** Milliseconds for one requirement; what takes longer counts as not kept. @default 60000 */
  timeLimit?: number;
}

export interface ConformanceResult {
  readonly id: string;
  readonly title: string;
  readonly ok: boolean;
  /** Why it is not kept. */
  readonly error?: unknown;
}

/**
 * Runs the requirements one after the other. Does not fail: what is not kept is in the result, with its error. Throws a
 * `RangeError` for an id in `only` that no requirement has.
 */
export const runConformance = async (
  subject: ConformanceSubject,
  { only, timeLimit = 60_000 }: ConformanceOptions = {},
): Promise<ConformanceResult[]> => {
  const unknown = only?.find((id) => !conformanceRequirements.some((one) => one.id === id));
  if (unknown !== undefined) throw new RangeError(`There is no requirement ${unknown}.`);
  const results: ConformanceResult[] = [];
  for (const { id, title, run } of conformanceRequirements) {
    if (only && !only.includes(id)) continue;
    try {
      await within(timeLimit, run(subject));
      results.push({ id, title, ok: true });
    } catch (error) {
      results.push({ id, title, ok: false, error });
    }
  }
  return results;
};
