/** Looks of a launched system's iframe: a quiet bar, and all the room there is below it. */
import { css } from 'lit';
import controls from '../../ui/controls.styles.js';
import tokens from '../../ui/tokens.styles.js';

export default [
  tokens,
  controls,
  css`
    :host {
      display: flex;
      flex-direction: column;
      min-block-size: 100%;
      line-height: 1.5;
    }

    :host([hidden]),
    [hidden] {
      display: none !important;
    }

    /* All of it fits on a screen, however small: else a page that scrolls inside a page that scrolls is a trap. */
    .frame {
      position: relative;
      display: flex;
      flex: 1 0 auto;
      flex-direction: column;
      box-sizing: border-box;
      min-block-size: min(32rem, 100dvb);
      min-inline-size: 0;
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
      background: var(--_surface);
      overflow: clip;
    }

    .frame.brief {
      flex: none;
      min-block-size: 0;
    }

    dialog {
      box-sizing: border-box;
      inline-size: 100%;
      max-inline-size: calc(100dvi - clamp(0rem, 4dvi - 1rem, 4rem));
      block-size: 100%;
      max-block-size: calc(100dvb - clamp(0rem, 4dvi - 1rem, 4rem));
      padding: 0;
      border: 0;
      border-radius: var(--_radius);
      background: none;
      color: inherit;
    }

    dialog[open] {
      display: flex;
      flex-direction: column;
    }

    dialog .frame {
      min-block-size: 0;
    }

    dialog::backdrop {
      background: rgb(0 0 0 / 50%);
    }

    .bar {
      display: flex;
      flex: none;
      flex-wrap: wrap;
      gap: 0.25rem 1rem;
      align-items: center;
      min-block-size: 2.75rem;
      padding: 0.25rem 0.5rem 0.25rem 0.875rem;
      border-block-end: 1px solid var(--_line);
      background: var(--_raised);
      font-size: 0.9375em;
    }

    .names {
      display: flex;
      flex: 1 1 12em;
      flex-wrap: wrap;
      gap: 0 0.75rem;
      align-items: baseline;
      min-inline-size: 0;
      overflow-wrap: anywhere;
    }

    p {
      margin: 0;
    }

    .names span {
      color: var(--_muted);
    }

    .actions {
      display: flex;
      flex-wrap: wrap;
      gap: 0.25rem 0.75rem;
      align-items: center;
    }

    .actions a {
      padding-block: 0.25rem;
    }

    button {
      min-block-size: max(24px, 2.125rem);
      padding: 0.25rem 0.75rem;
    }

    .stage {
      display: flex;
      flex: 1 0 auto;
      flex-direction: column;
      position: relative;
    }

    /* Its height attribute is what the launched system asks for. A page without a background of its own gets paper. */
    iframe {
      flex: 1 0 auto;
      inline-size: 100%;
      border: 0;
      background: #fff;
      color-scheme: light;
    }

    iframe:not([height]),
    dialog iframe {
      block-size: 6rem;
    }

    /* Over the frame, so that nothing moves when it goes. */
    .opening {
      position: absolute;
      inset-block-start: 1rem;
      inset-inline: 1rem;
      inline-size: fit-content;
      margin-inline: auto;
      padding: 0.25rem 0.875rem;
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
      background: var(--_raised);
      color: var(--_muted);
      pointer-events: none;
    }

    /* Below the frame, so that what is read there does not move; seen as long as any of the frame is. */
    .notice {
      position: sticky;
      inset-block-end: 0;
    }

    .notice p {
      padding: 0.625rem 0.875rem;
      border-block-start: 1px solid var(--_line);
      border-inline-start: 4px solid var(--_warning);
      background: var(--_raised);
    }

    .brief .notice p {
      border-block-start: 0;
    }

    .question {
      position: absolute;
      inset: 0;
      display: grid;
      align-items: start;
      justify-items: center;
      padding: clamp(0.5rem, 4%, 3rem) 0.5rem;
      background: rgb(0 0 0 / 45%);
      overflow: auto;
    }

    [role='alertdialog'] {
      display: grid;
      gap: var(--_gap);
      max-inline-size: 28em;
      padding: 1.25rem;
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
      background: var(--_surface);
    }

    .buttons {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem 0.75rem;
    }

    /* Outside of it there is no room. */
    iframe:focus-visible {
      outline-offset: -2px;
    }

    @media (forced-colors: active) {
      .frame,
      .bar,
      .opening,
      .notice p,
      [role='alertdialog'] {
        border-color: CanvasText;
      }
    }

    @media print {
      :host {
        display: none;
      }
    }
  `,
];
