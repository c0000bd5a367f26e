/** Gives the focus back that a launched system takes away from the sender, so that a keyboard user can leave and close it. */

/** Milliseconds in which nobody moves the focus twice without a pointer or the Tab key. */
const TOO_SOON = 1000;

/**
 * Browsers let an iframe take the focus whenever it likes. It is given back where it was taken just after it had come to another
 * part of the page, and wherever the iframe is inert.
 */
export const guardFocus = (iframe: () => HTMLIFrameElement | null, signal: AbortSignal): void => {
  let since = 0;
  document.addEventListener('focusin', () => (since = performance.now()), { signal });
  document.addEventListener(
    'focusout',
    (event) => {
      // The Tab key, and `focus()` of the page's own, tell where they go.
      if (event.relatedTarget) return;
      const soon = performance.now() - since < TOO_SOON;
      const [from] = event.composedPath();
      // Where the focus has gone shows a moment later.
      setTimeout(() => {
        const frame = iframe();
        const focused = (frame?.getRootNode() as ShadowRoot | undefined)?.activeElement;
        if (signal.aborted || !frame || focused !== frame) return;
        if (frame.inert || (soon && !frame.matches(':hover'))) (from as HTMLElement).focus();
      });
    },
    { signal },
  );
};
