/** What elements with controls share: buttons, links, the ring around what has the focus, and words for screen readers alone. */
import { css } from 'lit';

export default css`
  button,
  .primary {
    box-sizing: border-box;
    min-inline-size: 24px;
    min-block-size: max(24px, 2.375rem);
    padding: 0.375rem 0.875rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    cursor: pointer;
  }

  button:hover {
    background: var(--_raised);
  }

  .primary,
  button.primary {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
  }

  .primary:hover,
  button.primary:hover {
    background: color-mix(in oklab, var(--_accent), var(--_text) 15%);
  }

  a {
    color: var(--_accent);
  }

  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }

  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
