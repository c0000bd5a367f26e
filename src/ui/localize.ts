/**
 * The language of an element's texts: that of the nearest `lang`, through shadow hosts, live.
 *
 * Code of our own (some 60 lines) because the libraries at hand follow one language per page (`<html lang>` or a global
 * setting), and a host may well show a French form on an English page.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { LANGUAGE_TAGS, languageOfTag } from '../integration/language-tag.js';
import type { Language } from '../integration/rules.js';

/** Texts per language: at hand, or loaded when they are first needed. */
export type TextPacks<T> = Readonly<Record<Language, T | (() => Promise<T>)>>;

/** The language that an element's nearest `lang` asks for; English where none of ours is asked for. */
export const languageOf = (element: Element): Language => {
  let next: Element | null = element;
  while (next) {
    const bearer: Element | null = next.closest('[lang]');
    if (bearer) return languageOfTag(bearer.getAttribute('lang'));
    const root: Node = next.getRootNode();
    next = root instanceof ShadowRoot ? root.host : null;
  }
  return 'en';
};

/** Tag of the language that an element's user reads, also while its texts are still loading. */
export const readingTagOf = (element: Element): string => LANGUAGE_TAGS[languageOf(element)];

export { LANGUAGE_TAGS };

export class Localize<T> implements ReactiveController {
  /** Language of `texts`. */
  language: Language = 'en';
  /** Undefined until the first pack is there. A language that can't be loaded leaves the one before, or English. */
  texts?: T;

  /** Settled when the first texts are there, or could not be had. */
  ready?: Promise<void>;

  private observer?: MutationObserver;

  constructor(
    private readonly host: ReactiveControllerHost & Element,
    private readonly packs: TextPacks<T>,
  ) {
    host.addController(this);
  }

  /** BCP 47 tag of `language`. */
  get tag(): string {
    return LANGUAGE_TAGS[this.language];
  }

  hostConnected(): void {
    this.observer = new MutationObserver(() => void this.update());
    let root: Node | null = this.host.getRootNode();
    // The host's own `lang` and those of its ancestors, in each tree that it stands in.
    while (root) {
      this.observer.observe(root, { attributes: true, attributeFilter: ['lang'], subtree: true });
      root = root instanceof ShadowRoot ? root.host.getRootNode() : null;
    }
    this.ready = this.update();
  }

  hostDisconnected(): void {
    this.observer?.disconnect();
  }

  private async update(): Promise<void> {
    const wanted = languageOf(this.host);
    if (this.texts && wanted === this.language) return;
    const pack = this.packs[wanted];
    if (typeof pack !== 'function') return this.adopt(wanted, pack);
    try {
      const texts = await (pack as () => Promise<T>)();
      if (languageOf(this.host) === wanted) this.adopt(wanted, texts);
    } catch {
      if (!this.texts && typeof this.packs.en !== 'function') this.adopt('en', this.packs.en);
    }
  }

  private adopt(language: Language, texts: T): void {
    this.language = language;
    this.texts = texts;
    this.host.requestUpdate();
  }
}
