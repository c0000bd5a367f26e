/** The fields of a conflict and their values in words. */
import type { FieldName, FormValues } from './form-values.js';
import type { FormTexts } from '../../locales/en/form.js';
import type { ConflictTexts } from '../../locales/en/conflict.js';
import { shorten } from '../../ui/text.js';
import { isActive } from './conflict-rows.js';
import type { ConflictRow } from './conflict-rows.js';

/** A line of a value: alone, or after a term such as the name of a field. */
export interface ValueLine {
  readonly term?: string;
  readonly text: string;
  /** Nothing is there: shown quietly. */
  readonly empty?: boolean;
  /** Language of the text, where it is known. */
  readonly language?: 'en' | 'fr';
}

export interface ValueWords {
  readonly form: FormTexts;
  readonly conflict: ConflictTexts;
  eventName(code: string): string;
}

/** Events that each side names, before "and 3 more". */
const NAMED_EVENTS = 6;
const LONGEST_VALUE = 240;

export const fieldLabel = (
  name: FieldName,
  { form, conflict }: Pick<ValueWords, 'form' | 'conflict'>,
): string => {
  if (name.endsWith('/fr')) {
    return form.inLanguage(
      fieldLabel(name.slice(0, -3) as FieldName, { form, conflict }),
      form.french,
    );
  }
  const { authentication, launch } = form;
  const key = name.slice(name.lastIndexOf('/') + 1);
  switch (name) {
    case '/module':
      return form.module.legend;
    case '/name':
      return form.basics.name;
    case '/requestUrl':
      return form.basics.requestUrl;
    case '/payload/format':
      return form.payload.type;
    case '/payload/guide':
      return form.payload.guide;
    case '/authentication/type':
      return authentication.type;
    case '/events':
      return form.events.heading;
    case '/launch':
      return launch.heading;
    case 'bilingual':
      return launch.bilingual;
    case '/launch/companyName':
      return launch.companyName;
    case '/launch/baseLaunchUrl':
      return launch.baseLaunchUrl;
    case '/launch/applicationName':
      return launch.applicationName;
    case '/launch/category':
      return launch.category;
  }
  if (key in authentication.fields) {
    return authentication.fields[key as keyof typeof authentication.fields];
  }
  return conflict.fields[key as keyof typeof conflict.fields];
};

/** Markup taken out, as it is for looking at only; words of different elements stay apart. */
const withoutMarkup = (message: string): string =>
  message
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&nbsp;', ' ')
    .replace(/\s+/g, ' ')
    .trim();

const valueText = (
  values: FormValues,
  other: FormValues,
  name: FieldName,
  { form, conflict }: ValueWords,
): string => {
  const value = values[name];
  if (typeof value === 'boolean') return value ? conflict.yes : conflict.no;
  switch (name) {
    case '/module':
      return form.module.options[values[name]];
    case '/payload/format':
      return form.payload.formats[values[name]];
    case '/payload/guide':
      return form.payload.guides[values[name]];
    case '/authentication/type':
      return form.authentication.types[values[name]];
    case '/launch/confirmationMessage':
    case '/launch/confirmationMessage/fr': {
      const [plain, others] = [withoutMarkup(values[name]), withoutMarkup(other[name])];
      // Where the words are the same, the markup is what differs.
      return plain === others ? values[name] : plain;
    }
    default:
      return typeof value === 'string' ? value.trim() : '';
  }
};

const eventLines = (values: FormValues, other: FormValues, words: ValueWords): ValueLine[] => {
  const { conflict: t } = words;
  const [own, others] = [values, other].map((side) => side['/events'][side['/module']]) as [
    readonly string[],
    readonly string[],
  ];
  const told = (codes: readonly string[]): string => {
    const named = codes.slice(0, NAMED_EVENTS).map((code) => words.eventName(code));
    return t.named(named, codes.length - named.length);
  };
  const added = own.filter((code) => !others.includes(code));
  const missing = others.filter((code) => !own.includes(code));
  return [
    { text: t.events(own.length), empty: own.length === 0 },
    ...(added.length > 0 ? [{ term: t.with, text: told(added) }] : []),
    // Where this side has more, the other side lists what it lacks.
    ...(added.length === 0 ? [{ term: t.without, text: told(missing) }] : []),
  ];
};

const linesOf = (
  values: FormValues,
  other: FormValues,
  name: FieldName,
  words: ValueWords,
): ValueLine[] => {
  if (name === '/events') return eventLines(values, other, words);
  const text = shorten(valueText(values, other, name, words), LONGEST_VALUE);
  if (text === '') return [{ text: words.conflict.empty, empty: true }];
  const language = name.endsWith('/fr') ? 'fr' : undefined;
  return [{ text, ...(language && { language }) }];
};

/** What one side has in a row: the field's value, and what else differs along with it. */
export const valueLines = (
  { name, details }: ConflictRow,
  values: FormValues,
  other: FormValues,
  words: ValueWords,
): ValueLine[] => [
  ...linesOf(values, other, name, words),
  ...details
    .filter((field) => isActive(values, field))
    .flatMap((field) =>
      linesOf(values, other, field, words).map((line, index) =>
        index === 0 ? { ...line, term: fieldLabel(field, words) } : line,
      ),
    )
    .filter((line) => !line.empty),
];
