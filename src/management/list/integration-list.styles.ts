/** Looks of the list: a table where there is room, cards where there is none. */
import { css } from 'lit';
import controls from '../../ui/controls.styles.js';
import fieldStyles from '../../ui/field.styles.js';
import { hexagonStyles } from '../../ui/hexagon.js';
import tokens from '../../ui/tokens.styles.js';
import switchStyles from './views/switch.styles.js';

export default [
  tokens,
  controls,
  fieldStyles,
  hexagonStyles,
  switchStyles,
  css`
    :host {
      display: block;
      container-type: inline-size;
      line-height: 1.45;
    }

    :host([hidden]) {
      display: none;
    }

    .list {
      display: grid;
      gap: var(--_gap);
      min-inline-size: 0;
    }

    .toolbar {
      display: flex;
      flex-wrap: wrap;
      gap: 0.75rem var(--_gap);
      align-items: end;
      justify-content: end;
    }

    .filters {
      display: flex;
      /* All of them in one row, above the buttons where there is no room beside them. */
      flex: 1 1 43.5em;
      flex-wrap: wrap;
      gap: 0.5rem 0.75rem;
      align-items: end;
    }

    .filters > .field {
      flex: 1 1 9em;
      min-inline-size: 0;
    }

    .filters > .search {
      flex: 3 1 14em;
    }

    .filters label {
      font-size: 0.875em;
    }

    /* Without a doctype, browsers let tables inherit no font, and colour from the page alone. */
    table {
      inline-size: 100%;
      color: inherit;
      font: inherit;
      border-collapse: collapse;
      border-block: 1px solid var(--_line);
    }

    table[aria-busy] {
      opacity: 0.7;
    }

    th,
    td {
      padding: 0.5rem 0.75rem;
      text-align: start;
      vertical-align: middle;
    }

    thead th {
      color: var(--_muted);
      font-size: 0.875em;
      font-weight: 600;
      white-space: nowrap;
    }

    tbody tr {
      border-block-start: 1px solid var(--_line);
    }

    tbody .below {
      border-block-start: 0;
    }

    tbody tr:not(.below):hover {
      background: var(--_raised);
    }

    .label {
      display: none;
    }

    thead .name {
      inline-size: 28%;
    }

    @container (inline-size >= 64em) {
      td.payload {
        white-space: nowrap;
      }
    }

    tbody .name {
      font-weight: 400;
      overflow-wrap: anywhere;
    }

    .name .link {
      font-weight: 600;
    }

    .host {
      display: block;
      color: var(--_muted);
      font-size: 0.875em;
    }

    .events {
      font-variant-numeric: tabular-nums;
    }

    .health {
      display: inline-flex;
      gap: 0.4375rem;
      align-items: start;
      /* Its words in one line with those of the other cells: an icon has no baseline. */
      vertical-align: top;
    }

    .health .quiet {
      white-space: nowrap;
    }

    .more {
      text-align: end;
    }

    button.small {
      min-block-size: max(24px, 1.875rem);
      padding-block: 0.125rem;
      font-size: 0.875em;
    }

    button.danger {
      border-color: var(--_danger);
      color: var(--_danger);
    }

    .details {
      display: grid;
      gap: 0.75rem;
      max-inline-size: 60em;
      padding: 0.25rem 0 0.75rem;
    }

    .problem-line {
      display: flex;
      flex-wrap: wrap;
      gap: 0.375rem 0.75rem;
      align-items: center;
      padding: 0.5rem 0.75rem;
      border-inline-start: 4px solid var(--_danger);
      background: var(--_raised);
    }

    .pager {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem var(--_gap);
      align-items: center;
      justify-content: space-between;
    }

    .count {
      color: var(--_muted);
      font-variant-numeric: tabular-nums;
    }

    .empty {
      display: grid;
      gap: 0.75rem;
      padding: 2.5rem 1rem;
      justify-items: center;
      border: 1px dashed var(--_line);
      border-radius: var(--_radius-box);
      text-align: center;
    }

    .empty p {
      max-inline-size: 36em;
    }

    .undo {
      display: flex;
      flex-wrap: wrap;
      position: sticky;
      inset-block-end: 0.75rem;
      gap: 0.5rem var(--_gap);
      align-items: center;
      justify-content: space-between;
      padding: 0.625rem 1rem;
      border: 1px solid var(--_border);
      border-radius: var(--_radius-box);
      background: var(--_raised);
    }

    .skeleton {
      display: grid;
      gap: 0.5rem;
    }

    .bar {
      block-size: 3rem;
      border-radius: var(--_radius-box);
      background: var(--_raised);
    }

    dialog {
      gap: var(--_gap);
      box-sizing: border-box;
      inline-size: min(40em, calc(100dvi - 2rem));
      max-block-size: calc(100dvb - 2rem);
      padding: 1.25rem;
      border: 1px solid var(--_line);
      border-radius: var(--_radius-box);
      background: var(--_surface);
      color: var(--_text);
    }

    dialog[open] {
      display: grid;
    }

    dialog::backdrop {
      background: rgb(0 0 0 / 50%);
    }

    dialog h3 {
      margin: 0;
      overflow-wrap: anywhere;
    }

    dialog textarea {
      font-family: ui-monospace, 'SF Mono', Consolas, 'Liberation Mono', monospace;
      font-size: 0.875em;
    }

    @container (inline-size < 52em) {
      table,
      tbody,
      tr,
      th,
      td {
        display: block;
      }

      table {
        border: 0;
      }

      thead {
        position: absolute;
        inline-size: 1px;
        block-size: 1px;
        overflow: hidden;
        clip-path: inset(50%);
      }

      tbody {
        display: grid;
        gap: 0.75rem;
      }

      tbody tr {
        display: grid;
        grid-template-columns: repeat(2, minmax(0, 1fr));
        gap: 0.5rem 1rem;
        padding: 0.875rem 1rem;
        border: 1px solid var(--_line);
        border-radius: var(--_radius-box);
      }

      tbody .open:has(+ .below) {
        border-block-end: 0;
        border-end-start-radius: 0;
        border-end-end-radius: 0;
      }

      /* Part of the card above. */
      tbody .below {
        grid-template-columns: minmax(0, 1fr);
        margin-block-start: -0.75rem;
        padding-block: 0 0.25rem;
        border-block-start: 0;
        border-start-start-radius: 0;
        border-start-end-radius: 0;
      }

      tbody th,
      td {
        padding: 0;
      }

      tbody .name,
      .endpoint {
        grid-column: 1 / -1;
      }

      /* At a glance: what it is, and how it is. */
      tbody .name {
        order: -2;
      }

      .endpoint {
        order: -1;
      }

      .endpoint > .label {
        display: none;
      }

      .more {
        align-self: end;
      }

      .more > button {
        min-block-size: max(24px, 2.25rem);
      }

      .label {
        display: block;
        color: var(--_muted);
        font-size: 0.8125em;
      }
    }

    @container (36em <= inline-size < 52em) {
      tbody tr:not(.below) {
        grid-template-columns: repeat(5, minmax(0, auto)) auto;
      }
    }

    @media (forced-colors: active) {
      .bar {
        border: 1px solid;
      }
    }
  `,
];
