/** What every element has to do, whatever it is for: each element's test runs it. */
import { expect } from '@open-wc/testing';
import { violationsIn } from './accessible.js';
import { readText } from './queries.js';

export interface ElementSubject {
  readonly tagName: string;
  /** The class behind the tag. */
  readonly element: CustomElementConstructor;
  /** Gives a fresh element, not yet in the page, ready to show what it is for. */
  create(): HTMLElement;
  /** Settled when it shows that. */
  ready(element: HTMLElement): Promise<unknown>;
  /** What it says in each language; left out where it says nothing of its own. */
  readonly words?: { readonly en: string; readonly fr: string };
}

const attach = async (subject: ElementSubject, lang = 'en'): Promise<HTMLElement> => {
  const page = document.createElement('div');
  page.lang = lang;
  const element = subject.create();
  page.append(element);
  document.body.append(page);
  await subject.ready(element);
  return element;
};

export const describeElement = (subject: ElementSubject): void => {
  describe(`<${subject.tagName}>, as every element`, () => {
    let element: HTMLElement;
    afterEach(() => element.parentElement?.remove());

    it('is defined once, by its class', () => {
      element = document.createElement(subject.tagName);
      expect(element).to.be.instanceOf(subject.element);
    });

    it('passes axe', async () => {
      element = await attach(subject);
      expect(await violationsIn(element)).to.deep.equal([]);
    });

    const { words } = subject;
    if (words) {
      for (const lang of ['en', 'fr'] as const) {
        it(`speaks ${lang}`, async () => {
          element = await attach(subject, lang);
          expect(readText(element.shadowRoot)).to.include(words[lang]);
        });
      }
    }

    it('survives being moved, taken out and put back', async () => {
      element = await attach(subject);
      const before = readText(element.shadowRoot);
      const page = element.parentElement as HTMLElement;
      document.body.append(element);
      element.remove();
      await Promise.resolve();
      await new Promise((resolve) => setTimeout(resolve, 20));
      page.append(element);
      await subject.ready(element);
      expect(readText(element.shadowRoot)).to.equal(before);
    });

    it('can stand twice on a page, and in a shadow root', async () => {
      element = await attach(subject);
      const shadow = document.createElement('div');
      const inner = subject.create();
      element.after(shadow);
      shadow.attachShadow({ mode: 'open' }).append(inner);
      await subject.ready(inner);
      expect(readText(inner.shadowRoot)).to.equal(readText(element.shadowRoot));
    });

    it('writes no style attribute and no style element', async () => {
      element = await attach(subject);
      expect(element.shadowRoot?.querySelectorAll('style, [style]')).to.have.length(0);
      expect(element.getAttribute('style')).to.equal(null);
    });

    it('leaves nothing of it in the page when it is removed', async () => {
      const count = document.querySelectorAll('*').length;
      element = await attach(subject);
      element.parentElement?.remove();
      expect(document.querySelectorAll('*')).to.have.length(count);
      expect(document.adoptedStyleSheets).to.have.length(0);
    });
  });
};
