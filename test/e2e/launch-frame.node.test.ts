/** A referral goes on in the launched system inside an iframe, in a real browser and under the real policy. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { launch } from 'puppeteer-core';
import type { Browser } from 'puppeteer-core';
import { launchOptions } from '../../scripts/browser.mjs';
import { HUNG, pause } from '../support/time.js';
import { buildDemo, serveDemo } from './demo-server.js';
import type { DemoServer } from './demo-server.js';
import {
  REASON,
  focused,
  framed,
  launchUrl,
  leavesNoTrace,
  newTab,
  nothingWrong,
  press,
  reads,
  referralRef,
  sendReferral,
  tabTo,
  visitPortal,
} from './portal-visit.js';
import type { Visit } from './portal-visit.js';

let demo: DemoServer;
/** Its policy lists no launched system. */
let strict: DemoServer;
let browser: Browser;

before(async () => {
  const folder = await buildDemo();
  demo = await serveDemo(folder);
  strict = await serveDemo(folder, { frames: false });
  browser = await launch(await launchOptions());
});

after(async () => {
  await browser.close();
  for (const { server } of [demo, strict]) server.close();
});

const visit = (search: string, where = demo): Promise<Visit> => visitPortal(browser, where, search);

describe('A referral in an iframe', () => {
  for (const modal of ['no', 'yes'])
    it(`to ui.done, with the dialog: ${modal}`, async () => {
      const sender = await visit(`iframe=yes&modal=${modal}`);
      const { page } = sender;
      await sendReferral(page);
      const ref = await referralRef(page);
      await press(page, 'button', 'Continue to NI Booking');
      const frame = await framed(page, demo.launched);
      assert.equal(frame.url(), launchUrl(demo, ref));
      assert.equal(await frame.evaluate(() => document.referrer), '');
      await press(frame, 'button', 'Finish');
      await reads(page, 'You have finished in NI Booking.');
      assert.equal(await page.$('>>> iframe'), null);
      assert.equal(await focused(page), 'Continue to NI Booking');
      await leavesNoTrace(sender, ref);
      nothingWrong(sender, demo);
    });

  it('shows what the launched system asks the portal for', async () => {
    const sender = await visit('iframe=yes');
    const { page } = sender;
    await sendReferral(page);
    await press(page, 'button', 'Continue to NI Booking');
    const frame = await framed(page, demo.launched);
    await press(frame, 'button', 'Show the problem list');
    await reads(page, 'Problem list (made up)');
    await frame.waitForFunction(() => document.body.innerText.includes('"status":"success"'));
    await press(frame, 'button', 'Done, then show orders');
    await reads(page, 'Orders (made up)');
    await reads(page, 'You have finished in NI Booking.');
    nothingWrong(sender, demo);
  });

  it('that stays silent offers a new tab', async () => {
    const sender = await visit('iframe=yes&system=silent');
    const { page } = sender;
    await sendReferral(page);
    const ref = await referralRef(page);
    await press(page, 'button', 'Continue to NI Booking');
    await framed(page, demo.launched);
    await reads(page, '{"handshake":false}');
    const link = await page.waitForSelector('>>> ocean-launch-frame >>> a[target="_blank"]', {
      visible: true,
    });
    assert.equal(await link?.evaluate((a) => a.href), launchUrl(demo, ref, 'silent'));
    nothingWrong(sender, demo);
  });

  it('that refuses to be framed offers a new tab', async () => {
    const sender = await visit('iframe=yes&system=refusing');
    const { page } = sender;
    await sendReferral(page);
    const ref = await referralRef(page);
    await press(page, 'button', 'Continue to NI Booking');
    await reads(page, '{"handshake":false}');
    await page.locator('>>> ocean-launch-frame >>> a[target="_blank"]').click();
    const tab = await newTab(sender);
    assert.equal(tab.url(), launchUrl(demo, ref, 'refusing'));
    await leavesNoTrace(sender, ref);
    nothingWrong(sender, demo, /frame-ancestors 'none'/);
  });

  it('that the page’s policy does not list is said to be blocked', async () => {
    const sender = await visit('iframe=yes', strict);
    const { page } = sender;
    await sendReferral(page);
    await press(page, 'button', 'Continue to NI Booking');
    await reads(page, 'NI Booking could not be shown on this page.');
    const cure = /^ocean-integrations: Add http:\/\/localhost:\d+ to frame-src/;
    nothingWrong(sender, strict, /frame-src/, cure);
  });
});

describe('In French, by keyboard alone', () => {
  it('a referral is sent and finished in the iframe', async () => {
    const sender = await visit('lang=fr&iframe=yes');
    const { page } = sender;
    await reads(page, 'vous pourrez poursuivre dans Rendez-vous IN');
    await tabTo(page, 'Patient');
    await page.keyboard.type('Sac');
    await tabTo(page, 'Motif de l’aiguillage');
    await page.keyboard.type(REASON);
    await tabTo(page, 'Envoyer l’aiguillage');
    await page.keyboard.press('Enter');
    await reads(page, 'Votre aiguillage a été envoyé');
    assert.equal(await focused(page), 'Aiguillage envoyé');
    const ref = await referralRef(page);
    await tabTo(page, 'Continuer vers Rendez-vous IN');
    await page.keyboard.press('Enter');
    const frame = await framed(page, demo.launched);
    assert.equal(frame.url(), launchUrl(demo, ref));
    await frame.waitForSelector('button.primary:enabled');
    await tabTo(page, 'Français', frame);
    await page.keyboard.press('Enter');
    await tabTo(page, 'Terminer', frame);
    await page.keyboard.press('Enter');
    await reads(page, 'Vous avez terminé dans Rendez-vous IN.');
    assert.equal(await focused(page), 'Continuer vers Rendez-vous IN');
    nothingWrong(sender, demo);
  });
});

describe('A violation of the policy', () => {
  it('would be heard of, in the portal and in an iframe', async () => {
    const sender = await visit('iframe=yes');
    const { page } = sender;
    await sendReferral(page);
    await press(page, 'button', 'Continue to NI Booking');
    const frame = await framed(page, demo.launched);
    for (const where of [page, frame])
      await where.evaluate(() => document.body.setAttribute('style', 'color: red'));
    await page.waitForFunction(() => true);
    const deadline = Date.now() + HUNG;
    while (demo.reports.length < 2 && Date.now() < deadline) await pause(50);
    const reports = demo.reports.splice(0);
    assert.equal(reports.length, 2, reports.join('\n'));
    assert.ok(reports.every((report) => report.includes('style-src')));
    assert.ok(sender.complaints.filter((text) => text.startsWith('style-src')).length >= 1);
  });
});
