/** What came of an attempt, in plain words, in both languages. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { texts as english } from '../../../src/locales/en/activity.js';
import { texts as french } from '../../../src/locales/fr/activity.js';
import { answerProblem, explain, gotThrough } from '../../../src/management/activity/explain.js';
import type { Attempt } from '../../../src/management/activity/explain.js';

const attempt = (
  httpStatus: number | null,
  reason: string | null = null,
  answer: string | null = null,
): Attempt => ({ at: '2026-11-01T12:00:00Z', httpStatus, reason, answer });

const PAGE = '<!doctype html><title>Sign in</title>';

for (const [title, given, problem] of [
  ['401', attempt(401, 'http-status'), 'credentials'],
  ['403', attempt(403, 'http-status'), 'credentials'],
  ['404', attempt(404, 'http-status'), 'missing'],
  ['404 without a reason', attempt(404), 'missing'],
  ['410', attempt(410, 'http-status'), 'missing'],
  ['405', attempt(405, 'http-status'), 'method'],
  ['429', attempt(429, 'http-status'), 'too-many'],
  ['500', attempt(500, 'http-status'), 'server'],
  ['503 with a web page', attempt(503, 'http-status', PAGE), 'server'],
  ['a web page in place of JSON', attempt(200, null, PAGE), 'web-page'],
  ['a web page, with white space before', attempt(200, null, '\n  <HTML lang=en>'), 'web-page'],
  ['a web page that is no JSON', attempt(200, 'not-json', PAGE), 'web-page'],
  ['JSON that speaks of HTML', attempt(200, null, '{"a":"<html>"}'), undefined],
  ['a redirect', attempt(302, 'redirect'), undefined],
  ['a time-out', attempt(null, 'timeout'), undefined],
  ['success', attempt(204), undefined],
] as const) {
  test(`${title}: ${problem ?? 'by its reason alone'}`, () => {
    assert.equal(answerProblem(given), problem);
  });
}

for (const reason of ['tls', 'timeout', 'unreachable', 'redirect', 'not-json', 'refused-address']) {
  test(`${reason} is explained by its sentence`, () => {
    assert.equal(explain(attempt(null, reason), english), english.reasons.codes[reason]);
    assert.equal(explain(attempt(null, reason), french), french.reasons.codes[reason]);
  });
}

test('the challenge is explained', () => {
  assert.match(explain(attempt(200, 'challenge-mismatch'), english) ?? '', /challenge/);
  assert.match(explain(attempt(200, 'challenge-mismatch'), french) ?? '', /défi/);
});

test('another status is told as an error', () => {
  assert.equal(explain(attempt(418), english), english.reasons.codes['http-status']);
});

test('the code of a newer server is shown; a sentence, which may hold anything, is not', () => {
  assert.match(explain(attempt(null, 'dns-rebound'), english) ?? '', /dns-rebound/);
  const sentence = explain(attempt(null, 'No patient called Made-Up'), english) ?? '';
  assert.match(sentence, /reason is unknown/);
  assert.doesNotMatch(sentence, /Made-Up/);
  assert.match(explain(attempt(null, 'constructor'), english) ?? '', /constructor/);
});

test('nothing is explained where all went well', () => {
  assert.equal(explain(attempt(200, null, '{"ok":true}'), english), undefined);
  assert.equal(gotThrough(attempt(200)), true);
  assert.equal(gotThrough(attempt(200, 'not-json')), false);
  assert.equal(gotThrough(attempt(302)), false);
});
