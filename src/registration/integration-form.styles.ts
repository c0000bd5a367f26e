/** Looks of the registration form: calm, dense enough for an admin page, one column that becomes two where there is room. */
import { css } from 'lit';
import controls from '../ui/controls.styles.js';
import fieldStyles from '../ui/field.styles.js';
import { hexagonStyles } from '../ui/hexagon.js';
import tokens from '../ui/tokens.styles.js';

export default [
  tokens,
  controls,
  fieldStyles,
  hexagonStyles,
  css`
    :host {
      display: block;
      container-type: inline-size;
      font-family: inherit;
      line-height: 1.45;
    }

    :host([hidden]) {
      display: none;
    }

    form {
      display: grid;
      gap: calc(var(--_gap) * 1.5);
      /* Without a doctype, forms have room below. */
      margin: 0;
      max-inline-size: 60em;
    }

    section {
      display: grid;
      gap: 0.75rem;
      min-inline-size: 0;
      padding-block-start: calc(var(--_gap) * 1.25);
      border-block-start: 1px solid var(--_line);
    }

    form > section:first-of-type {
      padding-block-start: 0;
      border-block-start: 0;
    }

    section > h3 {
      margin: 0;
      font-size: 1.0625em;
      font-weight: 650;
      line-height: 1.4;
    }

    .content {
      display: grid;
      gap: var(--_gap);
      min-inline-size: 0;
    }

    .radios {
      gap: 0.5rem;
    }

    .choices {
      display: grid;
      gap: 0.5rem;
    }

    .endpoint {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      gap: 0.5rem;
      font-size: 0.9375em;
      overflow-wrap: anywhere;
    }

    .endpoint strong {
      font-weight: 600;
    }

    .disclosure > summary {
      min-block-size: 24px;
      color: var(--_accent);
      cursor: pointer;
      inline-size: fit-content;
    }

    .disclosure[open] > summary {
      margin-block-end: 0.75rem;
    }

    .content > button {
      justify-self: start;
    }

    .events-tools {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem var(--_gap);
      align-items: end;
      justify-content: space-between;
    }

    .events-tools .field {
      flex: 0 1 20em;
    }

    .count {
      color: var(--_muted);
      font-size: 0.875em;
      font-variant-numeric: tabular-nums;
    }

    .event-groups {
      display: grid;
      gap: 1rem;
      max-block-size: 32rem;
      overflow: auto;
      padding: 0.75rem;
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
    }

    .group {
      display: grid;
      gap: 0.5rem;
    }

    .group-heading > label {
      font-weight: 600;
    }

    .group-events {
      display: grid;
      gap: 0.5rem 1.5rem;
      padding-inline-start: 2rem;
    }

    code {
      display: inline-block;
      font-size: 0.9375em;
    }

    .actions {
      display: flex;
      flex-wrap: wrap;
      gap: 0.75rem;
      align-items: center;
      padding-block-start: calc(var(--_gap) * 1.25);
      border-block-start: 1px solid var(--_line);
    }

    .skeleton {
      display: grid;
      gap: 1.25rem;
      color: var(--_muted);
    }

    .bar {
      block-size: 3.5rem;
      border-radius: var(--_radius);
      background: var(--_raised);
    }

    /* Headings move beside the fields where there is room. */
    @container (min-width: 52em) {
      form {
        max-inline-size: 66em;
      }

      section {
        grid-template-columns: 11em minmax(0, 1fr);
        column-gap: calc(var(--_gap) * 2);
      }

      .actions {
        padding-inline-start: calc(11rem + var(--_gap) * 2);
      }
    }

    @container (min-width: 44em) {
      .choices,
      .group-events {
        grid-template-columns: repeat(2, minmax(0, 1fr));
      }

      .pair {
        display: grid;
        grid-template-columns: repeat(2, minmax(0, 1fr));
        gap: var(--_gap);
        align-items: end;
      }
    }

    @container (max-width: 43.99em) {
      .pair {
        display: grid;
        gap: var(--_gap);
      }
    }
  `,
];
