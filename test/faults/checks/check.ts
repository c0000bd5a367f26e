/** What is tried for a row, with the form or with the list of integrations in a page. */
import type { Scene } from '../scene.js';

/** Gives a sentence where the browser lacks what the row is about: it is skipped, and says so. */
export type Check = (scene: Scene) => Promise<string | void>;

/** By the row's id. */
export interface Checks {
  readonly form?: Readonly<Record<string, Check>>;
  readonly list?: Readonly<Record<string, Check>>;
}
