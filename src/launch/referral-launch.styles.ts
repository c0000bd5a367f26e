/** Looks of what stands around the portal's form: nothing but room. The countdown is slotted into the confirmation. */
import { css } from 'lit';
import controls from '../ui/controls.styles.js';
import tokens from '../ui/tokens.styles.js';

export default [
  tokens,
  controls,
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
