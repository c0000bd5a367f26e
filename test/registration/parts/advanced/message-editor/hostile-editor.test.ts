/** Every row of hostile rich text through the registration form's editor and its preview, in a real browser; and every harmless row. */
import { expect } from '@open-wc/testing';
import { hasMarkup } from '../../../../../src/ui/message-rules.js';
import { inspectMessage, serializeMessage } from '../../../../../src/ui/safe-html.js';
import { openAdvanced } from '../open-advanced.js';
import { byLabel, enter, readText } from '../../../../support/queries.js';
import {
  harmlessRows,
  hostileRows,
  showHarmless,
  testHostile,
  whenever,
} from '../../../../support/hostile-messages.js';
import type { Shower } from '../../../../support/hostile-messages.js';

const VALUES = {
  companyName: 'North & <b>South</b>',
  applicationName: 'NI',
  referralRef: 'REF-2041',
};

/** The pause in typing that the editor waits for is none here: there are thousands of messages. */
const { setTimeout: wait } = window;
const withoutPause = (task: TimerHandler, delay?: number): number =>
  wait(task, delay === 150 ? 0 : delay);

/** What becomes of the markup when its field is left: sanitised, unless it is plain text, or more than can be parsed. */
const storedOf = async (typed: string): Promise<string> => {
  if (!hasMarkup(typed)) return typed;
  const { fragment, textOnly } = await inspectMessage(typed);
  return textOnly ? typed : serializeMessage(fragment);
};

/** One form for many messages: each is typed, looked at in the preview, and left; and looked at again. */
const openEditor = async (): Promise<Shower> => {
  const form = await openAdvanced();
  enter(byLabel(form, 'Company name'), VALUES.companyName);
  enter(byLabel(form, 'Application name'), VALUES.applicationName);
  const area = byLabel<HTMLTextAreaElement>(form, 'Confirmation message (override)');
  // The browser lays out ten million letters in a text area for ten seconds and more: its own affair, and not asked here.
  area.style.display = 'none';
  const preview = () => form.shadowRoot?.querySelector('.message-text > div');
  const type = (message: string): void => {
    area.value = message;
    area.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  };
  let before: Element | null | undefined;
  const shownAnew = async (): Promise<void> => {
    await whenever(() => Boolean(preview()) && preview() !== before);
    before = preview();
  };
  /** Without a message there is no preview; the next one would show up in what is left of the last. */
  const beginWithWords = async (): Promise<void> => {
    type('Words.');
    await whenever(() => readText(preview()) === 'Words.');
    before = preview();
  };
  await beginWithWords();
  return {
    values: VALUES,
    show: async (message) => {
      type(message);
      const typed = area.value;
      if (!typed.trim()) {
        await whenever(() => !preview());
        await beginWithWords();
        return { element: undefined, taken: typed };
      }
      await shownAnew();
      const first = preview()?.innerHTML;
      const stored = await storedOf(typed);
      area.dispatchEvent(new FocusEvent('focusout', { bubbles: true, composed: true }));
      await whenever(() => area.value === stored);
      if (stored !== typed && stored.trim()) {
        await shownAnew();
        expect(preview()?.innerHTML).to.equal(first);
      }
      const element = preview();
      if (!element) await beginWithWords();
      return { element, taken: typed };
    },
  };
};

const { own, naughty, others } = await hostileRows();

describe('Hostile messages in the form’s editor', () => {
  before(() => void Object.assign(window, { setTimeout: withoutPause }));
  after(() => void Object.assign(window, { setTimeout: wait }));

  it('are 377 of our own, and those with markup of a public list', () => {
    expect(own).to.have.length(377);
    expect(naughty).to.have.length.greaterThan(200);
  });

  testHostile('of our own', own, openEditor);
  testHostile('of the Big List of Naughty Strings', naughty, openEditor);
  testHostile('of public test suites', others, openEditor);

  it('which are harmless are shown whole', async function () {
    await showHarmless(await openEditor(), await harmlessRows());
  });
});
