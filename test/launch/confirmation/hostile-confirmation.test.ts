/** Every row of hostile rich text as the confirmation's message, in a real browser; and every harmless row. */
import { expect, fixture, html } from '@open-wc/testing';
import '../../../src/define/referral-confirmation.js';
import { SETTINGS } from '../../support/launches.js';
import {
  PageWatch,
  harmlessRows,
  hostileRows,
  showHarmless,
  testHostile,
  whenever,
} from '../../support/hostile-messages.js';
import type { Shower } from '../../support/hostile-messages.js';

const VALUES = { companyName: 'North & <b>South</b>', applicationName: 'NI', referralRef: 'r-1' };

/** One confirmation for many messages. */
const openShower = async (): Promise<Shower> => {
  const confirmation = await fixture<HTMLElementTagNameMap['ocean-referral-confirmation']>(
    html`<ocean-referral-confirmation
      referral-ref=${VALUES.referralRef}
    ></ocean-referral-confirmation>`,
  );
  const shown = () => confirmation.shadowRoot?.querySelector('#message > div');
  let before: Element | null | undefined;
  return {
    values: VALUES,
    show: async (message) => {
      confirmation.settings = { ...SETTINGS, ...VALUES, confirmationMessage: message };
      await confirmation.updateComplete;
      // A message without words is none: the default one is shown.
      if (message.trim()) await whenever(() => Boolean(shown()) && shown() !== before);
      before = shown();
      return { element: before, taken: message.trim() };
    },
  };
};

const { own, naughty, others } = await hostileRows();

describe('Hostile messages in the confirmation', () => {
  it('are 377 of our own, and those with markup of a public list', () => {
    expect(own).to.have.length(377);
    expect(naughty).to.have.length.greaterThan(200);
  });

  testHostile('of our own', own, openShower);
  testHostile('of the Big List of Naughty Strings', naughty, openShower);
  testHostile('of public test suites', others, openShower);

  it('which are harmless are shown whole', async function () {
    await showHarmless(await openShower(), await harmlessRows());
  });
});

describe('The watch over the page', () => {
  const rows: [effect: string, does: (place: HTMLElement) => void][] = [
    [
      'execute',
      (place) => {
        const picture = document.createElement('div');
        picture.setAttribute('onclick', 'alert(1)');
        place.append(picture);
        picture.click();
      },
    ],
    [
      'submit-form',
      (place) => {
        const form = document.createElement('form');
        place.append(form);
        form.requestSubmit();
      },
    ],
    [
      'navigate',
      (place) => {
        expect('navigation' in window, 'the Navigation API, to stay here').to.equal(true);
        const link = document.createElement('a');
        link.href = '/elsewhere';
        place.append(link);
        link.click();
      },
    ],
    ['load-remote', (place) => place.append(Object.assign(new Image(), { src: '/package.json' }))],
    ['clobber stolen', () => Object.assign(window, { stolen: true })],
  ];
  for (const [effect, does] of rows)
    it(`sees: ${effect}`, async () => {
      const watch = new PageWatch();
      const place = await fixture<HTMLElement>(html`<div></div>`);
      try {
        does(place);
        const seen: string[] = [];
        for (let turn = 0; turn < 100 && !seen.includes(effect); turn++) {
          await new Promise((resolve) => setTimeout(resolve, 10));
          seen.push(...watch.take());
        }
        expect(seen).to.include(effect);
      } finally {
        watch.stop();
        Reflect.deleteProperty(window, 'stolen');
      }
    });
});
