/** What is pressed is 24 px in each direction at least (WCAG 2.5.8), whatever size the host's page gives its text. */
import { expect } from '@open-wc/testing';
import { elementsIn, nameOf } from './queries.js';

/** Sizes of a page's root text: a browser's own, that of many older pages, and that of a user who asks for twice as much. */
const ROOT_SIZES = ['100%', '62.5%', '200%'] as const;

const TARGETS = 'input, select, textarea, button, summary, a[part], [role=option], [role=menuitem]';

/** Gives the page's root this text size, and the page itself text of 16 px, as older pages do. */
const sizeRoot = (size: string): void => {
  document.documentElement.style.fontSize = size;
  document.body.style.fontSize = size === '62.5%' ? '16px' : '';
};

/** What the widgets below `root` let a user press: links in sentences aside, and what a host has put into them. */
const targetsIn = (root: Element): HTMLElement[] =>
  [...elementsIn(root)].filter(
    (element): element is HTMLElement =>
      element instanceof HTMLElement &&
      element.matches(TARGETS) &&
      element.getRootNode() instanceof ShadowRoot &&
      element.checkVisibility() &&
      !element.closest('[hidden], [inert], .visually-hidden') &&
      !element.matches('.visually-hidden'),
  );

const tooSmall = (targets: readonly HTMLElement[]): string[] =>
  targets.flatMap((target) => {
    const { width, height } = target.getBoundingClientRect();
    const small = Math.min(width, height) < 24;
    return small ? [`${nameOf(target)}: ${width.toFixed(1)} × ${height.toFixed(1)} px`] : [];
  });

/** @param states each brings what it names into the page; `least` as many targets are in each of them */
export const describeTargets = (
  what: string,
  states: Readonly<Record<string, (lang: 'en') => Promise<Element>>>,
  least = 0,
): void => {
  describe(`The targets of ${what}`, () => {
    afterEach(() => sizeRoot(''));

    for (const size of ROOT_SIZES)
      for (const [state, bring] of Object.entries(states))
        it(`are at least 24 px, with root text of ${size}: ${state}`, async () => {
          sizeRoot(size);
          const targets = targetsIn(await bring('en'));
          expect(targets).to.have.length.at.least(least);
          expect(tooSmall(targets)).to.deep.equal([]);
        });
  });
};
