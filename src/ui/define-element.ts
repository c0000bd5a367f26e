/** Registers an element, guarded: a second copy of the library keeps the first and never throws. */
import { VERSION } from '../version.js';

/** What marks an element's class as one of ours, across copies of the library. */
const VERSION_KEY = Symbol.for('ocean-integrations/version');

export const define = (name: string, element: CustomElementConstructor): void => {
  const registry = globalThis.customElements;
  if (!registry) return;
  const first = registry.get(name);
  if (!first) {
    Object.defineProperty(element, VERSION_KEY, { value: VERSION });
    registry.define(name, element);
    return;
  }
  const version: unknown = Reflect.get(first, VERSION_KEY);
  if (version === VERSION) return;
  const by = typeof version === 'string' ? `version ${version}` : 'something else';
  console.warn(
    `ocean-integrations: <${name}> is already defined by ${by}; version ${VERSION} is not used. Load one of them only.`,
  );
};
