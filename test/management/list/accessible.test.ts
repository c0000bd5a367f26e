/** Each state of the list passes axe, in both languages, in light, dark and forced colours; has room on a narrow page; and can be used by keyboard alone. */
import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { MemoryBackend } from '../../../src/backend/memory.js';
import type { OceanIntegrationList } from '../../../src/management/list/integration-list.js';
import { violationsIn } from '../../support/accessible.js';
import { COLOURS, edgeless, forceColours, showIn } from '../../support/colours.js';
import { allByRole, byRole, enter, readText, until } from '../../support/queries.js';
import { describeTargets } from '../../support/targets.js';
import {
  SOME,
  eventsOf,
  focusIn,
  integration,
  many,
  mountList,
  namesOf,
  openDetails,
  openList,
  press,
  search,
  switchOf,
  textOf,
} from './list-page.js';

type Lang = 'en' | 'fr';

const reads = (list: OceanIntegrationList, words: RegExp) => until(() => words.test(textOf(list)));

const failing = (kind: 'forbidden' | 'conflict') => {
  const backend = new MemoryBackend({ integrations: SOME });
  backend.failures = { updateIntegration: kind };
  return backend;
};

const STATES: Record<string, (lang: Lang) => Promise<OceanIntegrationList>> = {
  loading: (lang) => mountList({ lang, backend: new MemoryBackend({ latency: Infinity }) }),
  empty: async (lang) => {
    const list = await mountList({ lang, integrations: [] });
    await reads(list, /There are no integrations yet|Il n’y a pas encore d’intégration/);
    return list;
  },
  failed: async (lang) => {
    const backend = new MemoryBackend();
    backend.failures = { listIntegrations: 'unavailable' };
    const list = await mountList({ lang, backend });
    await reads(list, /The integrations could not be loaded|n’ont pas pu être chargées/);
    return list;
  },
  'no result': async (lang) => {
    const list = await openList({ lang });
    search(list, 'nothing like it');
    await until(() => namesOf(list).length === 0);
    return list;
  },
  'one of each health, opened': async (lang) => {
    const list = await openList({ lang });
    for (const { name } of SOME) await openDetails(list, name);
    return list;
  },
  'pages, with long names': async (lang) => {
    const long = integration(
      'long',
      'Central intake for orthopedic surgery and rehabilitation '.repeat(3),
    );
    return openList({ lang, integrations: [long, ...many(30)], pageSize: 10 });
  },
  'a problem in a row': async (lang) => {
    const list = await openList({ lang, backend: failing('conflict') });
    switchOf(list, 'Amber Imaging').click();
    await until(() => allByRole(list, 'alert')[0]);
    return list;
  },
  'read-only': (lang) =>
    openList({
      lang,
      capabilities: { register: false, edit: false, remove: false, enable: false },
    }),
  'the question before deleting': async (lang) => {
    const list = await openList({ lang });
    await openDetails(list, 'Amber Imaging');
    await press(list, /^(?:Delete|Supprimer)$/);
    await until(() => byRole(list, 'dialog'));
    return list;
  },
  'something to undo': async (lang) => {
    const list = await openList({ lang });
    await openDetails(list, 'Dune Clinic');
    await press(list, /^(?:Delete|Supprimer)$/);
    const dialog = await until(() => byRole(list, 'dialog'));
    byRole(dialog, 'button', /^(?:Delete|Supprimer)$/).click();
    await until(() => byRole(list, 'button', /^(?:Undo|Annuler la suppression)$/));
    return list;
  },
  'JSON that does not fit': async (lang) => {
    const list = await openList({ lang });
    await press(list, /^(?:Register from JSON|Inscrire à partir de JSON)$/);
    const dialog = await until(() => byRole(list, 'dialog'));
    enter(dialog.querySelector('textarea') as Element, '{"name": 1}');
    dialog.querySelector<HTMLElement>('.primary')?.click();
    await until(() => allByRole(list, 'alert')[0]);
    return list;
  },
  'an integration’s activity': async (lang) => {
    const list = await openList({ lang });
    await openDetails(list, 'Amber Imaging');
    await press(list, /^(?:Activity|Activité)$/);
    await until(() => byRole(list, 'heading', /^(?:Activity of|Activité :)/));
    return list;
  },
};

/** The French texts come a moment later. */
const spoken = (list: OceanIntegrationList, lang: Lang) =>
  until(() => list.shadowRoot?.querySelector(`[lang|="${lang}"]`) && textOf(list) !== '');

describe('the list of integrations, for everyone', () => {
  afterEach(async () => {
    await showIn('light');
    await setViewport({ width: 1000, height: 800 });
  });

  for (const [state, bring] of Object.entries(STATES))
    for (const lang of ['en', 'fr'] as const)
      for (const colours of COLOURS)
        it(`${state}: passes axe, ${lang}, ${colours}`, async () => {
          await showIn(colours);
          const list = await bring(lang);
          await spoken(list, lang);
          list.style.colorScheme = 'light dark';
          list.style.backgroundColor = 'Canvas';
          expect(await violationsIn(list)).to.deep.equal([]);
        });

  for (const [state, bring] of Object.entries(STATES))
    it(`${state}: has room on a page of 320 pixels`, async () => {
      await setViewport({ width: 320, height: 800 });
      const list = await bring('fr');
      await spoken(list, 'fr');
      expect(document.documentElement.scrollWidth).to.be.at.most(320);
      expect(list.scrollWidth).to.be.at.most(list.clientWidth);
      expect(await violationsIn(list)).to.deep.equal([]);
    });

  it('is cards where there is no room for a table, with the words of the columns, and a table still', async () => {
    await setViewport({ width: 320, height: 800 });
    const list = await openList();
    expect(byRole(list, 'table', 'Integrations').getAttribute('aria-rowcount')).to.equal('5');
    const row = allByRole(list, 'row')[1] as HTMLElement;
    expect(getComputedStyle(row).display).to.equal('grid');
    const label = row.querySelector('.payload .label') as HTMLElement;
    expect(label.checkVisibility()).to.equal(true);
    expect(readText(label)).to.equal('Payload');
    const health = row.querySelector('.endpoint') as HTMLElement;
    const payload = row.querySelector('.payload') as HTMLElement;
    expect(health.getBoundingClientRect().bottom).to.be.below(payload.getBoundingClientRect().top);
  });

  it('has edges in forced colours, and signs that differ', async () => {
    await forceColours(true);
    try {
      for (const state of [
        'one of each health, opened',
        'something to undo',
        'a problem in a row',
      ]) {
        const list = await STATES[state]?.('en');
        if (!list) throw new Error(`There is no state ${state}.`);
        expect(await violationsIn(list)).to.deep.equal([]);
        const boxes = [
          ...(list.shadowRoot?.querySelectorAll(
            'button:not(.link, .switch), input, select, .undo',
          ) ?? []),
        ].filter((each) => each.checkVisibility());
        expect(edgeless(boxes)).to.deep.equal([]);
        const before = [...(list.shadowRoot?.querySelectorAll('.switch') ?? [])].map((each) => {
          const { borderTopStyle, borderTopWidth } = getComputedStyle(each, '::before');
          return `${borderTopStyle} ${borderTopWidth}`;
        });
        expect(new Set(before)).to.deep.equal(new Set(['solid 2px']));
      }
    } finally {
      await forceColours(false);
    }
  });

  /** Tabs on until the focus is on what has the words. */
  const tabTo = async (list: OceanIntegrationList, words: string): Promise<void> => {
    for (let step = 0; step < 40; step++) {
      await sendKeys({ press: 'Tab' });
      if (focusIn(list) === words) return;
    }
    throw new Error(`Tab never reached ${words}; it is on ${focusIn(list)}.`);
  };

  it('is used by keyboard alone: found, opened, checked, disabled, deleted and had back', async () => {
    const backend = new MemoryBackend({ integrations: SOME });
    const list = await openList({ backend });
    const events = eventsOf(list);
    byRole(list, 'searchbox').focus();
    await sendKeys({ type: 'birch' });
    await until(() => namesOf(list).join() === 'Birch Messages');
    await tabTo(list, 'Open Birch Messages');
    await sendKeys({ press: 'Enter' });
    expect(events.map(({ type }) => type)).to.deep.equal(['ocean-select']);
    await tabTo(list, 'Enable Birch Messages');
    await sendKeys({ press: ' ' });
    await until(() => switchOf(list, 'Birch Messages').getAttribute('aria-checked') === 'false');
    expect(focusIn(list)).to.equal('Enable Birch Messages');
    await until(() => !list.shadowRoot?.querySelector('[aria-busy]'));
    await tabTo(list, 'Details of Birch Messages');
    await sendKeys({ press: 'Enter' });
    await tabTo(list, 'Check endpoint');
    await sendKeys({ press: 'Enter' });
    await until(() => !list.shadowRoot?.querySelector('[aria-busy]'));
    expect(focusIn(list)).to.equal('Check endpoint');
    await tabTo(list, 'Delete');
    await sendKeys({ press: 'Enter' });
    await until(() => focusIn(list) === 'Keep it');
    await sendKeys({ press: 'Escape' });
    await until(() => allByRole(list, 'dialog').length === 0);
    expect(focusIn(list)).to.equal('Delete');
    await sendKeys({ press: 'Enter' });
    await until(() => focusIn(list) === 'Keep it');
    await sendKeys({ down: 'Shift' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ up: 'Shift' });
    expect(focusIn(list)).to.equal('Delete');
    await sendKeys({ press: 'Enter' });
    await until(() => focusIn(list) === 'Undo');
    await sendKeys({ press: 'Enter' });
    await until(() => focusIn(list) === 'Open Birch Messages');
    expect((await backend.getIntegration('i-2')).enabled).to.equal(false);
  });
});

describeTargets('the list', STATES);
