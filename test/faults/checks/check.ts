/** What is tried for a row, and how far: with the form in a page, or with the client alone where no widget shows it yet. */
import type { Scene } from '../scene.js';

export type Check = (scene: Scene) => Promise<void>;

export interface Checks {
  /** By the row's id. */
  readonly page: Readonly<Record<string, Check>>;
  /** Rows that do not hold, and why: tried all the same, and told apart. */
  readonly todo?: Readonly<Record<string, string>>;
  /** Rows about the list of integrations. */
  readonly client?: Readonly<Record<string, Check>>;
}
