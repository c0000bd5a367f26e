/** Every text is there in both languages, and is a text of that language. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import test from 'node:test';
import { BACKEND_ERROR_KINDS } from '../../src/backend/backend-error.js';
import { EVENT_CATALOGUE } from '../../src/integration/event-catalogue.js';
import { MODULES } from '../../src/integration/rules.js';

type Texts = Record<string, unknown>;

const LOCALES = new URL('../../src/locales/', import.meta.url);
const filesOf = (language: string): string[] =>
  readdirSync(new URL(`${language}/`, LOCALES)).sort();
const load = async (language: string, file: string): Promise<Texts> =>
  ((await import(new URL(`${language}/${file}`, LOCALES).href)) as { texts: Texts }).texts;

/** Texts that are the same in both languages. */
const SAME = new Set([
  'HL7 FHIR R4',
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
  /\b(?:the|this|that|these|with|without|was|were|has|have|does|not|your|you|and|of|from|again|please|could|cannot|enter|check|saved?|loading|failed|select(?:ed)?)\b/i;

const isTexts = (value: unknown): value is Texts => typeof value === 'object' && value !== null;

/** Each text with its path; what a function gives for numbers and for texts stands under its own path. */
function* leaves(value: unknown, path = ''): Generator<[string, string]> {
  if (isTexts(value)) {
    for (const [key, inner] of Object.entries(value)) yield* leaves(inner, `${path}/${key}`);
  } else if (typeof value === 'function') {
    for (const sample of samples(value as Fn)) yield [`${path}(${sample.name})`, sample.text];
  } else yield [path, typeof value === 'string' ? value : `not a text: ${typeof value}`];
}

type Fn = (...values: unknown[]) => unknown;

/** Functions take counts, texts or a list of texts: each sample that does not throw is one. */
function* samples(fn: Fn): Generator<{ name: string; text: string }> {
  for (const [name, sample] of [
    ['0', [0, 0, 0]],
    ['1', [1, 1, 1]],
    ['2', [2, 3, 4]],
    ['1200', [1200, 3400, 5600]],
    ['text', ['Xylo', 'Yttrium', 'Zorglub']],
    ['list', [['Xylo', 'Yttrium'], 2, 3]],
  ] as const) {
    let text: unknown;
    try {
      text = fn(...sample);
    } catch {
      continue;
    }
    if (isTexts(text))
      for (const [key, inner] of leaves(text)) yield { name: name + key, text: inner };
    else yield { name, text: String(text) };
  }
}

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

const PAIRS: [file: string, english: Texts, french: Texts][] = [
  ['event-catalogue.ts', eventTexts('en'), eventTexts('fr')],
];
for (const file of filesOf('en').filter((name) => filesOf('fr').includes(name))) {
  PAIRS.push([file, await load('en', file), await load('fr', file)]);
}

for (const [file, english, french] of PAIRS) {
  test(`${file}: the same texts in both languages`, () => {
    assert.ok(isTexts(english), 'exports `texts`');
    assert.deepEqual(shapeOf(french), shapeOf(english));
  });

  test(`${file}: no text is empty or left in English`, () => {
    const inFrench = new Map(leaves(french));
    for (const [path, text] of leaves(english)) {
      const translated = inFrench.get(path);
      assert.ok(text.trim(), `${path} is empty in English`);
      assert.ok(translated?.trim(), `${path} is empty in French`);
      assert.ok(
        text !== translated || SAME.has(text),
        `${path} is the same in both languages: ${text}`,
      );
    }
  });

  test(`${file}: the French has no English words and keeps to the typography of Québec`, () => {
    for (const [path, text] of leaves(french)) {
      // Protocol words, URLs and what is quoted are what they are.
      const words = text.replace(/«[^»]*»|\bhttps?\S*|<[^>]*>|x-ocean-\S+/g, '');
      assert.doesNotMatch(words, ENGLISH_WORDS, `${path}: ${text}`);
      assert.doesNotMatch(text, /['"]/, `${path}: typographic quotes and apostrophes, in ${text}`);
      assert.doesNotMatch(text, /\s[;!?]/, `${path}: no space before ; ! ?, in ${text}`);
      assert.doesNotMatch(
        text.replace(/\bhttps?:/g, ''),
        /[^\u00a0]:(?:\s|$)|«[^\u00a0]|[^\u00a0]»|\d[^\u00a0]?%/u,
        `${path}: a non-breaking space before : and %, and inside « », in ${text}`,
      );
      assert.doesNotMatch(
        text,
        /(?<!\p{L})\d (?:\d|caract|événem|champ|second|minut|jour)/u,
        `${path}: numbers hold on to what they count`,
      );
    }
  });

  test(`${file}: the English uses typographic quotes and apostrophes`, () => {
    for (const [path, text] of leaves(english)) {
      if (!/[{}<>]/.test(text)) assert.doesNotMatch(text, /['"]/, `${path}: ${text}`);
    }
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
