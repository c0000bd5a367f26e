/** Every text of a language as a user may come to read it: with names of all kinds, times and counts in its places. */
import { afterName } from '../../src/locales/end-sentence.js';
import type { TextParameter } from './text-parameters.js';

export interface Rendering {
  /** Where the text is, and with what it was rendered. */
  readonly path: string;
  readonly text: string;
  /** What was put into it: somebody else's words, to which our rules of writing do not apply. */
  readonly values: readonly string[];
}

export type Language = 'en' | 'fr';

type Values = readonly (readonly [name: string, value: unknown])[];

const COUNTS: Values = [0, 1, 2, 2_000].map((count) => [String(count), count]);

/** Stands where a rule looks for a name: no word of any language. */
export const NAME = 'Xylo';

/** Of one gender and the other, of none, plural, with a vowel first, with a stop at the end, long, and hostile. */
const NAMES: Values = [
  NAME,
  'Imagerie du Nord',
  'Accueil',
  'Les Soins',
  'Hôpital général',
  'Example Inc.',
  'Y a-t-il quelqu’un?',
  'Loading…',
  'W'.repeat(300),
  '$& $1 ${name} %s',
  '<b>{host}</b>',
  'constructor',
  '__proto__',
  '\u202ETXT',
].map((name) => [name.slice(0, 24), name]);

/** One in the morning, as the language writes it, and one of a page whose `Intl` writes it otherwise. */
const times = (language: Language): Values => [
  [
    'morning',
    new Intl.DateTimeFormat(`${language}-CA`, {
      dateStyle: 'medium',
      timeStyle: 'short',
      timeZone: 'UTC',
    }).format(new Date('2026-11-28T09:40:00Z')),
  ],
  ['a.m.', '9:40 a.m.'],
];

const LISTS: Values = [
  ['one', [NAME]],
  ['two', [NAME, 'Accueil']],
  ['three', [NAME, 'Accueil', 'Example Inc.']],
];

const TALLIES: Values = [0, 1, 2_000].map((count) => [
  String(count),
  { delivered: count, failed: count, pending: count, skipped: count },
]);

/** Parameters that are a time as text. */
const TIMES = ['when', 'time'];
/** Parameters that are a status of HTTP, and are no count. */
const STATUSES = ['status', 'httpStatus'];
const CODES: Values = [200, 404, 503].map((code) => [String(code), code]);

const valuesFor = ({ name, type, optional }: TextParameter, language: Language): Values => {
  const values = TIMES.includes(name)
    ? times(language)
    : type === 'number' && STATUSES.includes(name)
      ? CODES
      : type.startsWith('number')
        ? COUNTS
        : type === 'string'
          ? NAMES
          : type === 'readonly string[]'
            ? LISTS
            : type === 'Record<string, number>'
              ? TALLIES
              : undefined;
  if (!values) throw new Error(`No values for ${name}: ${type}`);
  return optional || type.endsWith(' | undefined') ? [...values, ['left out', undefined]] : values;
};

/** Each value in each place, the other places with each of their values in turn. */
function* calls(
  parameters: readonly TextParameter[],
  language: Language,
): Generator<readonly (readonly [string, unknown])[]> {
  const choices = parameters.map((parameter) => valuesFor(parameter, language));
  const most = Math.max(1, ...choices.map(({ length }) => length));
  for (let shift = 0; shift < (choices.length > 1 ? 3 : 1); shift += 1) {
    for (let turn = 0; turn < most; turn += 1) {
      yield choices.map((values, place) => {
        const value = values[(turn + place * shift) % values.length];
        if (!value) throw new Error('A parameter without values');
        return value;
      });
    }
  }
}

const flat = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : Array.isArray(value) ? value.flatMap(flat) : [];

const PLACEHOLDER = /\{(application|host|company|reference|link)\}/;

/** As the launch fills it in; `{link}` is a text of ours. */
const fill = (text: string, name: string): string =>
  text
    .split(PLACEHOLDER)
    .reduce((before, part, index, parts) =>
      index % 2 === 1
        ? before + (part === 'link' ? 'X' : name)
        : before + afterName(parts[index - 1] === 'link' ? '' : name, part),
    );

const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** @param parameters of the functions among the texts, by path */
export function* renderings(
  texts: unknown,
  parameters: ReadonlyMap<string, readonly TextParameter[]>,
  language: Language,
  path = '',
): Generator<Rendering> {
  if (isGroup(texts)) {
    for (const [key, inner] of Object.entries(texts))
      yield* renderings(inner, parameters, language, `${path}/${key}`);
    return;
  }
  if (typeof texts === 'string') {
    if (texts.search(PLACEHOLDER) < 0) {
      yield { path, text: texts, values: [] };
      return;
    }
    for (const [name, value] of NAMES)
      yield {
        path: `${path}(${name})`,
        text: fill(texts, String(value)),
        values: [String(value)],
      };
    return;
  }
  if (typeof texts !== 'function') throw new Error(`${path} is no text: ${typeof texts}`);
  const own = parameters.get(path);
  // What a file takes over from another is rendered with that.
  if (!own) return;
  for (const call of calls(own, language)) {
    const text: unknown = (texts as (...values: unknown[]) => unknown)(
      ...call.map(([, value]) => value),
    );
    if (typeof text !== 'string') throw new Error(`${path} gives no text: ${typeof text}`);
    yield {
      path: `${path}(${call.map(([name]) => name).join(', ')})`,
      text,
      values: call.flatMap(([, value]) => flat(value)),
    };
  }
}
