/** What every demo page does alike: the document's language, theme and title, the page around the stage, and the event log. */
import { html, nothing, render } from 'lit';
import type { TemplateResult } from 'lit';
import { masthead } from './controls.js';
import type { DemoAddress, Lang } from './controls.js';
import { describeEvent } from './event-log.js';
import type { LoggedEvent } from './event-log.js';

/** Events that are shown; older ones are dropped. */
const LONGEST_LOG = 30;

export interface PageTexts {
  readonly title: string;
  readonly intro: string;
  /** Label of the link that skips to the stage. */
  readonly skip: string;
}

export interface PageLayout {
  /** Address of the page, relative to the demo's folder. */
  readonly address: DemoAddress;
  readonly state: { readonly lang: Lang; readonly theme: string };
  readonly texts: PageTexts;
  /** Id of the page's `main`. */
  readonly main: string;
  readonly nav?: TemplateResult;
  readonly content: TemplateResult;
  speak(lang: Lang): void;
}

const root = document.querySelector('#page') as HTMLElement;

/** Finds an element of the page. */
export const inPage = <E extends Element>(selector: string): E | null =>
  root.querySelector<E>(selector);

export const ownElement = <K extends keyof HTMLElementTagNameMap>(
  tagName: K,
): HTMLElementTagNameMap[K] | null => root.querySelector(tagName);

export const drawPage = ({ address, state, texts, main, nav, content, speak }: PageLayout) => {
  document.documentElement.lang = `${state.lang}-CA`;
  document.documentElement.dataset['theme'] = state.theme;
  document.title = `ocean-integrations: ${texts.title}`;
  render(
    html`
      <a class="skip" href="#${main}">${texts.skip}</a>
      <header>
        ${masthead(address, state, speak)}
        <div>
          <h1>${texts.title}</h1>
          <p class="intro">${texts.intro}</p>
        </div>
        ${nav ?? nothing}
      </header>
      ${content}
    `,
    root,
  );
};

/** The events that elements have fired, newest first. Those that do not bubble are heard at the element itself. */
export class EventLog {
  entries: readonly LoggedEvent[] = [];
  private readonly heard = new WeakSet<Element>();

  note(event: Event): void {
    this.entries = [describeEvent(event), ...this.entries].slice(0, LONGEST_LOG);
  }

  /**
   * Listens once at each element, however often the page is drawn.
   * @returns whether the element is a new one
   */
  listen(
    element: Element | null,
    types: readonly string[],
    listener: (event: Event) => void,
    capture = false,
  ): boolean {
    if (!element || this.heard.has(element)) return false;
    this.heard.add(element);
    for (const type of types) {
      element.addEventListener(
        type,
        (event) => {
          this.note(event);
          listener(event);
        },
        capture,
      );
    }
    return true;
  }
}
