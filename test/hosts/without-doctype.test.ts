/** Older pages have no doctype, and browsers lay them out as they did long ago. The widgets look the same there. */
import { expect } from '@open-wc/testing';
import { DRAFT } from '../support/forms.js';
import { until } from '../support/queries.js';
import { SETTINGS, inHostPage, withinWidgets } from './host-frame.js';

/** A script of the host's, and what is there once its widget is. */
interface Widget {
  readonly script: string;
  readonly ready: string;
}

const WIDGETS: Record<string, Widget> = {
  'the form': {
    script: `put('ocean-integration-form', { backend: new MemoryBackend() });`,
    ready: '[name="/events"]',
  },
  'the form with a launch and its preview': {
    script: `put('ocean-integration-form', {
      backend: new MemoryBackend(),
      value: { launch: ${SETTINGS} },
    });`,
    ready: 'ocean-referral-confirmation',
  },
  'the list': {
    script: `
      const backend = new MemoryBackend();
      await backend.registerIntegration(${JSON.stringify(DRAFT)}, { idempotencyKey: 'one' });
      put('ocean-integration-list', { backend });`,
    ready: 'tbody button',
  },
  'header and footer': {
    script: `put('ocean-referral-launch', { settings: ${SETTINGS} });`,
    ready: '.next',
  },
  'a confirmation with its countdown': {
    script: `
      put('ocean-referral-launch', { settings: ${SETTINGS}, autoLaunch: 60 })
        .confirm({ referralRef: 'a1b2-c3d4' });`,
    ready: '#stay',
  },
};

/** A font and colours that tell what comes from the page, and what from the widget. */
const HEAD = `
  <style>
    body {
      margin: 1rem;
      color: #123456;
      font: italic 14px/1.3 serif;
      --ocean-color-text: #330033;
    }
  </style>`;

const LOOKS = [
  'color',
  'font-family',
  'font-size',
  'font-style',
  'font-weight',
  'line-height',
  'white-space',
  'box-sizing',
  'margin',
  'padding',
] as const;

const looksOf = (element: Element): string => {
  const style = getComputedStyle(element);
  return [element.localName, ...LOOKS.map((name) => style.getPropertyValue(name))].join('; ');
};

/** How all that is inside the widget looks, once it is there and has come to rest. */
const open = (doctype: string, { script, ready }: Widget): Promise<string[]> =>
  inHostPage({ doctype, head: HEAD, script }, async (page) => {
    expect(page.compatMode).to.equal(doctype ? 'CSS1Compat' : 'BackCompat');
    await until(() => [...withinWidgets(page.body)].some((each) => each.matches(ready)));
    let looks: string[] = [];
    await until(() => {
      const before = looks.join();
      looks = [...withinWidgets(page.body)].map(looksOf);
      return looks.join() === before;
    });
    return looks;
  });

describe('On a page without a doctype', () => {
  for (const [name, widget] of Object.entries(WIDGETS))
    it(`${name} looks as it does elsewhere`, async () => {
      const elsewhere = await open('<!doctype html>', widget);
      expect(elsewhere).to.have.length.above(10);
      expect(await open('', widget)).to.deep.equal(elsewhere);
    });
});
