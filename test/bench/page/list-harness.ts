/** What a measured page of the list offers to the benchmark: mounts it over many integrations, and times keystrokes and frames. */
import type { IntegrationBackend } from '../../../src/backend/backend.js';
import { MemoryBackend } from '../../../src/backend/memory.js';
import type { Integration } from '../../../src/integration/schema.js';
import { madeUpIntegrations } from '../../../demo/admin/made-up.js';
import { countsOf, timeMount } from './mount-times.js';
import type { MountTimes } from './mount-times.js';
import { painted } from './painted.js';

export interface ListHarness {
  /** Makes the integrations and what holds them, before anything is measured. */
  prepare(count: number): void;
  /** Until the first rows are there. */
  mount(): Promise<MountTimes>;
  focusSearch(): void;
  /** Milliseconds of the oldest keystroke not asked for yet: from its own time until what it finds is painted. */
  nextKey(): Promise<number>;
  /** How many integrations the list says that it has found. */
  found(): number;
  /** Scrolls down on and on, turning the page where one ends, and gives the milliseconds of each frame. */
  scroll(frames: number): Promise<number[]>;
  counts(): { elements: number; nodes: number };
}

declare global {
  interface Window {
    listHarness: ListHarness;
  }
}

type List = HTMLElement & { backend?: IntegrationBackend; integrations?: readonly Integration[] };

/** Pixels of a turn of the wheel. */
const STEP = 240;

const { tag = '' } = document.documentElement.dataset;
const stage = document.createElement('main');
document.body.append(stage);

let integrations: readonly Integration[] = [];
let backend: MemoryBackend | undefined;
let list: List | undefined;

const root = (): ShadowRoot => {
  if (!list?.shadowRoot) throw new Error('The list is not mounted.');
  return list.shadowRoot;
};

const rowCount = (): number =>
  Number(list?.shadowRoot?.querySelector('table')?.getAttribute('aria-rowcount') ?? 1) - 1;

/** Whether the rows are there that go with the count. */
const settled = (): boolean => rowCount() > 0 && root().querySelector('table[aria-busy]') === null;

const layOut = (): void => void list?.getBoundingClientRect();

/** As soon as the list's nodes show it. */
const when = async (isThere: () => boolean): Promise<void> => {
  if (isThere()) return;
  await new Promise<void>((resolve) => {
    const observer = new MutationObserver(() => {
      if (!isThere()) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(root(), { subtree: true, childList: true, attributes: true });
  });
};

const keys: Promise<number>[] = [];
let pressed = 0;
let before = 0;
addEventListener(
  'keydown',
  ({ timeStamp }) => {
    pressed = timeStamp;
    before = rowCount();
  },
  true,
);
addEventListener('input', () => {
  const from = pressed;
  const last = before;
  // Each key of what is typed changes how many are found.
  keys.push(
    when(() => rowCount() !== last && settled())
      .then(painted)
      .then(() => performance.now() - from),
  );
});

const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));

window.listHarness = {
  prepare(count) {
    integrations = madeUpIntegrations(count);
    if (tag === 'ocean-integration-list')
      backend = new MemoryBackend({ integrations: [...integrations] });
  },
  mount: () =>
    timeMount(async () => {
      list = document.createElement(tag);
      if (backend) list.backend = backend;
      else list.integrations = integrations;
      stage.append(list);
      await when(() => settled() && root().querySelector('tbody tr') !== null);
    }, layOut),
  focusSearch() {
    root().getElementById('search')?.focus();
  },
  async nextKey() {
    const key = keys.shift();
    if (!key) throw new Error('No key was pressed that changed the search.');
    return key;
  },
  found: rowCount,
  async scroll(frames) {
    const page = document.scrollingElement as Element;
    const times: number[] = [];
    let last = await frame();
    while (times.length < frames) {
      const { scrollTop } = page;
      page.scrollTop += STEP;
      if (page.scrollTop === scrollTop) {
        page.scrollTop = 0;
        const next = root().querySelector<HTMLElement>('.pager button:last-of-type');
        next?.click();
      }
      const now = await frame();
      times.push(now - last);
      last = now;
    }
    return times;
  },
  counts: () => countsOf(root()),
};
await painted();
