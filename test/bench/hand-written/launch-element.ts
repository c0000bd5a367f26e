/** What the hand-written elements of a launch share: a shadow root with their stylesheet, and the language of the nearest `lang`, live. */
import type { Language } from '../../../src/integration/rules.js';
import { languageOf } from '../../../src/ui/localize.js';

const sheets = new Map<string, CSSStyleSheet>();

const sheetOf = (css: string): CSSStyleSheet => {
  let sheet = sheets.get(css);
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    sheets.set(css, sheet);
  }
  return sheet;
};

export abstract class HandWrittenElement<Texts> extends HTMLElement {
  protected language: Language = 'en';
  protected readonly root = this.attachShadow({ mode: 'open' });
  private texts?: Texts;
  private observer?: MutationObserver;

  protected adoptStyles(css: string): void {
    this.root.adoptedStyleSheets = [sheetOf(css)];
  }

  connectedCallback(): void {
    this.observer = new MutationObserver(() => void this.follow());
    let tree: Node | undefined = this.getRootNode();
    while (tree) {
      this.observer.observe(tree, { attributes: true, attributeFilter: ['lang'], subtree: true });
      tree = tree instanceof ShadowRoot ? tree.host.getRootNode() : undefined;
    }
    void this.follow();
  }

  disconnectedCallback(): void {
    this.observer?.disconnect();
  }

  /** Fills the shadow root anew, once there are texts. */
  protected update(): void {
    if (this.texts && this.isConnected) this.fill(this.texts);
  }

  protected abstract textsIn(language: Language): Texts | Promise<Texts>;

  protected abstract fill(texts: Texts): void;

  private async follow(): Promise<void> {
    const wanted = languageOf(this);
    if (this.texts && wanted === this.language) return;
    const texts = this.textsIn(wanted);
    this.texts = texts instanceof Promise ? await texts : texts;
    this.language = wanted;
    this.update();
  }
}
