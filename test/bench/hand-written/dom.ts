/** Makes elements: the only help that the hand-written form has. */

export type Child = Node | string;

/** An element with its attributes (true: present without a value; false or undefined: left out) and its content. */
export const el = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string | boolean | undefined>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] => {
  const element = document.createElement(tag);
  for (const name in attributes) {
    const value = attributes[name];
    if (value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? '' : value);
    }
  }
  if (children.length > 0) element.append(...children);
  return element;
};

/** Sets an attribute, or removes it where there is no value; the element is touched only where that changes it. */
export const setAttribute = (element: Element, name: string, value: string | undefined): void => {
  if (value === undefined) element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
};

export const section = (
  { id, heading, role }: { id: string; heading: string; role?: string },
  ...children: readonly Child[]
): { readonly root: HTMLElement; readonly content: HTMLElement } => {
  const content = el('div', { class: 'content' }, ...children);
  const root = el(
    'section',
    {
      part: 'section',
      id,
      role,
      tabindex: role && '-1',
      'aria-labelledby': `${id}-heading`,
    },
    el('h3', { id: `${id}-heading` }, heading),
    content,
  );
  return { root, content };
};
