/** What is measured of the list of integrations, and how. */
import type { Page } from 'puppeteer-core';
import { columns } from './browsers.js';
import type { Browsers, Times } from './browsers.js';
import type {} from './page/list-harness.js';
import type { MountTimes } from './page/mount-times.js';
import type { Pair } from './statistics.js';
import type { Side } from './subjects.js';

const MOUNT = ['rendered', 'laidOut', 'painted'] as const;

/** Longer than the list waits from one search to the next, so that a key is answered at once. */
const BETWEEN_KEYS = 250;

export class ListMeasures {
  constructor(
    private readonly browsers: Browsers,
    private readonly count: number,
  ) {}

  async counts(): Promise<Pair<{ elements: number; nodes: number }>> {
    return this.each(async (page) => page.evaluate(() => window.listHarness.counts()));
  }

  async firstMount(rounds: number): Promise<Times<MountTimes>> {
    const times = await this.browsers.inFreshPages('list', rounds, async (page) => {
      await this.prepare(page);
      return page.evaluate(() => window.listHarness.mount());
    });
    return columns(times, MOUNT);
  }

  /** A search typed and removed again, key by key. The times of a round are the means of its keystrokes. */
  async search(text: string, rounds: number, warmUp: number): Promise<Pair<number[]>> {
    return this.browsers.inOnePage(
      'list',
      { rounds, warmUp },
      (page) => typeAndRemove(page, text),
      async (page) => {
        await this.mounted(page);
        await page.evaluate(() => window.listHarness.focusSearch());
      },
    );
  }

  /** Milliseconds of each frame of a long way down. */
  async scroll(frames: number): Promise<Pair<number[]>> {
    return this.each((page) => page.evaluate((n) => window.listHarness.scroll(n), frames));
  }

  /** Bytes that mounting adds to the page, nodes and styles in, once garbage is collected. The integrations are there before. */
  async memory(): Promise<Pair<number>> {
    const measure = async (side: Side): Promise<number> => {
      const page = await this.browsers.open('list', side);
      await this.prepare(page);
      const before = await used(page);
      await page.evaluate(() => window.listHarness.mount());
      const after = await used(page);
      await page.close();
      return after - before;
    };
    return { ours: await measure('ours'), peer: await measure('peer') };
  }

  private async prepare(page: Page): Promise<void> {
    await page.evaluate((n) => window.listHarness.prepare(n), this.count);
  }

  private async mounted(page: Page): Promise<void> {
    await this.prepare(page);
    await page.evaluate(() => window.listHarness.mount());
  }

  private async each<T>(measure: (page: Page) => Promise<T>): Promise<Pair<T>> {
    const of = async (side: Side): Promise<T> => {
      const page = await this.browsers.open('list', side);
      await this.mounted(page);
      const measured = await measure(page);
      await page.close();
      return measured;
    };
    return { ours: await of('ours'), peer: await of('peer') };
  }
}

const typeAndRemove = async (page: Page, text: string): Promise<number> => {
  const times: number[] = [];
  const press = async (key: string): Promise<void> => {
    await page.keyboard.press(key as 'Backspace');
    times.push(await page.evaluate(() => window.listHarness.nextKey()));
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_KEYS));
  };
  for (const character of text) await press(character);
  for (let left = text.length; left > 0; left--) await press('Backspace');
  return times.reduce((sum, time) => sum + time, 0) / times.length;
};

/** Of scripts and of the DOM alike, which the heap's own figure leaves out. */
const used = async (page: Page): Promise<number> => {
  const session = await page.createCDPSession();
  await session.send('HeapProfiler.collectGarbage');
  await session.detach();
  return page.evaluate(async () => {
    const measuring = performance as Performance & {
      measureUserAgentSpecificMemory(): Promise<{ bytes: number }>;
    };
    const { bytes } = await measuring.measureUserAgentSpecificMemory();
    return bytes;
  });
};
