/** What the rows of a test file share: the reference server, the browser, and a few places to try a row at. */
import { launch } from 'puppeteer-core';
import type { Browser, Page } from 'puppeteer-core';
import { focusedPage, launchOptions } from '../../scripts/browser.mjs';
import { startTestServer } from '../server/reference-server.js';
import type { TestServer } from '../server/reference-server.js';
import { FaultyProxy } from './faulty-proxy.js';
import { HostPage } from './host-page.js';

/** A proxy, and a page of its origin that one row after the other is tried in: a new one takes half a second. */
export interface Place {
  readonly proxy: FaultyProxy;
  readonly page: Page;
}

export class Stage {
  private constructor(
    readonly hostPage: HostPage,
    readonly server: TestServer,
    readonly browser: Browser,
    private readonly free: Place[],
  ) {}

  /** @param name of the test file; several may run at the same time */
  static async set(name: string, places: number): Promise<Stage> {
    const hostPage = await HostPage.build(name);
    const server = await startTestServer();
    const browser = await launch(await launchOptions());
    const made = await Promise.all(
      Array.from({ length: places }, async () => ({
        proxy: await FaultyProxy.start(server.address, hostPage),
        page: await newPage(browser),
      })),
    );
    return new Stage(hostPage, server, browser, made);
  }

  /** Of the reference server, past the proxy. */
  get baseUrl(): string {
    return this.server.baseUrl;
  }

  take(): Place {
    const place = this.free.pop();
    if (!place) throw new Error('More rows at a time than places.');
    place.proxy.reset();
    return place;
  }

  giveBack(place: Place): void {
    this.free.push(place);
  }

  async strike(): Promise<void> {
    await this.browser.close();
    await Promise.all(this.free.map(({ proxy }) => proxy.stop()));
    await this.server.stop();
  }
}

export const newPage = async (browser: Browser): Promise<Page> => {
  const page = await focusedPage(browser);
  await page.setViewport({ width: 1024, height: 800 });
  return page;
};
