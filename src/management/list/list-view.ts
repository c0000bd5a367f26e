/** What the list gives its views, and what they may ask for. They know no backend and keep no state. */
import { plainName } from '../../integration/plain-name.js';
import type { Language } from '../../integration/rules.js';
import type { Integration } from '../../integration/schema.js';
import type { ListTexts } from '../../locales/en/list.js';
import type { Capabilities } from '../../ui/capabilities.js';
import type { Renderable } from '../../ui/fields.js';
import type { ListFilters } from './integration-pages.js';
import type { RowState } from './row-changes.js';

/** Id of an element of an integration's row. An integration's own id may hold white space, which a list of ids can't name. */
export const rowId = (part: 'open' | 'more', id: string): string =>
  `${part}-${id.replace(/[\s_]/g, (odd) => `_${odd.charCodeAt(0)}_`)}`;

/** The name of an integration; a server may send none. */
export const nameIn = ({ unnamed }: ListTexts, { name }: Integration): string =>
  plainName(name) || unnamed;

export interface ListView {
  readonly texts: ListTexts;
  readonly language: Language;
  /** BCP 47 tag of the language, for `Intl`. */
  readonly tag: string;
  readonly capabilities: Capabilities;
  readonly filters: ListFilters;
  /** The module that the whole list is of, where it is of one. */
  readonly onlyModule: boolean;
  /** The change of an integration that is under way or has failed. */
  stateOf(id: string): RowState;
  /** Whether the row shows its details. */
  isOpen(id: string): boolean;
  /** What an open row shows of an integration's activity; undefined where that is closed. */
  activityOf(integration: Integration): Renderable;
  /** The integration as JSON, where it could not be copied. */
  jsonOf(id: string): string | undefined;
  readonly actions: ListActions;
}

export interface ListActions {
  search(text: string): void;
  filter(change: Partial<ListFilters>): void;
  clear(): void;
  turn(by: 1 | -1): void;
  retry(): void;
  register(): void;
  registerFromJson(): void;
  select(integration: Integration): void;
  toggle(id: string): void;
  enable(integration: Integration, enabled: boolean): void;
  check(integration: Integration): void;
  read(id: string): void;
  copy(integration: Integration): void;
  activity(integration: Integration): void;
  remove(integration: Integration): void;
  /** Undoes the last deletion. */
  undo(): void;
}
