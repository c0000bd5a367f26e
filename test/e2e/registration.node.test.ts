/** The demo, as a newcomer meets it: registers, opens again and edits, in a real browser and under the real policy. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { launch } from 'puppeteer-core';
import type { Browser, Page } from 'puppeteer-core';
import { focusedPage, launchOptions } from '../../scripts/browser.mjs';
import type { TestServer } from '../server/reference-server.js';
import { HUNG } from '../support/time.js';
import { buildDemo, serveDemo, startReferenceServer } from './demo-server.js';
import type { DemoServer } from './demo-server.js';

let reference: TestServer;
let server: DemoServer['server'];
let address: string;
let browser: Browser;

before(async () => {
  reference = await startReferenceServer();
  ({ server, address } = await serveDemo(await buildDemo(), { reference }));
  browser = await launch(await launchOptions());
});

after(async () => {
  await browser.close();
  server.close();
  await reference.stop();
});

/** What must stay empty: violations of the policy, errors, warnings. */
interface Visit {
  page: Page;
  complaints: string[];
}

const visit = async (search = ''): Promise<Visit> => {
  const page = await focusedPage(browser);
  await page.setViewport({ width: 1280, height: 900 });
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.exposeFunction('complain', (text: string) => complaints.push(text));
  await page.evaluateOnNewDocument(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { complain } = globalThis as unknown as { complain(text: string): void };
      complain(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  await page.goto(address + search);
  await page.locator('::-p-aria([role="textbox"])').wait();
  return { page, complaints };
};

/** The control with the label: what a user reads beside it. */
const field = (label: string) => `::-p-aria([name="${label}"])`;

const press = (page: Page, role: string, name: string) =>
  page.locator(`::-p-aria([name="${name}"][role="${role}"])`).click();

/** Waits until the form says so. Not by `::-p-text`, which keeps what an earlier look has seen. */
const reads = (page: Page, text: string) =>
  page.waitForFunction(
    (words) => {
      const form = document.querySelector('ocean-integration-form');
      return form?.shadowRoot?.textContent?.replace(/\s+/g, ' ').includes(words);
    },
    { timeout: HUNG },
    text,
  );

const valueOf = async (page: Page, label: string): Promise<string> => {
  const control = await page.waitForSelector(field(label));
  return control ? control.evaluate((element) => (element as HTMLInputElement).value) : '';
};

describe('The demo under the design’s Content Security Policy', () => {
  for (const backend of ['memory', 'server'] as const)
    it(`registers, opens again and edits, with no complaint: ${backend}`, async () => {
      const { page, complaints } = await visit();
      if (backend === 'server') await page.select('#backend', 'server');
      const requestUrl =
        backend === 'server' ? `${address}sink/valley` : 'https://hooks.valley.example/ocean';
      await page.locator(field('Integration name')).fill('Valley Cardiology');
      await page.locator(field('Request URL')).fill(requestUrl);
      await page.select(`>>> #authentication-type`, 'basic');
      await page.locator(field('User name')).fill('ocean');
      await page.locator(field('Password')).fill('never-to-be-kept');
      await press(page, 'checkbox', 'New referral sent');
      await press(page, 'checkbox', 'Appointment booked');
      await press(page, 'button', 'Check endpoint');
      await reads(page, 'Endpoint verified');
      await press(page, 'checkbox', 'Activate a Referral System Launch when Sending a Referral');
      await page.locator(field('Company name')).fill('Valley Health');
      await page.locator(field('Base launch URL')).fill('https://book.valley.example/start');
      await page.locator(field('Application name')).fill('Valley Booking');
      await page.locator('::-p-aria([name="Advanced settings"])').click();
      await page
        .locator(field('Confirmation message (override)'))
        .fill(
          'Thank you. <strong>{{companyName}}</strong> has it. <b style="color: red" onclick="alert(1)">Bye</b>',
        );
      await reads(page, 'Thank you. Valley Health has it. Bye');
      await press(page, 'button', 'Register integration');
      await reads(page, 'The integration is registered.');
      // Elsewhere, then open again.
      await press(page, 'button', 'Register a new one');
      await page.waitForFunction(
        () =>
          document
            .querySelector('ocean-integration-form')
            ?.shadowRoot?.querySelector<HTMLInputElement>('#name')?.value === '',
      );
      await press(page, 'button', 'Open Valley Cardiology');
      await page.waitForFunction(
        () =>
          document
            .querySelector('ocean-integration-form')
            ?.shadowRoot?.querySelector<HTMLInputElement>('#name')?.value === 'Valley Cardiology',
      );
      assert.equal(await valueOf(page, 'Application name'), 'Valley Booking');
      assert.equal(await valueOf(page, 'Password'), '');
      await page.locator(field('Integration name')).fill('Valley Cardiology West');
      await press(page, 'button', 'Save changes');
      await reads(page, 'Your changes are saved.');
      await press(page, 'button', 'Show sample payload');
      await reads(page, 'MessageHeader');
      // A reload keeps what was registered, and no secret.
      await page.reload();
      await page.locator('::-p-aria([name="Open Valley Cardiology West"])').wait();
      const kept = await page.evaluate(() =>
        JSON.stringify({ ...sessionStorage, ...localStorage }),
      );
      assert.equal(kept.includes('Valley Cardiology West'), backend === 'memory');
      assert.doesNotMatch(kept, /never-to-be-kept/);
      assert.deepEqual(complaints, []);
    });

  it('registers by keyboard alone, in French', async () => {
    const { page, complaints } = await visit('?lang=fr');
    /** Tabs on until the focus is on the control with the name. */
    const tabTo = async (name: string): Promise<void> => {
      for (let step = 0; step < 80; step++) {
        await page.keyboard.press('Tab');
        const at = await page.evaluate(() => {
          let element = document.activeElement;
          while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
          const labels =
            element && 'labels' in element ? (element as HTMLInputElement).labels : null;
          return (labels?.[0] ?? element)?.textContent?.replace(/\s+/g, ' ').trim();
        });
        if (at === name) return;
      }
      assert.fail(`Tab never reached ${name}`);
    };
    await tabTo('Nom de l’intégration');
    await page.keyboard.type('Cardiologie de la Vallée');
    await tabTo('URL de requête');
    await page.keyboard.type('https://hooks.vallee.example/ocean');
    await tabTo('Nouvel aiguillage envoyé');
    await page.keyboard.press('Space');
    await tabTo('Inscrire l’intégration');
    await page.keyboard.press('Enter');
    await page.locator('::-p-aria([name="Ouvrir Cardiologie de la Vallée"])').wait();
    const focused = await page.evaluate(
      () => document.querySelector('ocean-integration-form')?.shadowRoot?.activeElement?.id,
    );
    assert.equal(focused, 'result');
    assert.deepEqual(complaints, []);
  });

  it('would hear of a violation', async () => {
    const { page, complaints } = await visit();
    await page.evaluate(() => {
      document.body.setAttribute('style', 'color: red');
      try {
        document.body.insertAdjacentHTML('beforeend', '<p>x</p>');
      } catch {
        // What Trusted Types stop is thrown as well as reported.
      }
    });
    await page.waitForFunction(() => true);
    await new Promise((resolve) => setTimeout(resolve, 200));
    assert.ok(
      complaints.some((text) => text.includes('style-src')),
      complaints.join('\n'),
    );
    assert.ok(complaints.some((text) => text.includes('require-trusted-types-for')));
  });

  for (const scene of ['loading', 'failed', 'read-only', 'conflict', 'long-french']) {
    it(`shows the scene “${scene}” without a complaint`, async () => {
      const context = await visit();
      await context.page.goto(`${address}?scene=${scene}`);
      await context.page.waitForFunction(
        () =>
          (document.querySelector('ocean-integration-form')?.shadowRoot?.textContent ?? '').trim()
            .length > 20,
      );
      assert.deepEqual(context.complaints, []);
    });
  }
});
