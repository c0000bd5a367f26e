/** The colours in which a page is shown: light, dark, or forced ones, as Windows' high contrast does. */
import { emulateMedia, executeServerCommand } from '@web/test-runner-commands';

export const COLOURS = ['light', 'dark', 'forced'] as const;
export type Colours = (typeof COLOURS)[number];

/** From now on; the page it is of has to allow `light dark`. */
export const showIn = async (colours: Colours): Promise<void> => {
  const colorScheme = colours === 'dark' ? 'dark' : 'light';
  await emulateMedia({ colorScheme });
  if (!matchMedia(`(prefers-color-scheme: ${colorScheme})`).matches)
    throw new Error(`The browser did not become ${colorScheme}.`);
  await forceColours(colours === 'forced');
};

export const forceColours = async (on: boolean): Promise<void> => {
  await executeServerCommand('forced-colours', on);
  if (matchMedia('(forced-colors: active)').matches !== on)
    throw new Error(`The browser did not turn forced colours ${on ? 'on' : 'off'}.`);
};

/** Buttons, fields and boxes that have no edge: in forced colours a background alone is not seen. */
export const edgeless = (elements: Iterable<Element>): string[] =>
  [...elements]
    .filter((element) => {
      const { borderBlockStartStyle, borderBlockStartWidth } = getComputedStyle(element);
      return borderBlockStartStyle === 'none' || borderBlockStartWidth === '0px';
    })
    .map((element) => element.outerHTML.slice(0, 120));
