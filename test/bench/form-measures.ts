/** What is measured of the registration form, and how. */
import type { Page } from 'puppeteer-core';
import { columns, leftOf } from './browsers.js';
import type { Browsers, Memory, Times } from './browsers.js';
import { CATALOGUE_COUNT } from './event-types.js';
import type { KeyTimes } from './page/form-harness.js';
import type { MountTimes } from './page/mount-times.js';
import type { Pair } from './statistics.js';
import type { Side } from './subjects.js';

const MOUNT = ['rendered', 'laidOut', 'painted'] as const;

export class FormMeasures {
  constructor(private readonly browsers: Browsers) {}

  /** What the forms consist of. */
  async counts(events: number) {
    const count = async (side: Side) => {
      const page = await this.browsers.open('form', side);
      await page.evaluate((n) => window.harness.mount(n), events);
      const counts = await page.evaluate(() => window.harness.counts());
      await page.close();
      return counts;
    };
    return { ours: await count('ours'), peer: await count('peer') };
  }

  /** The first mount in a page. */
  async firstMount(rounds: number): Promise<Times<MountTimes>> {
    const times = await this.browsers.inFreshPages('form', rounds, (page) =>
      page.evaluate((n) => window.harness.mount(n), CATALOGUE_COUNT),
    );
    return columns(times, MOUNT);
  }

  /** Mounts in a page that has mounted the form before. */
  async warmMount(rounds: number, warmUp: number): Promise<Times<MountTimes>> {
    const mount = (page: Page): Promise<MountTimes> =>
      page.evaluate(async (n) => {
        const mounted = await window.harness.mount(n);
        window.harness.unmount();
        return mounted;
      }, CATALOGUE_COUNT);
    const times = await this.browsers.inOnePage('form', { rounds }, mount, (page) =>
      cycle(page, warmUp),
    );
    return columns(times, MOUNT);
  }

  /**
   * A text typed into a field and removed again, key by key. The times of a round are the means of its keystrokes.
   * `leaving` are fields that were visited and left before.
   */
  async typing(options: {
    events: number;
    field: string;
    text: string;
    leaving?: string;
    rounds: number;
    warmUp: number;
  }): Promise<Times<KeyTimes>> {
    const { events, field, text, leaving, rounds, warmUp } = options;
    const begin = async (page: Page): Promise<void> => {
      await page.evaluate((n) => window.harness.mount(n), events);
      for (const id of [leaving, field]) {
        if (id === undefined) continue;
        await page.evaluate((name) => window.harness.focus(name), id);
        // What is loaded when a user begins is there before the first key.
        await page.waitForNetworkIdle({ idleTime: 100 });
      }
    };
    const times = await this.browsers.inOnePage(
      'form',
      { rounds, warmUp },
      async (page) => meanOf(await typeAndRemove(page, field, text)),
      begin,
    );
    return columns(times, ['script', 'layout', 'painted']);
  }

  /** What is left of so many mounts and unmounts, once garbage is collected. */
  async memory(count: number, warmUp: number): Promise<Pair<Memory>> {
    const measure = async (side: Side): Promise<Memory> => {
      const page = await this.browsers.open('form', side);
      await cycle(page, warmUp);
      const left = await leftOf(page, () => cycle(page, count));
      await page.close();
      return left;
    };
    return { ours: await measure('ours'), peer: await measure('peer') };
  }
}

const cycle = (page: Page, count: number): Promise<void> =>
  page.evaluate((n, events) => window.harness.cycle(n, events), count, CATALOGUE_COUNT);

const typeAndRemove = async (page: Page, field: string, text: string): Promise<KeyTimes[]> => {
  const keys: KeyTimes[] = [];
  const press = async (key: string): Promise<void> => {
    await page.keyboard.press(key as 'Backspace');
    keys.push(await page.evaluate(() => window.harness.nextKey()));
  };
  for (const character of text) await press(character);
  const typed = await page.evaluate((id) => window.harness.valueOf(id), field);
  if (typed !== text) throw new Error(`"${text}" was typed, and "${typed}" stands in #${field}.`);
  for (let left = text.length; left > 0; left--) await press('Backspace');
  return keys;
};

const meanOf = (keys: readonly KeyTimes[]): KeyTimes => {
  const mean = (name: keyof KeyTimes): number =>
    keys.reduce((sum, key) => sum + key[name], 0) / keys.length;
  return { script: mean('script'), layout: mean('layout'), painted: mean('painted') };
};
