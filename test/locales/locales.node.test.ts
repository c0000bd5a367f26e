/** Every text is there in both languages, and is a text of that language. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import test from 'node:test';
import { BACKEND_ERROR_KINDS } from '../../src/backend/backend-error.js';
import { EVENT_CATALOGUE } from '../../src/integration/event-catalogue.js';
import { MODULES } from '../../src/integration/rules.js';
import { NAME, renderings } from './renderings.js';
import type { Language, Rendering } from './renderings.js';
import { textParameters } from './text-parameters.js';
import type { TextParameter } from './text-parameters.js';

type Texts = Record<string, unknown>;

const LOCALES = new URL('../../src/locales/', import.meta.url);
const filesOf = (language: string): string[] =>
  readdirSync(new URL(`${language}/`, LOCALES)).sort();
const LANGUAGES: readonly Language[] = ['en', 'fr'];
const load = async (language: string, file: string): Promise<Texts> =>
  ((await import(new URL(`${language}/${file}`, LOCALES).href)) as { texts: Texts }).texts;

/** Texts that are the same in both languages. */
const SAME = new Set([
  'HL7 FHIR R4',
  'HL7 FHIR\u00a0R4',
  'JSON',
  'Module',
  'Logo',
  'Message',
  'Messages',
  'Pages',
  'Site',
  'Actions',
  'Version',
]);

/** Words that an untranslated or half translated text would have. */
const ENGLISH_WORDS =
  /\b(?:the|this|that|these|with|without|was|were|has|have|does|not|your|you|and|of|from|again|please|could|cannot|enter|check|saved?|loading|failed|select(?:ed)?|it|its|is|are|be|to|in|for|by|or|will|must|shown|open|close|show|hide|delete|add|name|file|form|field|integration(?=\s+(?:is|was|has))|error|header|webhook key|settings|referral|listing|sender|endpoint)\b/i;

const isTexts = (value: unknown): value is Texts => typeof value === 'object' && value !== null;

const shapeOf = (value: unknown): unknown =>
  isTexts(value)
    ? Object.fromEntries(
        Object.keys(value)
          .sort()
          .map((key) => [key, Array.isArray(value) ? 'text' : shapeOf(value[key])]),
      )
    : typeof value === 'function'
      ? 'function'
      : 'text';

test('the languages have the same files', () => {
  assert.deepEqual(filesOf('fr'), filesOf('en'));
});

/** The names and descriptions of the events, by their codes. */
const eventTexts = (language: 'en' | 'fr'): Texts =>
  Object.fromEntries(
    EVENT_CATALOGUE.map(({ code, name, description }) => [
      code,
      [name[language], description[language]],
    ]),
  );

interface Pair {
  readonly file: string;
  readonly en: Texts;
  readonly fr: Texts;
  readonly parameters: ReadonlyMap<string, readonly TextParameter[]>;
}

const PAIRS: Pair[] = [
  {
    file: 'event-catalogue.ts',
    en: eventTexts('en'),
    fr: eventTexts('fr'),
    parameters: new Map(),
  },
];
for (const file of filesOf('en').filter((name) => filesOf('fr').includes(name))) {
  PAIRS.push({
    file,
    en: await load('en', file),
    fr: await load('fr', file),
    parameters: textParameters(new URL(`en/${file}`, LOCALES)),
  });
}

const renderingsOf = (pair: Pair, language: Language): Rendering[] => [
  ...renderings(pair[language], pair.parameters, language),
];

/** The text without what was put into it, so that a rule looks at our own words; a letter keeps each place. */
const ownWords = ({ text, values }: Rendering): string =>
  [...values]
    .sort((a, b) => b.length - a.length)
    .reduce((rest, value) => (value ? rest.replaceAll(value, 'X') : rest), text);

const functionsIn = (value: unknown): unknown[] =>
  typeof value === 'function'
    ? [value]
    : isTexts(value)
      ? Object.values(value).flatMap(functionsIn)
      : [];

test('every text that is a function is rendered', () => {
  for (const language of LANGUAGES) {
    const rendered = new Set(
      PAIRS.flatMap((pair) =>
        [...pair.parameters.keys()].map((path) =>
          path
            .split('/')
            .slice(1)
            .reduce<unknown>((at, key) => (isTexts(at) ? at[key] : undefined), pair[language]),
        ),
      ),
    );
    for (const pair of PAIRS) {
      for (const each of functionsIn(pair[language])) assert.ok(rendered.has(each), pair.file);
    }
  }
});

/** Ours, before a name of unknown gender and number: what follows then agrees with the noun. */
const NOUN = /(?:intégration|fichier|application|texte|formulaire|système|fiche)\s*«?\s*$/iu;
const AGREES = new RegExp(
  `${NAME}(?:\\u00a0»)?\\s+(?:n’)?(?:est|sont|sera|a été|ont été|n’est|a pas pu être)\\b`,
  'u',
);
const ELIDES = new RegExp(
  `(?:^|[\\s(])(?:de|du|le|la|au|que|si|je|ne|se|jusque|lorsque|puisque)\\s${NAME}`,
  'iu',
);

/** What is wrong in either language. */
const wrongAnywhere = (rendering: Rendering): string[] => {
  const { path, text, values } = rendering;
  const own = ownWords(rendering);
  const ends = (value: string): boolean => /[.…?!]$/u.test(value);
  return [
    // A stop behind a name or a time that brings its own.
    values.some((value) => ends(value) && text.includes(`${value}.`)) ? 'a double stop' : '',
    /\.\.|[…?!]\.|\.[?!;:,]|,,|::/u.test(own) ? 'a double stop' : '',
    /undefined|null|NaN|\[object|native code|=>/u.test(own) ? 'no value in a place' : '',
    /[{}]|\$/u.test(own) ? 'a place that is not filled' : '',
    /['"`]/u.test(own) ? 'a straight quotation mark or apostrophe' : '',
    /^\s|\s$|\s\s|\s[,.)…]|\(\s/u.test(own) ? 'a space too many' : '',
    /[\p{L}\d][,;:!?](?=\p{L})/u.test(own.replace(/\b(?:https?|mailto|tel):\S*/gu, ''))
      ? 'a space too few'
      : '',
    /^X?\.?$/.test(own) && !path.startsWith('/named(') ? 'a value alone' : '',
    /(?<!\d)\d{4,}(?!\d)/u.test(own.replace(/203\.0\.113\.10|\+\d+|(?:REF|AIG)-\d+/gu, ''))
      ? 'a number without its separator'
      : '',
  ].filter(Boolean);
};

/** What is wrong in French. */
const wrongInFrench = (rendering: Rendering): string[] => {
  const { text } = rendering;
  const own = ownWords(rendering);
  const [before = ''] = text.split(NAME);
  return [
    /\s[;!?]/u.test(own) ? 'a space before ; ! ?' : '',
    /[^\u00a0]:(?=\s|$)/u.test(own) ? 'no no-break space before a colon' : '',
    /«[^\u00a0]|[^\u00a0]»/u.test(own) ? 'no no-break space inside quotation marks' : '',
    /\d[^\u00a0]?%/u.test(own) ? 'no no-break space before %' : '',
    /[“”]/u.test(own) ? 'English quotation marks' : '',
    // A count or a measure and what it is of; a number may stand alone before a preposition.
    /(?<![\p{L}\d.])\d+ (?!sur |à |et |de |ou |jusqu’)\p{L}/u.test(own)
      ? 'no no-break space between a number and its noun'
      : '',
    /(?:HTTP|Tentative|R) \d/u.test(own) ? 'no no-break space before a number' : '',
    AGREES.test(text) && !NOUN.test(before) ? 'agrees with a name of unknown gender' : '',
    ELIDES.test(text) ? 'a word before a name that would be elided or contracted' : '',
  ].filter(Boolean);
};

for (const pair of PAIRS) {
  const { file, en, fr } = pair;

  test(`${file}: the same texts in both languages`, () => {
    assert.ok(isTexts(en), 'exports `texts`');
    assert.deepEqual(shapeOf(fr), shapeOf(en));
  });

  test(`${file}: no text is empty or left in English`, () => {
    const inFrench = new Map(
      renderingsOf(pair, 'fr').map((rendering) => [rendering.path, rendering]),
    );
    for (const rendering of renderingsOf(pair, 'en')) {
      const { path, text } = rendering;
      const translated = inFrench.get(path);
      assert.ok(ownWords(rendering).trim(), `${path} is empty in English`);
      assert.ok(translated && ownWords(translated).trim(), `${path} is empty in French`);
      const own = ownWords(rendering);
      // What only puts texts together has no words of its own.
      if (!/\p{L}{2}/u.test(own.replace('Ctrl', ''))) continue;
      assert.ok(
        own !== ownWords(translated) || SAME.has(own),
        `${path} is the same in both languages: ${text}`,
      );
    }
  });

  for (const language of LANGUAGES) {
    test(`${file}: with any name, time and count the ${language} is well written`, () => {
      const wrong = renderingsOf(pair, language).flatMap((rendering) =>
        [...wrongAnywhere(rendering), ...(language === 'fr' ? wrongInFrench(rendering) : [])].map(
          (what) => `${what}: ${rendering.path}: ${rendering.text.slice(0, 400)}`,
        ),
      );
      assert.deepEqual(wrong, []);
    });
  }

  test(`${file}: the French has no English words`, () => {
    const wrong = renderingsOf(pair, 'fr').flatMap((rendering) => {
      // Protocol words, URLs and what is quoted are what they are.
      const words = ownWords(rendering).replace(
        /«\u00a0challenge\u00a0»|\b(?:https?|mailto|tel):\S*|<[^>]*>|x-ocean-\S+/g,
        '',
      );
      const [english] = ENGLISH_WORDS.exec(words) ?? [];
      return english ? [`${english}: ${rendering.path}: ${words}`] : [];
    });
    assert.deepEqual(wrong, []);
  });
}

/** Members of a union type of texts in a source file. */
const codesIn = (file: string, start: RegExp): string[] => {
  const source = readFileSync(new URL(`../../src/${file}`, import.meta.url), 'utf8');
  const from = source.search(start);
  assert.ok(from >= 0, `${String(start)} is in ${file}`);
  const type = source.slice(from, source.indexOf(';', from));
  return [...type.matchAll(/\|\s*'([a-z-]+)'/g)].map(([, code]) => code ?? '');
};

/** Where a language tells `code`, in whatever file and below whatever key. */
const tells = async (language: string, keys: readonly string[], code: string): Promise<boolean> => {
  for (const file of filesOf(language)) {
    const found = (value: unknown): boolean =>
      isTexts(value) &&
      Object.entries(value).some(
        ([key, inner]) =>
          (keys.includes(key) && isTexts(inner) && Object.hasOwn(inner, code)) || found(inner),
      );
    if (found(await load(language, file))) return true;
  }
  return false;
};

for (const language of ['en', 'fr']) {
  test(`${language}: every problem of a URL has a sentence`, async () => {
    const codes = codesIn('integration/urls.ts', /export type UrlProblem/);
    assert.ok(codes.length > 10);
    for (const code of codes) {
      // What is empty is told as required, at its field.
      const place = code === 'url-empty' ? ['required', '/requestUrl'] : ['problems', code];
      assert.ok(await tells(language, [place[0] ?? ''], place[1] ?? ''), code);
    }
  });

  test(`${language}: every warning about a URL has a sentence`, async () => {
    const codes = codesIn('integration/urls.ts', /readonly code:/);
    assert.ok(codes.length > 5);
    for (const code of codes) assert.ok(await tells(language, ['urlNotes'], code), code);
  });

  test(`${language}: every kind of failure has a sentence`, async () => {
    for (const kind of BACKEND_ERROR_KINDS) {
      assert.ok(await tells(language, ['kinds'], kind), kind);
    }
  });

  test(`${language}: every refusal by the schema has a sentence`, async () => {
    const sources = readdirSync(new URL('../../src/integration/', import.meta.url), 'utf8')
      .filter((name) => name.endsWith('.ts'))
      .map((name) =>
        readFileSync(new URL(`../../src/integration/${name}`, import.meta.url), 'utf8'),
      );
    const codes = sources.flatMap((source) =>
      [...source.matchAll(/refuse\(\s*context,[^']*'([a-z-]+)'/g)].map(([, code]) => code ?? ''),
    );
    assert.ok(codes.length > 2);
    for (const code of codes) assert.ok(await tells(language, ['problems'], code), code);
  });

  test(`${language}: every module has a name`, async () => {
    for (const module of MODULES) assert.ok(await tells(language, ['options'], module), module);
  });
}
