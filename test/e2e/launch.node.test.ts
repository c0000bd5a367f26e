/** A referral is sent at the demo's portal and goes on in the launched system, in a real browser and under the real policy. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { launch } from 'puppeteer-core';
import type { Browser, Page } from 'puppeteer-core';
import { launchOptions } from '../../scripts/browser.mjs';
import type { TestServer } from '../server/reference-server.js';
import { HUNG } from '../support/time.js';
import { buildDemo, serveDemo, startReferenceServer } from './demo-server.js';
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

const visit = (search = ''): Promise<Visit> => visitPortal(browser, demo, search);

/** The launched system got the URL and nothing else: the browser told no referrer, and gave no way back. */
const arrivedAlone = async (page: Page, ref: string): Promise<void> => {
  const url = launchUrl(demo, ref);
  assert.equal(page.url(), url);
  const told = await page.evaluate(() => ({
    referrer: document.referrer,
    opener: window.opener as unknown,
    name: window.name,
  }));
  assert.deepEqual(told, { referrer: '', opener: null, name: '' });
  const { pathname, search } = new URL(url);
  assert.deepEqual(
    demo.arrivals.filter((each) => each.url.includes(ref)),
    [{ url: pathname + search, referrer: undefined }],
  );
};

describe('A referral in this tab', () => {
  it('by mouse', async () => {
    const { page, ...rest } = await visit();
    await reads(page, 'you will be taken to NI Booking at localhost');
    await sendReferral(page);
    await reads(page, 'Your referral was sent');
    const ref = await referralRef(page);
    await leavesNoTrace({ page, ...rest }, ref);
    await Promise.all([page.waitForNavigation(), press(page, 'link', 'Continue to NI Booking')]);
    await arrivedAlone(page, ref);
    nothingWrong({ page, ...rest }, demo);
  });

  it('by keyboard', async () => {
    const { page, ...rest } = await visit();
    await tabTo(page, 'Patient');
    await page.keyboard.type('Mor');
    await tabTo(page, 'Reason for referral');
    await page.keyboard.type(REASON);
    await tabTo(page, 'Send referral');
    await page.keyboard.press('Enter');
    await reads(page, 'Referral sent');
    assert.equal(await focused(page), 'Referral sent');
    const ref = await referralRef(page);
    await tabTo(page, 'Continue to NI Booking');
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    await arrivedAlone(page, ref);
    nothingWrong({ page, ...rest }, demo);
  });

  it('is not sent while something is missing', async () => {
    const { page, ...rest } = await visit();
    await press(page, 'button', 'Send referral');
    await reads(page, 'Choose a patient.');
    await reads(page, 'Enter the reason for the referral.');
    assert.equal(await focused(page), 'Patient');
    assert.equal(await page.$('>>> #reference'), null);
    nothingWrong({ page, ...rest }, demo);
  });

  it('by the one-time URL of the backend, also where the first has expired', async () => {
    for (const url of ['backend', 'expired']) {
      const { page, ...rest } = await visit(`url=${url}`);
      await sendReferral(page);
      const ref = await referralRef(page);
      await page.waitForSelector('>>> #proceed', { visible: true });
      await Promise.all([page.waitForNavigation(), page.locator('>>> #proceed').click()]);
      const launched = new URL(page.url());
      const token = launched.searchParams.get('launch') ?? '';
      assert.match(token, /^\d+(-\d+){3}$/);
      assert.equal(page.url(), launchUrl(demo, ref).replace('#', `&launch=${token}#`));
      nothingWrong({ page, ...rest }, demo);
    }
  });

  it('says so where no launch URL can be had', async () => {
    const { page, ...rest } = await visit('url=unavailable');
    await sendReferral(page);
    await press(page, 'button', 'Continue to NI Booking');
    await reads(page, 'NI Booking could not be opened. Your referral was sent');
    nothingWrong({ page, ...rest }, demo);
  });
});

describe('A referral in a new tab', () => {
  for (const how of ['mouse', 'keyboard'] as const)
    it(`by ${how}`, async () => {
      const sender = await visit('target=blank');
      const { page } = sender;
      await reads(page, 'you can continue in NI Booking at localhost');
      await sendReferral(page);
      const ref = await referralRef(page);
      if (how === 'mouse') await press(page, 'link', 'Continue to NI Booking');
      else {
        await tabTo(page, 'Continue to NI Booking');
        await page.keyboard.press('Enter');
      }
      await arrivedAlone(await newTab(sender), ref);
      await reads(page, 'NI Booking was opened in a new tab.');
      await leavesNoTrace(sender, ref);
      nothingWrong(sender, demo);
    });
});

describe('A referral whose launch is on the reference server', () => {
  /** The server’s own URL: that of the widget, with a token of one launch. */
  const isOneTime = (url: string, ref: string): void => {
    const { searchParams } = new URL(url);
    const token = searchParams.get('launch') ?? '';
    assert.notEqual(token, '');
    assert.equal(url, launchUrl(demo, ref).replace('#', `&launch=${token}#`));
  };

  it('in this tab', async () => {
    const sender = await visit('backend=server');
    const { page } = sender;
    await reads(page, 'you will be taken to NI Booking at localhost');
    await sendReferral(page);
    await reads(page, 'Your referral was sent');
    const ref = await referralRef(page);
    await leavesNoTrace(sender, ref);
    await reads(page, 'Continue to NI Booking');
    await Promise.all([page.waitForNavigation(), page.locator('>>> #proceed').click()]);
    isOneTime(page.url(), ref);
    assert.deepEqual(
      demo.arrivals.filter(({ url }) => url.includes(ref)).map(({ referrer }) => referrer),
      [undefined],
    );
    assert.ok(!JSON.stringify(reference.log).includes(ref), 'no reference in the server’s log');
    nothingWrong(sender, demo);
  });

  it('in a new tab', async () => {
    const sender = await visit('backend=server&target=blank');
    const { page } = sender;
    await reads(page, 'you can continue in NI Booking at localhost');
    await sendReferral(page);
    const ref = await referralRef(page);
    await page.locator('>>> #proceed').click();
    const opened = await newTab(sender);
    isOneTime(opened.url(), ref);
    await reads(page, 'NI Booking was opened in a new tab.');
    nothingWrong(sender, demo);
  });

  it('in an iframe, until it is done', async () => {
    const sender = await visit('backend=server&iframe=yes');
    const { page } = sender;
    await reads(page, 'you can continue in NI Booking at localhost');
    await sendReferral(page);
    const ref = await referralRef(page);
    await page.locator('>>> #proceed').click();
    const frame = await framed(page, demo.launched);
    isOneTime(frame.url(), ref);
    await frame.waitForSelector('::-p-aria([name="Finish"][role="button"])');
    await press(frame, 'button', 'Finish');
    await reads(page, 'You have finished in NI Booking. You can open it again.');
    nothingWrong(sender, demo);
  });

  it('that has none for the listing is sent all the same', async () => {
    const sender = await visit('backend=server&listing=listing-dermatology');
    const { page } = sender;
    await sendReferral(page);
    await reads(page, 'There is nothing else to do here.');
    nothingWrong(sender, demo, /status of 404/);
  });
});

describe('A launch by itself', () => {
  it('shows the time, and stays when it is told to', async () => {
    const sender = await visit('auto=20');
    const { page } = sender;
    await sendReferral(page);
    await reads(page, 'Opens automatically in 19 seconds.');
    await press(page, 'button', 'Stay here');
    await reads(page, 'ocean-launch-cancelled {"reason":"stopped"}');
    assert.equal(await focused(page), 'Continue to NI Booking');
    assert.equal(await page.$('::-p-aria([name="Stay here"][role="button"])'), null);
    nothingWrong(sender, demo);
  });

  it('goes on where nobody stops it', async () => {
    const sender = await visit('auto=20');
    const { page } = sender;
    await sendReferral(page);
    const ref = await referralRef(page);
    await page.waitForNavigation({ timeout: 2 * HUNG });
    await arrivedAlone(page, ref);
    nothingWrong(sender, demo);
  });
});

describe('The portal’s form works and is sent', () => {
  for (const [settings, next] of [
    ['loading', 'Checking for a next step'],
    ['failed', 'We could not find out whether there is a next step.'],
    ['disabled', 'There is nothing else to do here.'],
  ] as const)
    it(`with settings: ${settings}`, async () => {
      const sender = await visit(`settings=${settings}`);
      const { page } = sender;
      await sendReferral(page);
      await reads(page, 'Your referral was sent');
      await reads(page, next);
      await leavesNoTrace(sender, await referralRef(page));
      nothingWrong(sender, demo);
    });
});

describe('What is shown to senders under the policy', () => {
  for (const search of [
    'message=hostile&host=idn',
    'message=rich&names=long&lang=fr',
    'logo=broken&theme=dark&look=branded&width=360',
  ])
    it(search, async () => {
      const sender = await visit(search);
      const { page } = sender;
      await page.select('#patient', 'patient-1');
      await page.type('#reason', REASON);
      await page.locator('form .primary').click();
      const ref = await referralRef(page);
      await page.waitForSelector('>>> #proceed', { visible: true });
      if (search.includes('hostile')) await reads(page, 'Thank you from Northern Imaging.');
      assert.match(await page.title(), /^ocean-integrations/);
      await leavesNoTrace(sender, ref);
      nothingWrong(sender, demo);
    });
});
