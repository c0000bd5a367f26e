/** Cursors: where a page begins, sealed, so that they tell nothing and cannot be made up. */
import { invalid } from './problems.js';
import type { SecretBox } from './secrets.js';

export class Cursors {
  constructor(private readonly box: SecretBox) {}

  /** `list` says which list the cursor is of: it is of no use in another, nor at another site. */
  write(list: string, place: number | undefined): string | null {
    return place === undefined ? null : this.box.seal(String(place), `cursor ${list}`);
  }

  read(list: string, cursor: string | undefined): number | undefined {
    if (cursor === undefined) return undefined;
    try {
      return Number(this.box.open(cursor, `cursor ${list}`));
    } catch {
      throw invalid('The cursor is not one of this list.', {
        pointer: '/cursor',
        code: 'invalid',
      });
    }
  }
}
