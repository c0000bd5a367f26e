/** Cursors: where a page begins, sealed, so that they tell nothing and cannot be made up. */
import { invalid } from './problems.js';
import type { SecretBox } from './secrets.js';

export class Cursors {
  constructor(private readonly box: SecretBox) {}

  /** `list` says which list the cursor is of: it is of no use in another, nor at another site. */
  write<P>(list: string, place: P | undefined): string | null {
    return place === undefined ? null : this.box.seal(JSON.stringify(place), `cursor ${list}`);
  }

  /** The place that was written for the same list. */
  read<P>(list: string, cursor: string | undefined): P | undefined {
    if (cursor === undefined) return undefined;
    try {
      return JSON.parse(this.box.open(cursor, `cursor ${list}`)) as P;
    } catch {
      throw invalid('The cursor is not one of this list.', {
        pointer: '/cursor',
        code: 'invalid',
      });
    }
  }
}
