/**
 * The admin's page of the demo, as an admin uses it, on the in-memory backend and on the reference server: in a real browser and
 * under the real policy.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { launch } from 'puppeteer-core';
import type { Browser, Page } from 'puppeteer-core';
import { focusedPage, launchOptions } from '../../scripts/browser.mjs';
import type { TestServer } from '../server/reference-server.js';
import { buildDemo, serveDemo, startReferenceServer } from './demo-server.js';
import { HUNG, pause } from '../support/time.js';
import type { DemoServer } from './demo-server.js';

const SECRET = 'never-to-be-kept';

let reference: TestServer;
let demo: DemoServer;
let browser: Browser;

before(async () => {
  reference = await startReferenceServer();
  demo = await serveDemo(await buildDemo(), { reference });
  browser = await launch(await launchOptions());
});

after(async () => {
  await browser.close();
  demo.server.close();
  await reference.stop();
});

type Backend = 'memory' | 'server';

const eventually = async (holds: () => Promise<void>): Promise<void> => {
  const end = Date.now() + HUNG;
  for (;;) {
    try {
      return await holds();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    await pause(50);
  }
};

class AdminVisit {
  /** What must stay empty: violations of the policy, errors, warnings. */
  readonly complaints: string[] = [];

  private constructor(readonly page: Page) {}

  static async open(search: string): Promise<AdminVisit> {
    const page = await focusedPage(browser);
    await page.setViewport({ width: 1280, height: 900 });
    page.setDefaultTimeout(HUNG);
    const visit = new AdminVisit(page);
    page.on('console', (message) => {
      // What a browser says of an answer that is not 2xx, and where.
      const asked = /status of (?:404|409|412|422)/.test(message.text());
      if (['error', 'warn'].includes(message.type()) && !asked)
        visit.complaints.push(message.text());
    });
    page.on('pageerror', (error) => visit.complaints.push(String(error)));
    await page.exposeFunction('complain', (text: string) => visit.complaints.push(text));
    await page.evaluateOnNewDocument(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        const { complain } = globalThis as unknown as { complain(text: string): void };
        complain(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
      });
    });
    await page.goto(`${demo.address}admin.html?${search}`);
    return visit;
  }

  press(role: string, name: string): Promise<void> {
    return this.page.locator(`::-p-aria([name="${name}"][role="${role}"])`).click();
  }

  fill(label: string, text: string): Promise<void> {
    return this.page.locator(`::-p-aria([name="${label}"])`).fill(text);
  }

  /** Waits until the list, or the form, says so. */
  reads(text: string | RegExp, where: 'list' | 'form' = 'list'): Promise<void> {
    return eventually(async () => {
      const read = await this.textOf(where);
      if (typeof text === 'string') assert.ok(read.includes(text), `${text} is not in: ${read}`);
      else assert.match(read, text);
    });
  }

  textOf(where: 'list' | 'form'): Promise<string> {
    return this.page.evaluate(
      (tag) => document.querySelector(tag)?.shadowRoot?.textContent?.replace(/\s+/g, ' ') ?? '',
      `ocean-integration-${where}`,
    );
  }

  /** The integrations that are shown, by name. */
  names(): Promise<string[]> {
    return this.page.evaluate(() =>
      [
        ...(document
          .querySelector('ocean-integration-list')
          ?.shadowRoot?.querySelectorAll('[role=rowheader] button') ?? []),
      ].map((button) => button.textContent?.trim() ?? ''),
    );
  }

  shows(...names: string[]): Promise<void> {
    return eventually(async () => assert.deepEqual(await this.names(), names));
  }

  /** What stands in the row of an integration and below it. */
  row(name: string): Promise<string> {
    return this.page.evaluate((wanted) => {
      const { shadowRoot } = document.querySelector('ocean-integration-list') as HTMLElement;
      const row = [...(shadowRoot?.querySelectorAll('tr[part=row]') ?? [])].find(
        (each) => each.querySelector('button')?.textContent?.trim() === wanted,
      );
      let text = row?.textContent ?? '';
      let below = row?.nextElementSibling;
      while (below?.classList.contains('below')) {
        text += below.textContent;
        below = below.nextElementSibling;
      }
      return text.replace(/\s+/g, ' ');
    }, name);
  }

  rowReads(name: string, pattern: RegExp): Promise<void> {
    return eventually(async () => assert.match(await this.row(name), pattern));
  }

  /** What has the focus, by its words. */
  focus(): Promise<string> {
    return this.page.evaluate(() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      const { labels } = element as HTMLInputElement;
      return (
        element?.getAttribute('aria-label') ??
        (labels?.[0] ?? element)?.textContent?.replace(/\s+/g, ' ').trim() ??
        ''
      );
    });
  }

  focusIs(name: string): Promise<void> {
    return eventually(async () => assert.equal(await this.focus(), name));
  }

  valueOf(label: string): Promise<string> {
    return this.page
      .waitForSelector(`::-p-aria([name="${label}"])`)
      .then((control) => control!.evaluate((element) => (element as HTMLInputElement).value));
  }

  valueIs(label: string, value: string): Promise<void> {
    return eventually(async () => assert.equal(await this.valueOf(label), value));
  }

  get search(): URLSearchParams {
    return new URL(this.page.url()).searchParams;
  }

  /** Tabs on until the focus is on what has the words. */
  async tabTo(name: string): Promise<void> {
    for (let step = 0; step < 60; step++) {
      await this.page.keyboard.press('Tab');
      if ((await this.focus()) === name) return;
    }
    assert.fail(`Tab never reached ${name}.`);
  }

  /** Nothing was complained of, and nothing secret is kept where a page keeps things. */
  async leave(): Promise<void> {
    const kept = await this.page.evaluate(() =>
      JSON.stringify([{ ...sessionStorage }, { ...localStorage }, location.href]),
    );
    assert.doesNotMatch(kept, new RegExp(SECRET));
    assert.deepEqual(this.complaints, []);
    await this.page.browserContext().close();
  }
}

/** Each scenario has a site, or a memory, of its own. */
const openAdmin = async (backend: Backend, site: '1234' | '5678'): Promise<AdminVisit> => {
  const visit = await AdminVisit.open(`backend=${backend}&site=${site}&latency=0`);
  if (backend === 'server') await visit.press('button', 'Register twelve made-up ones');
  await visit.reads('1 to 12 of 12');
  return visit;
};

const AMBER = 'Amber Falls Imaging';
const BIRCHMERE = 'Birchmere Cardiology';

for (const backend of ['memory', 'server'] as const)
  describe(`The admin’s page, ${backend === 'memory' ? 'in memory' : 'on the reference server'}`, () => {
    it('finds, opens, edits, disables and checks an integration', async () => {
      const visit = await openAdmin(backend, '1234');
      await visit.fill('Search by name or URL', 'amber falls imag');
      await visit.shows(AMBER);
      await visit.press('button', `Open ${AMBER}`);
      await visit.valueIs('Integration name', AMBER);
      assert.ok(visit.search.get('id'));
      await visit.fill('Integration name', `${AMBER} West`);
      await visit.press('button', 'Save changes');
      await visit.reads('Your changes are saved.', 'form');
      await visit.page.goBack();
      await visit.shows(`${AMBER} West`);
      await visit.focusIs(`Open ${AMBER} West`);
      assert.equal(visit.search.get('id'), null);
      assert.equal(await visit.valueOf('Search by name or URL'), 'amber falls imag');

      await visit.press('switch', `Enable ${AMBER} West`);
      await visit.rowReads(`${AMBER} West`, /Enabled No/);
      await visit.press('button', `Details of ${AMBER} West`);
      await visit.press('button', 'Check endpoint');
      await visit.rowReads(`${AMBER} West`, /Verified.*The endpoint has passed the check\. Since /);
      // As the backend has it, too.
      await visit.fill('Search by name or URL', 'birchmere');
      await visit.shows(BIRCHMERE);
      await visit.fill('Search by name or URL', 'west');
      await visit.rowReads(`${AMBER} West`, /Verified Enabled No/);
      await visit.leave();
    });

    it('sends test events, and delivers again', async () => {
      const visit = await openAdmin(backend, '5678');
      await visit.fill('Search by name or URL', 'amber falls imag');
      await visit.shows(AMBER);
      await visit.press('button', `Details of ${AMBER}`);
      await visit.press('button', 'Activity');
      await visit.press('button', `Send test event: ${AMBER}`);
      await visit.reads(/Result.*Delivered HTTP 20[04]/);

      await visit.fill('Search by name or URL', 'birchmere card');
      await visit.shows(BIRCHMERE);
      await visit.press('button', `Details of ${BIRCHMERE}`);
      await visit.press('button', 'Activity');
      await visit.press('button', `Send test event: ${BIRCHMERE}`);
      await visit.reads(/Result.*Failed HTTP (?:410|503)/);
      await visit.rowReads(BIRCHMERE, /Deliveries fail HTTP (?:410|503)/);
      await visit.reads('Attempts (1)');
      await visit.page.evaluate(() => {
        const { shadowRoot } = document.querySelector('ocean-integration-list') as HTMLElement;
        const buttons = [...(shadowRoot?.querySelectorAll<HTMLElement>('.delivery button') ?? [])];
        buttons.find((button) => button.textContent?.trim() === 'Redeliver')?.click();
      });
      await visit.reads('Attempts (2)');
      await visit.leave();
    });

    it('deletes with time to think again, registers, also from JSON', async () => {
      const visit = await AdminVisit.open(`backend=${backend}&site=1234&latency=0`);
      await visit.reads('1 to 12 of 12');
      await visit.fill('Search by name or URL', 'birchmere card');
      await visit.shows(BIRCHMERE);
      await visit.press('button', `Details of ${BIRCHMERE}`);
      const confirm = async (): Promise<void> => {
        await visit.press('button', 'Delete');
        await visit.page.locator('::-p-aria([role="dialog"])').wait();
        await visit.focusIs('Keep it');
        await visit.page.keyboard.down('Shift');
        await visit.page.keyboard.press('Tab');
        await visit.page.keyboard.up('Shift');
        await visit.page.keyboard.press('Enter');
        await visit.reads(`“${BIRCHMERE}” will be deleted.`);
        await visit.focusIs('Undo');
      };
      await confirm();
      await visit.page.keyboard.press('Enter');
      await visit.shows(BIRCHMERE);
      await confirm();
      await visit.press('button', 'Clear the search and filters');
      await visit.reads('1 to 11 of 11');
      assert.ok(!(await visit.names()).includes(BIRCHMERE));

      await visit.press('button', 'Register an integration');
      await visit.fill('Integration name', 'Valley Cardiology');
      await visit.fill('Request URL', 'https://hooks.valley.example/ocean');
      await visit.page.select('>>> #authentication-type', 'basic');
      await visit.fill('User name', 'ocean');
      await visit.fill('Password', SECRET);
      await visit.press('checkbox', 'New referral sent');
      await visit.press('button', 'Register integration');
      await visit.reads('The integration is registered.', 'form');
      const id = visit.search.get('id');
      assert.ok(id);
      await visit.press('button', 'Back to the list');
      await visit.reads('1 to 12 of 12');
      assert.equal((await visit.names())[0], 'Valley Cardiology');

      await visit.press('button', 'Register from JSON');
      await visit.fill('JSON', JSON.stringify({ ...COPIED, name: undefined }));
      await visit.press('button', 'Continue in the form');
      await visit.reads('Enter a name for the integration.');
      await visit.fill('JSON', JSON.stringify(COPIED));
      await visit.press('button', 'Continue in the form');
      await visit.valueIs('Integration name', COPIED.name);
      await visit.valueIs('Request URL', COPIED.requestUrl);
      await visit.press('button', 'Register integration');
      await visit.reads('The integration is registered.', 'form');
      await visit.press('button', 'Back to the list');
      await visit.reads('1 to 13 of 13');
      assert.equal((await visit.names())[0], COPIED.name);
      await visit.leave();
    });

    it('opens an integration by its address, and goes by keyboard alone, in French', async () => {
      const first = await AdminVisit.open(`backend=${backend}&site=5678&latency=0`);
      await first.reads('1 to 12 of 12');
      await first.press('button', `Open ${AMBER}`);
      await first.valueIs('Integration name', AMBER);
      const link = first.search.toString();
      await first.leave();

      const visit = await AdminVisit.open(`${link}&lang=fr`);
      await visit.valueIs('Nom de l’intégration', AMBER);
      await visit.press('button', 'Retour à la liste');
      await visit.reads('1 à 12 sur 12');
      await visit.page.focus('>>> #search');
      await visit.page.keyboard.type('birchmere');
      await visit.shows(BIRCHMERE);
      await visit.tabTo(`Ouvrir ${BIRCHMERE}`);
      await visit.page.keyboard.press('Enter');
      await visit.valueIs('Nom de l’intégration', BIRCHMERE);
      await visit.page.goBack();
      await visit.focusIs(`Ouvrir ${BIRCHMERE}`);
      await visit.leave();
    });
  });

/** What "Copy as JSON" gives of an integration of another site. */
const COPIED = {
  module: 'ereferrals',
  name: 'Copied from a test site',
  requestUrl: 'https://hooks.copied.example/ocean',
  payload: { format: 'fhir-r4', guide: '0.11.1' },
  authentication: { type: 'none' },
  events: ['add-service-request'],
  enabled: true,
  launch: null,
};
