/** The event catalogue: every code of the sources, with its focus and direction; texts for people; few bytes. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { measure } from '../../scripts/size.mjs';
import { EVENT_CATALOGUE } from '../../src/integration/event-catalogue.js';
import { loadEventCatalogue } from '../../src/integration/index.js';

/** Characters. The reviewed French names run longer than the English ones. */
const LONGEST_NAME = { en: 40, fr: 45 };

/** Code, focus, direction, as the sources have them. */
const PATIENT_ENGAGEMENT = [
  ['notify-patient-message-forms-completion', '', 'from-patient'],
  ['notify-patient-note-added', '', 'from-patient'],
];
const EREFERRALS = [
  ['add-service-request', 'ServiceRequest', 'from-requester'],
  ['notify-update-service-request', 'ServiceRequest', 'from-requester'],
  ['revoke-service-request', 'ServiceRequest', 'from-requester'],
  ['notify-data-correction', 'ServiceRequest Patient', 'from-performer'],
  ['notify-add-process-request', 'Task', 'from-performer'],
  ['notify-update-process-request', 'Task Appointment', 'from-performer'],
  ['notify-add-appointment', 'Appointment', 'from-performer'],
  ['send-communication-from-requester', 'Communication', 'from-requester'],
  ['send-communication-from-provider', 'Communication', 'from-performer'],
  ['notify-add-service-record', 'ServiceRequest', 'from-informer'],
  ['notify-update-service-record', 'ServiceRequest Task Appointment', 'from-informer'],
];

describe('The event catalogue', () => {
  for (const [module, expected] of [
    ['patient-engagement', PATIENT_ENGAGEMENT],
    ['ereferrals', EREFERRALS],
  ] as const) {
    it(`has the events of ${module}`, () => {
      const events = EVENT_CATALOGUE.filter((event) => event.module === module).map(
        ({ code, focus, direction }) => [code, focus.join(' '), direction],
      );
      assert.deepEqual(events.sort(), [...expected].sort());
    });
  }

  it('has each code once', () => {
    const codes = EVENT_CATALOGUE.map(({ code }) => code);
    assert.equal(new Set(codes).size, codes.length);
  });

  for (const language of ['en', 'fr'] as const) {
    it(`tells events apart by short names (${language})`, () => {
      const names = EVENT_CATALOGUE.map(({ name }) => name[language]);
      assert.equal(new Set(names).size, names.length);
      for (const name of names) {
        assert.match(name, /^\p{Lu}[\p{L}\p{P}\s]*[^.\s]$/u);
        assert.doesNotMatch(name, /\s\p{Lu}/u, `sentence case: ${name}`);
        assert.ok(name.length <= LONGEST_NAME[language], name);
      }
    });

    it(`describes each event in one sentence (${language})`, () => {
      for (const { description, name } of EVENT_CATALOGUE) {
        const text = description[language];
        assert.match(text, /^\p{Lu}[^.]*(?:etc)?\.$/u);
        assert.notEqual(text.replace(/\.$/, ''), name[language]);
      }
    });
  }

  it('says “aiguillage” for a referral, throughout', () => {
    for (const { name, description } of EVENT_CATALOGUE)
      assert.doesNotMatch(`${name.fr} ${description.fr}`, /demande de|consultation|référence/i);
  });

  it('cannot be read as medical treatment in French', () => {
    for (const { name, description } of EVENT_CATALOGUE)
      for (const text of [name.fr, description.fr])
        assert.doesNotMatch(text, /traitement(?! de l’aiguillage)/i);
  });

  it('is the one that the entry loads on demand', async () => {
    assert.equal(await loadEventCatalogue(), EVENT_CATALOGUE);
  });

  it('weighs 1.5 kB gzip at most', async () => {
    const { usable } = await measure('src/integration/event-catalogue.ts');
    assert.ok(usable.gzip <= 1_500, `${usable.gzip} bytes`);
  });
});
