/** Holds a part of the page to WCAG 2.2 A and AA, and to axe's best practices, open shadow roots included; and its text to being read as sentences. */
import 'axe-core/axe.min.js';
import type { AxeResults, RunOptions } from 'axe-core';
import { wordsRunTogether } from './words-apart.js';

interface Axe {
  run(context: Element, options: RunOptions): Promise<AxeResults>;
}

const OPTIONS: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
  rules: {
    // Landmarks and the levels of headings are the host page's to order.
    region: { enabled: false },
    'heading-order': { enabled: false },
    'page-has-heading-one': { enabled: false },
    'target-size': { enabled: true },
  },
};

/** What axe finds, and words that run together, a line each; empty where all is well. */
export const violationsIn = async (element: Element): Promise<string[]> => {
  const { axe } = globalThis as unknown as { axe: Axe };
  const { violations } = await axe.run(element, OPTIONS);
  return [
    ...violations.flatMap(({ id, help, nodes }) =>
      nodes.map(
        (node) => `${id}: ${help}: ${node.html.slice(0, 200)} ${node.failureSummary ?? ''}`,
      ),
    ),
    ...wordsRunTogether(element.shadowRoot ?? element).map((place) => `run together: ${place}`),
  ];
};
