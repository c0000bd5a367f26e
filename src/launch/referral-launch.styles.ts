/** Looks of what stands around the portal's form: nothing but room. The countdown is slotted into the confirmation. */
import { css } from 'lit';
import tokens from '../ui/tokens.styles.js';

export default [
  tokens,
  css`
    :host {
      display: block;
    }

    :host([hidden]),
    [hidden] {
      display: none !important;
    }

    .form {
      display: grid;
      gap: var(--_gap);
    }

    /* The portal's form lays itself out as it did. */
    .content {
      min-inline-size: 0;
    }

    .countdown {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem 0.75rem;
      align-items: center;
      padding: 0.625rem 0.875rem;
      border-radius: var(--_radius-box);
      background: var(--_raised);
    }

    p {
      flex: 1 1 16rem;
      margin: 0;
      font-variant-numeric: tabular-nums;
    }

    button {
      min-block-size: 2.375rem;
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

    @media (forced-colors: active) {
      .countdown {
        border: 1px solid;
      }
    }

    @media print {
      .countdown {
        display: none;
      }
    }
  `,
];
