/** Gives the focus back that a launched system takes away from the sender, so that what is typed goes where the sender sees it. */

/** Milliseconds after the last key or pointer event in the page in which nobody moves the focus without the Tab key or a pointer. */
const TOO_SOON = 1000;
/** The same after a key in a field: whoever types pauses, and goes on in the same field. */
const TYPING = 5000;
/** The same while the pointer is over the iframe: a click there is not seen, but follows a key no sooner. */
const BETWEEN_KEYS = 500;

const isField = (target: EventTarget | undefined): target is HTMLElement =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(?:input|textarea|select)$/.test(target.localName));

/**
 * Browsers let an iframe take the focus whenever it likes. It is given back where it was taken just after the sender's last key or
 * pointer event, or after the focus had come to another part of the page, and wherever the iframe is inert.
 *
 * @param taken the focus was given back; called once
 */
export const guardFocus = (
  iframe: () => HTMLIFrameElement | null,
  taken: () => void,
  signal: AbortSignal,
): void => {
  let lastKey = -Infinity;
  let lastOther = 0;
  let announced = false;
  const watch = { signal, capture: true };
  const onKey = (event: KeyboardEvent): void => {
    // The Tab key is how a sender goes into the iframe.
    if (event.key !== 'Tab') lastKey = performance.now();
  };
  const onOther = (): void => void (lastOther = performance.now());
  document.addEventListener('keydown', onKey, watch);
  document.addEventListener('keyup', onKey, watch);
  document.addEventListener('beforeinput', () => (lastKey = performance.now()), watch);
  for (const type of ['pointerdown', 'pointerup', 'focusin'])
    document.addEventListener(type, onOther, watch);
  document.addEventListener(
    'focusout',
    (event) => {
      // The Tab key, and `focus()` of the page's own, tell where they go.
      if (event.relatedTarget) return;
      const now = performance.now();
      const [from] = event.composedPath();
      const sinceKey = now - lastKey;
      const soon = sinceKey < (isField(from) ? TYPING : TOO_SOON) || now - lastOther < TOO_SOON;
      // Where the focus has gone shows a moment later.
      setTimeout(() => {
        const frame = iframe();
        const focused = (frame?.getRootNode() as ShadowRoot | undefined)?.activeElement;
        if (signal.aborted || !frame || focused !== frame) return;
        const stolen = frame.matches(':hover') ? sinceKey < BETWEEN_KEYS : soon;
        if (!frame.inert && !stolen) return;
        (from as HTMLElement).focus();
        // Between two iframes that open, nobody was typing.
        if (frame.inert || announced || sinceKey >= TYPING) return;
        announced = true;
        taken();
      });
    },
    { signal },
  );
};
