/** Adds the styles of a part that was loaded on demand to the element that shows it. */
import type { CSSResult, LitElement } from 'lit';

export const addStyles = ({ renderRoot }: LitElement, { styleSheet }: CSSResult): void => {
  if (!(renderRoot instanceof ShadowRoot) || !styleSheet) return;
  if (renderRoot.adoptedStyleSheets.includes(styleSheet)) return;
  renderRoot.adoptedStyleSheets = [...renderRoot.adoptedStyleSheets, styleSheet];
};
