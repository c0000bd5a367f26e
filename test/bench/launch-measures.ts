/** What is measured of the referral system launch, and how. */
import type { Page } from 'puppeteer-core';
import { columns, leftOf } from './browsers.js';
import type { Browsers, Memory, Times } from './browsers.js';
import type {} from './page/count-timers.js';
import type { MountTimes } from './page/mount-times.js';
import type { Pair } from './statistics.js';
import type { Side } from './subjects.js';

const MOUNT = ['rendered', 'laidOut', 'painted'] as const;

/** What is mounted: so many banners, or a confirmation with rich text. */
export type Mounted = number | 'confirmation';

export interface Left extends Memory {
  /** Timers that were set and neither ran nor were cleared. */
  timers: number;
}

export class LaunchMeasures {
  constructor(private readonly browsers: Browsers) {}

  /** What one banner, and a confirmation, consist of. */
  async counts(mounted: Mounted): Promise<Pair<{ elements: number; nodes: number }>> {
    const count = async (side: Side) => {
      const page = await this.browsers.open('launch', side);
      await mount(page, mounted);
      const counts = await page.evaluate(() => window.launchHarness.counts());
      await page.close();
      return counts;
    };
    return { ours: await count('ours'), peer: await count('peer') };
  }

  /** The first mount in a page. */
  async firstMount(mounted: Mounted, rounds: number): Promise<Times<MountTimes>> {
    const times = await this.browsers.inFreshPages('launch', rounds, (page) =>
      mount(page, mounted),
    );
    return columns(times, MOUNT);
  }

  /** Mounts in a page that has mounted the same before. */
  async warmMount(mounted: Mounted, rounds: number, warmUp: number): Promise<Times<MountTimes>> {
    const times = await this.browsers.inOnePage('launch', { rounds, warmUp }, async (page) => {
      const taken = await mount(page, mounted);
      await page.evaluate(() => window.launchHarness.unmount());
      return taken;
    });
    return columns(times, MOUNT);
  }

  /** What is left of so many mounts and unmounts of whole launches, once garbage is collected. */
  async leftOfLaunches(count: number, warmUp: number): Promise<Left> {
    const page = await this.browsers.open('launch', 'ours');
    const cycle = (n: number): Promise<number> =>
      page.evaluate(async (launches) => {
        await window.launchHarness.cycleLaunches(launches);
        return window.pendingTimers();
      }, n);
    await cycle(warmUp);
    let timers = Number.NaN;
    const left = await leftOf(page, async () => {
      timers = await cycle(count);
    });
    await page.close();
    return { ...left, timers };
  }
}

const mount = (page: Page, mounted: Mounted): Promise<MountTimes> =>
  mounted === 'confirmation'
    ? page.evaluate(() => window.launchHarness.mountConfirmation())
    : page.evaluate((count) => window.launchHarness.mountBanners(count), mounted);
