/** What is pressed is 24 px in each direction at least (WCAG 2.5.8), whatever size the host's page gives its text. */
import { elementsIn, nameOf } from './queries.js';

/** Sizes of a page's root text: a browser's own, that of many older pages, and that of a user who asks for twice as much. */
export const ROOT_SIZES = ['100%', '62.5%', '200%'] as const;

const TARGETS = 'input, select, textarea, button, summary, a[part], [role=option], [role=menuitem]';

/** Gives the page's root this text size, and the page itself text of 16 px, as older pages do. */
export const sizeRoot = (size: string): void => {
  document.documentElement.style.fontSize = size;
  document.body.style.fontSize = size === '62.5%' ? '16px' : '';
};

/** What the widgets below `root` let a user press: links in sentences aside, and what a host has put into them. */
export const targetsIn = (root: Element): HTMLElement[] =>
  [...elementsIn(root)].filter(
    (element): element is HTMLElement =>
      element instanceof HTMLElement &&
      element.matches(TARGETS) &&
      element.getRootNode() instanceof ShadowRoot &&
      element.checkVisibility() &&
      !element.closest('[hidden], [inert], .visually-hidden') &&
      !element.matches('.visually-hidden'),
  );

export const tooSmall = (targets: readonly HTMLElement[]): string[] =>
  targets.flatMap((target) => {
    const { width, height } = target.getBoundingClientRect();
    const small = Math.min(width, height) < 24;
    return small ? [`${nameOf(target)}: ${width.toFixed(1)} × ${height.toFixed(1)} px`] : [];
  });
