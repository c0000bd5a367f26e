/** What is tried for a row, with the form or with the list of integrations in a page. */
import type { Scene } from '../scene.js';

export type Check = (scene: Scene) => Promise<void>;

/** By the row's id. */
export interface Checks {
  readonly form?: Readonly<Record<string, Check>>;
  readonly list?: Readonly<Record<string, Check>>;
}
