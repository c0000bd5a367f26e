/** What the rows of a test file share: the reference server, the browser, and a few places to try a row at. */
import { launch } from 'puppeteer-core';
import type { Browser, Page } from 'puppeteer-core';
import { focusedPage, launchOptions } from '../../scripts/browser.mjs';
import { startTestServer } from '../server/reference-server.js';
import type { TestServer } from '../server/reference-server.js';
import { FaultyProxy } from './faulty-proxy.js';
import { HostPage } from './host-page.js';
import { Places } from './places.js';

/** A proxy, and a page of its origin that one row after the other is tried in: a new one takes half a second. */
export interface Place {
  readonly proxy: FaultyProxy;
  readonly page: Page;
}

export class Stage {
  private readonly places: Places<Place>;
  private kept?: Promise<boolean>;

  private constructor(
    readonly hostPage: HostPage,
    readonly server: TestServer,
    readonly browser: Browser,
    places: number,
  ) {
    this.places = new Places<Place>(
      places,
      async () => ({
        proxy: await FaultyProxy.start(server.address, hostPage),
        page: await newPage(browser),
      }),
      ({ proxy, page }) => Promise.all([page.browserContext().close(), proxy.stop()]),
    );
  }

  /** @param places how many rows are tried at a time */
  static async set(places: number): Promise<Stage> {
    const hostPage = await HostPage.build();
    const server = await startTestServer();
    const browser = await launch(await launchOptions());
    return new Stage(hostPage, server, browser, places);
  }

  /** Of the reference server, past the proxy. */
  get baseUrl(): string {
    return this.server.baseUrl;
  }

  /** @param limit milliseconds */
  use<T>(limit: number, work: (place: Place) => Promise<T>): Promise<T> {
    return this.places.use(limit, (place) => {
      place.proxy.reset();
      return work(place);
    });
  }

  /** Whether this browser keeps a page that is left (back/forward cache): a headless shell may not. Seen with a page that has nothing. */
  keepsPages({ origin, otherOrigin }: FaultyProxy): Promise<boolean> {
    this.kept ??= (async () => {
      const page = await newPage(this.browser);
      await page.goto(`${otherOrigin}/plain.html`);
      await page.evaluate(() =>
        addEventListener('pageshow', ({ persisted }) => (document.title = String(persisted))),
      );
      await page.goto(`${origin}/plain.html`);
      await page.goBack();
      const title = await page.title();
      await page.browserContext().close();
      return title === 'true';
    })();
    return this.kept;
  }

  async strike(): Promise<void> {
    await this.places.close();
    await this.browser.close();
    await this.server.stop();
  }
}

export const newPage = async (browser: Browser): Promise<Page> => {
  const page = await focusedPage(browser);
  await page.setViewport({ width: 1024, height: 800 });
  return page;
};
