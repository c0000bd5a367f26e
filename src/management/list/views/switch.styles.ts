/** Looks of the switch that enables an integration: a track with its knob, before the word. */
import { css } from 'lit';

export default css`
  .switch {
    display: inline-grid;
    grid-template-columns: 2.25em auto;
    gap: 0.5rem;
    min-block-size: max(24px, 1.75rem);
    padding: 0.125rem 0.375rem;
    align-items: center;
    border-color: transparent;
    margin-inline-start: -0.375rem;
    background: none;
  }

  .switch::before {
    content: '' / '';
    box-sizing: border-box;
    block-size: 1.25em;
    border: 2px solid var(--_border);
    border-radius: 999px;
    background: radial-gradient(circle at 0.5em 50%, var(--_border) 0.3125em, transparent 0.375em);
  }

  .switch[aria-checked='true']::before {
    border-color: var(--_accent);
    background: radial-gradient(
        circle at calc(100% - 0.5em) 50%,
        var(--_on-accent) 0.3125em,
        transparent 0.375em
      )
      var(--_accent);
  }

  .switch[aria-disabled='true'] {
    border: 1px dashed var(--_border);
    background: none;
  }

  @media (forced-colors: active) {
    .switch::before {
      forced-color-adjust: none;
      border-color: ButtonText;
      background: Canvas;
    }

    .switch[aria-checked='true']::before {
      background: Highlight;
    }
  }
`;
