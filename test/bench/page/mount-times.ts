/** Times a mount. */
import { painted } from './painted.js';

/** Milliseconds from the beginning, each including the one before. */
export interface MountTimes {
  /** Everything that is rendered is in the document. */
  rendered: number;
  /** Styles and layout are done. */
  laidOut: number;
  /** The next frame is painted and handed on by the main thread. */
  painted: number;
}

/** @param mount mounts, and resolves once all is rendered */
export const timeMount = async (
  mount: () => Promise<void>,
  layOut: () => void,
): Promise<MountTimes> => {
  await painted();
  const start = performance.now();
  await mount();
  const rendered = performance.now() - start;
  layOut();
  const laidOut = performance.now() - start;
  await painted();
  return { rendered, laidOut, painted: performance.now() - start };
};

/**
 * Waits for what is rendered within the task. What is rendered in the turns after it is there is work of its own, and
 * counted.
 */
export const renderedInTask = async (isThere: () => boolean): Promise<void> => {
  let left = 1000;
  while (!isThere()) {
    if (left-- === 0) throw new Error('Not rendered within the task.');
    await Promise.resolve();
  }
  for (let turn = 0; turn < 50; turn++) await Promise.resolve();
};

/** What a shadow tree consists of. */
export const countsOf = (root: ShadowRoot): { elements: number; nodes: number } => {
  const count = (show: number): number => {
    const walker = document.createTreeWalker(root, show);
    let nodes = 0;
    while (walker.nextNode()) nodes++;
    return nodes;
  };
  return { elements: count(NodeFilter.SHOW_ELEMENT), nodes: count(NodeFilter.SHOW_ALL) };
};
