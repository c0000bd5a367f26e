/** Events: how they are grouped, and what the filter shows. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { EventType } from '../../../src/integration/schema.js';
import { texts as english } from '../../../src/locales/en/form.js';
import { texts as french } from '../../../src/locales/fr/form.js';
import {
  countShown,
  groupEvents,
  matchesFilter,
} from '../../../src/registration/sections/events-section.js';
import { fold } from '../../../src/integration/fold.js';

const event = (code: string, rest: Partial<EventType> = {}): EventType => ({
  code,
  module: 'ereferrals',
  name: code,
  focus: [],
  ...rest,
});

const grouped = (types: EventType[], selected: string[] = [], texts = english): string[] =>
  groupEvents({ texts, language: 'en' }, types, selected, 'ereferrals').map(
    ({ key, types: members }) => `${key}: ${members.map(({ code }) => code).join(' ')}`,
  );

describe('Groups', () => {
  const ROWS: [name: string, types: EventType[], selected: string[], groups: string[]][] = [
    ['none for no events', [], [], []],
    [
      'by direction, in the order of the texts',
      [
        event('b', { direction: 'from-performer' }),
        event('a', { direction: 'from-requester' }),
        event('c', { direction: 'from-performer' }),
      ],
      [],
      ['from-requester: a', 'from-performer: b c'],
    ],
    ['of events without a direction', [event('a')], [], ['other: a']],
    [
      'of a direction that only a newer server knows',
      [event('a', { direction: 'from-orbit' })],
      [],
      ['other: a'],
    ],
    ['of the module alone', [event('a', { module: 'patient-engagement' })], [], []],
    [
      'of what is selected and not offered any more',
      [event('a')],
      ['a', 'gone'],
      ['other: a', 'unknown: gone'],
    ],
  ];
  for (const [name, types, selected, groups] of ROWS) {
    it(name, () => assert.deepEqual(grouped(types, selected), groups));
  }

  for (const direction of ['constructor', '__proto__', 'toString']) {
    it(`of a direction that is called ${direction}`, () => {
      const [group, ...others] = grouped([event('a', { direction: direction })]);
      assert.equal(group, 'other: a');
      assert.deepEqual(others, []);
    });
  }

  it('have a name in both languages', () => {
    for (const texts of [english, french]) {
      const groups = groupEvents(
        { texts, language: 'fr' },
        [event('a', { direction: 'from-requester' }), event('b')],
        ['gone'],
        'ereferrals',
      );
      for (const { key, name } of groups) assert.ok(name && name !== key, key);
    }
  });
});

describe('The filter', () => {
  const type = event('add-service-request', {
    name: { en: 'New referral sent', fr: 'Nouvelle demande envoyée' },
    description: { en: 'At the heart', fr: 'Au cœur' },
  });
  const ROWS: [filter: string, language: 'en' | 'fr', shown: boolean][] = [
    ['', 'en', true],
    ['referral', 'en', true],
    ['REFERRAL', 'en', true],
    ['service-request', 'en', true],
    ['heart', 'en', true],
    ['demande', 'en', false],
    ['demande', 'fr', true],
    ['envoyee', 'fr', true],
    ['ENVOYÉE', 'fr', true],
    ['coeur', 'fr', true],
    ['referral', 'fr', false],
    ['nothing like it', 'en', false],
  ];
  for (const [filter, language, shown] of ROWS) {
    it(`${shown ? 'shows' : 'hides'} an event for "${filter}" in ${language}`, () =>
      assert.equal(matchesFilter(type, fold(filter), language), shown));
  }

  it('counts what it shows, of the module alone', () => {
    const types = [event('red'), event('green'), event('redder', { module: 'patient-engagement' })];
    const count = (filter: string, module: EventType['module'] = 'ereferrals'): number =>
      countShown({ status: 'ready', types, filter }, module, 'en');
    assert.equal(count(''), 2);
    assert.equal(count('  RED '), 1);
    assert.equal(count('red', 'patient-engagement'), 1);
    assert.equal(count('blue'), 0);
  });
});
