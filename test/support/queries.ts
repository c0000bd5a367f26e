/**
 * Finds things as a user does, by role and name, through open shadow roots; what is hidden is not found.
 *
 * A small part of the accessible name computation, enough for the elements that the widgets use.
 */

import { HUNG } from './time.js';

export type Query = string | RegExp;

const ROLES: readonly (readonly [string, string])[] = [
  ['a[href]', 'link'],
  ['button, summary', 'button'],
  ['input[type=checkbox]', 'checkbox'],
  ['input[type=radio]', 'radio'],
  ['input[type=search]', 'searchbox'],
  ['input:not([type]), input[type=text], input[type=url], textarea', 'textbox'],
  ['select', 'combobox'],
  ['option', 'option'],
  ['fieldset, details', 'group'],
  ['form[aria-label], form[aria-labelledby]', 'form'],
  ['section[aria-label], section[aria-labelledby]', 'region'],
  ['h1, h2, h3, h4, h5, h6', 'heading'],
  ['img:not([alt=""])', 'img'],
  ['ul, ol', 'list'],
  ['li', 'listitem'],
  ['table', 'table'],
  ['tr', 'row'],
  ['td', 'cell'],
  ['th', 'columnheader'],
  ['dialog', 'dialog'],
  ['progress', 'progressbar'],
];

const roleOf = (element: Element): string =>
  element.getAttribute('role') ?? ROLES.find(([selector]) => element.matches(selector))?.[1] ?? '';

/** Text as it is read: one space for any white space, the non-breaking ones of French included. */
export const readText = (node: Node | null | undefined): string =>
  (node?.textContent ?? '').replace(/\s+/g, ' ').trim();

export const nameOf = (element: Element): string => {
  const root = element.getRootNode() as Document | ShadowRoot;
  const labelledBy = element.getAttribute('aria-labelledby');
  if (labelledBy) {
    return labelledBy
      .split(/\s+/)
      .map((id) => {
        const labelling = root.getElementById(id);
        return labelling?.getAttribute('aria-label') ?? readText(labelling);
      })
      .join(' ');
  }
  const label = element.getAttribute('aria-label');
  if (label) return label;
  if (
    element instanceof HTMLInputElement ||
    element instanceof HTMLSelectElement ||
    element instanceof HTMLTextAreaElement
  ) {
    return Array.from(element.labels ?? [], (each) => readText(each)).join(' ');
  }
  if (element instanceof HTMLFieldSetElement) return readText(element.querySelector('legend'));
  return element.getAttribute('alt') ?? readText(element);
};

/** What `aria-describedby` refers to. */
export const descriptionOf = (element: Element): string =>
  (element.getAttribute('aria-describedby') ?? '')
    .split(/\s+/)
    .filter(Boolean)
    .map((id) => readText((element.getRootNode() as Document | ShadowRoot).getElementById(id)))
    .join(' ');

/** All elements below `root`, those in open shadow roots included, in the order of the page. */
export function* elementsIn(root: ParentNode): Generator<Element> {
  if (root instanceof Element && root.shadowRoot) yield* elementsIn(root.shadowRoot);
  for (const child of root.children) {
    yield child;
    yield* elementsIn(child);
  }
}

const matches = (text: string, query: Query): boolean =>
  typeof query === 'string' ? text === query : query.test(text);

const isShown = (element: Element): boolean =>
  element.checkVisibility({ visibilityProperty: true });

/** All that is shown with the role and the name: the whole name, or a pattern that it has. */
export const allByRole = <E extends HTMLElement = HTMLElement>(
  root: ParentNode,
  role: string,
  name?: Query,
): E[] =>
  [...elementsIn(root)].filter(
    (element): element is E =>
      roleOf(element) === role &&
      (name === undefined || matches(nameOf(element), name)) &&
      isShown(element),
  );

const only = <E extends Element>(found: E[], what: string, root: ParentNode): E => {
  const [first, second] = found;
  if (first && !second) return first;
  const offered = [...elementsIn(root)]
    .filter((element) => roleOf(element) && isShown(element))
    .map((element) => `${roleOf(element)} "${nameOf(element).slice(0, 80)}"`);
  throw new Error(`${found.length} of ${what}. There are:\n${offered.join('\n')}`);
};

/** The only one with the role and name. Throws, telling what there is, where there is none or more. */
export const byRole = <E extends HTMLElement = HTMLElement>(
  root: ParentNode,
  role: string,
  name?: Query,
): E => only(allByRole<E>(root, role, name), `${role} ${String(name ?? '')}`, root);

const CONTROLS = 'input, select, textarea, [role=textbox], [contenteditable]';

/** The only control with the label, passwords included, which have no role. */
export const byLabel = <E extends HTMLElement = HTMLInputElement>(
  root: ParentNode,
  name: Query,
): E => {
  const found = [...elementsIn(root)].filter(
    (element): element is E =>
      element.matches(CONTROLS) && matches(nameOf(element), name) && isShown(element),
  );
  return only(found, `control ${String(name)}`, root);
};

/** Types into a field, as if at once, and leaves it. */
export const enter = (control: Element, text: string): void => {
  const field = control as HTMLInputElement;
  field.focus();
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
  field.blur();
};

/** Chooses an option of a select by its label. */
export const choose = (control: Element, label: Query): void => {
  const select = control as HTMLSelectElement;
  const option = [...select.options].find(({ text }) => matches(text.trim(), label));
  if (!option) throw new Error(`No option ${String(label)} in "${nameOf(select)}".`);
  enter(select, option.value);
};

/** Waits until `read` gives something without throwing. */
export const until = async <T>(
  read: () => T | undefined | null | false,
  limit = HUNG,
): Promise<T> => {
  const end = performance.now() + limit;
  for (;;) {
    let failure: unknown;
    try {
      const value = read();
      if (value) return value;
    } catch (error) {
      failure = error;
    }
    if (performance.now() > end) {
      throw failure instanceof Error ? failure : new Error(`Not in ${limit} ms: ${String(read)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};
