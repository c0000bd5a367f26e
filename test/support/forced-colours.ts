/** Shows the page in forced colours, as Windows' high contrast does. */
import { executeServerCommand } from '@web/test-runner-commands';

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
