/** Looks of the confirmation: the good news first, then the one thing to do next. */
import { css } from 'lit';
import controls from '../../ui/controls.styles.js';
import tokens from '../../ui/tokens.styles.js';

export default [
  tokens,
  controls,
  css`
    :host {
      display: block;
      container-type: inline-size;
      line-height: 1.5;
    }

    :host([hidden]),
    [hidden] {
      display: none !important;
    }

    .confirmation {
      display: grid;
      gap: var(--_gap);
      max-inline-size: 44em;
      padding: clamp(1rem, 4cqi, 1.75rem);
      border: 1px solid var(--_line);
      border-block-start: 4px solid var(--_success);
      border-radius: var(--_radius-box);
      background: var(--_surface);
    }

    h2,
    p,
    dl,
    dd {
      margin: 0;
      overflow-wrap: anywhere;
    }

    h2 {
      display: flex;
      gap: 0.5rem;
      align-items: center;
      font-size: 1.375em;
      font-weight: 650;
      line-height: 1.25;
    }

    h2::before {
      content: '✓' / '';
      display: grid;
      flex: none;
      inline-size: 1.75em;
      block-size: 1.75em;
      place-items: center;
      border-radius: 50%;
      background: var(--_success);
      color: var(--_surface);
      font-size: 0.7273em;
    }

    .message {
      min-inline-size: 0;
      overflow-wrap: anywhere;
    }

    .message > div > :first-child {
      margin-block-start: 0;
    }

    .message > div > :last-child {
      margin-block-end: 0;
    }

    /* Where a link leads, whatever the direction of the words around it. */
    .message a + span[translate='no'] {
      unicode-bidi: isolate;
    }

    .message pre {
      overflow: auto;
    }

    .reference {
      display: flex;
      flex-wrap: wrap;
      gap: 0.25rem 0.75rem;
      align-items: center;
    }

    dt {
      color: var(--_muted);
    }

    dd {
      display: flex;
      flex-wrap: wrap;
      gap: 0.25rem 0.75rem;
      align-items: center;
      min-inline-size: 0;
    }

    code {
      font-family: ui-monospace, 'SF Mono', Consolas, 'Liberation Mono', monospace;
      font-weight: 600;
      overflow-wrap: anywhere;
    }

    .next {
      display: grid;
      gap: 0.75rem;
      padding-block-start: var(--_gap);
      border-block-start: 1px solid var(--_line);
    }

    .next:empty {
      display: none;
    }

    .quiet,
    .note {
      color: var(--_muted);
      font-size: 0.9375em;
    }

    .problem {
      padding: 0.625rem 0.875rem;
      border: 1px solid var(--_line);
      border-inline-start: 4px solid var(--_danger);
      border-radius: var(--_radius-box);
      background: var(--_raised);
    }

    .buttons {
      display: flex;
      flex-wrap: wrap;
      gap: 0.75rem 1.25rem;
      align-items: center;
    }

    .primary,
    button.primary {
      display: inline-grid;
      min-block-size: 2.75rem;
      padding-inline: 1.25rem;
      align-items: center;
      text-align: center;
      text-decoration: none;
      overflow-wrap: anywhere;
    }

    button.small {
      min-block-size: max(24px, 1.75rem);
      padding-block: 0;
      font-size: 0.875em;
    }

    .print {
      justify-self: start;
      min-block-size: 24px;
      padding: 0;
      border: 0;
      background: none;
      color: var(--_accent);
      font-size: 0.9375em;
      text-decoration: underline;
    }

    .print:hover {
      background: none;
    }

    [aria-disabled='true'] {
      opacity: 0.75;
      cursor: progress;
    }

    h2:focus {
      outline: none;
    }

    .print-frame {
      position: absolute;
      border: 0;
    }

    @media (forced-colors: active) {
      h2::before,
      .primary {
        border: 1px solid;
      }
    }

    @media print {
      button,
      .next,
      slot {
        display: none;
      }
    }
  `,
];
