/**
 * Puts rows of hostile and of harmless rich text through a widget that shows messages, in the page itself, and tells what came of
 * each: by what stands in the widget's tree, by what happens in the page, and by what a copy of it does on a stage of its own.
 */
import { expect } from '@open-wc/testing';
import { fillPlaceholders, sanitizeMessage, serializeMessage } from '../../src/ui/safe-html.js';
import type { Placeholder } from '../../src/ui/safe-html.js';
import { skip } from './skip.js';
import { HUNG } from './time.js';
import { Stage, found, payloadOf, poke, rowsOf } from '../ui/message-detector.js';
import type { MessageRow } from '../ui/message-detector.js';

export interface KeepRow {
  id: string;
  title: string;
  payload: string;
  mustKeep: { text: string; elements: Record<string, number>; links: string[] };
}

/** Does not reach the widget around a message: what is asked is what the message does. */
class Poke extends Event {
  constructor(type: string) {
    super(type, { cancelable: true });
  }
}

/** What the library and the test itself load. */
const OURS = /^\/(?:src|test|node_modules|__w[\w-]+|corpora)\//;

/** Watches the page for anything that a message must not do. */
export class PageWatch {
  private readonly effects = new Set<string>();
  private readonly globals = new Set(Object.keys(window));
  private readonly undo: (() => void)[] = [];
  private readonly observers: PerformanceObserver[] = [];

  constructor() {
    const hit = (): void => void this.effects.add('execute');
    for (const name of ['alert', 'confirm', 'prompt', 'print', 'open', 'javascript', 'xss']) {
      const before = Object.getOwnPropertyDescriptor(window, name);
      Object.defineProperty(window, name, { value: hit, configurable: true });
      this.undo.push(() => {
        Reflect.deleteProperty(window, name);
        if (before) Object.defineProperty(window, name, before);
      });
    }
    // A picture that fails tells so too, and is told as a load.
    this.listen(window, 'error', (event) => event instanceof ErrorEvent && hit());
    this.listen(window, 'submit', (event) => {
      this.effects.add('submit-form');
      event.preventDefault();
    });
    // WebKit follows a link by any event of that name; it is handlers that are to run.
    this.listen(window, 'click', (event) => event instanceof MouseEvent || event.preventDefault());
    // Without the Navigation API nothing keeps the page here: the whole file fails.
    const { navigation } = window as unknown as { navigation?: EventTarget };
    if (navigation)
      this.listen(navigation, 'navigate', (event) => {
        this.effects.add('navigate');
        event.preventDefault();
      });
    this.observe('resource', ({ name }) => {
      const { origin, pathname } = new URL(name);
      if (origin !== location.origin || !OURS.test(pathname)) this.effects.add('load-remote');
    });
  }

  /** What was done since it was last asked. */
  take(): string[] {
    const added = Object.keys(window).filter((name) => !this.globals.has(name));
    for (const name of added) this.globals.add(name);
    const taken = [...this.effects, ...added.map((name) => `clobber ${name}`)];
    this.effects.clear();
    return taken;
  }

  stop(): void {
    for (const observer of this.observers) observer.disconnect();
    for (const undo of this.undo) undo();
  }

  private listen(target: EventTarget, type: string, listener: (event: Event) => void): void {
    target.addEventListener(type, listener, true);
    this.undo.push(() => target.removeEventListener(type, listener, true));
  }

  private observe(type: string, seen: (entry: PerformanceEntry) => void): void {
    const observer = new PerformanceObserver((list) => list.getEntries().forEach(seen));
    observer.observe({ type });
    this.observers.push(observer);
  }
}

/**
 * What a widget shows, as a copy without what the widget has put there itself: a new window for each link, and the host beside it.
 * What is not exactly so stays, and is found.
 */
export const bare = (shown: Element): DocumentFragment => {
  const copy = document.createDocumentFragment();
  copy.append(...shown.cloneNode(true).childNodes);
  for (const link of copy.querySelectorAll('a')) {
    const { target, rel, host, nextSibling: after } = link;
    if (target === '_blank' && rel === 'noopener noreferrer') link.removeAttribute('target');
    if (
      after instanceof HTMLSpanElement &&
      after.cloneNode(false).isEqualNode(hostSpan()) &&
      after.textContent === ` (${host || decodeURIComponent(new URL(link.href).pathname)})`
    )
      after.remove();
  }
  return copy;
};

const hostSpan = (): HTMLElement => {
  const span = document.createElement('span');
  span.translate = false;
  return span;
};

const markupOf = (fragment: DocumentFragment): string => {
  const holder = document.createElement('div');
  holder.append(fragment.cloneNode(true));
  return holder.innerHTML;
};

/** The widget that shows messages. */
export interface Shower {
  readonly values: Readonly<Record<Placeholder, string>>;
  /** Shows the message and gives the element that holds it, and the message as the widget took it; once it is shown. */
  show(message: string): Promise<{ element: Element | null | undefined; taken: string }>;
}

/** Lets the page do its work until something holds; without the wait of a timer, as there are thousands of rows. */
export const whenever = async (holds: () => boolean): Promise<void> => {
  const { port1, port2 } = new MessageChannel();
  const end = performance.now() + HUNG;
  while (!holds()) {
    if (performance.now() > end) throw new Error(`Not in ${HUNG} ms: ${String(holds)}`);
    await new Promise((resolve) => {
      port1.onmessage = resolve;
      port2.postMessage(undefined);
    });
  }
  port1.close();
};

/** What is wrong with the way a message is shown; empty where all is well. */
const wrongsOf = async (
  { values }: Shower,
  shown: DocumentFragment,
  taken: string,
): Promise<string[]> => {
  const wrongs = [...found(shown)];
  const expected = await sanitizeMessage(taken);
  fillPlaceholders(expected, values);
  const markup = markupOf(shown);
  // A message without words shows nothing, not even its white space.
  if (markup.trim() !== markupOf(expected).trim()) wrongs.push(`differs: ${markup.slice(0, 200)}`);
  const again = markupOf(await sanitizeMessage(serializeMessage(shown)));
  if (again !== markup) wrongs.push(`mutates: ${markup.slice(0, 200)} ${again.slice(0, 200)}`);
  return wrongs;
};

/** Shows each row in the widget. */
const showHostile = async (widget: Shower, rows: readonly MessageRow[]): Promise<void> => {
  await sanitizeMessage('<p>load what is loaded on demand</p>');
  const watch = new PageWatch();
  const failures: string[] = [];
  const copies: { id: string; copy: DocumentFragment }[] = [];
  for (const row of rows) {
    const { element, taken } = await widget.show(payloadOf(row));
    const shown = element ? bare(element) : document.createDocumentFragment();
    if (element) poke(element, Poke);
    const wrongs = await wrongsOf(widget, shown, taken);
    failures.push(...[...wrongs, ...watch.take()].map((wrong) => `${row.id}: ${wrong}`));
    copies.push({ id: row.id, copy: shown });
  }
  // What loads or runs late.
  await new Promise((resolve) => setTimeout(resolve, 100));
  failures.push(...watch.take().map((wrong) => `late: ${wrong}`));
  watch.stop();
  failures.push(...(await stageAll(copies)));
  expect(failures, failures.slice(0, 10).join('\n')).to.be.empty;
};

/** Shows copies of what the widget showed on a stage, some at a time. */
const stageAll = async (
  copies: readonly { id: string; copy: DocumentFragment }[],
): Promise<string[]> => {
  const failures: string[] = [];
  const stage = await Stage.open();
  for (let first = 0; first < copies.length; first += 40) {
    const batch = copies.slice(first, first + 40);
    const effects = await stage.show((place) =>
      place.replaceChildren(...batch.map(({ copy }) => copy.cloneNode(true))),
    );
    if (effects.size > 0)
      failures.push(`${[...effects].join()} by one of ${batch.map(({ id }) => id).join()}`);
    effects.clear();
  }
  stage.close();
  return failures;
};

/** Shows each harmless row in the widget: nothing of it may be lost. */
export const showHarmless = async (widget: Shower, rows: readonly KeepRow[]): Promise<void> => {
  const failures: string[] = [];
  for (const { title, payload, mustKeep } of rows) {
    const { element, taken } = await widget.show(payload);
    const shown = element ? bare(element) : document.createDocumentFragment();
    const same = (what: string, actual: unknown, expected: unknown): void => {
      if (JSON.stringify(actual) !== JSON.stringify(expected))
        failures.push(`${title}: ${what} ${JSON.stringify(actual)}`);
    };
    const filled = new DOMParser().parseFromString('', 'text/html').body;
    filled.textContent = mustKeep.text;
    fillPlaceholders(filled, widget.values);
    same('text', shown.textContent?.trim(), filled.textContent?.trim());
    for (const [name, count] of Object.entries(mustKeep.elements)) {
      const actual = shown.querySelectorAll(name).length;
      // Loose words beside a paragraph become one as well.
      if (name === 'p' ? actual < count : actual !== count) same(name, actual, count);
    }
    const links = [...shown.querySelectorAll('a')];
    same(
      'links',
      links.map(({ href }) => href),
      mustKeep.links,
    );
    same('wrongs', await wrongsOf(widget, shown, taken), []);
  }
  expect(failures, failures.join('\n')).to.be.empty;
  expect(rows).to.have.length(84);
};

/** Rows in one test, so that none takes long. */
const ROWS_AT_ONCE = 150;

/** Tests that rows do nothing, each few in a widget of their own; one that is skipped where the rows are not here. */
export const testHostile = (
  whose: string,
  rows: readonly MessageRow[] | undefined,
  open: () => Promise<Shower>,
): void => {
  if (!rows)
    it(`${whose} do nothing`, function () {
      skip(this, 'they are not beside the repository');
    });
  for (let first = 0; rows && first < rows.length; first += ROWS_AT_ONCE) {
    const few = rows.slice(first, first + ROWS_AT_ONCE);
    it(`${whose} do nothing, ${first + 1} to ${first + few.length}`, async () =>
      showHostile(await open(), few));
  }
};

/** Rows of our own, those with markup of a public list, and of public test suites; none of the last where they are not there. */
export const hostileRows = async (): Promise<{
  own: MessageRow[];
  naughty: MessageRow[];
  others: MessageRow[] | undefined;
}> => ({
  own: (await rowsOf<MessageRow>('own/xss.json')) ?? [],
  naughty: ((await rowsOf<MessageRow>('public/naughty-strings.json')) ?? []).filter(({ payload }) =>
    /<[a-z!/]/i.test(payload),
  ),
  others: await rowsOf<MessageRow>('third-party/xss.json'),
});

export const harmlessRows = async (): Promise<KeepRow[]> =>
  (await rowsOf<KeepRow>('own/richtext-keep.json')) ?? [];
