/** Looks of the header and the footer: a quiet strip that belongs to the form, with the logo before the words. */
import { css } from 'lit';
import tokens from '../../ui/tokens.styles.js';

export default [
  tokens,
  css`
    :host {
      display: block;
      container-type: inline-size;
      line-height: 1.45;
    }

    :host([hidden]),
    [hidden] {
      display: none !important;
    }

    .place {
      display: grid;
    }

    .banner {
      display: grid;
      grid-area: 1 / 1;
      grid-template-columns: auto minmax(0, 1fr);
      gap: 0.75rem 1rem;
      align-items: center;
      /* Beside the form: what is kept for longer names is beyond. */
      align-self: end;
      min-block-size: 3.5em;
      padding: 0.875rem 1rem;
      border: 1px solid var(--_line);
      border-inline-start: 4px solid var(--_accent);
      border-radius: var(--_radius-box);
      background: var(--_raised);
    }

    /* There is nothing to lead to: words alone. */
    [data-status='none'] .banner,
    [data-status='failed'] .banner {
      border-color: transparent;
      background: none;
      color: var(--_muted);
    }

    .specimen {
      visibility: hidden;
    }

    .banner > p {
      grid-column: 1 / -1;
    }

    p {
      margin: 0;
      overflow-wrap: anywhere;
    }

    .logo {
      display: grid;
      inline-size: 2.3333em;
      block-size: 2.3333em;
      place-items: center;
      overflow: hidden;
      border-radius: calc(var(--_radius-box) * 0.75);
      background: var(--_surface);
      color: var(--_accent);
      font-size: 1.5em;
      font-weight: 650;
    }

    .logo > * {
      grid-area: 1 / 1;
    }

    .logo > img {
      inline-size: 100%;
      block-size: 100%;
      background: var(--_surface);
      object-fit: contain;
    }

    .names {
      display: flex;
      flex-wrap: wrap;
      gap: 0.125rem 0.625rem;
      align-items: baseline;
    }

    strong {
      font-size: 1.0625em;
      font-weight: 650;
    }

    .names > span {
      color: var(--_muted);
      font-size: 0.9375em;
    }

    .names > .category {
      padding-inline: 0.4375rem;
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
      font-size: 0.8125em;
    }

    .next {
      margin-block-start: 0.1875rem;
    }

    .next b {
      font-weight: 600;
    }

    .host {
      white-space: pre-wrap;
    }

    .visually-hidden {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }

    @container (inline-size < 26em) {
      .logo {
        inline-size: 2.2222em;
        block-size: 2.2222em;
        align-self: start;
        font-size: 1.125em;
      }

      /* The sentence has the whole width. */
      .words {
        display: contents;
      }

      .next {
        grid-column: 1 / -1;
        margin: 0;
      }
    }
  `,
];
