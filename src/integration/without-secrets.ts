/**
 * Data as it may leave the form or the list: copied, or shown to the whole page in an event. Loaded on demand.
 *
 * Members of a newer server stay, unless their name or their value looks like a secret; an address stays without the secrets in it.
 */
import { LIMITS } from './rules.js';
import { isSecretName, isSecretValue } from './secret-names.js';
import { withoutSecret } from './secret-url.js';

type Fields = Readonly<Record<string, unknown>>;

export interface Cleaned<T> {
  readonly value: T;
  /** How many members were left out or had a secret taken out. */
  readonly removed: number;
}

/** Members that name another one, as headers do: `{name: 'Authorization', value: '…'}`. */
const NAMES = ['name', 'key', 'header', 'field', 'parameter', 'label', 'id', 'code', 'type', 'url'];

/** Members that hold what another one names. */
const HOLDER = /^(?:value|val|content|data|text|default|string)|^value[A-Z]/;

/** Whether `name` is named by another member, and that name means a secret. */
const isNamedSecret = (fields: Fields, name: string): boolean =>
  HOLDER.test(name) &&
  NAMES.some((by) => {
    const called = fields[by];
    return Object.hasOwn(fields, by) && typeof called === 'string' && isSecretName(called);
  });

/** `{key: 'colour', value: 'blue'}`: a key that is a name. */
const isPairName = (fields: Fields, name: string): boolean =>
  name === 'key' && Object.keys(fields).some((other) => HOLDER.test(other));

/** What says that there is a secret (`hasPassword`), or that there is none, holds none. */
const holdsSomething = (value: unknown): boolean =>
  typeof value !== 'boolean' && value !== null && value !== '';

/** An address within a text, such as that of a link. */
const ADDRESSES = /\b[a-z][a-z\d+.-]{0,20}:[\\/]{2}[^\s"'<>]+/gi;

/** A member that holds an address, also one that is not whole. */
const ADDRESS_NAME = /ur[li]$/i;

class Cleaner {
  removed = 0;

  clean(value: unknown, depth = 0, called = ''): unknown {
    if (typeof value === 'string') return this.cleanText(value, called);
    if (typeof value !== 'object' || value === null) return value;
    if (depth >= LIMITS.depth) return this.leaveOut();
    if (Array.isArray(value)) return this.cleanList(value, depth);
    const fields = value as Fields;
    return Object.fromEntries(
      Object.entries(fields).flatMap(([name, inner]) => {
        const isSecret =
          holdsSomething(inner) &&
          ((isSecretName(name) && !isPairName(fields, name)) || isNamedSecret(fields, name));
        const kept = isSecret ? this.leaveOut() : this.clean(inner, depth + 1, name);
        return kept === undefined ? [] : [[name, kept]];
      }),
    );
  }

  /** A list of a name and its value is a member, too: `['Authorization', '…']`. */
  private cleanList(list: readonly unknown[], depth: number): unknown[] {
    const [name, value] = list;
    if (
      list.length === 2 &&
      typeof name === 'string' &&
      typeof value === 'string' &&
      isSecretName(name) &&
      !isSecretValue(name)
    ) {
      this.leaveOut();
      return [name];
    }
    return list.map((inner) => this.clean(inner, depth + 1)).filter((inner) => inner !== undefined);
  }

  private cleanText(text: string, name = ''): string | undefined {
    const isAddress = ADDRESS_NAME.test(name);
    const kept = isAddress
      ? withoutSecret(text)
      : text.replace(ADDRESSES, (address) => withoutSecret(address));
    if (!isAddress && isSecretValue(kept)) return this.leaveOut();
    if (kept !== text) this.removed++;
    return kept;
  }

  private leaveOut(): undefined {
    this.removed++;
    return undefined;
  }
}

/** A copy without what looks like a secret, at any depth. What is nested deeper than an integration may be is left out. */
export const withoutSecrets = <T>(value: T): Cleaned<T> => {
  const cleaner = new Cleaner();
  return { value: cleaner.clean(value) as T, removed: cleaner.removed };
};
