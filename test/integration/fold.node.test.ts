/** What finds what in a search: each pair is one and the same when it is typed in a search field. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { matcher } from '../../src/backend/memory/search.js';
import { fold } from '../../src/integration/fold.js';

const SAME: readonly (readonly [written: string, typed: string])[] = [
  ['Cœur', 'coeur'],
  ['CŒUR', 'coeur'],
  ['Cœur', 'CŒUR'],
  ['Œdème', 'oedeme'],
  ['Lætitia', 'laetitia'],
  ['Æsculape', 'aesculape'],
  ['ǽ', 'ae'],
  ['Straße', 'strasse'],
  ['STRAẞE', 'strasse'],
  ['Østergaard', 'ostergaard'],
  ['Łódź', 'lodz'],
  ['Đorđe', 'dorde'],
  ['Þór', 'thor'],
  ['Diyarbakır', 'diyarbakir'],
  ['İstanbul', 'istanbul'],
  ['ΣΊΣΥΦΟΣ', 'σίσυφος'],
  ['é', 'e\u0301'],
  ['Hôpital Général', 'hopital general'],
  ['Noël', 'NOEL'],
  ['Québec', 'quebec'],
  ['ç', 'c'],
  ['l’hôpital', "l'hopital"],
  ['l‘hôpital', "l'hopital"],
  ['Skwxwú7mesh ʼ', "skwxwu7mesh '"],
  ['K’ómoks', 'k`omoks'],
  ['l´hôpital', "l'hopital"],
  ['l＇hôpital', "l'hopital"],
  ['Saint‑Jérôme', 'saint-jerome'],
  ['Trois‐Rivières', 'trois-rivieres'],
  ['Nord–Sud', 'nord-sud'],
  ['R4\u00a0FHIR', 'r4 fhir'],
  ['1\u202f000', '1 000'],
  ['inter\u00advention', 'intervention'],
  ['zero\u200bwidth', 'zerowidth'],
  ['ﬁche', 'fiche'],
  ['ＦＨＩＲ', 'fhir'],
  ['№ 5', 'no 5'],
  ['x²', 'x2'],
  ['', ''],
];

const DIFFERENT: readonly (readonly [string, string])[] = [
  ['coeur', 'cour'],
  ['oe', 'o e'],
  ['a-b', 'ab'],
  ["l'un", 'lun'],
  ['R4', 'R5'],
  ['ŵ', 'v'],
];

describe('fold', () => {
  for (const [written, typed] of SAME)
    it(`"${written}" is "${typed}"`, () => assert.equal(fold(written), fold(typed)));

  for (const [a, b] of DIFFERENT)
    it(`"${a}" is not "${b}"`, () => assert.notEqual(fold(a), fold(b)));

  it('gives what is folded already as it is, for every character', () => {
    const wrong: string[] = [];
    for (let code = 0; code <= 0x1ffff; code += 1) {
      const character = String.fromCodePoint(code);
      const folded = fold(character);
      if (fold(folded) !== folded) wrong.push(code.toString(16));
    }
    assert.deepEqual(wrong, []);
  });

  it('leaves no upper case of the letters that French and English write', () => {
    assert.equal(fold('ÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆ'), 'aaaceeeeiioouuuyoeae');
    assert.equal(fold('àâäçéèêëîïôöùûüÿœæ'), 'aaaceeeeiioouuuyoeae');
  });
});

describe('matcher', () => {
  const TEXT = ['Clinique du Cœur, l’Hôpital Saint‑Jérôme', 'https://coeur.example.org/fhir'];
  const QUERIES: Readonly<Record<string, boolean>> = {
    coeur: true,
    'CŒUR clinique': true,
    "l'hopital": true,
    'saint-jerome': true,
    '  jérôme   saint ': true,
    '': true,
    '   ': true,
    'example.org': true,
    cour: false,
    'coeur rein': false,
  };
  for (const [query, found] of Object.entries(QUERIES))
    it(`"${query}" is ${found ? '' : 'not '}found`, () =>
      assert.equal(matcher(query)(...TEXT), found));

  it('finds everything without a query', () => assert.equal(matcher(undefined)('x'), true));
});
