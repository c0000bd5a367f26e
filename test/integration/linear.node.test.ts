/** What reads text from outside takes time in proportion to it: four times the text, about four times the time, never sixteen. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { recordableAnswer } from '../../demo/server/deliveries/answer.js';
import { matcher } from '../../src/backend/memory/search.js';
import { fold } from '../../src/integration/fold.js';
import { isDeeperThan } from '../../src/integration/json-bounds.js';
import { messageTextLength } from '../../src/integration/message-text.js';
import { parseIntegration, parseIntegrationDraft } from '../../src/integration/parse.js';
import { canonicalJson, plainJson } from '../../src/integration/plain-json.js';
import { parseBaseLaunchUrl, parseRequestUrl } from '../../src/integration/urls.js';

type Case = readonly [what: string, run: (text: string) => unknown];

/** Beginnings, repeated, that make a careless pattern look to the end of the text each time. */
const PIECES: readonly string[] = [
  '<a',
  '</a',
  '<a ',
  '<',
  '</',
  '<!--',
  '<!-',
  '<!---->',
  '-->',
  '<a>',
  '<a href="',
  '&',
  '&a',
  '&#',
  '&#1',
  '&#x',
  '&amp;',
  '&amp',
  '{{',
  '{{companyName',
  ' ',
  '\t\n',
  '\u00a0',
  '\u200b',
  'e\u0301',
  'œ',
  '%',
  '%2',
  '%25',
  '.',
  '/',
  '//',
  ':',
  '@',
  'a=',
  '?a=1&',
  '[',
  'https://',
  '\\',
  '"',
];

const DRAFT = {
  module: 'ereferrals',
  name: 'North',
  requestUrl: 'https://hooks.example.org/x',
  payload: { format: 'fhir-r4', guide: '0.11.1' },
  authentication: { type: 'none' },
  events: ['add-service-request'],
};
const LAUNCH = {
  companyName: 'North',
  applicationName: 'Book',
  baseLaunchUrl: 'https://book.example.org/',
};

const READERS: readonly Case[] = [
  ['messageTextLength', messageTextLength],
  ['parseRequestUrl', (text) => parseRequestUrl(text)],
  ['parseRequestUrl, behind a host', (text) => parseRequestUrl(`https://a.example/${text}`)],
  ['parseBaseLaunchUrl', (text) => parseBaseLaunchUrl(`https://a.example/?${text}`)],
  ['parseIntegrationDraft, name', (name) => parseIntegrationDraft({ ...DRAFT, name })],
  ['parseIntegrationDraft, event', (event) => parseIntegrationDraft({ ...DRAFT, events: [event] })],
  [
    'parseIntegrationDraft, message',
    (confirmationMessage) =>
      parseIntegrationDraft({ ...DRAFT, launch: { ...LAUNCH, confirmationMessage } }),
  ],
  ['parseIntegrationDraft, unknown', (unknown) => parseIntegrationDraft({ ...DRAFT, unknown })],
  ['parseIntegration', (name) => parseIntegration({ ...DRAFT, id: '1', version: '1', name })],
  ['fold', fold],
  ['matcher', (text) => matcher('no such words')(text)],
  ['plainJson', (text) => plainJson({ text })],
  ['canonicalJson', (text) => canonicalJson({ text })],
  ['recordableAnswer', (text) => recordableAnswer(text, ['secret', 'another'])],
];

const timeOf = (work: () => unknown): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

/** Milliseconds, the least of some runs: what else the machine does only adds to it. */
const leastTime = (work: () => unknown, runs: number): number =>
  Math.min(...Array.from({ length: runs }, () => timeOf(work)));

const LENGTH = 25_000;

/** Milliseconds below which a ratio says nothing; what is quadratic in 100,000 characters takes seconds. */
const TOO_SHORT = 150;

/** Between 4 and 16. */
const MOST = 9;

const assertLinear = (run: (text: string) => unknown, textOf: (length: number) => string): void => {
  const [text, longer] = [textOf(LENGTH), textOf(4 * LENGTH)];
  let ratio = Infinity;
  // A ratio is spoilt by a moment without a processor: again, with more runs.
  for (let runs = 1; runs <= 16; runs *= 2) {
    const long = leastTime(() => run(longer), runs);
    if (long < TOO_SHORT) return;
    ratio = long / leastTime(() => run(text), 2 * runs);
    if (ratio < MOST) return;
  }
  assert.fail(`Four times the text took ${ratio.toFixed(1)} times the time.`);
};

const repeated =
  (piece: string) =>
  (length: number): string =>
    piece.repeat(Math.ceil(length / piece.length));

describe('Linear in its text is', () => {
  for (const [what, run] of READERS)
    it(what, () => {
      for (const piece of PIECES) {
        assertLinear(run, repeated(piece));
        assertLinear(run, (length) => `<a${repeated(piece)(length)}>`);
      }
    });

  it('the depth of data', () => {
    const nested = (depth: number): unknown => {
      let value: unknown = {};
      for (let level = 0; level < depth; level++) value = level % 2 ? [value] : { value };
      return value;
    };
    const run = (text: string): unknown => isDeeperThan(nested(text.length), Infinity);
    assertLinear(run, repeated('x'));
  });

  it('a list of data', () =>
    assertLinear(
      (text) =>
        isDeeperThan(
          [...text].map((one) => [{ one }]),
          10,
        ),
      repeated('x'),
    ));
});

describe('The length of a message’s text', () => {
  /** What it was computed by: right, and quadratic. */
  const byPattern = (markup: string): number =>
    markup
      .replace(/<!--[\s\S]*?(?:-->|$)|<\/?[a-z][^>]*>/gi, '')
      .replace(/&(?:#\d+|#x[\da-f]+|[a-z][\da-z]*);/gi, '.').length;

  it('is what the pattern says, of 20,000 made-up texts', () => {
    const parts = [
      '<',
      '>',
      '/',
      '!',
      '-',
      '--',
      '<!--',
      '-->',
      'a',
      'B',
      ' ',
      '&',
      ';',
      '#',
      'x1',
      '\n',
      '"',
      '1',
    ];
    let seed = 1;
    const random = (below: number): number => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    for (let number = 0; number < 20_000; number++) {
      const text = Array.from({ length: random(14) }, () => parts[random(parts.length)]).join('');
      assert.equal(messageTextLength(text), byPattern(text), JSON.stringify(text));
    }
  });
});
