/** The browsers that are measured in: one for each side, so that neither fills the other's caches. */
import { launch } from 'puppeteer-core';
import type { Browser, Page } from 'puppeteer-core';
import { launchOptions } from '../../scripts/browser.mjs';
import type { Pages } from './pages.js';
import type { Pair } from './statistics.js';
import { SIDES } from './subjects.js';
import type { Side, SubjectName } from './subjects.js';

/** Samples of each time of `T`. */
export type Times<T> = { readonly [K in keyof T]: Pair<number[]> };

/** Frames follow each other at once, so that the wait for a screen's next frame does not cover what differs. */
const UNTHROTTLED = ['--disable-frame-rate-limit', '--disable-gpu-vsync'];

/** Memory is told when it is asked for, not after a while. */
const TOLD_AT_ONCE = ['--enable-blink-features=ForceEagerMeasureMemory'];

export class Browsers {
  private constructor(
    private readonly pages: Pages,
    private readonly browsers: Readonly<Record<Side, Browser>>,
  ) {}

  static async start(pages: Pages): Promise<Browsers> {
    const options = await launchOptions();
    const open = () =>
      launch({ ...options, args: [...(options.args ?? []), ...UNTHROTTLED, ...TOLD_AT_ONCE] });
    return new Browsers(pages, { ours: await open(), peer: await open() });
  }

  async close(): Promise<void> {
    await Promise.all(SIDES.map((side) => this.browsers[side].close()));
  }

  /** Version of the browser. */
  version(): Promise<string> {
    return this.browsers.ours.version();
  }

  async open(subject: SubjectName, side: Side): Promise<Page> {
    const page = await this.browsers[side].newPage();
    page.on('pageerror', (error) => console.error(`${subject}, ${side}: ${String(error)}`));
    await page.setViewport({ width: 1000, height: 800 });
    await page.goto(this.pages.address(subject, side));
    return page;
  }

  /** What `measure` gives in a fresh page of each side, after two rounds that are not counted. */
  async inFreshPages<T>(
    subject: SubjectName,
    rounds: number,
    measure: (page: Page) => Promise<T>,
  ): Promise<Pair<T[]>> {
    const samples: Pair<T[]> = { ours: [], peer: [] };
    for (let round = -2; round < rounds; round++) {
      for (const side of inTurn(round)) {
        const page = await this.open(subject, side);
        const sample = await measure(page);
        if (round >= 0) samples[side].push(sample);
        await page.close();
      }
    }
    return samples;
  }

  /** What `measure` gives in one page of each side, by turns, after `prepare` and the rounds that warm it up. */
  async inOnePage<T>(
    subject: SubjectName,
    { rounds, warmUp = 0 }: { rounds: number; warmUp?: number },
    measure: (page: Page) => Promise<T>,
    prepare?: (page: Page) => Promise<void>,
  ): Promise<Pair<T[]>> {
    const pages = {
      ours: await this.open(subject, 'ours'),
      peer: await this.open(subject, 'peer'),
    };
    for (const side of SIDES) await prepare?.(pages[side]);
    const samples: Pair<T[]> = { ours: [], peer: [] };
    for (let round = -warmUp; round < rounds; round++) {
      for (const side of inTurn(round)) {
        const sample = await measure(pages[side]);
        if (round >= 0) samples[side].push(sample);
      }
    }
    for (const side of SIDES) await pages[side].close();
    return samples;
  }
}

/** Each goes first every other time. */
const inTurn = (round: number): readonly Side[] => (round % 2 === 0 ? SIDES : [...SIDES].reverse());

/** Samples by round as samples by name. */
export const columns = <T extends Record<keyof T, number>>(
  samples: Pair<T[]>,
  names: readonly (keyof T)[],
): Times<T> =>
  Object.fromEntries(
    names.map((name) => [
      name,
      {
        ours: samples.ours.map((each) => each[name]),
        peer: samples.peer.map((each) => each[name]),
      },
    ]),
  ) as unknown as Times<T>;

export interface Memory {
  /** Bytes of JavaScript heap in use. */
  heap: number;
  nodes: number;
  listeners: number;
}

/** What a page holds once garbage is collected. */
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

/** What `work` leaves behind. */
export const leftOf = async (page: Page, work: () => Promise<void>): Promise<Memory> => {
  const before = await usage(page);
  await work();
  const after = await usage(page);
  return {
    heap: after.heap - before.heap,
    nodes: after.nodes - before.nodes,
    listeners: after.listeners - before.listeners,
  };
};
