/** Names as they are shown and entered: what hides in them, and how much of them is drawn. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseIntegrationDraft } from '../../src/integration/parse.js';
import { hasHiddenCharacter, plainName } from '../../src/integration/plain-name.js';

const HIDDEN = [
  0, 7, 8, 0x1b, 0x7f, 0x80, 0x9b, 0xad, 0x34f, 0x61c, 0x115f, 0x1160, 0x17b4, 0x180e, 0x200b,
  0x200c, 0x200d, 0x200e, 0x200f, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2060, 0x2061, 0x2064,
  0x2066, 0x2067, 0x2068, 0x2069, 0x206f, 0x2800, 0x3164, 0xfe00, 0xfe0f, 0xfeff, 0xffa0, 0xfff9,
  0xe0001, 0xe0041, 0xe0100,
];
const HARMLESS = [
  'Northern Imaging',
  'Clinique Montréal – Étude',
  'L’Hôpital d’Ottawa',
  '«\u00a0Santé\u00a0»',
  'Šibenik',
  'עברית',
  'العربية',
  'می\u200cخواهم',
  'क\u094d\u200dष',
  '日本語',
  'Care \u2764\ufe0f',
  '👨\u200d👩\u200d👧',
  'A & B <c>',
  'O\u2019Neil',
  'X\u00a0Y',
  'e\u0301',
  '1-800',
  '',
];

describe('a name', () => {
  it('is shown without what hides, and refused with it', () => {
    for (const code of HIDDEN) {
      const name = `a${String.fromCodePoint(code)}b`;
      assert.equal(plainName(name), 'ab', `U+${code.toString(16)}`);
      assert.ok(hasHiddenCharacter(name), `U+${code.toString(16)}`);
    }
  });

  it('that is harmless stays as it is, and is accepted', () => {
    for (const name of HARMLESS) {
      assert.equal(plainName(name), name);
      assert.ok(!hasHiddenCharacter(name), name);
    }
  });

  it('is drawn with 200 characters at most', () => {
    assert.equal(plainName('x'.repeat(200)), 'x'.repeat(200));
    assert.equal(plainName('x'.repeat(201)), `${'x'.repeat(199)}…`);
    assert.equal(plainName('😀'.repeat(10_000)), `${'😀'.repeat(199)}…`);
    assert.ok([...plainName('\u202e'.repeat(5_000) + 'x')].length <= 200);
    assert.equal(plainName(`${'\u200b'.repeat(5_000_000)}x`), '…');
  });

  it('is on one line', () => assert.equal(plainName(' a\r\n\tb\u2028c '), 'a b c'));

  it('that hides something is refused wherever a draft has one', () => {
    const draft = (name: string, launch: object) => ({
      module: 'ereferrals',
      name,
      requestUrl: 'https://emr.example.org/hook',
      payload: { format: 'fhir-r4', guide: '0.11.1' },
      authentication: { type: 'none' },
      events: ['add-service-request'],
      launch: {
        companyName: 'C',
        applicationName: 'A',
        baseLaunchUrl: 'https://book.example.org/',
        ...launch,
      },
    });
    const hidden = 'A\u202eB';
    for (const [name, launch, pointer] of [
      [hidden, {}, '/name'],
      ['A', { companyName: hidden }, '/launch/companyName'],
      ['A', { companyName: { en: 'a', fr: hidden } }, '/launch/companyName/fr'],
      ['A', { applicationName: hidden }, '/launch/applicationName'],
      ['A', { category: hidden }, '/launch/category'],
      ['A', { logoAlt: hidden }, '/launch/logoAlt'],
    ] as const) {
      const result = parseIntegrationDraft(draft(name, launch));
      assert.deepEqual(result.ok ? [] : result.issues, [{ pointer, code: 'name-invisible' }]);
    }
    assert.ok(parseIntegrationDraft(draft('Clinique «\u00a0Santé\u00a0»', {})).ok);
  });
});
