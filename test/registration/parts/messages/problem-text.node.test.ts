/** The sentence for a problem: for every code of the rules, in both languages, and for what a server may send. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { texts as english } from '../../../../src/locales/en/messages.js';
import { texts as french } from '../../../../src/locales/fr/messages.js';
import { EMPTY_VALUES } from '../../../../src/registration/model/form-values.js';
import type { FieldName } from '../../../../src/registration/model/form-values.js';
import { problemSentence } from '../../../../src/registration/parts/messages/problem-text.js';
import { ownSentence } from '../../../../src/ui/own-sentence.js';

const NAMES = Object.keys(EMPTY_VALUES) as FieldName[];

describe('A sentence of our own', () => {
  for (const [language, texts] of [
    ['English', english],
    ['French', french],
  ] as const) {
    it(`stands for each code that the texts know, in ${language}`, () => {
      for (const code of Object.keys(texts.problems)) {
        const sentence = ownSentence(texts, '/name', { code });
        assert.match(sentence, /[.?!]$/u, code);
        assert.notEqual(sentence, texts.invalid, code);
      }
    });

    it(`says of each field that it is required, in ${language}`, () => {
      for (const name of NAMES) {
        for (const code of ['required', 'url-empty']) {
          assert.match(ownSentence(texts, name, { code }), /[.?!]$/u, name);
        }
      }
      assert.equal(ownSentence(texts, undefined, { code: 'required' }), texts.requiredOther);
    });

    it(`names the longest length, in ${language}`, () => {
      const sentence = ownSentence(texts, '/name', { code: 'too-long', maximum: 80 });
      assert.match(sentence, /80/);
      assert.equal(sentence, texts.tooLong(80));
    });
  }

  for (const code of ['constructor', '__proto__', 'toString', 'hasOwnProperty', '', 'from-later']) {
    it(`stands in place of a code that is not known: ${JSON.stringify(code)}`, () =>
      assert.equal(ownSentence(english, '/name', { code }), english.invalid));
  }

  it('for a field that is called like a member of every object is that of any other', () =>
    assert.equal(ownSentence(english, 'constructor', { code: 'required' }), english.requiredOther));
});

describe('The sentence of a server', () => {
  it('stands after our own', () => {
    const sentence = problemSentence(english, '/name', { code: 'taken', detail: 'Pick another.' });
    assert.equal(typeof sentence, 'object');
    const values = (sentence as { values: unknown[] }).values;
    assert.equal(values[0], ownSentence(english, '/name', { code: 'taken' }));
    assert.equal(values.length, 2);
  });

  it('that is the same as our own is not repeated', () => {
    const own = ownSentence(english, '/name', { code: 'taken' });
    assert.equal(problemSentence(english, '/name', { code: 'taken', detail: own }), own);
  });

  it('that is empty or missing leaves our own alone', () => {
    for (const detail of [undefined, '']) {
      const own = ownSentence(english, '/name', { code: 'taken' });
      assert.equal(problemSentence(english, '/name', { code: 'taken', detail }), own);
    }
  });
});
