/** What a measured page of the launch offers to the benchmark: mounts banners and confirmations, and whole launches of ours. */
import type { IntegrationBackend } from '../../../src/backend/backend.js';
import type { LaunchSettings } from '../../../src/integration/schema.js';
import { launchSettings } from '../launch-samples.js';
import { countsOf, renderedInTask, timeMount } from './mount-times.js';
import type { MountTimes } from './mount-times.js';
import { nextTask, painted } from './painted.js';
import { stubBackend } from './stub-backend.js';

export interface LaunchHarness {
  mountBanners(count: number): Promise<MountTimes>;
  /** Until its message, which is rich text, is there. */
  mountConfirmation(): Promise<MountTimes>;
  unmount(): void;
  /** What the mounted elements consist of. */
  counts(): { elements: number; nodes: number };
  /** Mounts and removes whole launches, each given up at another moment, so many times. */
  cycleLaunches(count: number): Promise<void>;
}

declare global {
  interface Window {
    launchHarness: LaunchHarness;
  }
}

type Launched = HTMLElement & { settings?: LaunchSettings };

const { banner = '', confirmation = '' } = document.documentElement.dataset;
const stage = document.createElement('main');
document.body.append(stage);

const settingsOf: LaunchSettings[] = [];
const settingsAt = (index: number): LaunchSettings => (settingsOf[index] ??= launchSettings(index));

/** Milliseconds that anything may take to appear. */
const PATIENCE = 10_000;

const layOut = (): void => void stage.getBoundingClientRect();

/** Waits for something that takes more than a task. */
const until = async (isThere: () => boolean): Promise<void> => {
  const end = performance.now() + PATIENCE;
  while (!isThere()) {
    if (performance.now() > end) throw new Error('Not rendered.');
    await nextTask();
  }
};

/** The same as soon as the nodes of `element` show it, so that nothing else runs meanwhile. */
const whenShown = async (element: Element, isThere: () => boolean): Promise<void> => {
  if (isThere() || !element.shadowRoot) return;
  const { shadowRoot } = element;
  await new Promise<void>((resolve) => {
    const observer = new MutationObserver(() => {
      if (!isThere()) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(shadowRoot, { childList: true, subtree: true });
  });
};

const has = (element: Element | null | undefined, selector: string): boolean =>
  element?.shadowRoot?.querySelector(selector) != null;

/** An element inside the confirmation's message tells that the whole of it is there. */
const MESSAGE_PART = '#message ol';

const backend: IntegrationBackend = {
  ...stubBackend([]),
  getLaunchSettings: () =>
    Promise.resolve({ integrationId: 'i-1', enabled: true, settings: settingsAt(1) }),
};

type Launch = HTMLElement & {
  backend?: IntegrationBackend;
  confirm(sent: { referralRef: string }): void;
};

const REFERRAL = { referralRef: 'R-2026-0042' };

/** With a portal's form inside and a countdown, in the page until its settings, its confirmation or its message are there. */
const launchOnce = async (index: number): Promise<void> => {
  const launch = document.createElement('ocean-referral-launch') as Launch;
  launch.setAttribute('listing-id', 'l-1');
  launch.setAttribute('auto-launch', '30');
  launch.backend = backend;
  const form = document.createElement('form');
  form.append(document.createElement('input'), document.createElement('button'));
  launch.append(form);
  stage.append(launch);
  const shown = () => launch.shadowRoot?.querySelector('ocean-referral-confirmation');
  if (index % 4 > 0) {
    await until(() => has(launch.shadowRoot?.querySelector('ocean-referral-header'), '.next'));
    launch.confirm(REFERRAL);
  }
  if (index % 4 > 1) await until(() => has(shown(), '#proceed'));
  if (index % 4 > 2) await until(() => has(shown(), MESSAGE_PART) && has(launch, '#stay'));
  layOut();
  launch.remove();
  await nextTask();
};

window.launchHarness = {
  mountBanners: (count) =>
    timeMount(async () => {
      const made = document.createDocumentFragment();
      for (let index = 0; index < count; index++) {
        const element = document.createElement(banner) as Launched;
        element.settings = settingsAt(index);
        made.append(element);
      }
      stage.append(made);
      await renderedInTask(() => has(stage.lastElementChild, '.next'));
    }, layOut),
  mountConfirmation: () =>
    timeMount(async () => {
      const element = document.createElement(confirmation) as Launched & { referralRef: string };
      element.settings = { ...settingsAt(0), useIframe: false };
      element.referralRef = REFERRAL.referralRef;
      stage.append(element);
      await whenShown(element, () => has(element, MESSAGE_PART));
    }, layOut),
  unmount() {
    stage.replaceChildren();
  },
  counts() {
    const root = stage.firstElementChild?.shadowRoot;
    if (!root) throw new Error('Nothing is mounted.');
    return countsOf(root);
  },
  async cycleLaunches(count) {
    for (let index = 0; index < count; index++) await launchOnce(index);
    await painted();
  },
};
