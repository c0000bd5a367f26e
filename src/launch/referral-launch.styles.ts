/** Looks of what stands around the portal's form: nothing but room. */
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
  `,
];
