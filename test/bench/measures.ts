/** What is measured, and how: each for both forms by turns, in a browser of its own each. */
import { launch } from 'puppeteer-core';
import type { Browser, Page } from 'puppeteer-core';
import { launchOptions } from '../../.ci/browser.mjs';
import { CATALOGUE_COUNT } from './event-types.js';
import type { KeyTimes, MountTimes } from './page/harness.js';
import { SIDES } from './pages.js';
import type { Pages, Side } from './pages.js';
import type { Pair } from './statistics.js';

export type Times<T> = { readonly [K in keyof T]: Pair<number[]> };

/** Frames follow each other at once, so that the wait for a screen's next frame does not cover what differs. */
const UNTHROTTLED = ['--disable-frame-rate-limit', '--disable-gpu-vsync'];

const BOTH: readonly Side[] = SIDES;

export class Bench {
  private constructor(
    private readonly pages: Pages,
    private readonly browsers: Readonly<Record<Side, Browser>>,
  ) {}

  static async start(pages: Pages): Promise<Bench> {
    const options = await launchOptions();
    const open = () => launch({ ...options, args: [...(options.args ?? []), ...UNTHROTTLED] });
    return new Bench(pages, { ours: await open(), peer: await open() });
  }

  async close(): Promise<void> {
    await Promise.all(BOTH.map((side) => this.browsers[side].close()));
  }

  /** Version of the browser. */
  version(): Promise<string> {
    return this.browsers.ours.version();
  }

  /** What the forms consist of. */
  async counts(events: number) {
    const count = async (side: Side) => {
      const page = await this.open(side);
      await page.evaluate((n) => window.harness.mount(n), events);
      const counts = await page.evaluate(() => window.harness.counts());
      await page.close();
      return counts;
    };
    return { ours: await count('ours'), peer: await count('peer') };
  }

  /** The first mount in a page. */
  async firstMount(rounds: number): Promise<Times<MountTimes>> {
    const times: Pair<MountTimes[]> = { ours: [], peer: [] };
    for (let round = -2; round < rounds; round++) {
      for (const side of inTurn(round)) {
        const page = await this.open(side);
        const mount = await page.evaluate((n) => window.harness.mount(n), CATALOGUE_COUNT);
        if (round >= 0) times[side].push(mount);
        await page.close();
      }
    }
    return columns(times, ['rendered', 'laidOut', 'painted']);
  }

  /** Mounts in a page that has mounted the form before. */
  async warmMount(rounds: number, warmUp: number): Promise<Times<MountTimes>> {
    const pages = await this.openBoth();
    for (const side of BOTH) await cycle(pages[side], warmUp);
    const times: Pair<MountTimes[]> = { ours: [], peer: [] };
    for (let round = 0; round < rounds; round++) {
      for (const side of inTurn(round)) {
        const mount = await pages[side].evaluate(async (n) => {
          const mounted = await window.harness.mount(n);
          window.harness.unmount();
          return mounted;
        }, CATALOGUE_COUNT);
        times[side].push(mount);
      }
    }
    await closeAll(pages);
    return columns(times, ['rendered', 'laidOut', 'painted']);
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
    const pages = await this.openBoth();
    for (const side of BOTH) {
      const page = pages[side];
      await page.evaluate((n) => window.harness.mount(n), events);
      for (const id of [leaving, field]) {
        if (id === undefined) continue;
        await page.evaluate((name) => window.harness.focus(name), id);
        // What is loaded when a user begins is there before the first key.
        await page.waitForNetworkIdle({ idleTime: 100 });
      }
    }
    const times: Pair<KeyTimes[]> = { ours: [], peer: [] };
    for (let round = -warmUp; round < rounds; round++) {
      for (const side of inTurn(round)) {
        const keys = await typeAndRemove(pages[side], field, text);
        if (round >= 0) times[side].push(meanOf(keys));
      }
    }
    await closeAll(pages);
    return columns(times, ['script', 'layout', 'painted']);
  }

  /** What is left of so many mounts and unmounts, once garbage is collected. */
  async memory(count: number, warmUp: number): Promise<Pair<Memory>> {
    const measure = async (side: Side): Promise<Memory> => {
      const page = await this.open(side);
      await cycle(page, warmUp);
      const before = await usage(page);
      await cycle(page, count);
      const after = await usage(page);
      await page.close();
      return {
        heap: after.heap - before.heap,
        nodes: after.nodes - before.nodes,
        listeners: after.listeners - before.listeners,
      };
    };
    return { ours: await measure('ours'), peer: await measure('peer') };
  }

  async open(side: Side): Promise<Page> {
    const page = await this.browsers[side].newPage();
    page.on('pageerror', (error) => console.error(`${side}: ${String(error)}`));
    await page.setViewport({ width: 1000, height: 800 });
    await page.goto(this.pages.address(side));
    return page;
  }

  private async openBoth(): Promise<Readonly<Record<Side, Page>>> {
    return { ours: await this.open('ours'), peer: await this.open('peer') };
  }
}

export interface Memory {
  /** Bytes of JavaScript heap in use. */
  heap: number;
  nodes: number;
  listeners: number;
}

const cycle = (page: Page, count: number): Promise<void> =>
  page.evaluate((n, events) => window.harness.cycle(n, events), count, CATALOGUE_COUNT);

const usage = async (page: Page): Promise<Memory> => {
  const session = await page.createCDPSession();
  // What finalisers and weak references let go of takes more than one collection.
  for (let pass = 0; pass < 4; pass++) {
    await session.send('HeapProfiler.collectGarbage');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await session.detach();
  const { JSHeapUsedSize = 0, Nodes = 0, JSEventListeners = 0 } = await page.metrics();
  return { heap: JSHeapUsedSize, nodes: Nodes, listeners: JSEventListeners };
};

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

/** Each goes first every other time. */
const inTurn = (round: number): readonly Side[] => (round % 2 === 0 ? BOTH : [...BOTH].reverse());

const meanOf = (keys: readonly KeyTimes[]): KeyTimes => {
  const mean = (name: keyof KeyTimes): number =>
    keys.reduce((sum, key) => sum + key[name], 0) / keys.length;
  return { script: mean('script'), layout: mean('layout'), painted: mean('painted') };
};

const columns = <T extends Record<keyof T, number>>(
  times: Pair<T[]>,
  names: readonly (keyof T)[],
): Times<T> =>
  Object.fromEntries(
    names.map((name) => [
      name,
      { ours: times.ours.map((each) => each[name]), peer: times.peer.map((each) => each[name]) },
    ]),
  ) as unknown as Times<T>;

const closeAll = async (pages: Readonly<Record<Side, Page>>): Promise<void> => {
  for (const side of BOTH) await pages[side].close();
};
