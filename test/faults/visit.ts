/** A user at the host's page, in a real browser, and all that the page lets slip besides. */
import assert from 'node:assert/strict';
import type { ConsoleMessage, Dialog, Page } from 'puppeteer-core';
import { HUNG } from '../support/time.js';
import type { OpenOptions, Told, host } from './page/host.js';

/** What a browser itself writes of a request that failed: nobody can keep it from that. */
const OF_THE_BROWSER =
  /^Failed to load resource|^Access to fetch at|violates the following Content Security Policy|Refused to connect|^Fetch API cannot load/;

/** Words of the library to the developer of the host's page. */
const FOR_THE_DEVELOPER = /^ocean-integrations: /;

type Host = typeof host;
type Asked = {
  [K in keyof Host]: Host[K] extends (...args: never[]) => unknown ? K : never;
}[keyof Host];

export class Visit {
  /** Errors and warnings that nobody should see. */
  readonly complaints: string[] = [];
  readonly warnings: string[] = [];
  /** What the browser asked, by the kind of the dialogue; it was answered with yes. */
  readonly asked: string[] = [];

  private constructor(
    readonly page: Page,
    private readonly leave: () => Promise<void>,
  ) {
    page.on('console', this.onConsole);
    page.on('pageerror', this.onError);
    page.on('dialog', this.onDialog);
  }

  /** @param leave what becomes of the page afterwards */
  static async start(page: Page, address: string, leave: () => Promise<void>): Promise<Visit> {
    const visit = new Visit(page, leave);
    await page.goto(address);
    await visit.loaded();
    return visit;
  }

  async loaded(): Promise<void> {
    await this.page.waitForFunction(() => 'oceanHost' in globalThis);
  }

  /** Asks the page's script. */
  ask<K extends Asked>(
    what: K,
    ...args: Parameters<Host[K]>
  ): Promise<Awaited<ReturnType<Host[K]>>> {
    return this.page.evaluate(
      (name, given) => (globalThis.oceanHost[name] as (...all: unknown[]) => unknown)(...given),
      what,
      args,
    ) as Promise<Awaited<ReturnType<Host[K]>>>;
  }

  open(options: OpenOptions): Promise<void> {
    return this.ask('open', options);
  }

  /** A button, by its whole name or a part of it. */
  press(name: string | RegExp, role = 'button'): Promise<void> {
    return this.ask('press', sourceOf(name), role);
  }

  reads(words: string | RegExp): Promise<string> {
    return this.ask('reads', sourceOf(words).source);
  }

  /** What the notice with this heading says; it has the focus. */
  notice(heading: string | RegExp): Promise<string> {
    return this.ask('notice', sourceOf(heading).source);
  }

  /** What stands in place of the form. */
  alert(words: string | RegExp): Promise<string> {
    return this.ask('alert', sourceOf(words).source);
  }

  async shows(role: string, name: string | RegExp): Promise<number> {
    return this.ask('count', role, sourceOf(name).source);
  }

  told(): Promise<Told[]> {
    return this.page.evaluate(() => globalThis.oceanHost.told);
  }

  async kindsTold(): Promise<string[]> {
    return (await this.told()).map(({ kind }) => kind);
  }

  savedTimes(): Promise<number> {
    return this.page.evaluate(() => globalThis.oceanHost.saved);
  }

  /** What the library says to the host's developer, once it does. */
  async warned(): Promise<string> {
    for (let waited = 0; this.warnings.length === 0 && waited < HUNG; waited += 50)
      await new Promise((resolve) => setTimeout(resolve, 50));
    return this.warnings.join('\n');
  }

  /** The page answers, and nothing was let slip. */
  async verify(): Promise<void> {
    assert.doesNotMatch(await this.ask('text'), /undefined|\[object |NaN|Invalid Date/);
    assert.deepEqual(this.complaints, []);
  }

  async end(): Promise<void> {
    this.page.off('console', this.onConsole);
    this.page.off('pageerror', this.onError);
    await this.leave();
    this.page.off('dialog', this.onDialog);
  }

  private readonly onConsole = (message: ConsoleMessage): void => {
    const text = message.text();
    if (!['error', 'warn'].includes(message.type()) || OF_THE_BROWSER.test(text)) return;
    (FOR_THE_DEVELOPER.test(text) ? this.warnings : this.complaints).push(text);
  };

  private readonly onError = (error: unknown): void => void this.complaints.push(String(error));

  private readonly onDialog = (dialog: Dialog): void => {
    this.asked.push(dialog.type());
    void dialog.accept();
    if (dialog.type() !== 'beforeunload') this.complaints.push(`dialog: ${dialog.message()}`);
  };
}

const sourceOf = (words: string | RegExp): { source: string } => ({
  source: typeof words === 'string' ? words.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&') : words.source,
});
