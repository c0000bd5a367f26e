/** Which language a tag asks for, however a platform spells it. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { LANGUAGE_TAGS, languageOfTag } from '../../src/integration/language-tag.js';

const FRENCH = [
  ...['fr', 'fr-CA', 'fr_CA', 'FR', 'Fr-ca', 'FR_ca', 'fr-Latn-CA', 'fr-Latn', 'fr_Latn_CA'],
  ...['fra', 'fre', 'FRA', 'fra-CA', ' fr', 'fr ', '\tfr-CA\n', '\u00a0fr', 'fr-CA-x-clinic'],
  ...['fr_CA.UTF-8', 'fr_CA.utf8@euro', 'fr@euro', 'fr-CA-u-nu-latn', 'fr-419', 'fr-'],
  ...['French_Canada.1252', 'fr_FR_POSIX'],
];
const ENGLISH = [
  ...['en', 'en-CA', 'EN_us', 'eng', '', ' ', '-', '_', 'C', 'POSIX', 'und', 'mul', 'x-fr'],
  ...['frr', 'frc', 'fro', 'frisian', 'fy', 'de-FR', 'en-FR', 'ff', 'f', 'constructor'],
  ...['__proto__', 'ﬁ', '‮rf', '"fr"', '*', 'iu-Cans-CA', 'cr'],
];

for (const tag of FRENCH) {
  test(`${JSON.stringify(tag)} is French`, () => assert.equal(languageOfTag(tag), 'fr'));
}
for (const tag of ENGLISH) {
  test(`${JSON.stringify(tag)} is not French`, () => assert.equal(languageOfTag(tag), 'en'));
}

test('no tag is English', () => {
  assert.equal(languageOfTag(null), 'en');
  assert.equal(languageOfTag(undefined), 'en');
});

test('`Intl` takes the tags that are used for it', () => {
  for (const tag of Object.values(LANGUAGE_TAGS)) {
    assert.deepEqual(Intl.NumberFormat.supportedLocalesOf(tag), [tag]);
  }
});
