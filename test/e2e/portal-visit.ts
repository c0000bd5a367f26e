/** A sender at the demo's portal, in a real browser: what they do and read, and all that the browser complains about. */
import assert from 'node:assert/strict';
import { TargetType } from 'puppeteer-core';
import type { Browser, Frame, Page } from 'puppeteer-core';
import { focusedPage } from '../../scripts/browser.mjs';
import { HUNG, pause } from '../support/time.js';
import type { DemoServer } from './demo-server.js';

/** Words that only the sender types: they must turn up nowhere else. */
export const REASON = 'Knee pain since spring, made up';

export interface Visit {
  page: Page;
  /** Violations of the policy, errors, warnings: of the portal, of what it frames, and of new tabs. */
  complaints: string[];
  /** Everything that was written to the console. */
  written: string[];
}

const watch = async (page: Page, { complaints, written }: Omit<Visit, 'page'>): Promise<void> => {
  page.on('console', (message) => {
    written.push(message.text());
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
};

export const visitPortal = async (
  browser: Browser,
  { address }: DemoServer,
  search: string,
): Promise<Visit> => {
  const page = await focusedPage(browser);
  await page.setViewport({ width: 1280, height: 900 });
  page.setDefaultTimeout(HUNG);
  const visit: Visit = { page, complaints: [], written: [] };
  await watch(page, visit);
  await page.goto(`${address}portal.html?latency=0&${search}`);
  await page.waitForSelector('#patient');
  return visit;
};

/** The tab that the launch opens. */
export const newTab = async (visit: Visit): Promise<Page> => {
  const target = await visit.page
    .browserContext()
    .waitForTarget((each) => each.type() === TargetType.PAGE && each.url().includes('/launched/'), {
      timeout: HUNG,
    });
  const page = await target.page();
  assert.ok(page);
  await watch(page, visit);
  await page.waitForSelector('h1');
  return page;
};

/** The launched system's page in its iframe, once it can be used. */
export const framed = async (page: Page, launched: string): Promise<Frame> => {
  const frame = await page.waitForFrame((each) => each.url().startsWith(launched));
  await frame.waitForSelector('h1');
  return frame;
};

/**
 * What the page shows, in the widget and around it. What is hidden is left out; slots show what is put into them. No function
 * has a name in it: the test runner's compiler would mark it with a helper that the page has not.
 */
const shown = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const left: Node[] = [document.body];
    let text = '';
    for (let node = left.pop(); node; node = left.pop()) {
      if (node instanceof Text) text += ` ${node.data}`;
      if (!(node instanceof Element) || node.matches('style, [hidden]')) continue;
      const inside =
        node instanceof HTMLSlotElement
          ? node.assignedNodes()
          : [...(node.shadowRoot ?? node).childNodes];
      left.push(...inside.reverse());
    }
    return text.replace(/\s+/g, ' ').replace(/ ([.,:])/g, '$1');
  });

/** Waits until the page shows the text. */
export const reads = async (page: Page, text: string): Promise<void> => {
  const deadline = Date.now() + HUNG;
  let seen = await shown(page);
  while (!seen.includes(text) && Date.now() < deadline) {
    await pause(50);
    seen = await shown(page);
  }
  assert.ok(seen.includes(text), `“${text}” is not in: ${seen}`);
};

export const press = (page: Page | Frame, role: string, name: string): Promise<void> =>
  page.locator(`::-p-aria([name="${name}"][role="${role}"])`).click();

/** By mouse and keyboard, as most people do. */
export const sendReferral = async (page: Page): Promise<void> => {
  await page.select('#patient', 'patient-2');
  await page.type('#reason', REASON);
  await press(page, 'button', 'Send referral');
  await reads(page, 'Referral sent');
};

/** The name of what has the focus, in whichever shadow root; for a text field, its label. */
export const focused = (page: Page | Frame): Promise<string> =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    const labels = element && 'labels' in element ? (element as HTMLInputElement).labels : null;
    const named = labels?.[0] ?? element;
    const text = named instanceof HTMLElement ? named.innerText : '';
    return text.replace(/\s+/g, ' ').trim();
  });

/** Tabs on until the focus is on the control with the name. */
export const tabTo = async (page: Page, name: string, within: Page | Frame = page) => {
  for (let step = 0; step < 60; step++) {
    await page.keyboard.press('Tab');
    if ((await focused(within)) === name) return;
  }
  assert.fail(`Tab never reached ${name}`);
};

/**
 * The reference that the confirmation shows. Waited for as something visible: else Puppeteer looks again only when the page outside
 * of shadow roots changes.
 */
export const referralRef = async (page: Page): Promise<string> => {
  const shown = await page.waitForSelector('>>> #reference', { visible: true });
  const text = await shown?.evaluate((element) => element.textContent);
  assert.match(text ?? '', /^R-[2-9A-Z]{8}$/);
  return text ?? '';
};

/** Nothing of the referral is in a storage, or was written to the console. */
export const leavesNoTrace = async ({ page, written }: Visit, ref: string): Promise<void> => {
  const kept = await page.evaluate(() =>
    JSON.stringify([{ ...sessionStorage }, { ...localStorage }, document.cookie, window.name]),
  );
  for (const text of [kept, ...written]) {
    assert.ok(!text.includes(ref), text);
    assert.ok(!text.includes(REASON), text);
  }
};

/** Query and fragment of its own stay; two parameters are added, before the fragment. */
export const launchUrl = ({ launched }: DemoServer, ref: string, system = 'answering'): string =>
  `${launched}launched/${system}.html?source=ocean&referralRef=${ref}&siteNum=1234#/new`;

/**
 * Neither the page nor what it opened has complained since, nor did a browser report anything against a policy.
 *
 * @param expected what the browser itself says of something that the test provokes: each must have been said
 */
export const nothingWrong = (
  { complaints }: Visit,
  { reports }: DemoServer,
  ...expected: RegExp[]
): void => {
  const said = [...complaints, ...reports.splice(0)];
  assert.deepEqual(
    said.filter((text) => !expected.some((one) => one.test(text))),
    [],
  );
  for (const one of expected)
    assert.ok(
      complaints.some((text) => one.test(text)),
      String(one),
    );
};
