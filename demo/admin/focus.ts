/** Where the focus and the page were when something was opened, so that closing it leads back there. */

export interface Place {
  readonly element: HTMLElement | undefined;
  readonly scrollY: number;
}

/** What has the focus, in whichever shadow root. */
const focused = (): HTMLElement | undefined => {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element instanceof HTMLElement && element !== document.body ? element : undefined;
};

export const placeNow = (): Place => ({ element: focused(), scrollY });

/** @param otherwise takes the focus where the element is gone */
export const goBackTo = (place: Place | undefined, otherwise: HTMLElement | null): void => {
  if (place) scrollTo({ top: place.scrollY, behavior: 'instant' });
  const target = place?.element?.isConnected ? place.element : otherwise;
  target?.focus({ preventScroll: place !== undefined });
};
