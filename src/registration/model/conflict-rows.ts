/** A conflict as rows to choose from: what differs, who changed it, and what goes along with a choice. Pure; no DOM. */
import { AUTHENTICATION_RULES, MODULE_RULES } from '../../integration/rules.js';
import type { AuthenticationField } from '../../integration/rules.js';
import { EMPTY_VALUES, SECRET_FIELDS, SENDER_TEXTS, formatFor } from './form-values.js';
import type { FieldName, FormValues } from './form-values.js';

export type Side = 'mine' | 'theirs';

export interface ConflictRow {
  /** The field that the row is named by. */
  readonly name: FieldName;
  /** All that a choice takes along, `name` first: a kind of authentication goes with its user name. */
  readonly fields: readonly FieldName[];
  /** Those of `fields`, but for `name`, whose values differ. */
  readonly details: readonly FieldName[];
  readonly changedBy: 'me' | 'them' | 'both';
}

const NAMES = (Object.keys(EMPTY_VALUES) as FieldName[]).filter(
  (name) => !(SECRET_FIELDS as readonly FieldName[]).includes(name),
);

const SENDER_FIELDS: readonly FieldName[] = SENDER_TEXTS.flatMap(
  (name) => [`/launch/${name}`, `/launch/${name}/fr`] as const,
);

/** The field whose value decides whether `name` has any. */
const PARENTS = new Map<FieldName, FieldName>(
  NAMES.flatMap((name): [FieldName, FieldName][] => {
    if (['/payload/format', '/events', '/launch'].includes(name)) return [[name, '/module']];
    if (name === '/payload/guide') return [[name, '/payload/format']];
    if (name === '/authentication/type') return [];
    if (name.startsWith('/authentication/')) return [[name, '/authentication/type']];
    if (SENDER_FIELDS.includes(name)) return [[name, 'bilingual']];
    if (name === 'bilingual' || name.startsWith('/launch/')) return [[name, '/launch']];
    return [];
  }),
);

const ancestors = (name: FieldName): FieldName[] => {
  const parent = PARENTS.get(name);
  return parent ? [parent, ...ancestors(parent)] : [];
};

/** Whether the field counts: what was entered under another choice is kept in the form and not sent. */
export const isActive = (values: FormValues, name: FieldName): boolean => {
  const rule = MODULE_RULES[values['/module']];
  if (name === '/payload/guide') {
    return formatFor(values['/module'], values['/payload/format']) === 'fhir-r4';
  }
  if (name === '/launch') return rule.launch;
  if (name === 'bilingual' || name.startsWith('/launch/')) {
    return rule.launch && values['/launch'] && (!name.endsWith('/fr') || values.bilingual);
  }
  if (name.startsWith('/authentication/') && name !== '/authentication/type') {
    const fields: readonly AuthenticationField[] =
      AUTHENTICATION_RULES[values['/authentication/type']];
    return fields.some((field) => name === `/authentication/${field.name}`);
  }
  return true;
};

/** What would be sent for the field, as text to compare. */
const effective = (values: FormValues, name: FieldName): string | undefined => {
  if (!isActive(values, name)) return undefined;
  if (name === '/events') return JSON.stringify([...values[name][values['/module']]].sort());
  if (name === '/payload/format') return formatFor(values['/module'], values[name]);
  return String(values[name]).trim();
};

/**
 * One row for each field that differs. Where a field that others hang on differs, theirs is the row, and they go along.
 * @param base what the form was opened with, which shows who changed what
 */
export const conflictRows = (
  mine: FormValues,
  theirs: FormValues,
  base: FormValues | undefined,
): ConflictRow[] => {
  const differ = (a: FormValues, b: FormValues, name: FieldName): boolean =>
    effective(a, name) !== effective(b, name);
  const different = new Set(NAMES.filter((name) => differ(mine, theirs, name)));
  return [...different]
    .filter((name) => !ancestors(name).some((ancestor) => different.has(ancestor)))
    .map((name) => {
      const below = NAMES.filter((other) => ancestors(other).includes(name));
      const fields = [name, ...below];
      const byMe = !base || fields.some((field) => differ(base, mine, field));
      const byThem = !base || fields.some((field) => differ(base, theirs, field));
      return {
        name,
        fields,
        details: below.filter((field) => different.has(field)),
        changedBy: byMe && byThem ? 'both' : byMe ? 'me' : 'them',
      };
    });
};

/**
 * The side that is chosen at first: theirs where only they changed it, so that settling a conflict does not undo their
 * work by the way; mine wherever I changed it, so that nothing that was typed is lost.
 */
export const suggestedSide = ({ changedBy }: ConflictRow): Side =>
  changedBy === 'them' ? 'theirs' : 'mine';

/** My values, with theirs in the rows for which `chosen` gives theirs. */
export const settled = (
  mine: FormValues,
  theirs: FormValues,
  rows: readonly ConflictRow[],
  chosen: (row: ConflictRow) => Side,
): FormValues => {
  const values: Record<string, unknown> = { ...mine };
  for (const row of rows) {
    if (chosen(row) === 'mine') continue;
    for (const name of row.fields) {
      if (!isActive(theirs, name)) continue;
      const module = theirs['/module'];
      values[name] =
        name === '/events'
          ? { ...mine['/events'], [module]: theirs['/events'][module] }
          : theirs[name];
    }
  }
  return values as unknown as FormValues;
};
